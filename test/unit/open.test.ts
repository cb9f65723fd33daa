import { armor, Encrypter, generateHybridIdentity, identityToRecipient } from 'age-encryption'
import { describe, expect, it } from 'vitest'
import { generateIdentity, open, recipientFingerprint, recipientOf } from '../../src/open/index.ts'
import { bytesOf } from '../age/forge.ts'
import { identity, PDF, recipient, refused, sealed, sha256, stranger } from './open-tools.ts'
import { pseudoRandom } from './pseudo-random.ts'

describe('a key pair', () => {
  it('is a classic one unless a post-quantum one is asked for', async () => {
    expect(await generateIdentity()).toMatch(/^AGE-SECRET-KEY-1/)
    expect(await generateIdentity({ postQuantum: true })).toMatch(/^AGE-SECRET-KEY-PQ-1/)
  })

  it('is known by its identity, also with a line break behind it, as a file has one', async () => {
    expect(await recipientOf(`  ${identity}\n`)).toBe(recipient)
  })
})

describe('open', () => {
  it('gives back the file, its record, a safe name and the type by content', async () => {
    const facts = { name: 'pass port.pdf', type: 'image/png', lastModified: 1_767_225_600_000 }
    const { file, record, intact } = await open(new Blob([await sealed(PDF, facts)]), identity)
    expect(await bytesOf(file)).toEqual(PDF)
    expect([file.name, file.type, file.lastModified, intact]).toEqual([
      'pass port.pdf',
      'application/pdf',
      facts.lastModified,
      true,
    ])
    expect(record).toMatchObject({ v: 1, ...facts, size: PDF.length, sha256: await sha256(PDF) })
  })

  it.each([
    ['application/pdf', '%PDF-1.7\n'],
    ['image/jpeg', '\xff\xd8\xff\xe0\x00\x10JFIF\x00'],
    ['image/png', '\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR'],
    ['application/octet-stream', '<script>alert(1)</script>'],
    ['application/octet-stream', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['application/octet-stream', ''],
  ])('calls it %s by its content', async (type, content) => {
    const bytes = Uint8Array.from(content, letter => letter.charCodeAt(0))
    const { file } = await open(
      new Blob([await sealed(bytes, { type: 'text/html', name: 'a.html' })]),
      identity,
    )
    expect(file.type).toBe(type)
    expect(await bytesOf(file)).toEqual(bytes)
  })

  it.each([
    [9e15, undefined],
    [-9e15, undefined],
    [8_640_000_000_000_001, undefined],
    [Number.NaN, undefined],
    [0.5, undefined],
    [8_640_000_000_000_000, 8_640_000_000_000_000],
    [-8_640_000_000_000_000, -8_640_000_000_000_000],
    [0, 0],
  ])('opens what was sealed of a file that was changed at %f', async (lastModified, told) => {
    const { record, intact } = await open(new Blob([await sealed(PDF, { lastModified })]), identity)
    expect([record?.lastModified, intact]).toEqual([told, true])
  })

  it('opens armored files, whatever white space is around and in lines', async () => {
    const text = armor.encode(await sealed(PDF))
    for (const one of [text, `\n \t\n${text}\n\n`, text.replaceAll('\n', '\r\n')])
      expect((await open(new Blob([one]), identity)).intact).toBe(true)
    await refused(text.replace('-----END', '-----'), 'damaged')
    await refused(text.slice(0, -60), 'damaged')
    await refused(text.replace('AGE ENC', 'age ENC'), 'unsupported')
  })

  it('opens with a passphrase', async () => {
    const encrypter = new Encrypter()
    encrypter.setPassphrase('correct horse')
    encrypter.setScryptWorkFactor(4)
    const file = new Blob([new Uint8Array(await encrypter.encrypt(PDF))])
    const opened = await open(file, { passphrase: 'correct horse' })
    expect(await bytesOf(opened.file)).toEqual(PDF)
    expect([opened.intact, opened.record, opened.file.name]).toEqual([
      false,
      undefined,
      'document.pdf',
    ])
    for (const opener of [{ passphrase: 'wrong' }, identity, [identity, stranger], []])
      await expect(open(file, opener)).rejects.toMatchObject({ code: 'no-identity' })
  })

  it('does not begin with a passphrase that takes more work than age asks for', async () => {
    const encrypter = new Encrypter()
    encrypter.setPassphrase('correct horse')
    encrypter.setScryptWorkFactor(4)
    const text = Buffer.from(await encrypter.encrypt(PDF)).toString('latin1')
    const asking = (workFactor: string): Blob =>
      new Blob([Buffer.from(text.replace(/(-> scrypt \S+) 4\n/, `$1 ${workFactor}\n`), 'latin1')])
    for (const workFactor of ['19', '20']) {
      const file = asking(workFactor)
      await expect(open(file, { passphrase: 'correct horse' })).rejects.toMatchObject({
        code: 'unsupported',
        message: expect.stringContaining(`work factor ${workFactor}`),
      })
      await expect(open(file, identity)).rejects.toMatchObject({ code: 'no-identity' })
    }
    for (const malformed of ['21', '23', '+19', '019'])
      await expect(open(asking(malformed), { passphrase: 'correct horse' })).rejects.toMatchObject({
        code: 'damaged',
      })
    expect((await open(asking('4'), { passphrase: 'correct horse' })).intact).toBe(false)
  })

  it('opens for post-quantum recipients, which other clients make', async () => {
    const hybrid = await generateHybridIdentity()
    const encrypter = new Encrypter()
    encrypter.addRecipient(await identityToRecipient(hybrid))
    const file = new Blob([new Uint8Array(await encrypter.encrypt(PDF))])
    expect(await bytesOf((await open(file, [identity, hybrid])).file)).toEqual(PDF)
    await expect(open(file, identity)).rejects.toMatchObject({ code: 'no-identity' })
  })

  it('tries several identities, white space around them or not', async () => {
    const file = new Blob([await sealed(PDF)])
    for (const opener of [[stranger, identity], [identity, stranger], `\n${identity}\r\n`])
      expect((await open(file, opener)).intact).toBe(true)
  })

  it('refuses without the right identity, and never repeats one', async () => {
    const file = await sealed(PDF)
    await refused(file, 'no-identity', stranger)
    for (const wrong of ['', 'x', identity.slice(0, -1), `${identity}Q`, recipient]) {
      const error: Error = await open(new Blob([file]), wrong).then(
        () => expect.unreachable(),
        cause => cause,
      )
      expect(error).toMatchObject({ code: 'no-identity' })
      expect(error.cause).toBeUndefined()
      expect(error.message).not.toContain(identity.slice(20, 40))
    }
  })

  it.each([
    ['nothing', ''],
    ['a PDF', '%PDF-1.7\n'],
    ['another version', 'age-encryption.org/v2\n-> X25519 a\n\n--- a\n'],
    ['CRLF', 'age-encryption.org/v1\r\n'],
    ['a part of the first line', 'age-encryption.org/v1'],
  ])('does not know %s', (_, text) => refused(text, 'unsupported'))

  it('says what happens, and stops when asked to', async () => {
    const file = new Blob([await sealed(pseudoRandom(300_000))])
    const seen: number[] = []
    const progress = (done: number, total: number): void => {
      expect(total).toBe(file.size)
      seen.push(done)
    }
    await open(file, identity, { progress })
    expect(seen.at(-1)).toBe(file.size)
    const reason = new Error('enough')
    await expect(open(file, identity, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    const during = new AbortController()
    const stop = { signal: during.signal, progress: () => during.abort(reason) }
    await expect(open(file, identity, stop)).rejects.toBe(reason)
    const atEnd = new AbortController()
    const late = {
      signal: atEnd.signal,
      progress: (done: number, total: number) => done === total && atEnd.abort(reason),
    }
    await expect(open(file, identity, late)).rejects.toBe(reason)
  })
})

describe('the recipient’s fingerprint', () => {
  it('is five groups of four', async () => {
    expect(await recipientFingerprint('age1')).toMatch(/^([0-9a-f]{4} ){4}[0-9a-f]{4}$/)
    const digest = await sha256(new TextEncoder().encode(recipient))
    expect((await recipientFingerprint(recipient)).replaceAll(' ', '')).toBe(digest.slice(0, 20))
  })
})
