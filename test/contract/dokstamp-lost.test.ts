import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSandbox } from '../contract-tools.ts'
import { type Dokstamp, isOpened, openDokstamp, STAMPED } from './dokstamp-tools.ts'
import { pdfOf } from './session-tools.ts'
import { bytesOf } from './transport.ts'

let sandbox: Dokstamp

beforeAll(async () => {
  sandbox = await startSandbox('dokstamp')
})
afterAll(() => sandbox.close())

const ROUNDS = 50

describe('answers that are lost', { timeout: 120_000 }, () => {
  it(`leave each file there exactly once, in ${ROUNDS} rounds of one to seven files`, async () => {
    const dice = bytesOf(ROUNDS * 6, 7)
    for (let round = 0; round < ROUNDS; round++) {
      const [count = 0, batch = 0, lost = 0, cut = 0, seal = 0, size = 0] = dice.subarray(round * 6)
      await sandbox.reset()
      await sandbox.flip({
        dropAnswer: { times: 1 + (lost % 3), connection: 'fresh' },
        ...(cut % 2 === 1 && { dropBody: { times: 1, connection: 'fresh' } }),
        duplicate: cut % 3 === 0 ? 200 : 201,
        order: lost % 2 === 0 ? 'kept' : 'reversed',
        names: size % 4 === 0 ? 'left-out' : 'kept',
      })
      const files = Array.from({ length: 1 + (count % 7) }, (_, at) =>
        pdfOf(1000 + 40 * size + at, `${at}.pdf`, round * 7 + at + 1),
      )
      const { session } = openDokstamp(sandbox, seal % 2 === 0 ? { seal: STAMPED } : {}, {
        batch: 1 + (batch % 3),
      })
      try {
        session.add(files)
        const receipts = await session.finish()
        const stored = (await sandbox.received()).map(({ id }) => id)
        expect(stored.length, `round ${round}`).toBe(files.length)
        expect(receipts.map(({ reference }) => reference).sort()).toEqual([...stored].sort())
        expect(receipts.map(({ facts }) => 'duplicate' in facts)).not.toContain(true)
        for (const [at, file] of files.entries())
          expect(await isOpened(sandbox, receipts[at]?.reference, file)).toBe(true)
      } finally {
        session.close()
      }
    }
  })
})
