import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { didww } from '../../src/providers/didww/transport.ts'
import { createSession } from '../../src/session/session.ts'
import { startSandbox } from '../contract-tools.ts'
import { countUploads, openStage, pdfOf, type Sandbox } from './session-tools.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox('didww', { modulusLength: 2048 })
})
beforeEach(() => sandbox.reset())
afterAll(() => sandbox.close())

describe('an upload to DIDWW whose answer was lost', () => {
  for (const [what, fault] of [
    ['a cut connection', { dropAnswer: { times: 1, connection: 'fresh' } }],
    ['a page', { garble: { times: 1, as: 'html' } }],
    ['half an answer', { garble: { times: 1, as: 'cut' } }],
    ['a gateway that gave up', { status: { times: 1, code: 504 } }],
  ] as const)
    it(`is not sent again by itself, for nobody can look: ${what}`, async () => {
      await sandbox.flip(fault)
      const { session } = openStage(sandbox)
      try {
        session.add([pdfOf(1000)])
        await session.settled().catch(() => {})
        const [file] = session.files
        expect(file?.state).toMatchObject({ phase: 'failed', error: { outcome: 'unknown' } })
        expect(await countUploads(sandbox)).toBe(1)
        session.retry()
        expect(await session.settled()).toHaveLength(1)
      } finally {
        session.close()
      }
    })

  it('goes again by itself through a relay, with the key by which the relay knows it', async () => {
    const relayed = await startSandbox('relayed', { provider: 'didww', origin: location.origin })
    const session = createSession({
      transport: didww({ endpoint: relayed.endpoint }),
      authorize: () => ({ 'X-Visitor': 'ada' }),
      retryPolicy: { delayMs: 10, maxDelayMs: 20 },
    })
    try {
      await relayed.dropNext('POST .*/encrypted_files')
      session.add([pdfOf(1000)])
      expect(await session.settled()).toHaveLength(1)
      expect(await relayed.received()).toHaveLength(1)
      const keys = await relayed.keys()
      expect(keys.length).toBeGreaterThan(1)
      expect(new Set(keys).size).toBe(1)
      expect(keys[0]).toMatch(/^"[\da-f-]{36}"$/)
    } finally {
      session.close()
      await relayed.close()
    }
  })
})
