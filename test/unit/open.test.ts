import { armor, Encrypter, generateHybridIdentity, identityToRecipient } from 'age-encryption'
import { beforeAll, describe, expect, it } from 'vitest'
import { hex } from '../../src/core/bytes.ts'
import type { Plain } from '../../src/core/contracts.ts'
import { readRecipient } from '../../src/core/recipient.ts'
import { generateIdentity, open, recipientFingerprint, recipientOf } from '../../src/open/index.ts'
import { noble } from '../../src/seal/schemes/age/aead.ts'
import { ageScheme } from '../../src/seal/schemes/age/age.ts'
import { formatHeader } from '../../src/seal/schemes/age/header.ts'
import { hkdf } from '../../src/seal/schemes/age/kdf.ts'
import { sealPayload } from '../../src/seal/schemes/age/payload.ts'
import type { Stanza } from '../../src/seal/schemes/age/stanza.ts'
import { wrapX25519 } from '../../src/seal/schemes/age/x25519.ts'
import { pseudoRandom } from './pseudo-random.ts'

type Bytes = Uint8Array<ArrayBuffer>

const job = { signal: new AbortController().signal, progress: (): void => {} }
const encoder = new TextEncoder()
const PDF = encoder.encode('%PDF-1.7\nwhatever follows')
let identity = ''
let recipient = ''
let stranger = ''

beforeAll(async () => {
  identity = await generateIdentity()
  recipient = await recipientOf(identity)
  stranger = await generateIdentity()
})

const bytesOf = async (blob: Blob): Promise<Bytes> => new Uint8Array(await blob.arrayBuffer())
const sha256 = async (bytes: Bytes): Promise<string> =>
  hex(await crypto.subtle.digest('SHA-256', bytes))

const sealed = async (bytes: Bytes, facts: Partial<Plain> = {}): Promise<Bytes> => {
  const plain = { blob: new Blob([bytes]), name: 'a.pdf', type: 'application/pdf', remarks: [] }
  const spec = { scheme: 'age', recipients: [recipient] } as const
  return bytesOf((await ageScheme.seal({ ...plain, ...facts }, spec, job)).body)
}

const refused = async (file: BlobPart, code: string, opener = identity): Promise<void> => {
  await expect(open(new Blob([file]), opener)).rejects.toMatchObject({
    name: 'SealDropError',
    code,
  })
}

const record = async (bytes: Bytes, changes: object = {}): Promise<object> => ({
  v: 1,
  name: 'a.pdf',
  type: 'application/pdf',
  size: bytes.length,
  sha256: await sha256(bytes),
  checks: [],
  remarks: [],
  sealedAt: '2026-01-01T00:00:00.000Z',
  by: 'test',
  ...changes,
})

const TYPE = 'sealdrop.dev/record'
type Bodies = readonly { readonly text: string | Bytes; readonly args?: readonly string[] }[]

/** A file for `recipient` with whatever somebody hostile writes as records, its MAC and all else right. */
const forged = async (bytes: Bytes, records: Bodies, more: readonly Stanza[] = []) => {
  const fileKey = crypto.getRandomValues(new Uint8Array(16))
  const nonce = crypto.getRandomValues(new Uint8Array(16))
  const stanzas: Stanza[] = [await wrapX25519(fileKey, readRecipient(recipient), noble)]
  const recordAead = await noble(await hkdf(fileKey, new Uint8Array(0), `${TYPE} v1`))
  for (const { text, args = [TYPE, 'v1'] } of records) {
    const padded = new Uint8Array(1024).fill(0x20)
    if (typeof text === 'string') padded.set(encoder.encode(text))
    const body = await recordAead(new Uint8Array(12), typeof text === 'string' ? padded : text)
    stanzas.push({ args, body })
  }
  const header = await formatHeader([...stanzas, ...more], fileKey)
  const aead = await noble(await hkdf(fileKey, nonce, 'payload'))
  const { parts } = await sealPayload(new Blob([bytes]), aead, job)
  return bytesOf(new Blob([header, nonce, ...parts]))
}

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

describe('the record', () => {
  it('may be absent', async () => {
    const { file, intact, record } = await open(new Blob([await forged(PDF, [])]), identity)
    expect(await bytesOf(file)).toEqual(PDF)
    expect([file.name, file.type, intact, record]).toEqual([
      'document.pdf',
      'application/pdf',
      false,
      undefined,
    ])
  })

  it('of an unknown version is none', async () => {
    const text = JSON.stringify(await record(PDF))
    const file = await forged(PDF, [{ text, args: [TYPE, 'v2'] }])
    expect(await open(new Blob([file]), identity)).toMatchObject({ intact: false })
    expect(await open(new Blob([file]), identity)).not.toHaveProperty('record')
  })

  it('is read when it is right', async () => {
    const more = '{"more":"ignored","__proto__":{"lastModified":1},'
    const text = more + JSON.stringify(await record(PDF)).slice(1)
    const opened = await open(new Blob([await forged(PDF, [{ text }])]), identity)
    expect(opened.intact).toBe(true)
    expect(opened.record).toEqual(await record(PDF))
  })

  it('must be one, of one argument and the right length', async () => {
    const text = JSON.stringify(await record(PDF))
    const one = { text }
    for (const records of [
      [one, one],
      [one, { text, args: [TYPE, 'v2'] }],
      [{ text, args: [TYPE, 'v2'] }, one],
      [{ text, args: [TYPE] }],
      [{ text, args: [TYPE, 'v1', 'x'] }],
      [{ text: encoder.encode(text) }],
      [{ text: encoder.encode(text.padEnd(1025)) }],
    ])
      await refused(await forged(PDF, records), 'damaged')
    const other = { args: [TYPE, 'v1'], body: pseudoRandom(1040) }
    await refused(await forged(PDF, [], [other]), 'damaged')
  })

  it.each([
    ['null', null],
    ['a list', []],
    ['a number', 1],
    ['an empty object', {}],
  ])('is no %s', async (_, value) =>
    refused(await forged(PDF, [{ text: JSON.stringify(value) }]), 'damaged'),
  )

  it('is UTF-8 and JSON', async () => {
    const text = JSON.stringify(await record(PDF)).padEnd(1024)
    const bytes = encoder.encode(text)
    bytes[text.indexOf('a.pdf')] = 0xff
    await refused(await forged(PDF, [{ text: bytes }]), 'damaged')
    await refused(await forged(PDF, [{ text: '{"v":1' }]), 'damaged')
    await refused(await forged(PDF, [{ text: new Uint8Array(1024) }]), 'damaged')
  })

  it.each<[string, object]>([
    ['another v', { v: 2 }],
    ['v as text', { v: '1' }],
    ['no name', { name: undefined }],
    ['a name that is none', { name: { toString: 'x' } }],
    ['no type', { type: null }],
    ['another size', { size: PDF.length + 1 }],
    ['a size below zero', { size: -1 }],
    ['half a size', { size: 0.5 }],
    ['a huge size', { size: 2 ** 53 }],
    ['a size as text', { size: `${PDF.length}` }],
    ['another hash', { sha256: '0'.repeat(64) }],
    ['a short hash', { sha256: '0'.repeat(63) }],
    ['no hash', { sha256: undefined }],
    ['a wrong time', { lastModified: '1' }],
    ['half a time', { lastModified: 1.5 }],
    ['no time at all', { lastModified: null }],
    ['a time beyond all dates', { lastModified: 8.64e15 + 1 }],
    ['checks as text', { checks: 'size' }],
    ['numbers as checks', { checks: [1] }],
    ['no remarks', { remarks: undefined }],
    ['too many remarks', { remarks: Array.from({ length: 65 }, () => '') }],
    ['no sealedAt', { sealedAt: 1 }],
    ['no by', { by: undefined }],
  ])('contradicts or is malformed: %s', async (_, changes) =>
    refused(await forged(PDF, [{ text: JSON.stringify(await record(PDF, changes)) }]), 'damaged'),
  )

  it('needs the hash in small letters', async () => {
    const changes = { sha256: (await sha256(PDF)).toUpperCase() }
    await refused(
      await forged(PDF, [{ text: JSON.stringify(await record(PDF, changes)) }]),
      'damaged',
    )
  })

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Windows\\evil.exe', 'evil.exe'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['a\u0000b\u001b[31m\r\n.pdf', 'ab[31m.pdf'],
    ['con.pdf', '_con.pdf'],
    ['', 'file'],
    ['..', 'file'],
    ['\ud800', 'file'],
    ['x'.repeat(600), 'x'.repeat(255)],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ])('names a file safely: %j', async (name, safe) => {
    const text = JSON.stringify(await record(PDF, { name, type: 'text/html' }))
    const { file } = await open(new Blob([await forged(PDF, [{ text }])]), identity)
    expect([file.name, file.type]).toEqual([safe, 'application/pdf'])
  })
})

describe('what was tampered with', () => {
  const CHUNK = 65_536 + 16
  const original = pseudoRandom(2 * 65_536 + 1000)
  let whole: Bytes = new Uint8Array()
  let start = 0

  beforeAll(async () => {
    whole = await sealed(original)
    const mac = Buffer.from(whole).indexOf('\n--- ')
    start = whole.indexOf(0x0a, mac + 1) + 1 + 16
  })

  it('opens as it is', async () => {
    const { file, intact } = await open(new Blob([whole]), identity)
    expect(intact).toBe(true)
    expect(Buffer.from(await bytesOf(file)).equals(original)).toBe(true)
  })

  it('is refused cut anywhere near a chunk’s edge', async () => {
    const edges = [start - 16, start, start + CHUNK, start + 2 * CHUNK, whole.length]
    const ends = edges.flatMap(edge => [edge - 17, edge - 16, edge - 1, edge, edge + 1])
    for (const end of [...new Set(ends)].filter(end => end < whole.length))
      await refused(whole.subarray(0, end), 'damaged')
  })

  it('is refused cut within the header', async () => {
    for (let end = 22; end < start - 16; end += 7) await refused(whole.subarray(0, end), 'damaged')
    for (let end = 0; end < 22; end++) await refused(whole.subarray(0, end), 'unsupported')
  })

  it('is refused with more behind it', async () => {
    for (const more of [new Uint8Array(1), new Uint8Array(16), whole.subarray(start), whole])
      await refused(new Uint8Array([...whole, ...more]), 'damaged')
  })

  it('is refused with chunks swapped, repeated, dropped, or taken from another file', async () => {
    const head = whole.subarray(0, start)
    const chunk = (at: number, from = whole): Bytes =>
      from.subarray(start + at * CHUNK, start + (at + 1) * CHUNK)
    const other = await sealed(original)
    const [a, b, c] = [chunk(0), chunk(1), chunk(2)]
    const orders = [
      ...[[], [a], [b], [c], [a, b], [a, c], [b, c], [a, a], [b, a, c], [a, c, b], [c, b, a]],
      ...[
        [a, a, c],
        [a, b, b],
        [a, a, b, c],
        [a, b, b, c],
        [a, b, c, c],
        [a, b, c, a],
      ],
      ...[
        [chunk(0, other), b, c],
        [a, chunk(1, other), c],
        [a, b, chunk(2, other)],
      ],
    ]
    for (const order of orders)
      await expect(open(new Blob([head, ...order]), identity)).rejects.toMatchObject({
        code: 'damaged',
      })
    // The same header with another's payload, and the other way round.
    await refused(
      new Uint8Array([...whole.subarray(0, start), ...other.subarray(start)]),
      'damaged',
    )
    await refused(
      new Uint8Array([...whole.subarray(0, start - 16), ...other.subarray(start - 16)]),
      'damaged',
    )
  })

  it('is refused with any one bit flipped', async () => {
    const text = Buffer.from(whole).toString('latin1')
    const stanza = text.indexOf('-> X25519')
    const recordAt = text.indexOf(`-> ${TYPE}`)
    const draws = pseudoRandom(500 * 5, 7)
    const view = new DataView(draws.buffer)
    for (let turn = 0; turn < 500; turn++) {
      // Half of them hit the header, which is a hundredth of the file.
      const range = turn % 2 ? whole.length : start
      const at = view.getUint32(turn * 5) % range
      const bit = view.getUint8(turn * 5 + 4) % 8
      const flipped = whole.slice()
      flipped[at] = (flipped[at] ?? 0) ^ (1 << bit)
      const codes =
        at < stanza ? ['unsupported'] : at < recordAt ? ['damaged', 'no-identity'] : ['damaged']
      const code: string = await open(new Blob([flipped]), identity).then(
        () => 'opened',
        cause => cause.code,
      )
      expect(codes, `byte ${at}, bit ${bit}`).toContain(code)
    }
  }, 120_000)

  it('is refused with more than 64 KiB of header', async () => {
    const grease = (size: number): Stanza => ({ args: ['grease'], body: new Uint8Array(size) })
    const fits = await forged(PDF, [], [grease(45_000)])
    expect((await open(new Blob([fits]), identity)).intact).toBe(false)
    for (const size of [50_000, 1_000_000])
      await refused(await forged(PDF, [], [grease(size)]), 'damaged')
    await refused(`age-encryption.org/v1\n${'-> x\n\n'.repeat(200_000)}`, 'damaged')
    await refused(`age-encryption.org/v1\n${'x'.repeat(1_000_000)}`, 'damaged')
  })
})

describe('the recipient’s fingerprint', () => {
  it('is five groups of four', async () => {
    expect(await recipientFingerprint('age1')).toMatch(/^([0-9a-f]{4} ){4}[0-9a-f]{4}$/)
    const digest = await sha256(encoder.encode(recipient))
    expect((await recipientFingerprint(recipient)).replaceAll(' ', '')).toBe(digest.slice(0, 20))
  })
})
