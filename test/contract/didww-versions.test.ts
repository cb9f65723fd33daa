import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type DidwwOptions, type DidwwVersion, didww } from '../../src/providers/didww/transport.ts'
import type { SessionOptions } from '../../src/session/session.ts'
import { startSandbox } from '../contract-tools.ts'
import { isDelivered, openStage, pdfOf, type Sandbox, type Stage } from './session-tools.ts'
import { failureOf } from './transport.ts'

let sandbox: Sandbox
let token: string
const stages: Stage[] = []

/** A session in this version, with the credentials it asks for. */
const open = (
  version: DidwwVersion,
  options: Partial<SessionOptions> = {},
  transport: Partial<DidwwOptions> = {},
): Stage => {
  const authorize = (): HeadersInit =>
    version === '2026-11-19' ? { Authorization: `Bearer ${token}` } : { 'Api-Key': sandbox.apiKey }
  const stage = openStage(sandbox, { authorize, ...options }, { version, ...transport })
  stages.push(stage)
  return stage
}
const uploads = async (): Promise<number> =>
  (await sandbox.requests()).filter(({ kind }) => kind === 'upload').length
const failed = async ({ session }: Stage): ReturnType<typeof failureOf> => {
  session.add([pdfOf(5000)])
  return failureOf(session.settled())
}

beforeAll(async () => {
  sandbox = await startSandbox('didww', { modulusLength: 2048 })
  token = await sandbox.issueToken()
})
beforeEach(() => sandbox.reset())
afterEach(() => {
  for (const { session } of stages.splice(0)) session.close()
})
afterAll(() => sandbox.close())

const versions: readonly DidwwVersion[] = ['2022-05-10', '2026-04-16', '2026-11-19']

describe.each(versions)('version %s', version => {
  it('takes a document, and says until when it is kept, if it says so at all', async () => {
    const { session } = open(version, {}, { describe: () => 'Passport' })
    const file = pdfOf(40_000)
    session.add([file])
    const [receipt] = await session.settled()
    expect(await isDelivered(sandbox, receipt, file)).toBe(true)
    const [received] = await sandbox.received()
    expect(received?.description).toBe('Passport')
    expect(receipt?.expiresAt).toBe(version === '2022-05-10' ? undefined : received?.expiresAt)
    const [upload] = (await sandbox.requests()).filter(({ kind }) => kind === 'upload')
    expect(upload?.headers['x-didww-api-version']).toBe(version)
  })

  it('says that the keys were rotated, and gets the document sealed anew', async () => {
    await sandbox.flip({ rotateBeforeNextUpload: true })
    const { session, phases } = open(version)
    const file = pdfOf(5000)
    session.add([file])
    const [receipt] = await session.settled()
    expect(await isDelivered(sandbox, receipt, file)).toBe(true)
    expect(phases('document.pdf').split('sealing').length).toBe(3)
    expect(await uploads()).toBe(2)
  })

  it.each([422, 413] as const)('says that a document is too large, by %i', async tooLarge => {
    await sandbox.flip({ sizeLimit: 1000, tooLarge })
    const error = await failed(open(version))
    expect(error).toMatchObject({
      code: 'too-large',
      retryable: false,
      provider: { status: tooLarge },
    })
    if (tooLarge === 422) expect(error.message).toContain('less than or equal to 20 MB')
    expect(await uploads()).toBe(1)
  })

  it('refuses who has no credentials of its kind', async () => {
    const wrong: HeadersInit =
      version === '2026-11-19'
        ? { 'Api-Key': sandbox.apiKey }
        : { Authorization: `Bearer ${token}` }
    const error = await failed(open(version, { authorize: () => wrong }))
    expect(error).toMatchObject({ code: 'unauthorized', provider: { status: 401, code: '401' } })
    expect(await sandbox.received()).toEqual([])
  })

  it('lists, shows and removes', async () => {
    const { session } = open(version)
    session.add([pdfOf(1000)])
    const [receipt] = await session.settled()
    const id = receipt?.reference ?? ''
    const authorize = (): HeadersInit =>
      version === '2026-11-19'
        ? { Authorization: `Bearer ${token}` }
        : { 'Api-Key': sandbox.apiKey }
    const transport = didww({ endpoint: sandbox.endpoint, version, authorize })
    expect((await transport.list()).files).toMatchObject([{ id }])
    expect(await transport.get(id)).toMatchObject({ id })
    await transport.remove(id)
    expect((await failureOf(transport.get(id))).code).toBe('not-found')
  })

  it('is asked for the public keys without a version, so that a simple request will do', async () => {
    const publicKeysUrl = `${sandbox.endpoint}/public_keys`
    const { session } = open(version, {}, { publicKeysUrl })
    expect(await session.sealedFor()).toHaveLength(2)
    const requests = await sandbox.requests()
    expect(requests.map(({ kind }) => kind)).toEqual(['keys'])
    for (const name of ['api-key', 'authorization', 'x-didww-api-version'])
      expect(requests[0]?.headers).not.toHaveProperty(name)
  })
})

describe('the versions', () => {
  it.each([
    ['answer', 20_971_520],
    ['refusal', 1000],
  ])(
    'are told apart by their shapes: an old %s to a new question is "protocol"',
    async (_, sizeLimit) => {
      await sandbox.flip({ legacy: true, sizeLimit })
      const error = await failed(open('2026-11-19'))
      expect(error.code).toBe('protocol')
      expect(error.message).toContain('older API version')
    },
  )

  it('that are not known are misconfigured', () => {
    for (const version of ['2021-12-15', '', 'toString'])
      expect(() => open(version as DidwwVersion)).toThrow(
        expect.objectContaining({ code: 'misconfigured' }),
      )
  })

  it.each([
    ['application/vnd.api+json', true],
    ['application/json', false],
  ] as const)('may answer as %s, with meta: %s', async (contentType, meta) => {
    await sandbox.flip({ contentType, meta })
    const { session } = open('2026-04-16')
    session.add([pdfOf(1000)])
    expect(await session.settled()).toHaveLength(1)
  })

  it.each(['crlf', 'rsa-label'] as const)('may write their keys as %s', async keys => {
    await sandbox.flip({ keys, meta: true })
    const { session } = open('2026-04-16')
    const file = pdfOf(1000)
    session.add([file])
    const [receipt] = await session.settled()
    expect(await isDelivered(sandbox, receipt, file)).toBe(true)
  })

  it('may take "20 MB" for 20,000,000 bytes: the document is warned of, and the server decides', async () => {
    const { session } = open('2026-04-16')
    const file = pdfOf(20_000_000)
    await sandbox.flip({ sizeLimit: 20_000_000 })
    session.add([file])
    const error = await failureOf(session.settled())
    expect(session.files[0]?.remarks).toContain('near-limit')
    expect(error).toMatchObject({ code: 'too-large', provider: { status: 422 } })
    await sandbox.flip({ sizeLimit: 20_971_520 })
    session.retry()
    expect(await session.settled()).toHaveLength(1)
  })

  it('have no way to look for a lost answer: where a person sends it again, that is the receipt’s, and the first expires', async () => {
    await sandbox.flip({ dropAnswer: { times: 1, connection: 'fresh' } })
    const { session } = open('2026-04-16')
    const file = pdfOf(1000)
    session.add([file])
    await session.settled().catch(() => session.retry())
    const [receipt] = await session.settled()
    expect(await isDelivered(sandbox, receipt, file)).toBe(true)
    const received = await sandbox.received()
    expect(received).toHaveLength(2)
    expect(receipt?.reference).toBe(received[1]?.id)
  })
})

describe('a short-lived token', () => {
  const askFor = async (key = sandbox.apiKey): Promise<Response> =>
    fetch(sandbox.tokenUrl, { method: 'POST', headers: { 'Api-Key': key } })

  it('is given for the API key, and to nobody else', async () => {
    const { access_token, token_type } = await (await askFor()).json()
    expect(token_type).toBe('Bearer')
    const authorize = (): HeadersInit => ({ Authorization: `Bearer ${access_token}` })
    const { session } = open('2026-11-19', { authorize })
    session.add([pdfOf(1000)])
    expect(await session.settled()).toHaveLength(1)
    expect((await askFor('wrong')).status).toBe(401)
  })

  it('that has expired is asked for anew, and the document is sealed and delivered once', async () => {
    await sandbox.flip({ tokenSeconds: 0 })
    const old: string = (await (await askFor()).json()).access_token
    const asked: number[] = []
    const authorize = ({ attempt, method }: { attempt: number; method: string }): HeadersInit => {
      if (method === 'POST') asked.push(attempt)
      return { Authorization: `Bearer ${attempt === 1 ? old : token}` }
    }
    const { session, phases } = open('2026-11-19', { authorize })
    const file = pdfOf(5000)
    session.add([file])
    const [receipt] = await session.settled()
    expect(await isDelivered(sandbox, receipt, file)).toBe(true)
    expect(await sandbox.received()).toHaveLength(1)
    expect(asked).toEqual([1, 2])
    expect(phases('document.pdf').split('sealing').length).toBe(2)
  })

  it('for reading lists, but neither uploads nor removes: "forbidden"', async () => {
    const { session } = open('2026-11-19')
    session.add([pdfOf(1000)])
    const [receipt] = await session.settled()
    const reading = await sandbox.issueToken('read')
    const authorize = (): HeadersInit => ({ Authorization: `Bearer ${reading}` })
    const provider = { status: 403, code: '403', message: 'Insufficient scope' }
    const forbidden = { code: 'forbidden', retryable: false, provider }

    expect(await failed(open('2026-11-19', { authorize }))).toMatchObject(forbidden)
    const { endpoint } = sandbox
    const transport = didww({ endpoint, version: '2026-11-19', authorize })
    expect((await transport.list()).files).toHaveLength(1)
    expect(await failureOf(transport.remove(receipt?.reference ?? ''))).toMatchObject(forbidden)
    expect(await sandbox.received()).toHaveLength(1)
  })

  it('that is used too often waits as long as it is told', async () => {
    await sandbox.flip({ tooMany: { times: 1, retryAfter: 7 } })
    const authorize = (): HeadersInit => ({ Authorization: `Bearer ${token}` })
    const { endpoint } = sandbox
    const transport = didww({ endpoint, version: '2026-11-19', authorize })
    expect(await failureOf(transport.list())).toMatchObject({
      code: 'rate-limited',
      retryable: true,
      retryAfterMs: 7000,
      provider: { status: 429, code: 'too_many_requests' },
    })
  })

  it('that is used too often delivers all the same, later', async () => {
    await sandbox.flip({ tooMany: { times: 2, retryAfter: 0 } })
    const { session } = open('2026-11-19')
    session.add([pdfOf(1000)])
    expect(await session.settled()).toHaveLength(1)
    expect(await uploads()).toBe(3)
  })
})

describe('CORS', () => {
  const once = { retryPolicy: { limit: 0 } }

  it.each(versions)('as it was recorded lets no upload of %s through', async version => {
    await sandbox.flip({ cors: 'recorded' })
    const publicKeysUrl = `${sandbox.endpoint}/public_keys`
    const error = await failed(open(version, once, { publicKeysUrl }))
    expect(error).toMatchObject({ code: 'network', retryable: true })
    expect(error.message).toContain('CORS')
    // The browser asked, and was told that it may not send the version.
    const kinds = (await sandbox.requests()).map(({ kind }) => kind)
    expect(kinds).toEqual(['keys', 'preflight'])
  })

  it('as it was recorded lets the public keys through, with the API key too', async () => {
    await sandbox.flip({ cors: 'recorded' })
    const authorize = (): HeadersInit => ({ 'Api-Key': sandbox.apiKey })
    const transport = didww({ endpoint: sandbox.endpoint, authorize })
    expect(await transport.publicKeys()).toHaveLength(2)
  })

  it('that is off lets nothing through, and nothing is sealed', async () => {
    await sandbox.flip({ cors: 'off' })
    const stage = open('2026-04-16', once)
    expect((await failed(stage)).code).toBe('network')
    expect(await uploads()).toBe(0)
  })
})
