import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Delivery } from '../../src/core/contracts.ts'
import {
  type DidwwOptions,
  type DidwwTransport,
  didww,
} from '../../src/providers/didww/transport.ts'
import { startSandbox } from '../contract-tools.ts'
import { openStage, pdfOf, type Sandbox } from './session-tools.ts'
import { failureOf } from './transport.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox('didww', { modulusLength: 2048 })
})
beforeEach(() => sandbox.reset())
afterAll(() => sandbox.close())

const api = (options: Partial<DidwwOptions> = {}): DidwwTransport =>
  didww({
    endpoint: sandbox.endpoint,
    authorize: () => ({ 'Api-Key': sandbox.apiKey }),
    ...options,
  })

/** Delivers so many documents, called `Document 1` and so on; their ids in that order. */
const deliver = async (count: number): Promise<readonly string[]> => {
  let number = 0
  const describe = (): string => `Document ${++number}`
  const { session } = openStage(sandbox, { parallel: 1 }, { describe })
  try {
    session.add(Array.from({ length: count }, (_, at) => pdfOf(1000 + at, `${at}.pdf`, at + 1)))
    return (await session.settled()).map(({ reference }) => reference)
  } finally {
    session.close()
  }
}
const ids = (files: readonly { readonly id: string }[]): readonly string[] =>
  files.map(({ id }) => id)

describe('what DIDWW keeps', () => {
  it('is listed, with its description and when it expires', async () => {
    const delivered = await deliver(2)
    const { files, total, hasMore } = await api().list()
    expect(files).toEqual(
      (await sandbox.received()).map(({ id, description, expiresAt }) => ({
        id,
        description,
        expiresAt,
      })),
    )
    expect(ids(files)).toEqual(delivered)
    expect(files[0]?.description).toBe('Document 1')
    expect([total, hasMore]).toEqual([2, false])
  })

  it('is listed page by page until there is no more', async () => {
    const delivered = await deliver(5)
    const seen: string[] = []
    const transport = api()
    let page = 1
    for (let hasMore = true; hasMore; page++) {
      const found = await transport.list({ sort: 'description', page, size: 2 })
      expect(found.total).toBe(5)
      seen.push(...ids(found.files))
      hasMore = found.hasMore
    }
    expect(seen).toEqual(delivered)
    expect(page - 1).toBe(3)
  })

  it('is listed in the order asked for, or one file alone', async () => {
    const delivered = await deliver(3)
    const transport = api()
    const backwards = await transport.list({ sort: '-description' })
    expect(ids(backwards.files)).toEqual([...delivered].reverse())
    const [, second = ''] = delivered
    expect(ids((await transport.list({ id: second })).files)).toEqual([second])
  })

  it('cannot be listed in an order DIDWW does not know: its words are kept', async () => {
    const error = await failureOf(api().list({ sort: 'size' as 'description' }))
    expect(error).toMatchObject({ code: 'refused', provider: { status: 400, code: '105' } })
    expect(error.message).toContain('size')
  })

  it.each(['object', 'array'] as const)('is shown, the answer being an %s', async shows => {
    const [id = ''] = await deliver(1)
    await sandbox.flip({ shows })
    const [received] = await sandbox.received()
    const expiresAt = received?.expiresAt
    expect(await api().get(id)).toEqual({ id, description: 'Document 1', expiresAt })
  })

  it('has no description where none was given', async () => {
    const { session } = openStage(sandbox)
    session.add([pdfOf(1000)])
    const [receipt] = await session.settled()
    session.close()
    expect(await api().get(receipt?.reference ?? '')).toMatchObject({ description: null })
  })

  it('can be removed, and is not found afterwards', async () => {
    const [id = ''] = await deliver(1)
    const transport = api()
    await transport.remove(id)
    const provider = { status: 404, code: '404' }
    expect(await failureOf(transport.get(id))).toMatchObject({ code: 'not-found', provider })
    expect(await failureOf(transport.remove(id))).toMatchObject({ code: 'not-found', provider })
    expect(await transport.list()).toEqual({ files: [], total: 0, hasMore: false })
  })

  it('is gone once it has expired', async () => {
    await sandbox.flip({ lifetimeMs: 0 })
    const [id = ''] = await deliver(1)
    expect((await failureOf(api().get(id))).code).toBe('not-found')
    expect((await api().list()).files).toEqual([])
  })
})

describe('a file that is cancelled', () => {
  it('after it arrived is taken back, and the others stay', async () => {
    const transport = {
      ...didww({ endpoint: sandbox.endpoint }),
      // Nothing is done before finish(): a file can be cancelled when it has arrived.
      commit: async (deliveries: readonly Delivery[]) => deliveries,
    }
    const { session } = openStage(sandbox, { transport })
    session.add([pdfOf(1000), pdfOf(2000, 'kept.pdf')])
    await session.settled()
    session.cancel(session.files[0]?.id)
    const [kept] = await session.finish()
    const listed = async () => ids((await api().list()).files)
    await expect.poll(listed, { timeout: 15_000 }).toEqual([kept?.reference])
    session.close()
    const [removal] = (await sandbox.requests()).filter(({ method }) => method === 'DELETE')
    expect(removal?.headers['api-key']).toBe(sandbox.apiKey)
    expect(removal?.headers).not.toHaveProperty('sealdrop-ticket')
  })

  it('before its id was told leaves nothing to ask for: it expires', async () => {
    const { signal } = new AbortController()
    const job = {
      signal,
      attempt: 1,
      progress: () => {},
      headers: async () => new Headers({ 'Api-Key': sandbox.apiKey }),
      digest: async () => new Uint8Array(),
    }
    await api().discard?.({ resume: { id: 'x' } }, job)
    expect(await sandbox.requests()).toEqual([])
  })
})

describe('a question about files', () => {
  it.each(['', '../public_keys', 'a/b', 'a?b', 'é', 'x'.repeat(101)])(
    'with the id %j is not asked at all',
    async id => {
      expect((await failureOf(api().get(id))).code).toBe('misconfigured')
      expect((await failureOf(api().remove(id))).code).toBe('misconfigured')
      expect(await sandbox.requests()).toEqual([])
    },
  )

  it('carries the version and what authorize gives, and no more', async () => {
    await api().list({ page: 1, size: 10 })
    const [asked] = (await sandbox.requests()).filter(({ kind }) => kind !== 'preflight')
    expect(asked?.headers).toMatchObject({
      accept: 'application/vnd.api+json',
      'api-key': sandbox.apiKey,
      'x-didww-api-version': '2026-04-16',
    })
    expect(decodeURIComponent(asked?.path ?? '')).toBe(
      '/v3/encrypted_files?page[number]=1&page[size]=10',
    )
  })

  it('without a valid key is "unauthorized"', async () => {
    const transport = api({ authorize: () => ({ 'Api-Key': 'wrong' }) })
    expect(await failureOf(transport.list())).toMatchObject({
      code: 'unauthorized',
      provider: { status: 401, code: '401', message: 'Authorization failed' },
    })
  })

  it('can be aborted', async () => {
    await sandbox.flip({ stall: { on: 'other', at: 'answer' } })
    const controller = new AbortController()
    const { signal } = controller
    const asked = api().list({}, { signal })
    await expect.poll(async () => (await sandbox.requests()).length).toBeGreaterThan(0)
    controller.abort()
    await expect(asked).rejects.toBe(signal.reason)
  })

  it.each(['html', 'empty', 'cut'] as const)(
    'with a %s answer is "protocol", not an empty list',
    async as => {
      const [id = ''] = await deliver(1)
      await sandbox.flip({ garble: { as, on: 'other' } })
      expect((await failureOf(api().list())).code).toBe('protocol')
      expect((await failureOf(api().get(id))).code).toBe('protocol')
    },
  )

  it('goes nowhere else, whatever the answer links to', async () => {
    await deliver(3)
    const transport = api()
    await transport.list({ size: 1 })
    await transport.list({ size: 1, page: 2 })
    const { host } = new URL(sandbox.endpoint)
    for (const { headers } of await sandbox.requests()) expect(headers.host).toBe(host)
  })
})
