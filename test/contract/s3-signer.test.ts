import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { isAbortError } from '../../src/core/abort.ts'
import { type S3Options, type Sign, s3 } from '../../src/providers/s3/transport.ts'
import { createSession } from '../../src/session/session.ts'
import { createThread } from '../../src/thread/client.ts'
import type { Thread } from '../../src/thread/thread.ts'
import { startSandbox } from '../contract-tools.ts'
import { askedOf, direct, relayed, resetAt, type S3Line, sceneOf } from './s3-tools.ts'
import { pdfOf } from './session-tools.ts'
import { bytesOf } from './transport.ts'

let line: S3Line
let thread: Thread
beforeAll(async () => {
  line = await direct()
  thread = createThread()
})
beforeEach(async () => {
  await resetAt(line)
})
afterAll(async () => {
  thread.close()
  await line.close()
})

/** The site's own function, as the README has it: it asks a server of the site's. */
const signAt =
  (
    { endpoint, headers: own }: Pick<S3Line, 'endpoint' | 'headers'>,
    change = (it: unknown) => it,
  ): Sign =>
  async ({ operation, ...question }, { signal }) => {
    const init = { method: 'POST', headers: own, body: JSON.stringify(question), signal }
    return change(await (await fetch(`${endpoint}/${operation}`, init)).json()) as never
  }
const file = new Blob([bytesOf(3000)])
const sceneWith = (options: Partial<S3Options>) => sceneOf(line, thread, options)

describe('a site’s own function signs', () => {
  it('what goes into the bucket, and hears the question and what authorize gives', async () => {
    const asked: unknown[] = []
    const sign: Sign = (question, context) => {
      asked.push([question, context.headers.get('x-visitor')])
      return signAt(line)(question, context)
    }
    const { parcel, go } = sceneWith({ sign, authorize: () => ({ 'X-Visitor': 'ada' }) })
    const made = await parcel(file)
    const { reference, facts } = await go(made)
    expect(asked).toEqual([
      [
        {
          operation: 'put',
          parcel: made.key,
          size: 3000,
          sha256: expect.stringMatching(/^[\w+/]{43}=$/),
        },
        'ada',
      ],
    ])
    expect(facts).toEqual({})
    expect(await line.received()).toMatchObject([{ id: reference, size: 3000 }])
  })

  it('and nothing that authorize gives goes to the bucket', async () => {
    const { parcel, go } = sceneWith({
      sign: signAt(line),
      authorize: () => ({ 'X-Visitor': 'ada', Authorization: 'Bearer of-the-site' }),
    })
    await go(await parcel(file))
    const all = await (await fetch(`${line.origin}/_sandbox/requests`)).text()
    expect(all).not.toContain('of-the-site')
    expect(all).not.toContain('x-visitor')
  })

  it('anew for each try, for the same key', async () => {
    const keys: unknown[] = []
    const sign: Sign = (question, context) => {
      keys.push(question.key)
      return signAt(line)(question, context)
    }
    const { parcel, go, fail } = sceneWith({ sign })
    await line.flip({ dropAnswer: { times: 1, connection: 'fresh' } })
    const made = await parcel(file)
    expect(await fail(made)).toMatchObject({ retryable: true, outcome: 'unknown' })
    const { reference } = await go(made, { uncertain: true })
    expect(keys).toEqual([undefined, reference])
    expect(await line.received()).toHaveLength(1)
  })

  it('or fails: then it may be tried again, and nothing was sent', async () => {
    const cause = new TypeError('Failed to fetch')
    const { parcel, fail } = sceneWith({ sign: () => Promise.reject(cause) })
    const error = await fail(await parcel(file))
    expect(error).toMatchObject({ code: 'network', retryable: true, outcome: 'unsent' })
    expect(error.cause).toBe(cause)
    expect(await askedOf(line)).toEqual([])
  })

  it('and is not waited for once nobody wants it', async () => {
    const controller = new AbortController()
    const sign: Sign = () => {
      controller.abort()
      return new Promise(() => {})
    }
    const { parcel, go } = sceneWith({ sign })
    const thrown = await go(await parcel(file), { signal: controller.signal }).catch(
      (it: unknown) => it,
    )
    expect(isAbortError(thrown)).toBe(true)
  })

  const isText = (value: unknown): value is string => typeof value === 'string'
  const changed =
    (change: (signed: { url: string; key: string; headers: object }) => unknown) => (it: unknown) =>
      change(it as { url: string; key: string; headers: object })
  it.each<[what: string, change: (it: unknown) => unknown]>([
    ['nothing', () => undefined],
    ['a text', () => 'https://bucket.example/a'],
    ['no URL', changed(({ key }) => ({ key }))],
    ['a URL that is none', changed(it => ({ ...it, url: '/bucket' }))],
    ['a URL of another key', changed(it => ({ ...it, url: it.url.replace('/uploads/', '/x/') }))],
    [
      'a URL at another origin',
      changed(it => ({ ...it, url: it.url.replace('127.0.0.1', 'localhost') })),
    ],
    [
      'a URL without TLS',
      changed(it => ({ ...it, url: it.url.replace('127.0.0.1', 'bucket.example') })),
    ],
    ['a URL with a password', changed(it => ({ ...it, url: it.url.replace('//', '//a:b@') }))],
    ['a URL that runs', changed(it => ({ ...it, url: `javascript:alert(1)//${it.key}` }))],
    ['no key', changed(({ key: _, ...it }) => it)],
    [
      'a key that is not under the prefix',
      changed(it => ({ ...it, key: isText(it.key) ? it.key.slice(8) : '' })),
    ],
    [
      'a header that signs in',
      changed(it => ({ ...it, headers: { ...it.headers, Authorization: 'a' } })),
    ],
    [
      'a header with a line of its own',
      changed(it => ({ ...it, headers: { ...it.headers, 'x-amz-a': 'a\r\nb: c' } })),
    ],
  ])('and is not believed where it gives %s', async (_, change) => {
    const { parcel, fail } = sceneWith({ sign: signAt(line, change), prefix: 'uploads/' })
    const error = await fail(await parcel(file))
    expect(error).toMatchObject({ code: 'protocol', retryable: false })
    expect(`${error.message} ${JSON.stringify(error.facts)}`).not.toContain('X-Amz')
    expect(await askedOf(line)).toEqual([])
  })

  it('and is not believed where it gives another key the second time', async () => {
    let tries = 0
    const sign = signAt(line, it => {
      tries++
      const { url, key, ...more } = it as { url: string; key: string }
      return tries === 1 ? it : { ...more, url: `${url}`.replace(key, `${key}x`), key: `${key}x` }
    })
    const { parcel, go, fail } = sceneWith({ sign })
    await line.flip({ dropBody: { times: 1, connection: 'fresh' } })
    const made = await parcel(file)
    await fail(made)
    await expect(go(made)).rejects.toMatchObject({ code: 'protocol' })
    expect(await line.received()).toEqual([])
  })

  it('and tells of an object, where it may be read', async () => {
    const transport = s3({ endpoint: line.endpoint, origins: [line.origin], sign: signAt(line) })
    const { parcel, go } = sceneWith({ sign: signAt(line) })
    const { reference } = await go(await parcel(file))
    const [stored] = await line.received()
    expect(await transport.head(reference)).toEqual({
      key: reference,
      size: 3000,
      sha256: stored?.sha256,
    })
    await expect(transport.head(`${reference}x`)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('a bucket', () => {
  it('on another origin gets nothing unless that is listed', async () => {
    const elsewhere = await startSandbox('s3')
    try {
      const sign = signAt({ endpoint: elsewhere.endpoint, headers: elsewhere.direct.headers })
      const unlisted = sceneWith({ sign })
      expect(await unlisted.fail(await unlisted.parcel(file))).toMatchObject({ code: 'protocol' })
      expect(await elsewhere.received()).toEqual([])
      const listed = sceneWith({ sign, origins: [elsewhere.url] })
      await listed.go(await listed.parcel(file))
      expect(await elsewhere.received()).toHaveLength(1)
    } finally {
      await elsewhere.close()
    }
  })

  it('may be listed for the whole page, too', async () => {
    const elsewhere = await startSandbox('s3')
    const sign = signAt({ endpoint: elsewhere.endpoint, headers: elsewhere.direct.headers })
    const session = createSession({
      transport: s3({ endpoint: line.endpoint, sign }),
      seal: { scheme: 'none', because: 'a bucket does not care' },
      origins: [elsewhere.url],
    })
    try {
      session.add([pdfOf(1000)])
      expect(await session.finish()).toHaveLength(1)
      expect(await elsewhere.received()).toHaveLength(1)
    } finally {
      session.close()
      await elsewhere.close()
    }
  })

  it.each([
    ['SlowDown', 'server', true],
    ['InternalError', 'server', true],
    ['RequestTimeTooSkewed', 'forbidden', true],
    ['BadDigest', 'mismatch', true],
    ['InvalidAccessKeyId', 'forbidden', false],
    ['NotImplemented', 'server', false],
  ])('that answers %s is "%s", retryable: %s', async (says, code, retryable) => {
    const { parcel, fail } = sceneWith({})
    await line.flip({ says })
    const error = await fail(await parcel(file))
    expect(error).toMatchObject({ code, retryable, provider: { code: says } })
    expect(`${error.message} ${JSON.stringify(error.facts)}`).not.toMatch(/RequestId|uploads\//)
  })

  it('that says a signature is over gets a new one', async () => {
    await line.flip({ skewMs: 301_000 })
    const { parcel, go, fail } = sceneWith({})
    const made = await parcel(file)
    expect(await fail(made)).toMatchObject({ code: 'forbidden', retryable: true })
    await line.flip({ skewMs: 0 })
    await go(made)
    expect(await line.received()).toHaveLength(1)
  })
})

describe('a relay signs', () => {
  let own: S3Line
  beforeAll(async () => {
    own = await relayed()
  })
  afterAll(() => own.close())
  const scene = () => sceneOf(own, thread)

  it('and sees for itself what arrived', async () => {
    const { parcel, go } = scene()
    const { facts } = await go(await parcel(file))
    expect(facts.ticket).toMatch(/^[\w-]+\.[\w-]+$/)
    expect(await askedOf(own)).toEqual(['PUT', 'HEAD'])
  })

  it('and says where it may not look', async () => {
    await own.flip({ readable: false })
    const { parcel, go } = scene()
    expect((await go(await parcel(file))).facts).toEqual({ confirmed: 'no' })
  })

  it('and is asked again, without the bytes, where its own look failed', async () => {
    await resetAt(own)
    const { parcel, go, fail } = scene()
    const made = await parcel(file)
    await own.flip({ status: { code: 503, times: 1, on: 'head' } })
    expect(await fail(made)).toMatchObject({ code: 'server', retryable: true, outcome: 'unknown' })
    expect((await go(made, { uncertain: true })).facts.ticket).toBeDefined()
    expect(await askedOf(own)).toEqual(['PUT', 'HEAD', 'HEAD'])
  })

  it('and is not believed where the bucket lost it', async () => {
    await resetAt(own)
    const { parcel, go, fail } = scene()
    const made = await parcel(file)
    await own.flip({ status: { code: 404, times: 1, on: 'head' } })
    expect(await fail(made)).toMatchObject({ code: 'not-found', outcome: 'unknown' })
    expect((await go(made, { uncertain: true })).facts.ticket).toBeDefined()
    expect(await askedOf(own)).toEqual(['PUT', 'HEAD', 'PUT', 'HEAD'])
  })

  it('and looks for what the page asks of', async () => {
    await resetAt(own)
    const { parcel, go } = scene()
    const { reference } = await go(await parcel(file))
    const transport = s3({
      endpoint: own.endpoint,
      origins: [own.origin],
      authorize: () => own.headers,
    })
    expect(await transport.head(reference)).toMatchObject({ key: reference, size: 3000 })
  })
})

it.each<[what: string, options: object]>([
  ['parts smaller than S3 takes', { partSize: 1024 }],
  ['parts that are no number', { partSize: '8MiB' }],
  ['a prefix that is no text', { prefix: 1 }],
  ['a sign that is no function', { sign: 'https://a.example' }],
  ['an option it does not know', { partsize: 8_388_608 }],
])('%s are refused at once', (_, options) => {
  expect(() => s3({ endpoint: '/relay/s3', ...options } as S3Options)).toThrow(
    expect.objectContaining({ code: 'misconfigured' }),
  )
})
