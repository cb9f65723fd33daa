import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type HttpOptions, http } from '../../src/providers/http/transport.ts'
import { createSession } from '../../src/session/session.ts'
import { startSandbox } from '../contract-tools.ts'
import { pdfOf } from './session-tools.ts'

let sandbox: Awaited<ReturnType<typeof startSandbox<'http'>>>
beforeAll(async () => {
  sandbox = await startSandbox('http')
})
beforeEach(() => sandbox.reset())
afterAll(() => sandbox.close())

/** Sends one document; its receipt, or why there is none. */
const sent = async (options: Partial<HttpOptions>): Promise<unknown> => {
  const session = createSession({
    transport: http({ endpoint: sandbox.endpoint, ...options }),
    seal: { scheme: 'age', recipients: [sandbox.recipient] },
    authorize: () => ({ Authorization: `Bearer ${sandbox.token}` }),
    retryPolicy: { delayMs: 10, maxDelayMs: 20 },
  })
  try {
    session.add([pdfOf(1000)])
    return await session.finish().catch((reason: unknown) => reason)
  } finally {
    session.close()
  }
}

describe('options for a plain endpoint', () => {
  it.each<[name: keyof HttpOptions, ...values: unknown[]]>([
    ['method', 'PATCH', 'put', null],
    ['field', '', 5, null],
    ['fields', 'abc', ['abc'], null, { folder: 1 }, { folder: null }],
    ['headers', 'x', 5, null, { 'bad name': 'x' }, { 'X-Folder': 'a\nb' }, () => ({})],
    ['digest', 'no', 0, null],
    ['idempotencyKey', 'a-key', 1, null],
    ['credentials', 'omit', true, null],
    ['headers', { 'Idempotency-Key': 'one for all' }],
    ['origins', 'https://a.example', ['nonsense'], null],
    ['reference', 'data.id', null, {}, ['id'], { json: 5 }, { json: '' }, { header: 5 }],
    ['reference', { header: '' }, { header: 'bad name' }, { json: 'id', header: 'Location' }],
  ])('that cannot work are told before a file is chosen: %s', (name, ...values) => {
    for (const value of values)
      expect(() => http({ endpoint: sandbox.endpoint, [name]: value }), `${value}`).toThrow(
        expect.objectContaining({
          code: 'misconfigured',
          message: expect.stringMatching(new RegExp(`^${name} `)),
        }),
      )
  })

  it('that are left out, or undefined, change nothing', async () => {
    const names = ['method', 'field', 'fields', 'headers', 'digest', 'origins'] as const
    const none = Object.fromEntries(names.map(name => [name, undefined]))
    await sent({ ...none, reference: { json: 'data.id' } })
    expect(await sandbox.received()).toHaveLength(1)
  })

  it('give every upload their headers and fields', async () => {
    const [receipt] = (await sent({
      headers: { Accept: 'application/json' },
      fields: { folder: 'inbox' },
      reference: { header: 'X-File-Id' },
    })) as { reference: string }[]
    expect(await sandbox.received()).toMatchObject([{ id: receipt?.reference }])
    const upload = (await sandbox.requests()).find(({ method }) => method === 'POST')
    expect(upload?.headers.accept).toBe('application/json')
    expect(new TextDecoder().decode(upload?.body)).toContain('inbox')
  })
})

describe('a function for the reference', () => {
  it.each<[what: string, reference: () => unknown]>([
    [
      'throws',
      () => {
        throw new TypeError('data is undefined')
      },
    ],
    ['gives nothing', () => undefined],
    ['gives an empty text', () => ''],
    ['gives an object', () => ({ id: 'x' })],
    ['gives a promise', async () => 'x'],
  ])('that %s: the file is not called delivered, and not sent again by itself', async (_, rule) => {
    const reason = await sent({ reference: rule as () => string })
    expect(reason).toMatchObject({
      name: 'SealDropError',
      code: 'protocol',
      retryable: false,
      outcome: 'unknown',
      provider: { status: 201 },
    })
    expect(await sandbox.received()).toHaveLength(1)
  })
})
