import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { S3Upstream } from '../../src/providers/s3/relay.ts'
import { verifyTicket } from '../../src/relay/index.ts'
import { type S3Sandbox, startS3 } from '../../src/sandbox/s3/sandbox.ts'
import { ANY, jsonOf, relayFor, type TestRelay, TICKET_KEY, type Visit } from './relay-tools.ts'
import { upstreamOf } from './relay-upstream-tools.ts'

const MIB = 1024 ** 2
let bucket: S3Sandbox
let relay: TestRelay
const relayTo = (more: Partial<S3Upstream> = {}): TestRelay =>
  relayFor({ providers: { s3: { ...bucket.upstream, ...more } }, maxBytes: 200 * MIB })
beforeEach(async () => {
  bucket = await startS3()
  relay = relayTo()
})
afterEach(() => bucket.close())

const checksumOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64')
const ask = (operation: string, question: object, visit: Visit = {}, to = relay) =>
  to.visit('POST', `/s3/${operation}`, { body: JSON.stringify(question), ...visit })

interface Signed {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly key: string
}
const signedFor = async (
  bytes: Buffer,
  parcel: string = randomUUID(),
  to = relay,
): Promise<Signed> => {
  const question = { parcel, size: bytes.length, sha256: checksumOf(bytes) }
  return (await jsonOf(await ask('put', question, {}, to))) as unknown as Signed
}
/** The code of S3's refusal, or the status. */
const put = async ({ url, headers }: Signed, body: Buffer): Promise<string> => {
  const answer = await fetch(url, { method: 'PUT', headers, body: new Uint8Array(body) })
  return /<Code>(\w+)</.exec(await answer.text())?.[1] ?? String(answer.status)
}

describe('while the store is down', () => {
  const fail = (): Promise<never> => Promise.reject(new Error('It is down.'))
  const store = { get: fail, set: fail, add: fail, delete: fail }
  const question = { parcel: randomUUID(), size: 9, sha256: checksumOf(Buffer.alloc(9)) }
  const asked = async (storeDown: 'allow' | 'refuse') => {
    const to = relayFor({ providers: { s3: bucket.upstream }, store, storeDown })
    const answer = await ask('put', question, {}, to)
    const { code, url } = await jsonOf(answer)
    return { status: answer.status, code, isSigned: url !== undefined }
  }

  test('nothing new is signed where the site says so', async () => {
    expect(await asked('refuse')).toEqual({ status: 503, code: 'store-down', isSigned: false })
    expect(await asked('allow')).toMatchObject({ status: 200, isSigned: true })
  })
})

describe('what the relay signs', () => {
  test('is these very bytes under this very key, once', async () => {
    const signed = await signedFor(randomBytes(1000))
    const { searchParams } = new URL(signed.url)
    expect(searchParams.get('X-Amz-SignedHeaders')).toBe(
      'content-length;content-type;host;if-none-match;x-amz-checksum-sha256',
    )
    expect(searchParams.get('X-Amz-Expires')).toBe('300')
    expect(Object.keys(signed.headers).sort()).toEqual([
      'content-type',
      'if-none-match',
      'x-amz-checksum-sha256',
    ])
  })

  test('is taken by the bucket, and the second time found to be there', async () => {
    const bytes = randomBytes(1000)
    const signed = await signedFor(bytes)
    expect(await put(signed, bytes)).toBe('200')
    expect(await put(signed, bytes)).toBe('PreconditionFailed')
    expect(bucket.sealed(signed.key).equals(bytes)).toBe(true)
  })

  test.each<
    [what: string, change: (signed: Signed, bytes: Buffer) => [Signed, Buffer], code: string]
  >([
    [
      'more bytes',
      (signed, bytes) => [signed, Buffer.concat([bytes, bytes])],
      'SignatureDoesNotMatch',
    ],
    ['fewer bytes', (signed, bytes) => [signed, bytes.subarray(1)], 'SignatureDoesNotMatch'],
    ['other bytes', (signed, bytes) => [signed, randomBytes(bytes.length)], 'BadDigest'],
    [
      'other bytes under their own checksum',
      ({ headers, ...signed }, bytes) => {
        const other = randomBytes(bytes.length)
        return [
          { ...signed, headers: { ...headers, 'x-amz-checksum-sha256': checksumOf(other) } },
          other,
        ]
      },
      'SignatureDoesNotMatch',
    ],
    [
      'another key',
      ({ url, ...signed }, bytes) => [
        { ...signed, url: url.replace('/uploads/', '/uploads/x') },
        bytes,
      ],
      'SignatureDoesNotMatch',
    ],
    [
      'no condition',
      ({ headers: { 'if-none-match': _, ...headers }, ...signed }, bytes) => [
        { ...signed, headers },
        bytes,
      ],
      'SignatureDoesNotMatch',
    ],
    [
      'another type',
      ({ headers, ...signed }, bytes) => [
        { ...signed, headers: { ...headers, 'content-type': 'text/html' } },
        bytes,
      ],
      'SignatureDoesNotMatch',
    ],
    [
      'a header of its own',
      ({ headers, ...signed }, bytes) => [
        { ...signed, headers: { ...headers, 'x-amz-acl': 'public-read' } },
        bytes,
      ],
      'AccessDenied',
    ],
    [
      'a part of the query taken away',
      ({ url, ...signed }, bytes) => [
        { ...signed, url: url.replace(/X-Amz-Expires=\d+/, 'X-Amz-Expires=9999') },
        bytes,
      ],
      'SignatureDoesNotMatch',
    ],
  ])('is refused with %s', async (_, change, code) => {
    const bytes = randomBytes(1000)
    expect(await put(...change(await signedFor(bytes), bytes))).toBe(code)
    expect(bucket.received()).toEqual([])
  })

  test.each([
    [301_000, 'AccessDenied'],
    [-16 * 60_000, 'AccessDenied'],
    [295_000, '200'],
  ])('where the bucket’s clock is %i ms ahead is answered %s', async (skewMs, code) => {
    bucket.flip({ skewMs })
    const bytes = randomBytes(10)
    expect(await put(await signedFor(bytes), bytes)).toBe(code)
  })

  test('has one key for one caller and parcel, and another for anybody else', async () => {
    const parcel = randomUUID()
    const [first, again] = [
      await signedFor(randomBytes(9), parcel),
      await signedFor(randomBytes(8), parcel),
    ]
    expect(again.key).toBe(first.key)
    expect(first.key).toMatch(/^uploads\/[\da-f-]{36}-[\w-]{43}$/)
    const others = await ask(
      'put',
      { parcel, size: 1, sha256: checksumOf(Buffer.alloc(1)) },
      { as: 'bob' },
    )
    expect((await jsonOf(others)).key).not.toBe(first.key)
  })

  const good = { parcel: randomUUID(), size: 1, sha256: checksumOf(Buffer.alloc(1)) }
  test.each<[what: string, question: object, status: number]>([
    ['no parcel', { ...good, parcel: undefined }, 403],
    ['a parcel that is no UUID', { ...good, parcel: '../x' }, 403],
    ['no checksum', { ...good, sha256: undefined }, 403],
    ['a checksum in hex', { ...good, sha256: 'a'.repeat(64) }, 403],
    ['no size', { ...good, size: undefined }, 403],
    ['a size below 0', { ...good, size: -1 }, 403],
    ['a size that is no whole number', { ...good, size: 1.5 }, 403],
    ['a size over the limit', { ...good, size: 200 * MIB + 1 }, 413],
    ['a key it made up', { ...good, key: 'uploads/other' }, 403],
    ['a key that is none', { ...good, key: 7 }, 403],
  ])('is nothing for %s', async (_, question, status) => {
    expect((await ask('put', question)).status).toBe(status)
  })

  test('is nothing for another one’s key', async () => {
    const { key } = await signedFor(randomBytes(9))
    expect((await ask('put', { ...good, key }, { as: 'bob' })).status).toBe(403)
    expect((await ask('head', { key }, { as: 'bob' })).status).toBe(403)
  })

  test('has the session token of temporary credentials in it, and a function may give them', async () => {
    const { accessKeyId, secretAccessKey, ...where } = bucket.upstream
    let asked = 0
    const temporary = relayFor({
      providers: {
        s3: {
          ...where,
          credentials: async () => {
            asked++
            return { accessKeyId, secretAccessKey, sessionToken: 'a-session-token' }
          },
        },
      },
    })
    const bytes = randomBytes(10)
    const signed = await signedFor(bytes, randomUUID(), temporary)
    expect(new URL(signed.url).searchParams.get('X-Amz-Security-Token')).toBe('a-session-token')
    expect(await put(signed, bytes)).toBe('200')
    expect(asked).toBe(1)
  })

  test('leaves out the condition where the service knows none', async () => {
    bucket.flip({ conditions: false })
    const bytes = randomBytes(10)
    expect(await put(await signedFor(bytes), bytes)).toBe('NotImplemented')
    const signed = await signedFor(bytes, randomUUID(), relayTo({ ifNoneMatch: false }))
    expect(await put(signed, bytes)).toBe('200')
  })
})

const ticketOf = (answer: Response) =>
  verifyTicket(answer.headers.get('sealdrop-ticket'), TICKET_KEY, ANY)

describe('a ticket', () => {
  test('is given once the relay has seen the object, and says its size and its hash', async () => {
    const bytes = randomBytes(1000)
    const signed = await signedFor(bytes)
    const question = { key: signed.key, size: 1000, sha256: checksumOf(bytes) }
    const early = await ask('head', question)
    expect([early.status, await ticketOf(early)]).toEqual([404, undefined])
    await put(signed, bytes)
    const ticket = await ticketOf(await ask('head', question))
    expect(ticket).toMatchObject({
      provider: 's3',
      reference: signed.key,
      client: 'ada',
      size: 1000,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })
  })

  test.each([
    ['size', { size: 999 }],
    ['checksum', { sha256: checksumOf(Buffer.alloc(1)) }],
  ])('is not given where the %s differs', async (_, wrong) => {
    const bytes = randomBytes(1000)
    const signed = await signedFor(bytes)
    await put(signed, bytes)
    const answer = await ask('head', {
      key: signed.key,
      size: 1000,
      sha256: checksumOf(bytes),
      ...wrong,
    })
    expect(await ticketOf(answer)).toBeUndefined()
    expect(await jsonOf(answer)).toEqual({ key: signed.key, differs: true })
  })

  test.each([
    ['the relay may not read', { readable: false }],
    ['the bucket keeps no checksum', { checksums: false }],
  ])('is not given where %s', async (_, fault) => {
    const bytes = randomBytes(1000)
    const signed = await signedFor(bytes)
    await put(signed, bytes)
    bucket.flip(fault)
    expect(await ticketOf(await ask('head', { key: signed.key, size: 1000 }))).toBeUndefined()
  })
})

describe('an upload in parts', () => {
  const size = 12 * MIB
  const bytes = randomBytes(size)
  const partSize = 5 * MIB
  const begin = async (visit: Visit = {}): Promise<{ key: string; uploadId: string }> => {
    const question = { parcel: randomUUID(), size, partSize }
    return (await jsonOf(await ask('create', question, visit))) as { key: string; uploadId: string }
  }
  const sendPart = async (uploadId: string, part: number) => {
    const body = bytes.subarray((part - 1) * partSize, part * partSize)
    const sha256 = checksumOf(body)
    const signed = (await jsonOf(
      await ask('part', { uploadId, part, sha256 }),
    )) as unknown as Signed
    const answer = await fetch(signed.url, {
      method: 'PUT',
      headers: signed.headers,
      body: new Uint8Array(body),
    })
    expect(answer.status).toBe(200)
    return { part, etag: answer.headers.get('etag'), sha256 }
  }

  test('is one object, whose ticket has its size', async () => {
    const { key, uploadId } = await begin()
    const parts = [
      await sendPart(uploadId, 1),
      await sendPart(uploadId, 2),
      await sendPart(uploadId, 3),
    ]
    const listed = await jsonOf(await ask('list', { uploadId }))
    expect(listed.parts).toMatchObject(parts)
    const completed = await jsonOf(await ask('complete', { uploadId, parts }))
    expect(completed).toEqual({ key, completed: true })
    expect(bucket.sealed(key).equals(bytes)).toBe(true)
    const ticket = await ticketOf(await ask('head', { key, size }))
    expect(ticket).toMatchObject({ reference: key, size })
    expect(ticket).not.toHaveProperty('sha256')
    expect(bucket.unfinished()).toEqual([])
  })

  test('is ended on demand, with all that arrived', async () => {
    const { uploadId } = await begin()
    await sendPart(uploadId, 1)
    expect((await ask('abort', { uploadId })).status).toBe(204)
    expect(bucket.unfinished()).toEqual([])
    expect((await ask('list', { uploadId })).status).toBe(404)
  })

  test('takes only parts of the size that was said at its beginning', async () => {
    const { uploadId } = await begin()
    const sha256 = checksumOf(bytes.subarray(0, 100))
    for (const part of [0, 4, 1.5, -1])
      expect((await ask('part', { uploadId, part, sha256 })).status).toBe(403)
    const signed = (await jsonOf(
      await ask('part', { uploadId, part: 3, sha256 }),
    )) as unknown as Signed
    expect(await put(signed, bytes.subarray(0, 100))).toBe('SignatureDoesNotMatch')
  })

  test('is completed with all of its parts, or not', async () => {
    const { uploadId } = await begin()
    const parts = [
      await sendPart(uploadId, 1),
      await sendPart(uploadId, 2),
      await sendPart(uploadId, 3),
    ]
    for (const wrong of [parts.slice(1), [...parts].reverse(), [], 'all', [{ part: 1 }]])
      expect((await ask('complete', { uploadId, parts: wrong })).status).toBe(403)
    const [first, ...rest] = parts
    const forged = [{ ...first, etag: '"><Part>' }, ...rest]
    expect((await ask('complete', { uploadId, parts: forged })).status).toBe(403)
    expect(bucket.received()).toEqual([])
  })

  test('is nobody else’s', async () => {
    const { uploadId } = await begin()
    const sha256 = checksumOf(bytes)
    for (const [operation, more] of [
      ['part', { part: 1, sha256 }],
      ['list', {}],
      ['abort', {}],
      ['complete', { parts: [] }],
    ] as const)
      expect((await ask(operation, { uploadId, ...more }, { as: 'bob' })).status).toBe(403)
    expect(bucket.unfinished()).toHaveLength(1)
  })

  test('that is begun twice by one request is begun once', async () => {
    const headers = { 'Idempotency-Key': `"${randomUUID()}"` }
    const parcel = randomUUID()
    const first = await jsonOf(await ask('create', { parcel, size, partSize }, { headers }))
    const again = await jsonOf(await ask('create', { parcel, size, partSize }, { headers }))
    expect(again).toEqual(first)
    expect(bucket.unfinished()).toHaveLength(1)
  })

  test.each([
    ['smaller than S3 takes', MIB],
    ['so small that there would be too many', 0],
    ['no number', Number.NaN],
  ])('has no parts that are %s', async (_, wrong) => {
    expect((await ask('create', { parcel: randomUUID(), size, partSize: wrong })).status).toBe(403)
  })

  test('whose completion fails inside a good status is not completed', async () => {
    const { uploadId } = await begin()
    const parts = [
      await sendPart(uploadId, 1),
      await sendPart(uploadId, 2),
      await sendPart(uploadId, 3),
    ]
    bucket.flip({ errorInside: true })
    const answer = await ask('complete', { uploadId, parts })
    expect([answer.status, (await jsonOf(answer)).code]).toEqual([502, 'InternalError'])
    bucket.flip({ errorInside: false })
    expect((await ask('complete', { uploadId, parts })).status).toBe(200)
  })
})

test('a visitor learns neither secret nor S3’s own words', async () => {
  const { uploadId } = (await jsonOf(
    await ask('create', { parcel: randomUUID(), size: 6 * MIB, partSize: 5 * MIB }),
  )) as { uploadId: string }
  bucket.dropUploads()
  const answer = await ask('list', { uploadId })
  expect(await answer.text()).toBe('<Error><Code>NoSuchUpload</Code></Error>')
  const said = await relay.saidSoFar()
  for (const secret of bucket.secrets) expect(said).not.toContain(secret)
})

test('nor what the relay’s own requests were signed with, should the bucket repeat it; and no more is searched for', async () => {
  const asked: string[] = []
  const made: string[] = []
  const { url } = await upstreamOf(({ url: path = '' }, response) => {
    asked.push(path)
    const signature = new URL(path, 'http://bucket').searchParams.get('X-Amz-Signature')
    response.writeHead(200, { 'Content-Type': 'application/xml' })
    response.end(
      path.includes('uploads=')
        ? '<InitiateMultipartUploadResult><UploadId>an-upload</UploadId></InitiateMultipartUploadResult>'
        : `<ListPartsResult><Part><PartNumber>1</PartNumber><ETag>"${signature}"</ETag><Size>1</Size></Part></ListPartsResult>`,
    )
  })
  const to = relayTo({ endpoint: url })
  const RealRegExp = RegExp
  const spied = vi.spyOn(globalThis, 'RegExp').mockImplementation(function (
    this: unknown,
    ...given: unknown[]
  ) {
    made.push(String(given[0]))
    return new RealRegExp(...(given as [string, string]))
  } as never)
  try {
    const question = { parcel: randomUUID(), size: 6 * MIB, partSize: 5 * MIB }
    const { uploadId } = await jsonOf(await ask('create', question, {}, to))
    const answer = await ask('list', { uploadId }, {}, to)
    expect([asked.length, await jsonOf(answer)]).toEqual([2, { parts: [] }])
  } finally {
    spied.mockRestore()
  }
  // A pattern of a whole query has 15,000 characters and more, and is another one for each request.
  expect(Math.max(...made.map(({ length }) => length))).toBeLessThan(8_000)
})

test('a relay whose credentials are refused says so', async () => {
  const wrong = relayTo({ secretAccessKey: 'another-secret-access-key' })
  const question = { parcel: randomUUID(), size: 6 * MIB, partSize: 5 * MIB }
  const answer = await ask('create', question, {}, wrong)
  expect([answer.status, (await jsonOf(answer)).code]).toEqual([502, 'bad-credentials'])
})

test.each<[what: string, options: object]>([
  ['no region', { region: undefined }],
  ['no secret', { secretAccessKey: '' }],
  ['no key', { accessKeyId: undefined }],
  ['a bucket with a slash', { bucket: 'a/b' }],
  ['a prefix that goes up', { prefix: '../' }],
  ['a prefix that begins with a slash', { prefix: '/uploads/' }],
  ['a prefix with an empty folder', { prefix: 'a//b/' }],
  ['a prefix with a question mark', { prefix: 'a?b' }],
  ['signatures for longer than S3 allows', { signSeconds: 604_801 }],
  ['signatures for no time', { signSeconds: 0 }],
  ['a condition that is neither', { ifNoneMatch: 'yes' }],
  ['credentials that are no function', { credentials: {} }],
  ['an option it does not know', { secretKey: 'a' }],
])('%s is refused when the relay is made', (_, options) => {
  expect(() => relayTo(options as Partial<S3Upstream>)).toThrow(
    expect.objectContaining({ code: 'misconfigured' }),
  )
})

test('a bucket may be its endpoint’s own', async () => {
  const { bucket: name, endpoint, ...rest } = bucket.upstream
  const own = relayFor({ providers: { s3: { ...rest, endpoint: `${endpoint}/${name}` } } })
  const bytes = randomBytes(10)
  expect(await put(await signedFor(bytes, randomUUID(), own), bytes)).toBe('200')
})
