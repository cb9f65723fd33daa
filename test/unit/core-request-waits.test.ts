import { describe, expect, it, vi } from 'vitest'
import type { RequestOptions } from '../../src/core/request.ts'
import { failure, isOpen, type QuietXhr, start, useQuietXhr } from './quiet-xhr.ts'

useQuietXhr()

/** What the tests say of the line holds for one origin each, because the page remembers it. */
let origins = 0
const freshUrl = (): string => `https://${++origins}.example/files`
const startFresh = (options: Partial<RequestOptions> = {}) => start({ url: freshUrl(), ...options })
const bytes = (size: number): Blob => new Blob([new Uint8Array(size)])

/** Ends after exactly so many milliseconds. */
const endsAfter = async (answer: Promise<unknown>, ms: number): Promise<unknown> => {
  await vi.advanceTimersByTimeAsync(ms - 1)
  expect(await isOpen(answer)).toBe(true)
  await vi.advanceTimersByTimeAsync(1)
  return failure(answer)
}
const underServiceWorker = (): void => {
  vi.stubGlobal('navigator', { onLine: true, serviceWorker: { controller: {} } })
}

describe('a request that nothing leaves of', () => {
  it.each([
    [30_000, undefined],
    [500, { connect: 500, stall: 1, answer: 1 }],
  ])('is stalled after %i ms, and surely unsent', async (ms, timeouts) => {
    const { answer, xhr } = await startFresh({
      body: 'x',
      attempt: 3,
      ...(timeouts && { timeouts }),
    })
    xhr.takes(0, 1)
    expect(await endsAfter(answer, ms)).toMatchObject({
      code: 'stalled',
      retryable: true,
      outcome: 'unsent',
    })
  })
})

describe('a request that is stopped', () => {
  it.each([
    [true, 'at once, before the browser told of a byte', 0, {}],
    [false, 'a second later, and still nothing was told', 1_000, {}],
    [false, 'at once, without a network', 0, { onLine: false }],
  ])('may have left (%s) %s', async (mayHaveLeft, _, ms, navigator) => {
    if ('onLine' in navigator) vi.stubGlobal('navigator', navigator)
    const bodyTaken = vi.fn()
    const { answer, controller } = await startFresh({ body: 'xyz', bodyTaken })
    await vi.advanceTimersByTimeAsync(ms)
    controller.abort()
    await failure(answer)
    expect(bodyTaken).toHaveBeenCalledTimes(mayHaveLeft ? 1 : 0)
  })

  it('has not left while bytes of it are still here', async () => {
    const bodyTaken = vi.fn()
    const { answer, controller, xhr } = await startFresh({ body: 'xyz', bodyTaken })
    xhr.takes(1, 3)
    controller.abort()
    await failure(answer)
    expect(bodyTaken).not.toHaveBeenCalled()
  })
})

describe('a request that stops halfway', () => {
  it.each([
    [30_000, undefined],
    [500, { connect: 1, stall: 500, answer: 1 }],
  ])('is stalled %i ms after the last byte that moved', async (ms, timeouts) => {
    const { answer, xhr } = await startFresh({ body: 'xyz', ...(timeouts && { timeouts }) })
    xhr.takes(1, 3)
    await vi.advanceTimersByTimeAsync(ms - 1)
    xhr.takes(2, 3)
    expect(await endsAfter(answer, ms)).toMatchObject({ code: 'stalled', outcome: 'unknown' })
  })

  it('is given the time that the most that left at once needs: the rest waits for buffers', async () => {
    const { answer, xhr } = await startFresh({ body: bytes(3_000_000) })
    xhr.takes(160_000, 3_000_000)
    await vi.advanceTimersByTimeAsync(39_999)
    xhr.takes(176_000, 3_000_000)
    expect(await endsAfter(answer, 40_000)).toMatchObject({ code: 'stalled' })
  })

  it('in the middle of its answer is stalled, too', async () => {
    const { answer, xhr } = await startFresh({ body: 'xyz' })
    xhr.takesAll(3)
    await vi.advanceTimersByTimeAsync(59_000)
    xhr.headersCome()
    await vi.advanceTimersByTimeAsync(29_999)
    xhr.onprogress?.({ loaded: 1 })
    expect(await endsAfter(answer, 30_000)).toMatchObject({ code: 'stalled', outcome: 'unknown' })
  })
})

describe('the answer to a body', () => {
  it.each([
    ['60 s, and as long as it takes at 16 kB/s', 3_000_000, 1, 60_000 + 187_500],
    ['twice that by the second try', 3_000_000, 2, 120_000 + 375_000],
    ['hardly more than 60 s for a small one', 1_600, 1, 60_100],
  ])('is waited for %s', async (_, size, attempt, ms) => {
    const { answer, xhr } = await startFresh({ body: bytes(size), attempt })
    await vi.advanceTimersByTimeAsync(7)
    xhr.takesAll(size)
    expect(await endsAfter(answer, ms)).toMatchObject({
      code: 'timeout',
      retryable: true,
      outcome: 'unknown',
    })
  })

  it('is waited for also where the browser says that all is sent by its progress alone', async () => {
    const { answer, xhr } = await startFresh({ body: bytes(1_600) })
    xhr.takes(1_600, 1_600)
    await vi.advanceTimersByTimeAsync(50_000)
    // Firefox says it once more with the answer: that is no new wait.
    xhr.upload.onload?.({ total: 1_600 })
    expect(await endsAfter(answer, 10_100)).toMatchObject({ code: 'timeout', outcome: 'unknown' })
  })

  it('is waited for as long as the site says, whatever the size and the try', async () => {
    const { answer, xhr } = await startFresh({
      body: bytes(3_000_000),
      attempt: 4,
      timeouts: { answer: 75_000 },
    })
    xhr.takesAll(3_000_000)
    expect(await endsAfter(answer, 75_000)).toMatchObject({ code: 'timeout' })
  })

  it('is waited for by half of the slowest rate that the origin has shown', async () => {
    const url = freshUrl()
    for (const [status, ms] of [
      [201, 2_000],
      [200, 4_000],
      [200, 1_000],
      // Refused before it arrived: that says nothing of the line.
      [413, 1],
    ] as const) {
      const { answer, xhr } = await start({ url, body: bytes(400_000) })
      // What the browser counts as sent says nothing.
      xhr.takesAll(400_000)
      await vi.advanceTimersByTimeAsync(ms)
      xhr.answer(status)
      await answer
    }
    const { answer, xhr } = await start({ url, body: bytes(1_000_000) })
    xhr.takesAll(1_000_000)
    await endsAfter(answer, 60_000 + 20_000)
  })
})

it.each([
  ['30 s', 30_000, {}],
  ['twice that by the second try', 60_000, { attempt: 2 }],
  ['as long as the site says', 700, { attempt: 2, timeouts: { connect: 700, answer: 1 } }],
])('a request without a body waits for its answer %s', async (_, ms, options) => {
  const { answer } = await startFresh(options)
  expect(await endsAfter(answer, ms)).toMatchObject({ code: 'timeout', outcome: 'unknown' })
})

describe('on a page with a service worker, which hides what is sent', () => {
  it.each([
    ['as it would from when all was sent', 60_000 + 187_500, {}],
    ['as the site says', 75_000, { timeouts: { connect: 1, stall: 1, answer: 75_000 } }],
  ])('a request waits for its answer %s, and may have arrived', async (_, ms, options) => {
    underServiceWorker()
    const { answer } = await startFresh({ body: bytes(3_000_000), ...options })
    expect(await endsAfter(answer, ms)).toMatchObject({ code: 'timeout', outcome: 'unknown' })
  })

  it('one that fails may have arrived', async () => {
    underServiceWorker()
    const { answer, xhr } = await startFresh({ body: 'x' })
    xhr.onerror?.()
    expect(await failure(answer)).toMatchObject({ code: 'network', outcome: 'unknown' })
  })

  it('one that it lets pass is watched as ever', async () => {
    underServiceWorker()
    const { answer, xhr } = await startFresh({ body: bytes(3_000_000) })
    xhr.takes(1, 3_000_000)
    await endsAfter(answer, 30_000)
  })
})

describe('the page is told once that the browser has all bytes', () => {
  it.each<[string, () => void, (xhr: QuietXhr) => void]>([
    ['when that is so', () => {}, xhr => xhr.takesAll(3)],
    ['at once, where nobody will ever say', underServiceWorker, () => {}],
    ['at once, also where it then is said', underServiceWorker, xhr => xhr.takesAll(3)],
  ])('%s', async (_, prepare, move) => {
    prepare()
    const bodyTaken = vi.fn()
    const { xhr } = await startFresh({ body: 'xyz', bodyTaken })
    expect(bodyTaken).toHaveBeenCalledTimes(prepare === underServiceWorker ? 1 : 0)
    xhr.takes(2, 3)
    move(xhr)
    expect(bodyTaken).toHaveBeenCalledTimes(1)
  })

  it('and never for a request without any', async () => {
    const bodyTaken = vi.fn()
    const { answer, xhr } = await startFresh({ bodyTaken })
    xhr.answer()
    await answer
    expect(bodyTaken).not.toHaveBeenCalled()
  })
})

describe('in Firefox, which tells of bytes late, all of them may have left', () => {
  const inFirefox = async () => {
    vi.stubGlobal('navigator', { onLine: true, userAgent: 'Gecko/20100101 Firefox/140.0' })
    const bodyTaken = vi.fn()
    const { xhr } = await startFresh({ body: 'xyz', bodyTaken })
    return { xhr, said: () => bodyTaken.mock.calls.map(([taken = 'yes']) => taken) }
  }

  it('until it tells that they have not', async () => {
    const { xhr, said } = await inFirefox()
    expect(said()).toEqual(['perhaps'])
    xhr.takes(1, 3)
    xhr.takes(2, 3)
    expect(said()).toEqual(['perhaps', 'no'])
  })

  it('or that they have', async () => {
    const { xhr, said } = await inFirefox()
    xhr.takesAll(3)
    expect(said()).toEqual(['perhaps', 'yes'])
  })
})

describe('the progress of a body', () => {
  const size = 3_000_000
  const startTold = async (options: Partial<RequestOptions> = {}) => {
    const progress = vi.fn()
    const made = await startFresh({ body: bytes(size), progress, ...options })
    return { ...made, progress, drawn: () => progress.mock.calls.at(-1)?.[0] }
  }

  it('is 90% at most while the bytes may still travel, whatever the browser says', async () => {
    const { xhr, progress, drawn } = await startTold()
    xhr.takes(1_000_000, size)
    expect(drawn()).toBe(1_000_000)
    xhr.takesAll(size)
    expect(drawn()).toBe(0.9 * size)
    await vi.advanceTimersByTimeAsync(187_499)
    expect(drawn()).toBe(0.9 * size)
    await vi.advanceTimersByTimeAsync(1)
    expect(drawn()).toBe(size)
    expect(progress).toHaveBeenCalledTimes(3)
  })

  it.each([200, 503])('is whole as soon as the answer is there, also a %i', async status => {
    const { answer, xhr, drawn } = await startTold()
    xhr.takesAll(size)
    xhr.answer(status)
    await answer
    expect(drawn()).toBe(size)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is not whole when the server refuses before it has all', async () => {
    const { answer, xhr, drawn } = await startTold()
    xhr.takes(5, size)
    xhr.answer(413)
    await answer
    expect(drawn()).toBe(5)
  })

  it('never goes back', async () => {
    const { xhr, progress } = await startTold()
    xhr.takes(9, size)
    xhr.takes(4, size)
    xhr.takes(9, size)
    expect(progress.mock.calls).toEqual([[9, size]])
  })

  it('where nobody says what was sent is none, until all can have arrived', async () => {
    underServiceWorker()
    const { progress, drawn } = await startTold()
    await vi.advanceTimersByTimeAsync(187_499)
    expect(progress).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(drawn()).toBe(size)
  })
})

describe('a device that slept', () => {
  const sleepFor = (ms: number): void => void vi.setSystemTime(Date.now() + ms)

  it('gives a request its time once more, in which the line may move on', async () => {
    const { answer, xhr } = await startFresh({ body: 'xyz' })
    xhr.takes(1, 3)
    sleepFor(3_600_000)
    await vi.advanceTimersByTimeAsync(30_000)
    expect(await isOpen(answer)).toBe(true)
    await vi.advanceTimersByTimeAsync(29_999)
    xhr.takes(2, 3)
    xhr.answer()
    expect(await answer).toMatchObject({ status: 200 })
    expect(vi.getTimerCount()).toBe(0)
  })

  it('ends it, when nothing moves then either', async () => {
    const { answer, xhr } = await startFresh({ body: 'xyz' })
    xhr.takes(1, 3)
    sleepFor(3_600_000)
    expect(await endsAfter(answer, 60_000)).toMatchObject({ code: 'stalled', outcome: 'unknown' })
  })

  it('or whose clock was set back waits no longer for that', async () => {
    const { answer } = await startFresh({ body: 'x' })
    sleepFor(-3_600_000)
    await endsAfter(answer, 30_000)
  })
})
