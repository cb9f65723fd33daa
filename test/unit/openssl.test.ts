import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { backgroundJob } from '../../src/core/abort.ts'
import { didwwScheme } from '../../src/seal/schemes/didww.ts'
import { oracle } from '../oracle.ts'

const openssl = oracle('openssl')
const folder = mkdtempSync(join(tmpdir(), 'sealdrop-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string): string => join(folder, name)
const run = (...words: string[]): Buffer =>
  execFileSync(openssl, words, { cwd: folder, stdio: 'pipe' })

/** A key pair made by openssl itself, gone with the folder. */
const keyPair = (name: string, bits: number): string => {
  run('genpkey', '-algorithm', 'RSA', '-pkeyopt', `rsa_keygen_bits:${bits}`, '-out', `${name}.key`)
  run('pkey', '-in', `${name}.key`, '-pubout', '-out', `${name}.pem`)
  return readFileSync(at(`${name}.pem`), 'utf8')
}

describe('openssl', () => {
  const keys = [keyPair('a', 2048), keyPair('b', 3072)] as const
  const samples = new URL('../samples/pdf/', import.meta.url)

  it.each([
    ['doc_1_3_pages.pdf', 'a', 0, 256],
    ['doc_1_3_pages.pdf', 'b', 256, 384],
    ['xfa_filled_imm1344e.pdf', 'a', 0, 256],
    ['xfa_filled_imm1344e.pdf', 'b', 256, 384],
  ])('opens %s with key %s', async (name, key, offset, length) => {
    const original = readFileSync(new URL(name, samples))
    const plain = { blob: new Blob([original]), name, type: 'application/pdf', remarks: [] }
    const spec = { scheme: 'didww', publicKeys: keys } as const
    const { body } = await didwwScheme.seal(plain, spec, backgroundJob)
    const sealed = Buffer.from(await body.arrayBuffer())
    writeFileSync(at('block'), sealed.subarray(offset, offset + length))
    writeFileSync(at('body'), sealed.subarray(256 + 384))
    const oaep = ['rsa_padding_mode:oaep', 'rsa_oaep_md:sha256', 'rsa_mgf1_md:sha256']
    const options = oaep.flatMap(option => ['-pkeyopt', option])
    const secret = run('pkeyutl', '-decrypt', '-inkey', `${key}.key`, ...options, '-in', 'block')
    expect(secret.length).toBe(48)
    const hex = secret.toString('hex')
    run(
      'enc',
      '-d',
      '-aes-256-cbc',
      '-K',
      hex.slice(0, 64),
      '-iv',
      hex.slice(64),
      '-in',
      'body',
      '-out',
      'opened',
    )
    expect(readFileSync(at('opened')).equals(original)).toBe(true)
  })
})
