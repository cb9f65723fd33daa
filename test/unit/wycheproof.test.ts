import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { noble } from '../../src/seal/schemes/age/aead.ts'
import { fileOf, readWycheproof } from '../age/wycheproof.ts'
import { nobleCipher } from '../age/wycheproof-judges.ts'
import { wycheproofSuite } from '../age/wycheproof-suite.ts'

// Node has no ChaCha20-Poly1305 of its own for WebCrypto: Chromium's is judged in test/contract.
await wycheproofSuite(
  async name =>
    readWycheproof(name, await readFile(join(import.meta.dirname, '..', fileOf(name)), 'utf8')),
  { 'in JavaScript': { backend: noble, cipher: nobleCipher } },
)
