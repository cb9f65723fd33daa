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

/** Sends one document unsealed; its receipt, or why there is none. */
const sent = async (
  lines: readonly Line[],
  options: Partial<HttpOptions> = {},
): Promise<unknown> => {
  await server.play(lines)
  const session = createSession({
    transport: http({ endpoint: server.endpoint, ...options }),
    seal: { scheme: 'none', because: 'the server reads it' },
    retryPolicy: { delayMs: 10, maxDelayMs: 20, limit: 2 },
  })
  try {
    session.add([pdfOf(1000)])
    const receipts = await session.finish().catch((reason: unknown) => reason)
    return Array.isArray(receipts) ? receipts[0] : receipts
  } finally {
    session.close()
  }
}
const json = (value: unknown, status = 200, headers = {}): Line => ({
  status,
  headers: { 'Content-Type': 'application/json', ...headers },
  body: typeof value === 'string' ? value : JSON.stringify(value),
})
const page = (status = 200, headers = {}): Line => ({
  status,
  headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers },
  body: '<!doctype html><title>Sign in</title>',
})
const AT = { Location: '/files/7' }
const SHA = 'a'.repeat(64)

describe('without a rule for the reference, an answer is', () => {
  it.each<[what: string, line: Line, reference: string]>([
    ['a JSON id', json({ id: 'x1' }), 'x1'],
    ['a number as its id', json({ id: 7 }), '7'],
    ['a Location', { status: 201, headers: AT }, '/files/7'],
    [
      'a Location longer than a line',
      { status: 201, headers: { Location: `/${'x'.repeat(900)}` } },
      `/${'x'.repeat(900)}`,
    ],
    [
      'JSON under the name of a page, as PHP sends it',
      json({ id: 'x1' }, 200, { 'Content-Type': 'text/html' }),
      'x1',
    ],
    ['a Location beside a page that says 201', page(201, AT), '/files/7'],
    [
      'a Location beside XML',
      {
        status: 201,
        headers: { ...AT, 'Content-Type': 'application/xml' },
        body: '<?xml version="1.0"?><PostResponse/>',
      },
      '/files/7',
    ],
    [
      'an id beside an error that is none',
      json({ id: 'x1', error: null, ok: true, success: true }),
      'x1',
    ],
    ['an id beside its size and hash', json({ id: 'x1', size: 1000 }), 'x1'],
  ])('a delivery: %s', async (_, line, reference) => {
    expect(await sent([line])).toMatchObject({ reference })
  })

  it.each<[what: string, line: Line, message: string]>([
    [
      'JSON-RPC',
      json({ jsonrpc: '2.0', error: { code: -32000, message: 'Disk full' }, id: 'id' }),
      'Disk full',
    ],
    ['ok: false', json({ ok: false, id: 'x1', message: 'No' }), 'No'],
    ['success: false', json({ success: false, id: 'x1' }), ''],
    ['an error in words', json({ error: 'No room', id: 'x1' }), 'No room'],
    ['success: false beside a Location', json({ success: false }, 201, AT), ''],
  ])('a refusal, though its status is good: %s', async (_, line, message) => {
    const reason = await sent([line])
    expect(reason).toMatchObject({
      code: 'refused',
      retryable: false,
      provider: { status: line === 'drop' ? 0 : line.status },
    })
    expect(reason).not.toHaveProperty('outcome')
    if (message !== '') expect(reason).toMatchObject({ provider: { message } })
    expect(await server.heard()).toHaveLength(1)
  })

  it.each<[what: string, line: Line]>([
    ['a page', page()],
    ['a page that has a Location', page(200, AT)],
    [
      'a page under the name of JSON',
      { ...(page() as object), status: 200, headers: { 'Content-Type': 'application/json' } },
    ],
    ['half a JSON', json('{"id":"x')],
    ['half a JSON beside a Location', json('{"id":"x', 201, AT)],
    ['nothing', { status: 200 }],
    ['no content', { status: 204 }],
    ['an empty id', json({ id: '' })],
    ['an id that is no text', json({ id: { a: 1 } })],
    ['an id of two lines', json({ id: 'a\nb' })],
    ['an id whose bytes are no text', json('{"id":"x\ufffd1"}')],
    ['an id that hides something', json({ id: 'a\u202eb' })],
  ])('neither, and the file may have arrived: %s', async (_, line) => {
    expect(await sent([line])).toMatchObject({
      code: 'protocol',
      outcome: 'unknown',
      retryable: false,
    })
    expect(await server.heard()).toHaveLength(1)
  })

  it.each<[what: string, line: Line]>([
    ['size', json({ id: 'x1', size: 999 })],
    ['content', json({ id: 'x1', sha256: SHA })],
    ['content, beside a Location', json({ sha256: SHA }, 201, AT)],
  ])('no delivery where it says that another %s was stored', async (_, line) => {
    expect(await sent([line])).toMatchObject({
      code: 'mismatch',
      outcome: 'unknown',
      retryable: false,
    })
    expect(await server.heard()).toHaveLength(1)
  })
})

describe('with a rule', () => {
  it('what stands beside the reference is compared', async () => {
    const reference = { json: 'data.id' }
    const line = json({ size: 1, data: { id: 'x1', size: 1000 } })
    expect(await sent([line], { reference })).toMatchObject({ reference: 'x1' })
    const other = json({ data: { id: 'x1', size: 1001 } })
    expect(await sent([other], { reference })).toMatchObject({ code: 'mismatch' })
  })

  it('a refusal in a good status is one as well', async () => {
    const line = json({ success: false, data: { id: 'x1' } }, 200, { 'X-File-Id': 'x1' })
    for (const reference of [{ json: 'data.id' }, { header: 'X-File-Id' }])
      expect(await sent([line], { reference })).toMatchObject({ code: 'refused' })
  })

  it('a function decides alone, and is told what the file was called on its way', async () => {
    const told: unknown[] = []
    const reference: HttpOptions['reference'] = ({ status }, parcel) => {
      told.push(parcel)
      return status === 204 ? parcel.name : ''
    }
    const receipt = await sent([{ status: 204 }], { reference })
    const [request] = await server.heard()
    const body = new TextDecoder().decode(request?.body)
    const { name, ...rest } = told[0] as Record<string, unknown>
    expect(body).toContain(`filename="${name}"`)
    expect(rest).toEqual({ key: expect.stringMatching(/^[\da-f-]{36}$/), size: 1000 })
    expect(receipt).toMatchObject({ reference: name })
    expect(
      await sent([json({ error: 'ignored', id: 'x1' })], { reference: () => 'mine' }),
    ).toMatchObject({ reference: 'mine' })
  })
})
