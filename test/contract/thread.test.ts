import { afterEach, describe, expect, it, vi } from 'vitest'
import { hex } from '../../src/core/bytes.ts'
import type { Job } from '../../src/core/contracts.ts'
import { digestBytes } from '../../src/digest/digest.ts'
import { createThread } from '../../src/thread/client.ts'
import type { Thread, WorkerUrl } from '../../src/thread/thread.ts'
import { bytesOf, failureOf } from './transport.ts'

const mortal = new URL('./mortal.worker.ts', import.meta.url)
const signal = new AbortController().signal
const job = { signal, progress: (): void => {} }
const threads: Thread[] = []

const open = (url?: WorkerUrl): Thread => {
  const thread = createThread(url)
  threads.push(thread)
  return thread
}
const blob = (type = '', size = 1000): Blob => new Blob([bytesOf(size)], { type })
const dying = (how: 'close' | 'throw', times: number): Blob =>
  blob(`die/${how}-${times}-${crypto.randomUUID().replaceAll('-', '')}`)
const sha256Hex = async (thread: Thread, blob: Blob, job: Job): Promise<string> =>
  hex(await digestBytes(thread, blob, 'SHA-256', job))

const expected = (): Promise<string> => sha256Hex(open(), blob(), job)

afterEach(async () => {
  for (const thread of threads.splice(0)) thread.close()
  vi.unstubAllGlobals()
  await caches.delete('deaths')
})

describe('a worker that dies', () => {
  for (const how of ['close', 'throw'] as const) {
    it(`(${how}) costs a file one retry, unnoticed`, async () => {
      expect(await sha256Hex(open(mortal), dying(how, 1), job)).toBe(await expected())
    })

    it(`(${how}) twice under the same file is "seal-failed", and the thread goes on`, async () => {
      const thread = open(mortal)
      const error = await failureOf(sha256Hex(thread, dying(how, 2), job))
      expect(error).toMatchObject({ code: 'seal-failed', retryable: false })
      expect(await sha256Hex(thread, blob(), job)).toBe(await expected())
    })
  }

  it('does not fail the files beside a poisonous one, still under way when it died', async () => {
    const thread = open(mortal)
    const results = await Promise.allSettled([
      sha256Hex(thread, blob('slow/300'), job),
      sha256Hex(thread, dying('close', 9), job),
      ...Array.from({ length: 5 }, () => sha256Hex(thread, blob('slow/300'), job)),
    ])
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      ...Array.from({ length: 5 }, () => 'fulfilled'),
    ])
  })
})

describe('warming up', () => {
  it('starts the worker that the first call then has', async () => {
    const thread = open(mortal)
    await thread.warmUp()
    expect(await sha256Hex(thread, blob(), job)).toBe(await expected())
  })

  it('of a closed session starts nothing', async () => {
    const thread = open(mortal)
    thread.close()
    await expect(thread.warmUp()).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('the border', () => {
  it('gives up on what can be read neither in the worker nor, handed over, there', async () => {
    const error = await failureOf(sha256Hex(open(mortal), blob('', 404), job))
    expect(error).toMatchObject({ code: 'unreadable', cause: { name: 'NotReadableError' } })
  })

  it('carries typed errors with their details', async () => {
    const error = await failureOf(sha256Hex(open(mortal), blob('fail/x'), job))
    expect(error).toMatchObject({ code: 'damaged', message: 'on demand', details: { found: 'X' } })
  })

  it('reads on the page what the worker cannot read', async () => {
    expect(await sha256Hex(open(mortal), blob('unreadable/x'), job)).toBe(await expected())
  })

  it('has the page read a file once, though the worker dies meanwhile, and nobody waits for that', async () => {
    const begun = Promise.withResolvers<void>()
    const read = Promise.withResolvers<void>()
    let reads = 0
    const file = Object.assign(blob('unreadable/x'), {
      async arrayBuffer() {
        reads++
        begun.resolve()
        await read.promise
        return bytesOf(1000).buffer
      },
    })
    const thread = open(mortal)
    const digest = sha256Hex(thread, file, job)
    await begun.promise
    expect(await sha256Hex(thread, dying('close', 1), job)).toBe(await expected())
    read.resolve()
    expect(await digest).toBe(await expected())
    expect(reads).toBe(1)
  })

  it.each([999, 1001, 0])(
    'does not take a file for the one that was chosen when the page reads %i bytes, not 1000',
    async size => {
      const file = Object.assign(blob('unreadable/x'), {
        arrayBuffer: async () => bytesOf(size).buffer,
      })
      const error = await failureOf(sha256Hex(open(mortal), file, job))
      expect(error).toMatchObject({ code: 'unreadable', cause: { name: 'NotReadableError' } })
    },
  )

  it('aborts a call with the signal’s own reason, and at once', async () => {
    const controller = new AbortController()
    const waiting = sha256Hex(open(mortal), blob('wait/x'), { ...job, signal: controller.signal })
    controller.abort(new Error('my reason'))
    await expect(waiting).rejects.toThrow('my reason')
  })

  it('does not start a call that is aborted already', async () => {
    const aborted = { ...job, signal: AbortSignal.abort(new Error('before')) }
    await expect(sha256Hex(open('/never-asked/worker.js'), blob(), aborted)).rejects.toThrow(
      'before',
    )
  })

  it('rejects what is under way when it is closed, and what comes after', async () => {
    const thread = open(mortal)
    const waiting = sha256Hex(thread, blob('wait/x'), job)
    const outcome = expect(waiting).rejects.toMatchObject({ name: 'AbortError' })
    await sha256Hex(thread, blob(), job)
    thread.close()
    await outcome
    await expect(sha256Hex(thread, blob(), job)).rejects.toMatchObject({ name: 'AbortError' })
  })

  it.each(['https://127.0.0.1:9/worker.js', '//127.0.0.1:9/worker.js', 'https://'])(
    'takes no worker-url of another origin, and says so at once: %s',
    url => {
      expect(() => open(url)).toThrow(
        expect.objectContaining({
          code: 'misconfigured',
          message: expect.stringContaining('worker-url'),
        }),
      )
    },
  )
})

describe('a worker-url from which no worker starts', () => {
  it.each([
    ['a file that is not there', '/nowhere/worker.js'],
    ['a script that is no worker of ours', 'data:text/javascript,throw 1'],
  ])('(%s) is told to the developer once, and the page works all the same', async (_, url) => {
    const told = vi.fn()
    vi.stubGlobal('reportError', told)
    const wanted = await expected()
    const hashes = await Promise.all([1, 2, 3].map(() => sha256Hex(open(url), blob(), job)))
    expect(hashes).toEqual([wanted, wanted, wanted])
    expect(told).toHaveBeenCalledOnce()
    expect(told.mock.lastCall?.[0]).toMatchObject({
      code: 'misconfigured',
      message: expect.stringContaining(url),
    })
  })
})

describe('a digest', () => {
  it.each([
    ['SHA-256', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['SHA-1', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    [
      'SHA-384',
      'cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7',
    ],
  ] as const)('of "abc" by %s is the published one', async (algorithm, hex) => {
    const bytes = await open().call('digest', { blob: new Blob(['abc']), algorithm }, job)
    expect([...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')).toBe(hex)
  })

  it('is the same for a file too large to be hashed in one shot', async () => {
    const part = bytesOf(1024 * 1024)
    const large = new Blob(Array.from({ length: 65 }, () => part))
    const whole = new Uint8Array(await crypto.subtle.digest('SHA-256', await large.arrayBuffer()))
    const seen: number[] = []
    const bytes = await open().call(
      'digest',
      { blob: large, algorithm: 'SHA-256' },
      { signal, progress: done => seen.push(done) },
    )
    expect(bytes).toEqual(whole)
    expect(seen.at(-1)).toBe(large.size)
  })
})
