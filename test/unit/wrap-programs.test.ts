import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backgroundJob } from '../../src/core/abort.ts'
import { generateIdentity, open, recipientOf } from '../../src/open/index.ts'
import { wrapPdf } from '../../src/seal/wrap/pdf.ts'
import { ageScheme } from '../age/scheme.ts'
import { oracle } from '../oracle.ts'
import { pseudoRandom } from './pseudo-random.ts'

const age = oracle('age')
const qpdf = oracle('qpdf')
const pdfdetach = oracle('pdfdetach')
const pdftotext = oracle('pdftotext')

const MIB = 1024 * 1024
const folder = mkdtempSync(join(tmpdir(), 'sealdrop-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string): string => join(folder, name)
const run = (program: string, ...words: string[]): Buffer =>
  execFileSync(program, words, {
    cwd: folder,
    maxBuffer: 32 * MIB,
    stdio: ['ignore', 'pipe', 'pipe'],
  })

let identity = ''
let recipient = ''
beforeAll(async () => {
  identity = await generateIdentity()
  recipient = await recipientOf(identity)
  writeFileSync(at('key.txt'), `${identity}\n`, { mode: 0o600 })
})

const bytesOf = async (blob: Blob): Promise<Buffer> => Buffer.from(await blob.arrayBuffer())

/** Writes a wrapper of this payload. */
const write = async (payload: Blob): Promise<void> =>
  writeFileSync(at('wrapper.pdf'), await bytesOf(wrapPdf(payload)))

const sealed = async (original: Uint8Array<ArrayBuffer>): Promise<Blob> => {
  const plain = {
    blob: new Blob([original]),
    name: 'passport.pdf',
    type: 'application/pdf',
    remarks: [],
  }
  return (await ageScheme.seal(plain, { scheme: 'age', recipients: [recipient] }, backgroundJob))
    .body
}

/** What a PDF reader saves as the only attachment of `name`. */
const attachmentOf = (name: string): Buffer => {
  run(pdfdetach, '-saveall', '-o', folder, name)
  const saved = readFileSync(at('sealdrop.age'))
  rmSync(at('sealdrop.age'))
  return saved
}

describe('PDF programs', () => {
  const sizes = [0, 1, 9, 10, 99, 100, 999, 1000, 9999, 10_000, 99_999, 100_000, 999_999, 1_000_000]

  it.each([...sizes, 9_999_999, 10_000_000, 20 * MIB])(
    'find nothing wrong with a wrapper of %i bytes, and give them back',
    async size => {
      const payload = pseudoRandom(size)
      await write(new Blob([payload]))
      expect(run(qpdf, '--check', 'wrapper.pdf').toString()).toMatch(
        /PDF Version: 2\.0\nFile is not encrypted\n.*\nNo syntax or stream encoding errors/,
      )
      expect(run(pdfdetach, '-list', 'wrapper.pdf').toString()).toBe(
        '1 embedded files\n1: sealdrop.age\n',
      )
      expect(attachmentOf('wrapper.pdf').equals(payload)).toBe(true)
      expect(run(qpdf, '--show-attachment=sealdrop.age', 'wrapper.pdf').equals(payload)).toBe(true)
    },
    60_000,
  )

  it('are not misled by what a payload looks like', async () => {
    await write(new Blob([pseudoRandom(100)]))
    const payload = readFileSync(at('wrapper.pdf'))
    await write(new Blob([new Uint8Array(payload)]))
    run(qpdf, '--check', 'wrapper.pdf')
    expect(attachmentOf('wrapper.pdf').equals(payload)).toBe(true)
  })

  it('read it as the wrapper of an encrypted payload', async () => {
    await write(await sealed(pseudoRandom(1000)))
    const show = (what: string): string =>
      run(qpdf, `--show-object=${what}`, 'wrapper.pdf').toString()
    const catalog = show('1')
    expect(catalog).toMatch(/\/AF \[ 9 0 R \]/)
    expect(catalog).toMatch(
      /\/Collection << \/D \(sealdrop\.age\) \/Type \/Collection \/View \/H >>/,
    )
    expect(catalog).toMatch(/\/EmbeddedFiles << \/Names \[ \(sealdrop\.age\) 9 0 R \] >>/)
    const file = show('9')
    expect(file).toMatch(/\/AFRelationship \/EncryptedPayload/)
    expect(file).toMatch(
      /\/EP << \/Subtype \/sealdrop\.age \/Type \/EncryptedPayload \/Version \/1 >>/,
    )
    expect(show('trailer')).not.toContain('/Encrypt')
    expect(run(qpdf, '--show-npages', 'wrapper.pdf').toString()).toBe('1\n')
  })

  it('show a page that says what to do and names nobody', async () => {
    await write(await sealed(pseudoRandom(1000)))
    const page = run(pdftotext, '-layout', 'wrapper.pdf', '-').toString()
    expect(page).toMatch(/^\s*This document is encrypted\n/)
    expect(page).toContain('pdfdetach -saveall wrapper.pdf')
    expect(page).toContain('age -d -i key.txt -o document sealdrop.age')
    expect(page).not.toMatch(/age1|passport/)
    expect(page).not.toContain(recipient.slice(4, 14))
  })
})

describe('a recipient without SealDrop', () => {
  it.each([0, 1, 65_536, 65_537, 20 * MIB])(
    'opens %i bytes by what the page says',
    async size => {
      const original = pseudoRandom(size)
      const payload = await sealed(original)
      await write(payload)
      run(pdfdetach, '-saveall', 'wrapper.pdf')
      expect(readFileSync(at('sealdrop.age')).equals(await bytesOf(payload))).toBe(true)
      // With -o it would write no file at all for an empty original.
      expect(run(age, '-d', '-i', 'key.txt', 'sealdrop.age').equals(original)).toBe(true)
      rmSync(at('sealdrop.age'))
    },
    60_000,
  )
})

describe('a wrapper that another program saved again', () => {
  it.each([
    ['rewritten', []],
    ['without object streams', ['--object-streams=disable', '--preserve-unreferenced']],
    ['linearized', ['--linearize']],
    ['with its streams as they are', ['--stream-data=preserve']],
  ])('is not supported, but its attachment opens: %s', async (_, options) => {
    const original = pseudoRandom(1000)
    await write(await sealed(original))
    run(qpdf, ...options, 'wrapper.pdf', 'again.pdf')
    const again = new Blob([new Uint8Array(readFileSync(at('again.pdf')))])
    await expect(open(again, identity)).rejects.toMatchObject({ code: 'unsupported' })
    const saved = new Blob([new Uint8Array(attachmentOf('again.pdf'))])
    const { file, intact } = await open(saved, identity)
    expect([file.name, intact]).toEqual(['passport.pdf', true])
    expect((await bytesOf(file)).equals(original)).toBe(true)
  })
})
