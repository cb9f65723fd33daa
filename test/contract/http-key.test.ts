import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HttpOptions, http } from '../../src/providers/http/transport.ts'
import { createSession } from '../../src/session/session.ts'
import { startSandbox } from '../contract-tools.ts'
import type { Line } from './scripted.ts'
import { pdfOf } from './session-tools.ts'

let server: Awaited<ReturnType<typeof startSandbox<'scripted'>>>
beforeAll(async () => {
  server = await startSandbox('scripted')
})
afterAll(() => server.close())

const STORED: Line = { status: 201, headers: { Location: '/files/7' } }
const session = (endpoint: string, options: Partial<HttpOptions> = {}) =>
  createSession({
    transport: http({ endpoint, idempotencyKey: true, ...options }),
    seal: { scheme: 'none', because: 'the server reads it' },
    retryPolicy: { delayMs: 10, maxDelayMs: 20, limit: 2 },
  })
/** Sends one document; its receipt, or why there is none. */
const sent = async (
  lines: readonly Line[],
  options: Partial<HttpOptions> = {},
): Promise<unknown> => {
  await server.play(lines)
  const uploads = session(server.endpoint, options)
  try {
    uploads.add([pdfOf(1000)])
    const receipts = await uploads.finish().catch((reason: unknown) => reason)
    return Array.isArray(receipts) ? receipts[0] : receipts
  } finally {
    uploads.close()
  }
}
const heard = async () =>
  (await server.heard()).map(({ headers, body }) => ({
    key: headers['idempotency-key'],
    type: headers['content-type'],
    body: body.join(),
  }))

describe('an upload with a key', () => {
  it.each<[NonNullable<HttpOptions['method']>, lost: Line]>([
    ['POST', 'drop'],
    ['PUT', 'drop'],
    ['POST', { status: 502 }],
    ['POST', { status: 200, body: '{"id":' }],
  ])('by %s comes again with the same key and the same bytes after %j', async (method, lost) => {
    expect(await sent([lost, STORED], { method })).toMatchObject({ reference: '/files/7' })
    const [first, second, ...more] = await heard()
    expect(more).toEqual([])
    expect(first?.key).toMatch(/^"[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}"$/)
    expect(second).toEqual(first)
  })

  it('has another key for each file', async () => {
    await server.play([STORED])
    const uploads = session(server.endpoint)
    uploads.add([pdfOf(1000), pdfOf(1001)])
    await uploads.finish()
    uploads.close()
    const keys = (await heard()).map(({ key }) => key)
    expect(new Set(keys).size).toBe(2)
  })

  it('waits where the first one is still under way', async () => {
    const busy: Line = { status: 409, headers: { 'Retry-After': '0' } }
    expect(await sent([busy, STORED])).toMatchObject({ reference: '/files/7' })
    expect(await heard()).toHaveLength(2)
  })

  it('may have arrived where the first one stays under way', async () => {
    expect(await sent([{ status: 409 }])).toMatchObject({
      code: 'server',
      outcome: 'unknown',
      provider: { status: 409 },
    })
    expect(await heard()).toHaveLength(3)
  })

  it('may have arrived where the server has other bytes for it, and is not sent again', async () => {
    expect(await sent([{ status: 422 }])).toMatchObject({
      code: 'refused',
      retryable: false,
      outcome: 'unknown',
      provider: { status: 422 },
    })
    expect(await heard()).toHaveLength(1)
  })

  it('is not asked for again where the server said all it has to say', async () => {
    expect(await sent([{ status: 204 }])).toMatchObject({ code: 'protocol', outcome: 'unknown' })
    expect(await heard()).toHaveLength(1)
  })
})

describe('an upload without a key', () => {
  it.each<[what: string, options: Partial<HttpOptions>]>([
    ['where the endpoint is on another origin', { idempotencyKey: undefined as never }],
    ['where the option says so', { idempotencyKey: false }],
  ])('is not sent again by itself %s', async (_, options) => {
    expect(await sent(['drop', STORED], options)).toMatchObject({
      code: 'network',
      retryable: false,
      outcome: 'unknown',
    })
    const [first, ...more] = await heard()
    expect(first?.key).toBeUndefined()
    expect(more).toEqual([])
  })

  it('is sent again where a relay is between, for that tells copies apart', async () => {
    const relayed: Line = { status: 503, headers: { 'SealDrop-Relay': '1' } }
    expect(await sent([relayed, 'drop', STORED], { idempotencyKey: false })).toMatchObject({
      reference: '/files/7',
    })
    expect(await heard()).toHaveLength(3)
  })

  it.each([409, 422])('is refused by a %s', async status => {
    const reason = await sent([{ status }], { idempotencyKey: false })
    expect(reason).toMatchObject({ code: 'refused', retryable: false })
    expect(reason).not.toHaveProperty('outcome')
    expect(await heard()).toHaveLength(1)
  })
})

describe('the sandbox of plain HTTP', () => {
  it.each<[keys: 'honoured' | 'ignored', copies: number]>([
    ['honoured', 1],
    ['ignored', 2],
  ])('whose keys are %s stores a file whose answer was lost %i times', async (keys, copies) => {
    const sandbox = await startSandbox('http')
    const uploads = createSession({
      transport: http({
        endpoint: sandbox.endpoint,
        idempotencyKey: true,
        reference: { json: 'data.id' },
      }),
      seal: { scheme: 'age', recipients: [sandbox.recipient] },
      authorize: () => ({ Authorization: `Bearer ${sandbox.token}` }),
      retryPolicy: { delayMs: 10 },
    })
    try {
      await sandbox.flip({ keys, dropAnswer: { times: 1 } })
      uploads.add([pdfOf(1000)])
      await uploads.finish()
      expect(await sandbox.received()).toHaveLength(copies)
    } finally {
      uploads.close()
      await sandbox.close()
    }
  })
})
