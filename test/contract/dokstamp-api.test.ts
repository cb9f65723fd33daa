import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SealSpec } from '../../src/core/contracts.ts'
import type { DokstampTransport } from '../../src/providers/dokstamp/transport.ts'
import { transportByName } from '../../src/providers/load.ts'
import { createThread } from '../../src/thread/client.ts'
import type { Thread } from '../../src/thread/thread.ts'
import { startSandbox } from '../contract-tools.ts'
import {
  bearer,
  type Dokstamp,
  jobOn,
  parcelOf,
  STAMPED,
  transportOf,
  uploads,
} from './dokstamp-tools.ts'
import { pdfOf, sha256 } from './session-tools.ts'
import { failureOf } from './transport.ts'

let sandbox: Dokstamp
let thread: Thread
let api: DokstampTransport

beforeAll(async () => {
  sandbox = await startSandbox('dokstamp')
  thread = createThread()
  api = transportOf(sandbox, { authorize: bearer(sandbox.token) })
})
beforeEach(() => sandbox.reset())
afterAll(async () => {
  thread.close()
  await sandbox.close()
})

const MISSING = '00000000-0000-4000-8000-000000000000'
const PLAIN = STAMPED as SealSpec
const upload = async (file = pdfOf(1000)): Promise<string> =>
  (await api.send(await parcelOf(thread, file, PLAIN), jobOn(sandbox, api, thread))).reference
const last = async () =>
  (await sandbox.requests()).filter(({ kind }) => kind !== 'preflight').at(-1)

describe('the files at DokStamp', () => {
  it('are listed, all or only those nothing took', async () => {
    const [used, unused] = [await upload(pdfOf(1000)), await upload(pdfOf(2000, 'b.pdf', 2))]
    await sandbox.use(used)
    await sandbox.foreign()
    expect((await api.list()).map(({ uuid }) => uuid)).toEqual([used, unused])
    const files = await api.list({ unused: true })
    expect(files.map(({ uuid }) => uuid)).toEqual([unused])
    expect(files[0]).toMatchObject({ size: 2000, mimeType: 'application/pdf', usedAt: null })
    expect(decodeURIComponent((await last())?.path ?? '')).toBe('/files?where[used_at]=null')
  })

  it('are shown one by one', async () => {
    const uuid = await upload()
    await sandbox.use(uuid)
    const file = await api.get(uuid)
    expect(file).toMatchObject({ uuid, size: 1000, extension: 'pdf' })
    expect(file.originalName).toMatch(/^[0-9a-f-]{36}\.pdf$/)
    expect(Date.parse(file.usedAt ?? '')).toBeGreaterThan(0)
    expect(file.file).toContain(uuid)
  })

  it.each(['shown', 'not-shown'] as const)('are changed, the answer %s', async changes => {
    await sandbox.flip({ changes })
    const uuid = await upload()
    expect(await api.update(uuid, { note: 'a' })).toMatchObject({ uuid, size: 1000 })
    const patched = (await sandbox.requests()).find(({ method }) => method === 'PATCH')
    expect(new TextDecoder().decode(patched?.body)).toBe('{"note":"a"}')
    expect(await api.replace(uuid, { note: 'b' })).toMatchObject({ uuid })
    const put = (await sandbox.requests()).find(({ method }) => method === 'PUT')
    expect(put?.headers).toMatchObject({
      'content-type': 'application/json',
      'x-tenant': sandbox.tenant,
    })
  })

  it('are removed, and are gone then', async () => {
    const uuid = await upload()
    await api.remove(uuid)
    expect(await sandbox.received()).toEqual([])
    expect((await failureOf(api.get(uuid))).code).toBe('not-found')
    expect((await failureOf(api.remove(uuid))).code).toBe('not-found')
  })

  it.each([403, 409, 422] as const)(
    'are not removed while they are used, however that is said (%i)',
    async inUse => {
      await sandbox.flip({ inUse })
      const uuid = await upload()
      await sandbox.use(uuid)
      expect(await failureOf(api.remove(uuid))).toMatchObject({
        code: 'already-used',
        provider: { status: inUse },
      })
      expect(await sandbox.received()).toHaveLength(1)
    },
  )

  it('that may not be removed for another reason are not said to be used', async () => {
    const uuid = await upload()
    await sandbox.flip({ status: { code: 403, times: 1, on: 'other' } })
    expect((await failureOf(api.remove(uuid))).code).toBe('forbidden')
  })

  it('are downloaded without any header of ours, byte for byte', async () => {
    const original = pdfOf(300_000)
    const uuid = await upload(original)
    const seen: number[] = []
    const blob = await api.download(uuid, { progress: done => seen.push(done) })
    expect(await sha256(blob)).toBe(await sha256(original))
    expect(blob.type).toBe('')
    expect(seen.at(-1)).toBe(original.size)
    const { method, path, headers } = (await last()) ?? {}
    expect([method, path]).toEqual(['GET', `/files/${uuid}/download`])
    expect(Object.keys(headers ?? {})).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(authorization|x-tenant|cookie|referer)$/)]),
    )
  })

  it('that do not exist are not downloaded', async () => {
    expect(await failureOf(api.download(MISSING))).toMatchObject({
      code: 'not-found',
      provider: { status: 404 },
    })
  })

  it.each([
    ['a redirect to another origin', { redirect: { on: 'other' } }, 'protocol'],
    ['a cut connection', { dropAnswer: { on: 'other' } }, 'network'],
  ] as const)('are not downloaded over %s', async (_, fault, code) => {
    const uuid = await upload()
    await sandbox.flip(fault)
    expect((await failureOf(api.download(uuid))).code).toBe(code)
  })

  it('take an abort', async () => {
    const uuid = await upload()
    const signal = AbortSignal.abort()
    for (const call of [
      api.list({}, { signal }),
      api.get(uuid, { signal }),
      api.download(uuid, { signal }),
    ])
      await expect(call).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('what DokStamp says when it refuses', () => {
  it.each([
    ['an unknown uuid', () => api.get(MISSING), 'not-found', 404],
    ['another tenant’s uuid', async () => api.get(await sandbox.foreign()), 'not-found', 404],
    ['a malformed uuid', () => api.get('not-a-uuid'), 'refused', 422],
  ] as const)('to %s, in both generations', async (_, call, code, status) => {
    for (const generation of ['newer', 'older'] as const) {
      await sandbox.flip({ generation })
      const error = await failureOf(call())
      expect(error).toMatchObject({ code, retryable: false, provider: { status } })
      expect(`${error.message} ${error.provider?.message}`).not.toContain('App\\')
    }
  })

  it.each(['newer', 'older'] as const)('to ciphertext, is told by part (%s)', async generation => {
    await sandbox.flip({ generation })
    const job = jobOn(sandbox, api, thread)
    const plainAge = { scheme: 'age', recipients: [sandbox.recipient] } as const
    const bad = await parcelOf(thread, pdfOf(1000), plainAge)
    expect(await failureOf(api.send(bad, job))).toMatchObject({
      code: 'refused',
      retryable: false,
      provider: { status: 422, code: 'files.0', message: expect.stringContaining('pdf') },
    })
    const good = await Promise.all(
      [1, 2].map(n => parcelOf(thread, pdfOf(1000, 'a.pdf', n), PLAIN)),
    )
    const [first, second] = good
    if (!first || !second) throw new Error('no parcels')
    const results = await api.sendMany([first, bad, second], job)
    expect(results).toMatchObject([
      { code: 'refused', retryable: true },
      {
        code: 'refused',
        retryable: false,
        provider: { message: 'The files.1 must be a file of type: pdf.' },
      },
      { code: 'refused', retryable: true },
    ])
    expect(await sandbox.received()).toEqual([])
  })

  it('by a wrong token is "unauthorized"', async () => {
    const stranger = transportOf(sandbox, { authorize: bearer('wrong') })
    expect(await failureOf(stranger.list())).toMatchObject({
      code: 'unauthorized',
      provider: { message: 'Unauthenticated.' },
    })
  })

  it.each([413, 422] as const)('what is too large (%i) is "too-large"', async tooLarge => {
    await sandbox.flip({ tooLarge, sizeLimit: 999 })
    expect((await failureOf(upload())).code).toBe('too-large')
  })

  it('nothing, but stores another size, is a "mismatch"', async () => {
    await sandbox.flip({ sizes: 'wrong' })
    expect(await failureOf(upload())).toMatchObject({ code: 'mismatch', retryable: false })
  })

  it.each([
    ['no uuid', { data: [{ size: 1000 }] }],
    ['a uuid that leads elsewhere', { data: [{ uuid: '../auth/me', size: 1000 }] }],
    ['a uuid that is a number', { data: [{ uuid: 7, size: 1000 }] }],
    ['two files for one', { data: [{ uuid: 'a' }, { uuid: 'b' }] }],
    ['no file', { data: [] }],
    ['no list', { data: { uuid: 'a' } }],
    ['no object', ['data']],
    ['words', 'fine'],
  ])('sense (%s) is "protocol"', async (_, forged) => {
    await sandbox.flip({ forged })
    expect(await failureOf(upload())).toMatchObject({
      code: 'protocol',
      retryable: true,
      outcome: 'unknown',
    })
  })

  it('a uuid that is none, as its own documents do, is taken as it is', async () => {
    await sandbox.flip({ forged: { data: [{ uuid: '9xyz-g1', used_at: null }] } })
    expect(await upload()).toBe('9xyz-g1')
  })

  it('that a file is used in a way nobody documented, it is "already-used"', async () => {
    await sandbox.flip({ forged: { data: [{ uuid: 'a', used_at: 1767225600 }] } })
    expect((await failureOf(upload())).code).toBe('already-used')
  })
})

describe('a duplicate', () => {
  it('of a sealed file is never deleted, for its record is another upload’s', async () => {
    const job = jobOn(sandbox, api, thread)
    const spec = { scheme: 'age', recipients: [sandbox.recipient], wrap: 'pdf' } as const
    const parcel = await parcelOf(thread, pdfOf(1000), spec)
    const first = await api.send(parcel, job)
    const second = await api.send({ ...parcel, name: 'other.pdf' }, job)
    expect(second).toEqual({ reference: first.reference, facts: { duplicate: 'true' } })
    await api.discard?.(second, job)
    await api.discard?.({ ...first }, job)
    expect(await sandbox.received()).toHaveLength(1)
    await api.discard?.(first, job)
    expect(await sandbox.received()).toEqual([])
  })
})

describe('options for DokStamp', () => {
  it.each([
    ['no endpoint', { endpoint: '' }],
    ['a tenant with a line break', { tenant: 'a\r\nX-Evil: 1' }],
    ['an empty tenant', { tenant: '' }],
    ['origins that are no list', { origins: 'https://a.example' }],
  ])('that cannot work (%s) are misconfigured at once', (_, options) => {
    expect(() => transportOf(sandbox, options as object)).toThrow(
      expect.objectContaining({ code: 'misconfigured' }),
    )
  })

  it('can be given by name and JSON', async () => {
    const { endpoint, tenant } = sandbox
    const transport = await transportByName('dokstamp', { endpoint, tenant, batch: 4 })
    expect(transport.traits).toMatchObject({ perRequest: 4, seals: ['age+pdf', 'none'] })
  })

  it('must not make a path of a uuid', async () => {
    for (const uuid of ['', '../auth/me', 'a/b', '%2e%2e', 'a?b'])
      expect((await failureOf(Promise.resolve().then(() => api.get(uuid)))).code).toBe(
        'misconfigured',
      )
    expect(await uploads(sandbox)).toBe(0)
  })

  it('send the body in parts of type PDF, whatever the file says of itself', async () => {
    const body = pdfOf(1000)
    await upload(new File([body], 'a.pdf', { type: 'text/html' }))
    const [request] = (await sandbox.requests()).filter(({ kind }) => kind === 'upload')
    const text = new TextDecoder('latin1').decode(request?.body)
    expect(text).toContain('name="files[]"')
    expect(text).toContain('Content-Type: application/pdf')
    expect(text).not.toContain('text/html')
  })
})
