import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { isShort } from '../turns.ts'
import { createPlace, sealdrop, start } from './cli-tools.ts'
import { sealed } from './open-tools.ts'
import { pseudoRandom } from './pseudo-random.ts'

const TURNS = isShort ? 4 : 20
const SIZES = Array.from({ length: 30 }, (_, n) => (n % 5 === 0 ? 3_000_000 : 100_000 + n))
const documentOf = (n: number): Uint8Array<ArrayBuffer> => pseudoRandom(SIZES[n] ?? 0, n)

/** That no name but those of whole documents is seen. */
const expectWhole = (folder: string): readonly string[] => {
  const names = readdirSync(folder).filter(name => !name.startsWith('.'))
  for (const name of names) {
    const n = Number(/^paper (\d+)\.bin$/.exec(name)?.[1])
    expect(readFileSync(join(folder, name)).equals(documentOf(n))).toBe(true)
  }
  return names
}

const signals = ['SIGKILL', 'SIGKILL', 'SIGINT', 'SIGTERM'] as const

describe('a run that is ended at any instant', () => {
  it(`ended at ${TURNS} instants, no half file stands under a name, and the next run removes what is left`, {
    timeout: 240_000,
  }, async () => {
    const place = createPlace()
    mkdirSync(join(place, 'in'))
    for (const n of SIZES.keys())
      writeFileSync(
        join(place, `in/${n}.age`),
        await sealed(documentOf(n), { name: `paper ${n}.bin` }),
      )
    const words = (out: string): string[] => ['open', 'in', '-i', 'key.txt', '-o', out]
    const began = performance.now()
    expect((await sealdrop(words('whole'), { cwd: place })).code).toBe(0)
    const wholeMs = performance.now() - began
    const draws = new DataView(pseudoRandom(4 * TURNS, 77).buffer)
    let leftovers = 0
    for (let turn = 0; turn < TURNS; turn++) {
      const out = `out${turn}`
      const folder = join(place, out)
      mkdirSync(folder)
      const run = start(words(out), { cwd: place })
      const signal = signals[turn % 4] ?? 'SIGKILL'
      // An instant of its life: it begins with the first word that it says.
      await run.said(/opened/)
      await wait((draws.getUint32(4 * turn) / 2 ** 32) * wholeMs * 0.7)
      run.kill(signal)
      const ended = await run.ended
      const found = expectWhole(folder)
      const left = readdirSync(folder).filter(name => name.startsWith('.')).length
      leftovers += left
      if (signal !== 'SIGKILL') {
        expect(left).toBe(0)
        // While the process goes, with all done, nobody hears a signal any more: the system ends it by that.
        if (ended.code === null)
          expect([ended.signal, found.length]).toEqual([signal, SIZES.length])
        else expect([0, 130, 143]).toContain(ended.code)
      }
      expect((await sealdrop(words(out), { cwd: place })).code).toBe(0)
      expect(expectWhole(folder)).toHaveLength(SIZES.length)
      expect(readdirSync(folder)).toHaveLength(SIZES.length)
    }
    if (TURNS === 20) expect(leftovers).toBeGreaterThan(0)
  })
})
