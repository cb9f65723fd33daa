import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backgroundJob } from '../../src/core/abort.ts'
import type { Plain } from '../../src/core/contracts.ts'
import { sealedSize } from '../../src/seal/size.ts'
import { ageScheme } from '../age/scheme.ts'
import { oracle } from '../oracle.ts'
import { pseudoRandom } from './pseudo-random.ts'

const age = oracle('age')
const folder = mkdtempSync(join(tmpdir(), 'sealdrop-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string): string => join(folder, name)

const MIB = 1024 * 1024
const sizes = [0, 1, 65_535, 65_536, 65_537, 131_072, 131_073, 4 * MIB, 4 * MIB + 1, 20 * MIB]
const recipients: string[] = []

beforeAll(async () => {
  for (const name of ['0', '1', '2']) {
    const identity = await generateIdentity()
    writeFileSync(at(name), `${identity}\n`, { mode: 0o600 })
    recipients.push(await identityToRecipient(identity))
  }
})

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

// Node has no ChaCha20-Poly1305 of its own for WebCrypto: what is judged here is the JavaScript one.
describe('the age command', () => {
  const cases = [1, 3].flatMap(count => sizes.map(size => [size, count] as const))

  // The last one is longer than what is read whole.
  it.each([...cases, [64 * MIB + 1, 1] as const])(
    'opens %i bytes sealed for %i recipients',
    async (size, count) => {
      const original = pseudoRandom(size)
      const plain: Plain = {
        blob: new Blob([original]),
        name: 'a.pdf',
        type: 'application/pdf',
        remarks: [],
      }
      const spec = { scheme: 'age', recipients: recipients.slice(0, count) } as const
      const { body, digests } = await ageScheme.seal(plain, spec, backgroundJob)
      expect(body.size).toBe(sealedSize(size, spec))
      writeFileSync(at('sealed'), Buffer.from(await body.arrayBuffer()))
      for (let which = 0; which < count; which++) {
        const opened = execFileSync(age, ['-d', '-i', `${which}`, 'sealed'], {
          cwd: folder,
          maxBuffer: size + MIB,
        })
        expect(opened.length).toBe(size)
        expect(opened.equals(original)).toBe(true)
        expect((await digests)?.digest).toBe(sha256(opened))
      }
    },
    60_000,
  )
})
