import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { same } from '../../src/testing/scene.ts'
import { createThread } from '../../src/thread/client.ts'
import type { Thread } from '../../src/thread/thread.ts'
import { startSandbox } from '../contract-tools.ts'
import { pdfOf } from './session-tools.ts'
import { bytesOf } from './transport.ts'
import { patchesOf, sceneOf, sessionOf } from './tus-tools.ts'

const open: { close(): unknown }[] = []
let thread: Thread
const start = async (options: Parameters<typeof startSandbox<'tusnode'>>[1] = {}) => {
  const server = await startSandbox('tusnode', options)
  open.push(server)
  return server
}
beforeEach(() => {
  thread = createThread()
})
afterEach(async () => {
  thread.close()
  await Promise.all(open.splice(0).map(server => server.close()))
})

describe('the real @tus/server', () => {
  it('as it comes, with its own CORS headers, takes a file in chunks', async () => {
    const server = await start({ direct: true })
    const { parcel, send } = sceneOf(server, thread, { chunkSize: 1_000_000 })
    const original = bytesOf(3_000_000)
    const { reference, facts } = await send(await parcel(original))
    expect(same(await server.plaintext(reference), original)).toBe(true)
    expect(await server.received()).toEqual([reference])
    expect(facts).toEqual({})
  })

  it('as it comes, goes on after a pause, though it held a lock when the line broke', async () => {
    const server = await start({ direct: true })
    const session = sessionOf(server)
    try {
      const file = pdfOf(12_000_000)
      const paused = new Promise<void>(resolve => {
        const stop = session.subscribe(({ state }) => {
          if (state.phase !== 'sending' || state.done === 0) return
          session.pause()
          stop()
          resolve()
        })
      })
      session.add([file])
      await paused
      session.resume()
      const [receipt] = await session.settled()
      expect(await server.received()).toEqual([receipt?.reference])
      expect(await server.unfinished()).toEqual([])
      const opened = await server.plaintext(receipt?.reference ?? '')
      expect(same(opened, new Uint8Array(await file.arrayBuffer()))).toBe(true)
    } finally {
      session.close()
    }
  })

  it('is asked what it kept of a chunk that was cut, and gets the rest', async () => {
    const server = await start()
    const { parcel, go, fail } = sceneOf(server, thread, { chunkSize: 100_000 })
    const made = await parcel(bytesOf(250_000))
    await server.flip({ dropBody: { after: 1, times: 1, connection: 'fresh', afterBytes: 30_000 } })
    expect(await fail(made)).toMatchObject({ code: 'network', outcome: 'unknown' })
    const { reference } = await go(made)
    // How much it had written by then is its own affair.
    expect((await patchesOf(server))[2]).toMatch(/^1[0-3]\d{4}\+100000$/)
    expect(same(await server.plaintext(reference), bytesOf(250_000))).toBe(true)
    expect(await server.received()).toHaveLength(1)
  })

  it('says how long an unfinished upload is kept, and 410 when it is over: it begins again', async () => {
    const server = await start({ expiresMs: 3_600_000 })
    const { parcel, go, fail, transport } = sceneOf(server, thread, {
      chunkSize: 100_000,
      authorize: () => ({ Authorization: `Bearer ${server.token}` }),
    })
    const made = await parcel(bytesOf(250_000))
    await server.flip({ dropAnswer: { after: 1, times: 1, connection: 'fresh' } })
    await fail(made)
    const [begun] = await transport.resumable()
    const keptMs = Date.parse(begun?.expiresAt ?? '') - Date.now()
    expect(Math.abs(keptMs - 3_600_000)).toBeLessThan(60_000)
    await server.expire()
    const { reference, facts, expiresAt } = await go(made)
    expect(facts).toEqual({ restarts: '1' })
    // What is complete does not expire, and the server does not say so.
    expect(expiresAt).toBe(undefined)
    expect(same(await server.plaintext(reference), bytesOf(250_000))).toBe(true)
  })

  it('deletes what was cancelled', async () => {
    const server = await start()
    const session = sessionOf(server, { chunkSize: 100_000 })
    try {
      await server.flip({ slow: { bytesPerSecond: 500_000 } })
      const sending = new Promise<void>(resolve => {
        session.subscribe(({ state }) => {
          if (state.phase === 'sending' && state.done > 100_000) resolve()
        })
      })
      session.add([pdfOf(600_000)])
      await sending
      expect(await server.unfinished()).toHaveLength(1)
      session.cancel()
      await expect.poll(() => server.unfinished(), { timeout: 10_000 }).toEqual([])
      expect(await server.received()).toEqual([])
    } finally {
      session.close()
    }
  })
})
