import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { neverAborted } from '../../src/core/abort.ts'
import type { CallJob } from '../../src/core/contracts.ts'
import { didww } from '../../src/providers/didww/transport.ts'
import { startSandbox } from '../contract-tools.ts'
import { isDelivered, openStage, pdfOf, type Sandbox, type Stage } from './session-tools.ts'
import { failureOf } from './transport.ts'

let sandbox: Sandbox
let stage: Stage | undefined
beforeAll(async () => {
  sandbox = await startSandbox('didww', { modulusLength: 2048 })
})
beforeEach(() => sandbox.reset())
afterEach(() => stage?.session.close())
afterAll(() => sandbox.close())

/** The `Api-Key` of each request for the keys, in their order. */
const keysAskedWith = async (): Promise<readonly unknown[]> =>
  (await sandbox.requests())
    .filter(({ kind }) => kind === 'keys')
    .map(({ headers }) => headers['api-key'])

const jobOf = (attempt: number, apiKey: string): CallJob => ({
  attempt,
  signal: neverAborted,
  progress: () => {},
  headers: async () => new Headers({ 'Api-Key': apiKey }),
  digest: () => Promise.reject(new Error('Keys need no digest.')),
})

describe('the public keys', () => {
  it('are asked for again with the headers of the try that asks again', async () => {
    const transport = didww({ endpoint: sandbox.endpoint })
    await sandbox.flip({ status: { code: 401, on: 'keys', times: 1 } })
    expect((await failureOf(transport.prescribe(jobOf(1, 'stale')))).code).toBe('unauthorized')
    await transport.prescribe(jobOf(2, 'fresh'))
    expect(await keysAskedWith()).toEqual(['stale', 'fresh'])
  })

  it('are asked for once by all files that wait for them', async () => {
    stage = openStage(sandbox)
    stage.session.add([1, 2, 3].map(n => pdfOf(1000, `${n}.pdf`, n)))
    expect(await stage.session.settled()).toHaveLength(3)
    expect(await keysAskedWith()).toHaveLength(1)
  })

  it('refused for a stale token are asked for again with a fresh one', async () => {
    let token = 'stale'
    const told: number[] = []
    stage = openStage(sandbox, {
      authorize({ attempt, url }) {
        if (attempt > 1) token = sandbox.apiKey
        if (url.endsWith('/public_keys')) told.push(attempt)
        return { 'Api-Key': token }
      },
    })
    await sandbox.flip({ status: { code: 401, on: 'keys', times: 1 } })
    const file = pdfOf(1000)
    stage.session.add([file])
    const [receipt] = await stage.session.settled()
    expect(await isDelivered(sandbox, receipt, file)).toBe(true)
    expect(told).toEqual([1, 2])
    expect(await keysAskedWith()).toEqual(['stale', sandbox.apiKey])
  })
})
