import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Authorize, Transport } from '../../src/core/contracts.ts'
import { SealDropError } from '../../src/core/errors.ts'
import { didww } from '../../src/providers/didww/transport.ts'
import { startSandbox } from '../contract-tools.ts'
import {
  countUploads,
  isDelivered,
  pdfOf,
  type Sandbox,
  stagesForEachTest,
} from './session-tools.ts'
import { failureOf } from './transport.ts'

let sandbox: Sandbox
const open = stagesForEachTest()
const uploads = (): Promise<number> => countUploads(sandbox)

beforeAll(async () => {
  sandbox = await startSandbox('didww', { modulusLength: 2048 })
})
beforeEach(() => sandbox.reset())
afterAll(() => sandbox.close())

describe('"Try again"', () => {
  it('by hand gives a file all its tries again', async () => {
    await sandbox.flip({ status: { code: 503 } })
    const { session } = open(sandbox, { retryPolicy: { limit: 1, delayMs: 1 } })
    session.add([pdfOf(1000)])
    await failureOf(session.settled())
    expect(await uploads()).toBe(2)
    session.retry()
    await failureOf(session.settled())
    expect(await uploads()).toBe(4)
  })

  it('by hand asks authorize once more after another 401', async () => {
    const attempts: number[] = []
    const { session } = open(sandbox, {
      authorize({ attempt, method }) {
        if (method === 'POST') attempts.push(attempt)
        return { 'Api-Key': attempt < 4 ? 'expired' : sandbox.apiKey }
      },
    })
    session.add([pdfOf(1000)])
    await failureOf(session.settled())
    expect(attempts).toEqual([1, 2])
    session.retry()
    expect(await session.settled()).toHaveLength(1)
    expect(attempts).toEqual([1, 2, 3, 4])
  })
})

describe('authorize, where the provider dictates the keys', () => {
  /** A site that fetches a new token only when it is told that the one before did not do. */
  const stale = (): { readonly attempts: readonly number[]; readonly authorize: Authorize } => {
    const attempts: number[] = []
    return {
      attempts,
      authorize({ attempt }) {
        attempts.push(attempt)
        return { 'Api-Key': attempt > 1 ? sandbox.apiKey : 'expired' }
      },
    }
  }
  /** DIDWW's keys behind a key: the real ones are public. */
  const guarded = (): Transport => {
    const real = didww({ endpoint: sandbox.endpoint })
    return {
      ...real,
      async prescribe(job) {
        const url = `${sandbox.endpoint}/encrypted_files`
        const headers = await job.headers('GET', url)
        if (headers.get('api-key') === sandbox.apiKey) return (await real.prescribe?.(job)) as never
        throw new SealDropError('unauthorized', 'Not with this key.')
      },
    }
  }

  it('is told of a second attempt after a 401 on the keys', async () => {
    const { attempts, authorize } = stale()
    const { session } = open(sandbox, { transport: guarded(), authorize })
    const file = pdfOf(1000)
    session.add([file])
    const [receipt] = await session.settled()
    expect(await isDelivered(sandbox, receipt, file)).toBe(true)
    expect(attempts.slice(0, 2)).toEqual([1, 2])
  })

  it('is told of a second attempt where the page only asks whom files are sealed for', async () => {
    const { attempts, authorize } = stale()
    const { session } = open(sandbox, { transport: guarded(), authorize })
    expect(await session.sealedFor()).toHaveLength(2)
    expect(attempts.slice(0, 2)).toEqual([1, 2])
  })
})

describe('a file that fits only with smaller keys', () => {
  /** A SubjectPublicKeyInfo whose modulus takes 2,048 bytes; nobody has its private key. */
  const hugeKey = (fill: number): string => {
    const length = (bytes: number): number[] => [0x82, bytes >> 8, bytes & 0xff]
    const modulus = [0x02, ...length(2049), 0, ...new Array<number>(2048).fill(fill)]
    const numbers = [...modulus, 0x02, 0x03, 0x01, 0x00, 0x01]
    const key = [0x30, ...length(numbers.length), ...numbers]
    const bits = [0x03, ...length(key.length + 1), 0, ...key]
    const oid = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00]
    const body = [0x30, oid.length, ...oid, ...bits]
    const der = String.fromCharCode(0x30, ...length(body.length), ...body)
    return `-----BEGIN PUBLIC KEY-----\n${btoa(der)}\n-----END PUBLIC KEY-----\n`
  }

  it('is too large once the real keys are known, and nothing is sent', async () => {
    const transport: Transport = {
      ...didww({ endpoint: sandbox.endpoint }),
      prescribe: async () => ({ scheme: 'didww', publicKeys: [hugeKey(0xc1), hugeKey(0xc3)] }),
    }
    const { session } = open(sandbox, { transport, limits: { maxSize: 20_000 } })
    session.add([pdfOf(18_000)])
    const error = await failureOf(session.settled())
    // Two blocks of 2,048 bytes, and at least one byte of padding.
    expect(error).toMatchObject({ code: 'too-large', details: { size: 18_000, maxBytes: 15_903 } })
    expect(await uploads()).toBe(0)
  })
})

describe('keys that rotate while the person pauses', () => {
  it('are fetched anew when the person goes on', async () => {
    await sandbox.flip({ rotateBeforeNextUpload: true })
    const { session } = open(sandbox)
    const stop = session.subscribe(({ state }) => {
      if (state.phase === 'confirming') session.pause()
    })
    const file = pdfOf(1000)
    session.add([file])
    expect(await session.settled()).toEqual([])
    expect(session.files[0]?.state).toMatchObject({ phase: 'paused', from: 'sealing' })
    stop()
    session.resume()
    const [receipt] = await session.settled()
    expect(await isDelivered(sandbox, receipt, file)).toBe(true)
  })
})
