import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
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

const CHUNK = 100_000
const original = bytesOf(250_000)
/** Three chunks, no checksums unless a test is about them. */
const scene = (options = {}) =>
  sceneOf(server, thread, { chunkSize: CHUNK, checksum: 'none', ...options })
const urlOf = (point: unknown): unknown =>
  typeof point === 'object' && point !== null && 'url' in point ? point.url : undefined

describe('an upload that broke off', () => {
  it('goes on in the middle of a chunk, with what the server kept', async () => {
    const { parcel, go, fail } = scene()
    const made = await parcel(original)
    await server.flip({ dropBody: { after: 1, times: 1, connection: 'fresh', afterBytes: 30_000 } })
    expect(await fail(made)).toMatchObject({ code: 'network', retryable: true, outcome: 'unknown' })
    const { reference } = await go(made)
    expect(await patchesOf(server)).toEqual([
      `0+${CHUNK}`,
      `${CHUNK}+30000`,
      `130000+${CHUNK}`,
      `230000+${made.size - 230_000}`,
    ])
    expect(same(await server.plaintext(reference), original)).toBe(true)
    expect(await server.unfinished()).toEqual([])
  })

  it('goes on at the last whole chunk where the server dropped the part that came', async () => {
    const { parcel, go, fail } = scene()
    const made = await parcel(original)
    await server.flip({
      keepsParts: false,
      dropBody: { after: 1, times: 1, connection: 'fresh', afterBytes: 30_000 },
    })
    await fail(made)
    const { reference } = await go(made)
    expect((await patchesOf(server))[2]).toBe(`${CHUNK}+${CHUNK}`)
    expect(same(await server.plaintext(reference), original)).toBe(true)
  })

  it('goes on there with checksums, too: nothing can be said of half a chunk', async () => {
    const { parcel, go, fail } = scene({ checksum: 'probe' })
    const made = await parcel(original)
    await server.flip({ dropBody: { after: 1, times: 1, connection: 'fresh', afterBytes: 30_000 } })
    await fail(made)
    const { reference } = await go(made)
    expect((await patchesOf(server))[2]).toBe(`${CHUNK}+${CHUNK}`)
    expect(same(await server.plaintext(reference), original)).toBe(true)
  })

  it('sends nothing again where only the last answer was lost', async () => {
    const { parcel, go, fail } = scene()
    const made = await parcel(original)
    await server.flip({ dropAnswer: { after: 2, times: 1, connection: 'fresh' } })
    expect(await fail(made)).toMatchObject({ code: 'network', outcome: 'unknown' })
    const seen: number[] = []
    await go(made, { uncertain: true, progress: done => seen.push(done) })
    expect(await methodsOf(server)).toBe('POST PATCH PATCH PATCH HEAD')
    expect(seen).toEqual([made.size])
    expect(await server.received()).toHaveLength(1)
  })

  it('goes on where the server is, not where it was thought to be: 409', async () => {
    const { parcel, go, fail } = scene()
    const made = await parcel(original)
    await server.flip({ status: { on: 'upload', after: 1, times: 1, code: 409 } })
    expect(await fail(made)).toMatchObject({ code: 'refused', retryable: true })
    await go(made)
    expect(await methodsOf(server)).toBe('POST PATCH PATCH HEAD PATCH PATCH')
    expect(await server.received()).toHaveLength(1)
  })

  it.each([
    [423, 'server'],
    [460, 'mismatch'],
    [500, 'server'],
    [503, 'server'],
    [429, 'rate-limited'],
  ])('goes on after a chunk was answered with %i', async (code, expected) => {
    const { parcel, go, fail } = scene()
    const made = await parcel(original)
    await server.flip({ status: { on: 'upload', after: 1, times: 1, code, retryAfter: 3 } })
    expect(await fail(made)).toMatchObject({
      code: expected,
      retryable: true,
      retryAfterMs: 3000,
      provider: { status: code },
    })
    const { reference } = await go(made)
    expect(await methodsOf(server)).toBe('POST PATCH PATCH HEAD PATCH PATCH')
    expect(same(await server.plaintext(reference), original)).toBe(true)
  })

  it('takes half a chunk for half a chunk', async () => {
    const { parcel, send } = scene()
    await server.flip({ accepts: 'half' })
    const made = await parcel(bytesOf(1000))
    const patches = async () => (await patchesOf(server)).length
    // Half of one byte is none: then it is the server that goes nowhere.
    const error = await send(made).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'protocol' })
    expect(await patches()).toBeGreaterThan(5)
    expect(await patches()).toBeLessThan(20)
  })
})

describe('a question for the offset that gets no good answer never begins the upload again', () => {
  it.each([
    [500, 'server', true],
    [502, 'server', true],
    [503, 'server', true],
    [504, 'server', true],
    [401, 'unauthorized', false],
    [429, 'rate-limited', true],
    [423, 'server', true],
    [400, 'refused', false],
  ])('%i is "%s"', async (code, expected, retryable) => {
    const { parcel, go, fail, point } = scene()
    const made = await parcel(original)
    await server.flip({ dropAnswer: { after: 1, times: 1, connection: 'fresh' } })
    await fail(made)
    const before = point(made)
    await server.flip({ status: { on: 'head', times: 2, code } })
    for (const _ of [1, 2]) {
      const error = await fail(made)
      expect(error).toMatchObject({ code: expected, retryable, provider: { status: code } })
    }
    expect(point(made)).toEqual(before)
    const { reference, facts } = await go(made)
    expect(reference).toBe(urlOf(before))
    expect(facts).toEqual({})
    expect(await methodsOf(server)).toBe('POST PATCH PATCH HEAD HEAD HEAD PATCH')
    expect(await server.unfinished()).toEqual([])
  })

  it('403 fails for now; only a person who tries again begins again', async () => {
    const { parcel, go, fail } = scene()
    const made = await parcel(original)
    await server.flip({ dropAnswer: { after: 1, times: 1, connection: 'fresh' } })
    await fail(made)
    await server.flip({ status: { on: 'head', times: 1, code: 403 } })
    expect(await fail(made)).toMatchObject({ code: 'forbidden', retryable: false })
    await go(made)
    expect(await server.received()).toHaveLength(1)
  })
})

describe.each([404, 410] as const)('an upload the server no longer has: %i', status => {
  it('begins again with the same ciphertext when its offset is asked for', async () => {
    const { parcel, go, fail } = scene()
    const made = await parcel(original)
    await server.flip({ dropAnswer: { after: 1, times: 1, connection: 'fresh' } })
    await fail(made)
    await server.drop(status)
    const { reference, facts } = await go(made)
    expect(facts).toEqual({ restarts: '1' })
    expect(await server.received()).toHaveLength(1)
    const sent = new Uint8Array(await made.body.arrayBuffer())
    expect(same(await server.sealed(reference), sent)).toBe(true)
    expect(await methodsOf(server)).toBe('POST PATCH PATCH HEAD POST PATCH PATCH PATCH')
  })

  it('begins again with the next try when it goes between two chunks', async () => {
    const { parcel, go, fail, point } = scene()
    const made = await parcel(original)
    await server.flip({ status: { on: 'upload', after: 1, times: 1, code: status } })
    const code = status === 404 ? 'not-found' : 'expired'
    expect(await fail(made)).toMatchObject({ code, retryable: true })
    expect(urlOf(point(made))).toBe(undefined)
    const { facts } = await go(made)
    expect(facts).toEqual({ restarts: '1' })
    expect(await server.received()).toHaveLength(1)
  })

  it('is no endless circle where it never was', async () => {
    const { parcel, fail } = scene()
    await server.flip({ status: { on: 'upload', code: status } })
    expect(await fail(await parcel(original))).toMatchObject({ retryable: false })
  })
})

describe('no two ciphertexts are ever joined', () => {
  it('another file of the same size does not go on at the URL of the first one', async () => {
    const { parcel, go, fail, point } = scene()
    const [one, other] = [await parcel(bytesOf(250_000, 1)), await parcel(bytesOf(250_000, 2))]
    expect(one.size).toBe(other.size)
    await server.flip({ dropAnswer: { after: 1, times: 1, connection: 'fresh' } })
    await fail(one)
    const { reference } = await go(other, { resume: point(one) })
    expect(reference).not.toBe(urlOf(point(one)))
    expect(same(await server.plaintext(reference), bytesOf(250_000, 2))).toBe(true)
  })

  it('nor the same file, sealed again under the same id', async () => {
    const { parcel, go, fail, point } = scene()
    const [one, again] = [await parcel(original), await parcel(original)]
    await server.flip({ dropAnswer: { after: 1, times: 1, connection: 'fresh' } })
    await fail(one)
    const before = urlOf(point(one))
    const { reference } = await go({ ...again, id: one.id }, { resume: point(one) })
    expect(reference).not.toBe(before)
    expect(same(await server.plaintext(reference), original)).toBe(true)
  })

  it('nor does one go on where the server names another length', async () => {
    const { parcel, go, fail, point } = scene()
    const made = await parcel(original)
    await server.flip({ dropAnswer: { after: 1, times: 1, connection: 'fresh' } })
    await fail(made)
    const before = urlOf(point(made))
    await server.flip({ lengthens: 1 })
    const { reference } = await go(made)
    expect(reference).not.toBe(before)
    expect(same(await server.plaintext(reference), original)).toBe(true)
  })

  it.each([null, 'https://elsewhere.example/', 7, {}, { print: 'x', url: 'y' }])(
    'what was kept is not believed: %j',
    async resume => {
      const { parcel, send } = scene()
      const { reference } = await send(await parcel(original), { resume })
      expect(same(await server.plaintext(reference), original)).toBe(true)
    },
  )
})

describe('a session', () => {
  it('may be cut more often than there are retries, as long as it gets further', async () => {
    const session = sessionOf(
      server,
      { chunkSize: CHUNK, checksum: 'none' },
      { retryPolicy: { limit: 2, delayMs: 1, maxDelayMs: 2 } },
    )
    try {
      const file = pdfOf(600_000)
      await server.flip({ dropBody: { after: 1, connection: 'fresh', afterBytes: 60_000 } })
      session.add([file])
      const [receipt] = await session.settled()
      const opened = await server.plaintext(receipt?.reference ?? '')
      expect(same(opened, new Uint8Array(await file.arrayBuffer()))).toBe(true)
      expect((await patchesOf(server)).length).toBeGreaterThan(8)
      expect(await server.received()).toHaveLength(1)
    } finally {
      session.close()
    }
  })

  it('pauses in the middle and goes on with the same bytes', async () => {
    const session = sessionOf(server, { chunkSize: CHUNK })
    try {
      const file = pdfOf(1_000_000)
      await server.flip({ slow: { bytesPerSecond: 2_000_000 } })
      const paused = new Promise<void>(resolve => {
        const stop = session.subscribe(({ state }) => {
          if (state.phase !== 'sending' || state.done < 300_000) return
          session.pause()
          stop()
          resolve()
        })
      })
      session.add([file])
      await paused
      expect(session.files[0]?.state).toMatchObject({ phase: 'paused', from: 'sending' })
      await server.flip({ slow: false })
      const before = (await patchesOf(server)).length
      session.resume()
      const [receipt] = await session.settled()
      const [stored, ...others] = await server.received()
      expect(others).toEqual([])
      expect(await server.unfinished()).toEqual([])
      expect(stored).toMatchObject({ id: receipt?.reference, sha256: receipt?.sealed.sha256 })
      const opened = await server.plaintext(receipt?.reference ?? '')
      expect(same(opened, new Uint8Array(await file.arrayBuffer()))).toBe(true)
      const [next = ''] = (await patchesOf(server)).slice(before)
      expect(Number.parseInt(next, 10)).toBeGreaterThan(0)
    } finally {
      session.close()
    }
  })

  it('asks for headers for every request, and again after a 401 in the middle', async () => {
    const asked: string[] = []
    const session = sessionOf(
      server,
      { chunkSize: CHUNK, checksum: 'none' },
      {
        authorize({ method, attempt }) {
          asked.push(`${method}${attempt}`)
          return { Authorization: `Bearer ${server.token}` }
        },
      },
    )
    try {
      await server.flip({ status: { after: 1, times: 1, code: 401 } })
      session.add([pdfOf(250_000)])
      await session.settled()
      expect(asked.join(' ')).toBe('POST1 PATCH1 PATCH1 HEAD2 PATCH2 PATCH2')
      expect(await server.received()).toHaveLength(1)
    } finally {
      session.close()
    }
  })
})
