import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startSandbox } from '../contract-tools.ts'
import { type Dokstamp, openDokstamp, STAMPED } from './dokstamp-tools.ts'
import { pdfOf } from './session-tools.ts'

let sandbox: Dokstamp
beforeAll(async () => {
  sandbox = await startSandbox('dokstamp')
})
beforeEach(() => sandbox.reset())
afterAll(() => sandbox.close())

const SOON = { timeout: 20_000 }
const stored = async (): Promise<number> => (await sandbox.received()).length

describe('a file that was stored, and cancelled before the answer came', () => {
  it('is taken back, when it was sealed here and is nobody else’s', async () => {
    await sandbox.flip({ stall: { at: 'answer' } })
    const { session } = openDokstamp(sandbox)
    try {
      session.add([pdfOf(1000)])
      await expect.poll(stored, SOON).toBe(1)
      session.cancel()
      await expect.poll(stored, SOON).toBe(0)
    } finally {
      session.close()
    }
  })

  it('is taken back, too, where the next try was refused for a while', async () => {
    await sandbox.flip({
      garble: { times: 1, as: 'html' },
      status: { code: 429, retryAfter: 200, after: 1 },
    })
    const { session } = openDokstamp(sandbox)
    try {
      session.add([pdfOf(1000)])
      const codeOf = (): string | undefined => {
        const state = session.files[0]?.state
        return state?.phase === 'retrying' ? state.error.code : undefined
      }
      await expect.poll(codeOf, SOON).toBe('rate-limited')
      expect(await stored()).toBe(1)
      await sandbox.flip({ status: false })
      session.cancel()
      await expect.poll(stored, SOON).toBe(0)
    } finally {
      session.close()
    }
  })

  it('stays when it was sent as it is: its record may be another’s', async () => {
    await sandbox.flip({ stall: { at: 'answer' } })
    const { session } = openDokstamp(sandbox, { seal: STAMPED })
    try {
      session.add([pdfOf(1000)])
      await expect.poll(stored, SOON).toBe(1)
      session.cancel()
      await sandbox.flip({ stall: false })
      expect(await stored()).toBe(1)
      expect((await sandbox.requests()).some(({ method }) => method === 'DELETE')).toBe(false)
    } finally {
      session.close()
    }
  })
})

describe('an upload that the browser sends again by itself', () => {
  it('is one record: equal bytes are', async () => {
    const { session } = openDokstamp(sandbox)
    try {
      session.add([pdfOf(1000, 'a.pdf', 1)])
      await session.settled()
      await sandbox.flip({ dropAnswer: { times: 1, connection: 'used' } })
      session.add([pdfOf(1000, 'b.pdf', 2)])
      await session.settled()
      expect(await stored()).toBe(2)
    } finally {
      session.close()
    }
  })
})
