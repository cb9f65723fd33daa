import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Transport } from '../../src/core/contracts.ts'
import { dokstamp } from '../../src/providers/dokstamp/transport.ts'
import { http } from '../../src/providers/http/transport.ts'
import { privasfer } from '../../src/providers/privasfer/transport.ts'
import { tus } from '../../src/providers/tus/transport.ts'
import { createSession } from '../../src/session/session.ts'
import { startSandbox } from '../contract-tools.ts'
import { pdfOf } from './session-tools.ts'

let server: Awaited<ReturnType<typeof startSandbox<'scripted'>>>
beforeAll(async () => {
  server = await startSandbox('scripted')
})
afterAll(() => server.close())

const said = (code: string, status = 502, more = {}) => ({
  status,
  headers: { 'SealDrop-Relay': '1', 'Content-Type': 'application/json' },
  body: JSON.stringify({ code, message: 'See its log.', ...more }),
})

/** Why the document did not arrive. */
const failure = async (transport: Transport): Promise<unknown> => {
  const uploads = createSession({
    transport,
    seal: { scheme: 'none', because: 'the server reads it' },
    retryPolicy: { delayMs: 1, maxDelayMs: 2, limit: 3 },
  })
  try {
    uploads.add([pdfOf(1000)])
    return await uploads.finish().catch((reason: unknown) => reason)
  } finally {
    uploads.close()
  }
}

describe('a relay whose own credentials are refused', () => {
  it.each<[string, (endpoint: string) => Transport]>([
    ['http', endpoint => http({ endpoint })],
    ['privasfer', endpoint => privasfer({ endpoint })],
    ['dokstamp', endpoint => dokstamp({ endpoint })],
    ['tus', endpoint => tus({ endpoint })],
  ])('gets no second request, and nobody is told to sign in: %s', async (_, transportAt) => {
    await server.play([said('bad-credentials'), said('bad-credentials')])
    expect(await failure(transportAt(server.endpoint))).toMatchObject({
      code: 'server',
      retryable: false,
      outcome: 'unsent',
      provider: { status: 502, code: 'bad-credentials' },
    })
    expect(await server.heard()).toHaveLength(1)
  })
})

describe('a relay that still sends the same file for an earlier request', () => {
  it.each<[string, (endpoint: string) => Transport]>([
    ['http', endpoint => http({ endpoint })],
    ['http, with a key', endpoint => http({ endpoint, method: 'PUT', idempotencyKey: true })],
    ['privasfer', endpoint => privasfer({ endpoint })],
    ['dokstamp', endpoint => dokstamp({ endpoint })],
    ['tus', endpoint => tus({ endpoint })],
  ])('is asked again later, and the file may have arrived: %s', async (_, transportAt) => {
    await server.play([said('under-way', 409, { outcome: 'unknown' })])
    expect(await failure(transportAt(server.endpoint))).toMatchObject({
      code: 'server',
      retryable: true,
      outcome: 'unknown',
      provider: { status: 409 },
    })
    expect((await server.heard()).length).toBeGreaterThan(3)
  })
})

describe('a file that is stored, and that the answer does not name', () => {
  it.each(['POST', 'PUT'] as const)('is not sent again by itself: %s', async method => {
    await server.play([said('no-reference'), said('no-reference')])
    expect(await failure(http({ endpoint: server.endpoint, method }))).toMatchObject({
      code: 'protocol',
      retryable: false,
      outcome: 'unknown',
      provider: { status: 502, code: 'no-reference' },
    })
    expect(await server.heard()).toHaveLength(1)
  })
})
