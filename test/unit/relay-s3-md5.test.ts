import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { S3Upstream } from '../../src/providers/s3/relay.ts'
import { verifyTicket } from '../../src/relay/index.ts'
import { type S3Sandbox, startS3 } from '../../src/sandbox/s3/sandbox.ts'
import { ANY, jsonOf, relayFor, type TestRelay, TICKET_KEY } from './relay-tools.ts'

// A service that compares no SHA-256: Content-MD5 is signed in its place.

const MIB = 1024 ** 2
let bucket: S3Sandbox
let relay: TestRelay
const relayTo = (more: Partial<S3Upstream>): TestRelay =>
  relayFor({ providers: { s3: { ...bucket.upstream, ...more } }, maxBytes: 200 * MIB })
beforeEach(async () => {
  bucket = await startS3()
  bucket.flip({ checksums: false, conditions: false })
  relay = relayTo({ contentMd5: true, ifNoneMatch: false })
})
afterEach(() => bucket.close())

const hashOf = (algorithm: 'md5' | 'sha256', bytes: Buffer): string =>
  createHash(algorithm).update(bytes).digest('base64')
const sumsOf = (bytes: Buffer) => ({ sha256: hashOf('sha256', bytes), md5: hashOf('md5', bytes) })
const ask = (operation: string, question: object) =>
  relay.visit('POST', `/s3/${operation}`, { body: JSON.stringify(question) })
const told = async (operation: string, question: object) => jsonOf(await ask(operation, question))
const ticketOf = (answer: Response) =>
  verifyTicket(answer.headers.get('sealdrop-ticket'), TICKET_KEY, ANY)

interface Signed {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly key: string
}
const signedFor = async (bytes: Buffer): Promise<Signed> => {
  const question = { parcel: randomUUID(), size: bytes.length, ...sumsOf(bytes) }
  return (await told('put', question)) as unknown as Signed
}
const put = async ({ url, headers }: Signed, body: Buffer): Promise<string> => {
  const answer = await fetch(url, { method: 'PUT', headers, body: new Uint8Array(body) })
  return /<Code>(\w+)</.exec(await answer.text())?.[1] ?? String(answer.status)
}

describe('where Content-MD5 is signed, a page', () => {
  test('that does not know so is asked for the MD5', async () => {
    const { sha256 } = sumsOf(randomBytes(9))
    const question = { parcel: randomUUID(), size: 9, sha256 }
    expect(await told('put', question)).toEqual({ contentMd5: true })
  })

  test('gets these very bytes signed, and no SHA-256', async () => {
    const { url, headers } = await signedFor(randomBytes(1000))
    expect(new URL(url).searchParams.get('X-Amz-SignedHeaders')).toBe(
      'content-length;content-md5;content-type;host',
    )
    expect(Object.keys(headers).sort()).toEqual(['content-md5', 'content-type'])
  })

  test('stores what was signed, and nothing else', async () => {
    const bytes = randomBytes(1000)
    const signed = await signedFor(bytes)
    const other = randomBytes(1000)
    expect(await put(signed, other)).toBe('BadDigest')
    const forged = {
      ...signed,
      headers: { ...signed.headers, 'content-md5': hashOf('md5', other) },
    }
    expect(await put(forged, other)).toBe('SignatureDoesNotMatch')
    const { 'content-md5': _, ...bare } = signed.headers
    expect(await put({ ...signed, headers: bare }, other)).toBe('SignatureDoesNotMatch')
    expect(await put(signed, bytes.subarray(1))).toBe('SignatureDoesNotMatch')
    expect(bucket.received()).toEqual([])
    expect(await put(signed, bytes)).toBe('200')
  })

  test.each([
    ['in hex', 'd41d8cd98f00b204e9800998ecf8427e'],
    ['of another length', 'd41d8cd98f00'],
    ['with a line of its own', `${hashOf('md5', randomBytes(1))}\r\nx-amz-acl: public-read`],
    ['that is no text', 7],
  ])('gets nothing for an MD5 %s', async (_, md5) => {
    const question = { parcel: randomUUID(), size: 9, ...sumsOf(randomBytes(9)), md5 }
    expect((await ask('put', question)).status).toBe(403)
  })

  test('gets a ticket once the bucket has what was sent: with its size, without a SHA-256', async () => {
    const bytes = randomBytes(1000)
    const signed = await signedFor(bytes)
    await put(signed, bytes)
    const question = { key: signed.key, size: 1000, ...sumsOf(bytes) }
    const ticket = await ticketOf(await ask('head', question))
    expect(ticket).toMatchObject({ reference: signed.key, size: 1000 })
    expect(ticket).not.toHaveProperty('sha256')
    const other = { ...question, ...sumsOf(randomBytes(1)) }
    const answer = await ask('head', other)
    expect(await ticketOf(answer)).toBeUndefined()
    expect(await jsonOf(answer)).toEqual({ key: signed.key, differs: true })
  })

  test('sends parts the same way, and completes them for a service that knows no SHA-256', async () => {
    const bytes = randomBytes(6 * MIB)
    const question = { parcel: randomUUID(), size: bytes.length, partSize: 5 * MIB }
    const { key, uploadId } = await told('create', question)
    const chunks = [bytes.subarray(0, 5 * MIB), bytes.subarray(5 * MIB)]
    const parts = []
    for (const [at, chunk] of chunks.entries()) {
      const { md5, sha256 } = sumsOf(chunk)
      const part = at + 1
      expect(await told('part', { uploadId, part, sha256 })).toEqual({ contentMd5: true })
      const signed = (await told('part', { uploadId, part, sha256, md5 })) as unknown as Signed
      expect(await put(signed, randomBytes(chunk.length))).toBe('BadDigest')
      expect(await put(signed, chunk)).toBe('200')
      parts.push({ part, etag: createHash('md5').update(chunk).digest('hex'), sha256 })
    }
    const listed = (await told('list', { uploadId })).parts as { etag: string }[]
    const named = parts.map((part, at) => ({ ...part, etag: listed[at]?.etag }))
    expect(named.map(({ etag }) => etag?.replaceAll('"', ''))).toEqual(parts.map(one => one.etag))
    expect((await ask('complete', { uploadId, parts: named })).status).toBe(200)
    const md5s = Buffer.concat(chunks.map(chunk => createHash('md5').update(chunk).digest()))
    const whole = { key, size: bytes.length, md5: `${hashOf('md5', md5s)}-2` }
    expect(await ticketOf(await ask('head', whole))).toMatchObject({ reference: key })
    expect(await told('head', { ...whole, md5: `${hashOf('md5', md5s)}-3` })).toEqual({
      key,
      differs: true,
    })
  })
})

test('a service that refuses the name of SHA-256 completes nothing without that option', async () => {
  relay = relayTo({ ifNoneMatch: false })
  const bytes = randomBytes(10)
  const { sha256 } = sumsOf(bytes)
  const { uploadId } = await told('create', { parcel: randomUUID(), size: 10, partSize: 5 * MIB })
  const signed = (await told('part', { uploadId, part: 1, sha256 })) as unknown as Signed
  expect(await put(signed, bytes)).toBe('200')
  const [part] = (await told('list', { uploadId })).parts as object[]
  const answer = await ask('complete', { uploadId, parts: [{ ...part, sha256 }] })
  expect(answer.status).toBe(400)
  expect(bucket.received()).toEqual([])
})

test('whether it is signed is true or false', () => {
  expect(() => relayTo({ contentMd5: 'yes' as never })).toThrow(
    expect.objectContaining({ code: 'misconfigured' }),
  )
})
