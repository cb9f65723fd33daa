import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TusOptions, tus } from '../../src/providers/tus/transport.ts'
import { same } from '../../src/testing/scene.ts'
import { createThread } from '../../src/thread/client.ts'
import type { Thread } from '../../src/thread/thread.ts'
import { startSandbox } from '../contract-tools.ts'
import { pdfOf } from './session-tools.ts'
import { bytesOf } from './transport.ts'
import { methodsOf, patchesOf, sceneOf, sessionOf, type TusServer } from './tus-tools.ts'

let server: TusServer
let thread: Thread
beforeAll(async () => {
  server = await startSandbox('tus')
  thread = createThread()
})
beforeEach(() => server.reset())
afterAll(async () => {
  thread.close()
  await server.close()
})

const original = bytesOf(2500)
const scene = (options: Partial<TusOptions> = {}) =>
  sceneOf(server, thread, { checksum: 'none', ...options })
const requestsOf = async (method: string) =>
  (await server.requests()).filter(seen => seen.method === method && seen.kind !== 'preflight')

describe('where an upload is created', () => {
  it.each(['absolute', 'path', 'relative'] as const)('the server may say it %s', async place => {
    await server.flip({ place })
    const { parcel, send } = scene()
    const { reference } = await send(await parcel(original))
    expect(reference.startsWith(server.endpoint)).toBe(true)
    expect(same(await server.plaintext(reference), original)).toBe(true)
  })

  it.each(['script', 'missing'] as const)('%s is "protocol"', async place => {
    await server.flip({ place })
    const { parcel, fail, point } = scene()
    const made = await parcel(original)
    expect(await fail(made)).toMatchObject({ code: 'protocol', retryable: true })
    expect(await methodsOf(server)).toBe('POST')
    expect(point(made)).toBe(undefined)
  })

  it('another origin is "protocol", and nothing goes there', async () => {
    await server.flip({ place: 'elsewhere' })
    const { parcel, go, fail } = scene()
    const made = await parcel(original)
    expect(await fail(made)).toMatchObject({ code: 'protocol', retryable: false })
    expect((await server.requests()).map(({ kind }) => kind)).not.toContain('elsewhere')
    // And it is forgotten: once the server is put right, the next try is a good one.
    await server.flip({ place: 'absolute' })
    await go(made)
    expect(await server.received()).toHaveLength(1)
  })

  it('another origin is gone to where it is listed', async () => {
    await server.flip({ place: 'elsewhere' })
    const { parcel, send } = scene({ origins: [server.url.replace('127.0.0.1', 'localhost')] })
    await send(await parcel(original)).catch(() => {})
    expect((await server.requests()).map(({ kind }) => kind)).toContain('elsewhere')
  })

  it.each([301, 302, 307, 308] as const)('a redirect (%i) elsewhere is "protocol"', async code => {
    await server.flip({ redirect: { on: 'creation', code } })
    const { parcel, fail } = scene()
    expect(await fail(await parcel(original))).toMatchObject({ code: 'protocol' })
  })

  it('a slash at the end of the endpoint stays, and its absence too', async () => {
    for (const endpoint of [server.endpoint, server.endpoint.replace(/\/$/, '')]) {
      const { parcel, send } = scene({ endpoint })
      await send(await parcel(original))
      const { path } = (await requestsOf('POST')).at(-1) ?? {}
      expect(new URL(path ?? '', server.url).href).toBe(endpoint)
    }
  })

  it('a file over the limit of the server is "too-large" before a byte leaves', async () => {
    await server.flip({ maxSize: 2000 })
    const { parcel, fail } = scene()
    expect(await fail(await parcel(original))).toMatchObject({ code: 'too-large' })
    expect(await methodsOf(server)).toBe('POST')
  })

  it('a server that speaks another version is "protocol"', async () => {
    await server.flip({ version: '2.0.0' })
    const { parcel, fail } = scene()
    const error = await fail(await parcel(original))
    expect(error).toMatchObject({ code: 'protocol', retryable: false, provider: { status: 412 } })
  })
})

describe('chunks', () => {
  it.each([
    [1000, ['0+1000', '1000+1000', '2000+']],
    [1_000_000, ['0+']],
  ])('have %i bytes, but for the last one', async (chunkSize, expected) => {
    const { parcel, send } = scene({ chunkSize })
    await send(await parcel(original))
    const patches = await patchesOf(server)
    expect(patches.length).toBeGreaterThanOrEqual(expected.length)
    for (const [at, start] of expected.entries()) expect(patches[at]).toContain(start)
  })

  it('of which the file is an exact multiple need no empty one', async () => {
    const made = await scene().parcel(bytesOf(2501))
    const { send } = scene({ chunkSize: made.size / 2 })
    expect(made.size % 2).toBe(0)
    await send(made)
    expect(await patchesOf(server)).toEqual([
      `0+${made.size / 2}`,
      `${made.size / 2}+${made.size / 2}`,
    ])
  })

  it('have 8 MiB unless something else is said', async () => {
    const { parcel, send } = scene()
    const made = await parcel(new Uint8Array(9_000_000))
    await send(made)
    expect(await patchesOf(server)).toEqual([`0+8388608`, `8388608+${made.size - 8_388_608}`])
  })
})

describe('checksums', () => {
  const checksumsOf = async () =>
    (await requestsOf('PATCH')).map(({ headers }) => String(headers['upload-checksum']).slice(0, 7))

  it('go with every chunk where the server compares them; it is asked once', async () => {
    const { parcel, send } = scene({ checksum: 'probe', chunkSize: 1000 })
    const { facts } = await send(await parcel(bytesOf(1500)))
    await send(await parcel(bytesOf(1500)))
    expect(facts).toEqual({ checksum: 'sha256' })
    expect(new Set(await checksumsOf())).toEqual(new Set(['sha256 ']))
    expect(await requestsOf('OPTIONS')).toHaveLength(1)
    expect(await server.received()).toHaveLength(2)
  })

  it.each([
    [['sha1'], 'sha1'],
    [['md5', 'sha1'], 'sha1'],
    [['md5'], undefined],
    [[], undefined],
  ] as const)('of %j: %s', async (checksums, expected) => {
    await server.flip({ checksums })
    const { parcel, send } = scene({ checksum: 'probe' })
    const { facts } = await send(await parcel(original))
    expect(facts.checksum).toBe(expected)
    expect((await checksumsOf())[0]).toContain(expected ?? 'undefin')
  })

  it.each([405, 401, 500])('are no condition: OPTIONS may be answered with %i', async code => {
    await server.flip({ status: { on: 'options', code } })
    const { parcel, send } = scene({ checksum: 'probe' })
    expect((await send(await parcel(original))).facts).toEqual({})
  })

  it('notice a byte that changed on its way, and the chunk goes again', async () => {
    const { parcel, go, fail } = scene({ checksum: 'probe', chunkSize: 1000 })
    const made = await parcel(original)
    await server.flip({ corrupts: true })
    expect(await fail(made)).toMatchObject({
      code: 'mismatch',
      retryable: true,
      provider: { status: 460 },
    })
    const { reference } = await go(made)
    expect((await patchesOf(server)).slice(0, 2)).toEqual(['0+1000', '0+1000'])
    expect(same(await server.plaintext(reference), original)).toBe(true)
  })

  it('by an algorithm that the server lacks are refused', async () => {
    await server.flip({ checksums: ['sha256'] })
    const { parcel, fail } = scene({ checksum: 'sha1' })
    const error = await fail(await parcel(original))
    expect(error).toMatchObject({ code: 'refused', retryable: false, provider: { status: 400 } })
  })

  it('can be left out where CORS does not allow their header', async () => {
    await server.flip({ cors: 'recorded' })
    const wanting = scene({ checksum: 'sha256' })
    expect(await wanting.fail(await wanting.parcel(original))).toMatchObject({ code: 'network' })
    const { parcel, send } = scene()
    await send(await parcel(original))
    expect(await server.received()).toHaveLength(1)
  })
})

describe('an answer that cannot be', () => {
  it.each(['same', 'ahead', 'beyond', 'words', 'missing'] as const)(
    'an offset that is "%s" is "protocol": no delivery, and no endless circle',
    async offset => {
      await server.flip({ offset })
      const { parcel, fail } = scene({ chunkSize: 1000 })
      const error = await fail(await parcel(original))
      expect(error).toMatchObject({ code: 'protocol', retryable: true, outcome: 'unknown' })
      expect(await methodsOf(server)).toBe('POST PATCH')
    },
  )

  it.each(['beyond', 'words', 'missing'] as const)(
    'so it is where the offset is asked for: "%s"',
    async offset => {
      const { parcel, fail } = scene({ chunkSize: 1000 })
      const made = await parcel(original)
      await server.flip({ dropAnswer: { after: 1, times: 1, connection: 'fresh' } })
      await fail(made)
      await server.flip({ offset })
      expect(await fail(made)).toMatchObject({ code: 'protocol', retryable: true })
      expect(await methodsOf(server)).toBe('POST PATCH PATCH HEAD')
    },
  )

  it('headers that CORS does not expose are named, for whoever runs the server', async () => {
    await server.flip({ exposes: false })
    const { parcel, fail } = scene()
    const error = await fail(await parcel(original))
    expect(error.code).toBe('protocol')
    expect(error.message).toMatch(/Location.*expose/)
  })
})

describe('what the server is told', () => {
  const toldOf = async () => (await requestsOf('POST')).at(-1)?.headers['upload-metadata']

  it('is nothing of the file by default', async () => {
    const { parcel, send } = scene()
    await send(await parcel(original, 'Erika Mustermann.pdf'))
    expect(await toldOf()).toBe(undefined)
  })

  it('is what the site says, for each parcel where it wants', async () => {
    const fixed = scene({ metadata: { form: 'Anträge 2026' } })
    await fixed.send(await fixed.parcel(original))
    const value = String(await toldOf()).split(' ')[1] ?? ''
    const bytes = Uint8Array.from(atob(value), character => character.charCodeAt(0))
    expect(new TextDecoder().decode(bytes)).toBe('Anträge 2026')
    const asked = scene({ metadata: ({ name, size }) => ({ filename: name, size: `${size}` }) })
    const made = await asked.parcel(original)
    await asked.send(made)
    expect(await toldOf()).toBe(`filename ${btoa(made.name)},size ${btoa(String(made.size))}`)
  })

  it('expiry, which it may tell in return, is in the delivery', async () => {
    await server.flip({ expiresSeconds: 3600 })
    const { parcel, send } = scene()
    const { expiresAt = '' } = await send(await parcel(original))
    expect(Math.abs(Date.parse(expiresAt) - Date.now() - 3_600_000)).toBeLessThan(60_000)
    await server.flip({ expiresSeconds: 0 })
    expect(await send(await parcel(original))).not.toHaveProperty('expiresAt')
  })
})

describe('an upload that is cancelled', () => {
  const cut = async (options: Partial<TusOptions>) => {
    const it = scene({ chunkSize: 1000, ...options })
    const made = await it.parcel(original)
    await server.flip({ dropBody: { after: 1, times: 1, connection: 'fresh' } })
    await it.fail(made)
    const resume = it.point(made) ?? null
    const job = {
      signal: new AbortController().signal,
      progress() {},
      attempt: 1,
      headers: async () => new Headers({ Authorization: `Bearer ${server.token}` }),
      digest: async () => new Uint8Array(),
    }
    return { discard: () => it.transport.discard?.({ resume }, job) }
  }

  it('is deleted at the server', async () => {
    const { discard } = await cut({})
    expect(await server.unfinished()).toHaveLength(1)
    await discard()
    expect(await server.unfinished()).toEqual([])
    await discard() // it is gone: no harm
  })

  it('stays there where the site wants it so', async () => {
    const { discard } = await cut({ removeOnCancel: false })
    await discard()
    expect(await server.unfinished()).toHaveLength(1)
  })

  it('stays where the server does not delete, which is an error that nobody has to hear', async () => {
    await server.flip({ termination: false })
    const { discard } = await cut({})
    await expect(discard()).rejects.toMatchObject({ code: 'refused', provider: { status: 405 } })
  })

  it('in the middle of a chunk leaves nothing behind', async () => {
    const session = sessionOf(server, { chunkSize: 400_000 })
    try {
      await server.flip({ slow: { on: 'upload', bytesPerSecond: 1_000_000 } })
      const sending = new Promise<void>(resolve => {
        session.subscribe(({ state }) => {
          if (state.phase === 'sending' && state.done > 450_000) resolve()
        })
      })
      session.add([pdfOf(1_500_000)])
      await sending
      session.cancel()
      await expect.poll(() => requestsOf('DELETE')).toHaveLength(1)
      await expect.poll(() => server.unfinished()).toEqual([])
      expect(await server.received()).toEqual([])
    } finally {
      session.close()
    }
  })
})

describe('resumable()', () => {
  it('tells what was begun and not ended, with the offset the server has', async () => {
    const { parcel, go, fail, transport } = scene({
      chunkSize: 1000,
      authorize: () => ({ Authorization: `Bearer ${server.token}` }),
    })
    expect(await transport.resumable()).toEqual([])
    const made = await parcel(original)
    await server.flip({ dropBody: { after: 1, times: 1, connection: 'fresh', afterBytes: 300 } })
    await fail(made)
    const [first, ...others] = await transport.resumable()
    expect(others).toEqual([])
    expect(first).toMatchObject({ size: made.size, offset: 1300 })
    await go(made)
    expect(await transport.resumable()).toEqual([])
  })

  it('knows what the server dropped, and says what is wrong', async () => {
    const { parcel, fail, transport } = scene({
      chunkSize: 1000,
      authorize: () => ({ Authorization: `Bearer ${server.token}` }),
    })
    await server.flip({ dropBody: { after: 1, times: 1, connection: 'fresh' } })
    await fail(await parcel(original))
    await server.flip({ status: { on: 'head', times: 1, code: 503 } })
    await expect(transport.resumable()).rejects.toMatchObject({ code: 'server', retryable: true })
    await server.drop(410)
    expect(await transport.resumable()).toEqual([])
  })

  it('does not disturb what is being sent', async () => {
    const { parcel, send, transport } = scene({ chunkSize: 1000 })
    const made = await parcel(original)
    const seen = new Promise<readonly unknown[]>(resolve => {
      void send(made, {
        progress: done => {
          if (done > 1000) resolve(transport.resumable())
        },
      })
    })
    expect(await seen).toMatchObject([{ size: made.size }])
    await expect.poll(() => server.received()).toHaveLength(1)
    expect(await requestsOf('HEAD')).toEqual([])
  })
})

describe('the page', () => {
  it('stores no URL: whoever knows it could write to it', async () => {
    localStorage.clear()
    sessionStorage.clear()
    const { parcel, go, fail } = scene({ chunkSize: 1000 })
    const made = await parcel(original)
    await server.flip({ dropBody: { after: 1, times: 1, connection: 'fresh' } })
    await fail(made)
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0])
    await go(made)
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0])
  })

  it.each(['age', 'age+pdf', 'none'] as const)('seals as it is told: %s', async name => {
    const age = { scheme: 'age', recipients: [server.recipient] } as const
    const seal =
      name === 'age'
        ? age
        : name === 'none'
          ? ({ scheme: 'none', because: 'test' } as const)
          : ({ ...age, wrap: 'pdf' } as const)
    const session = sessionOf(server, {}, { seal })
    try {
      const file = pdfOf(50_000)
      session.add([file])
      const [receipt] = await session.settled()
      const url = receipt?.reference ?? ''
      const got = await (name === 'none' ? server.sealed(url) : server.plaintext(url))
      expect(same(got, new Uint8Array(await file.arrayBuffer()))).toBe(true)
      expect(receipt).toMatchObject({ transport: 'tus', sealed: { scheme: name } })
    } finally {
      session.close()
    }
  })

  const wrong: readonly (readonly [string, object])[] = [
    ['chunkSize 0', { chunkSize: 0 }],
    ['chunkSize without an end', { chunkSize: Number.POSITIVE_INFINITY }],
    ['half a byte', { chunkSize: 0.5 }],
    ['chunkSize in words', { chunkSize: '8 MiB' }],
    ['checksum md5', { checksum: 'md5' }],
    ['removeOnCancel in words', { removeOnCancel: 'yes' }],
    ['metadata with a space in a key', { metadata: { 'file name': 'x' } }],
    ['metadata that is no text', { metadata: { size: 1 } }],
    ['metadata that is null', { metadata: null }],
    ['metadata without an end', { metadata: { x: 'x'.repeat(5000) } }],
    ['origins that are none', { origins: ['nowhere'] }],
    ['an endpoint with a query', { endpoint: 'https://tus.example/files?key=1' }],
  ]
  it.each(wrong)('is told at once of %s', (_, options) => {
    const make = () => tus({ endpoint: 'https://tus.example/files', ...options } as TusOptions)
    expect(make).toThrow(expect.objectContaining({ code: 'misconfigured' }))
  })
})
