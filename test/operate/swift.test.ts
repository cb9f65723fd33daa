import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { generateIdentity, open, recipientOf } from '../../src/open/index.ts'
import type { S3Upstream } from '../../src/providers/s3/relay.ts'
import { verifyTicket } from '../../src/relay/index.ts'
import { paddedPdf } from '../documents.ts'
import { type Chromium, launchChromium } from '../engines/driver/chromium.ts'
import { visitorOn } from '../engines/visitor.ts'
import { ANY, jsonOf, relayFor, type TestRelay, TICKET_KEY } from '../unit/relay-tools.ts'
import { type SwiftSite, startSwiftSite } from './swift/site.ts'
import { findSwift } from './swift/swift.ts'

// A bucket that is not ours: OpenStack Swift's S3 API. It compares Content-MD5 and no SHA-256, and knows no If-None-Match.

const MIB = 1024 ** 2
const isThere = findSwift()

let identity: string
let site: SwiftSite
beforeAll(async () => {
  if (!isThere) return
  identity = await generateIdentity()
  site = await startSwiftSite(await recipientOf(identity))
})
afterAll(() => site?.close())
afterEach(() => vi.useRealTimers())

describe.skipIf(!isThere)('from a page, into Swift,', () => {
  let chromium: Chromium
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sealdrop-'))
    chromium = await launchChromium()
  })
  afterAll(async () => {
    await chromium?.close()
    await rm(folder, { recursive: true })
  })

  test.each([
    ['a document goes in one request', MIB, 1],
    ['one over 64 MiB goes in parts', 66 * MIB, 9],
  ])('%s, and is there byte for byte', async (_, bytes, requests) => {
    const original = await paddedPdf(bytes)
    const path = join(folder, `${bytes}.pdf`)
    await writeFile(path, original)
    const tab = await chromium.open()
    const methods: string[] = []
    tab.page.on('response', answer => {
      if (answer.url().startsWith(site.swift.upstream.endpoint))
        methods.push(`${answer.request().method()} ${answer.status()}`)
    })
    const visitor = visitorOn(tab)
    await visitor.goes(site.url)
    await visitor.chooses(path)
    await visitor.sees('Delivered')
    const [receipt] = await tab.evaluate(
      () => document.querySelector('seal-drop')?.receipts.map(it => ({ ...it })) ?? [],
    )
    expect(methods.filter(one => !one.startsWith('OPTIONS'))).toEqual(
      Array.from({ length: requests }, () => 'PUT 200'),
    )
    const stored = await site.swift.stored(receipt?.reference ?? '')
    expect(
      createHash('sha256')
        .update(stored ?? '')
        .digest('hex'),
    ).toBe(receipt?.sealed.sha256)
    const { file, intact } = await open(new Blob([new Uint8Array(stored ?? [])]), identity)
    expect(intact).toBe(true)
    expect(original.equals(Buffer.from(await file.arrayBuffer()))).toBe(true)
    const ticket = await verifyTicket(receipt?.facts.ticket ?? null, TICKET_KEY, ANY)
    expect(ticket).toMatchObject({ reference: receipt?.reference, size: stored?.length })
    expect(tab.complaints).toEqual([])
    await tab.close()
  })
})

describe.skipIf(!isThere)('what the relay signs, Swift', () => {
  interface Signed {
    readonly url: string
    readonly headers: Readonly<Record<string, string>>
    readonly key: string
  }
  const withMd5 = { ifNoneMatch: false, contentMd5: true }
  const relayTo = (more: Partial<S3Upstream> = withMd5): TestRelay =>
    relayFor({ providers: { s3: { ...site.swift.upstream, ...more } }, maxBytes: 200 * MIB })
  const hashOf = (algorithm: 'md5' | 'sha256', bytes: Buffer): string =>
    createHash(algorithm).update(bytes).digest('base64')
  const told = async (relay: TestRelay, operation: string, question: object) =>
    jsonOf(await relay.visit('POST', `/s3/${operation}`, { body: JSON.stringify(question) }))
  const sumsOf = (bytes: Buffer) => ({
    sha256: hashOf('sha256', bytes),
    md5: hashOf('md5', bytes),
  })
  const signedFor = async (bytes: Buffer, relay = relayTo()): Promise<Signed> => {
    const question = { parcel: randomUUID(), size: bytes.length, ...sumsOf(bytes) }
    return (await told(relay, 'put', question)) as unknown as Signed
  }
  /** The code of its refusal, or the status. */
  const put = async ({ url, headers }: Signed, body: Buffer): Promise<string> => {
    const answer = await fetch(url, { method: 'PUT', headers, body: new Uint8Array(body) })
    return /<Code>(\w+)</.exec(await answer.text())?.[1] ?? String(answer.status)
  }
  const stored = ({ key }: Signed) => site.swift.stored(key)
  const bytes = randomBytes(1000)

  test('takes, for these very bytes', async () => {
    const signed = await signedFor(bytes)
    expect(await put(signed, bytes)).toBe('200')
    expect(bytes.equals((await stored(signed)) ?? Buffer.of())).toBe(true)
  })

  test.each<[what: string, change: (signed: Signed) => [Signed, Buffer], code: string]>([
    ['other bytes', signed => [signed, randomBytes(1000)], 'BadDigest'],
    [
      'other bytes with their own MD5',
      signed => {
        const other = randomBytes(1000)
        const headers = { ...signed.headers, 'content-md5': hashOf('md5', other) }
        return [{ ...signed, headers }, other]
      },
      'SignatureDoesNotMatch',
    ],
    [
      'no MD5',
      ({ headers: { 'content-md5': _, ...headers }, ...signed }) => [
        { ...signed, headers },
        randomBytes(1000),
      ],
      'SignatureDoesNotMatch',
    ],
    ['more bytes', signed => [signed, Buffer.concat([bytes, bytes])], 'SignatureDoesNotMatch'],
    ['fewer bytes', signed => [signed, bytes.subarray(1)], 'SignatureDoesNotMatch'],
    [
      'another key',
      signed => [{ ...signed, url: signed.url.replace(signed.key, `${signed.key}x`) }, bytes],
      'SignatureDoesNotMatch',
    ],
    [
      'another type',
      signed => [{ ...signed, headers: { ...signed.headers, 'content-type': 'text/html' } }, bytes],
      'SignatureDoesNotMatch',
    ],
    [
      'a longer time',
      signed => [
        { ...signed, url: signed.url.replace(/X-Amz-Expires=\d+/, 'X-Amz-Expires=9999') },
        bytes,
      ],
      'SignatureDoesNotMatch',
    ],
  ])('refuses for %s', async (_, change, code) => {
    const signed = await signedFor(bytes)
    const [changed, body] = change(signed)
    expect(await put(changed, body)).toBe(code)
    expect(await stored(signed)).toBeUndefined()
    expect(await stored({ ...signed, key: `${signed.key}x` })).toBeUndefined()
  })

  test('refuses once its time is over', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 301_000 })
    const signed = await signedFor(bytes)
    vi.useRealTimers()
    expect(await put(signed, bytes)).toBe('AccessDenied')
    expect(await stored(signed)).toBeUndefined()
  })

  test('refuses where the secret is another', async () => {
    const relay = relayTo({ ...withMd5, secretAccessKey: 'another-secret-access-key' })
    const signed = await signedFor(bytes, relay)
    expect(await put(signed, bytes)).toBe('SignatureDoesNotMatch')
    const begun = { parcel: randomUUID(), size: 6 * MIB, partSize: 5 * MIB }
    expect(await told(relay, 'create', begun)).toMatchObject({ code: 'bad-credentials' })
    expect(await stored(signed)).toBeUndefined()
  })

  test('answers 501 to If-None-Match, and takes it without', async () => {
    const signed = await signedFor(bytes, relayTo({ contentMd5: true }))
    expect(signed.headers['if-none-match']).toBe('*')
    expect(await put(signed, bytes)).toBe('NotImplemented')
    expect(await stored(signed)).toBeUndefined()
  })

  test('holds to no SHA-256: with that alone, other bytes of the size pass, and there is no ticket', async () => {
    const relay = relayTo({ ifNoneMatch: false })
    const signed = await signedFor(bytes, relay)
    const other = randomBytes(1000)
    expect(await put(signed, other)).toBe('200')
    const question = { key: signed.key, size: 1000, sha256: hashOf('sha256', bytes) }
    const body = JSON.stringify(question)
    const answer = await relay.visit('POST', '/s3/head', { body })
    expect([answer.status, answer.headers.get('sealdrop-ticket')]).toEqual([200, null])
  })

  test('ends an upload in parts on demand', async () => {
    const relay = relayTo()
    const begun = { parcel: randomUUID(), size: 6 * MIB, partSize: 5 * MIB }
    const { uploadId } = await told(relay, 'create', begun)
    const chunk = randomBytes(5 * MIB)
    const question = { uploadId, part: 1, ...sumsOf(chunk) }
    const signed = (await told(relay, 'part', question)) as unknown as Signed
    expect(await put(signed, randomBytes(chunk.length))).toBe('BadDigest')
    expect(await put(signed, chunk)).toBe('200')
    expect((await told(relay, 'list', { uploadId })).parts).toMatchObject([{ part: 1 }])
    const body = JSON.stringify({ uploadId })
    expect((await relay.visit('POST', '/s3/abort', { body })).status).toBe(204)
    const gone = await relay.visit('POST', '/s3/list', { body })
    expect([gone.status, await gone.text()]).toEqual([404, expect.stringContaining('NoSuchUpload')])
  })
})
