import { describe, expect, it } from 'vitest'
import { open } from '../../src/open/index.ts'
import { type Bytes, bytesOf } from '../age/forge.ts'
import { forged, identity, PDF, refused, sha256, TYPE } from './open-tools.ts'
import { pseudoRandom } from './pseudo-random.ts'

const encoder = new TextEncoder()

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
