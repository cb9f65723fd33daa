import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { neverAborted } from '../../src/core/abort.ts'
import { createApi } from '../../src/core/api.ts'
import { download } from '../../src/core/download.ts'
import { request } from '../../src/core/request.ts'
import { digestBytes } from '../../src/digest/digest.ts'
import { inspect } from '../../src/session/one-off.ts'
import { createThread } from '../../src/thread/client.ts'
import type { Thread } from '../../src/thread/thread.ts'
import { startSandbox } from '../contract-tools.ts'
import { openStage, pdfOf, type Sandbox } from './session-tools.ts'
import { bytesOf, failureOf } from './transport.ts'

const mortal = new URL('./mortal.worker.ts', import.meta.url)
const blob = (type = ''): Blob => new Blob([bytesOf(1000)], { type })

/** A signal that knows who listens on it, and how many did in all. */
const watched = (signal: AbortSignal) => {
  const listening = new Set<unknown>()
  let ever = 0
  const { addEventListener, removeEventListener } = signal
  Object.assign(signal, {
    addEventListener(...asked: Parameters<typeof addEventListener>) {
      ever++
      listening.add(asked[1])
      addEventListener.apply(signal, asked)
    },
    removeEventListener(...asked: Parameters<typeof removeEventListener>) {
      listening.delete(asked[1])
      removeEventListener.apply(signal, asked)
    },
  })
  return { signal, listening, ever: () => ever }
}
const watchedJob = () => {
  const watch = watched(new AbortController().signal)
  return { ...watch, job: { signal: watch.signal, progress: () => {} } }
}

let sandbox: Sandbox
let thread: Thread
beforeAll(async () => {
  sandbox = await startSandbox('didww')
  thread = createThread(mortal)
})
afterEach(() => sandbox.reset())
afterAll(async () => {
  thread.close()
  await sandbox.close()
  await caches.delete('deaths')
})

describe('no listener outlives', () => {
  it.each([
    ['that succeeds', ''],
    ['that fails', 'fail/x'],
    ['that the page has to read for the worker', 'unreadable/x'],
    ['whose worker dies', `die/close-1-${crypto.randomUUID().replaceAll('-', '')}`],
    ['whose worker dies twice', `die/close-2-${crypto.randomUUID().replaceAll('-', '')}`],
  ])('a call to the worker %s', async (_, type) => {
    const { job, listening, ever } = watchedJob()
    await digestBytes(thread, blob(type), 'SHA-256', job).catch(() => {})
    expect(listening.size).toBe(0)
    expect(ever()).toBe(1)
  })

  it('a call to a worker that is closed under it', async () => {
    const { job, listening, ever } = watchedJob()
    const closing = createThread(mortal)
    const waiting = digestBytes(closing, blob('wait/x'), 'SHA-256', job).catch(() => {})
    await digestBytes(closing, blob(), 'SHA-256', { signal: neverAborted, progress: () => {} })
    closing.close()
    await waiting
    expect(listening.size).toBe(0)
    expect(ever()).toBe(1)
  })

  it.each([
    ['that is answered', {}, '/public_keys'],
    ['whose connection is cut', { dropAnswer: { on: 'any' } }, '/public_keys'],
    ['that is redirected elsewhere', { redirect: { on: 'any' } }, '/public_keys'],
  ] as const)('a request %s', async (_, faults, path) => {
    await sandbox.flip(faults)
    const { signal, listening, ever } = watched(new AbortController().signal)
    const headers = new Headers({ 'Api-Key': sandbox.apiKey })
    const url = `${sandbox.endpoint}${path}`
    await request({ method: 'GET', url, headers, signal }).catch(() => {})
    expect(listening.size).toBe(0)
    expect(ever()).toBe(1)
  })

  it('a delivery, on the signal that the whole page shares', async () => {
    const { listening, ever } = watched(neverAborted)
    const { session } = openStage(sandbox)
    session.add([pdfOf(1000), pdfOf(2000, 'b.pdf', 2)])
    expect(await session.settled()).toHaveLength(2)
    session.close()
    await inspect(pdfOf(1000))
    const api = createApi({ name: 'didww', endpoint: sandbox.endpoint })
    await api('GET', '/public_keys')
    await download(`${sandbox.endpoint}/nothing`).catch(() => {})
    await failureOf(inspect(new File(['no document'], 'a.pdf')))
    expect(ever()).toBeGreaterThan(0)
    expect(listening.size).toBe(0)
  })
})
