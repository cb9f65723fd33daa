import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  createReadStream,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { describe, expect, it } from 'vitest'
import { oracle } from '../oracle.ts'
import { turnsOf } from '../turns.ts'
import { createPlace, sealdrop } from './cli-tools.ts'
import { PDF, recipient, sealed } from './open-tools.ts'

const ageProgram = oracle('age')

const MIB = 1024 * 1024
const SIZE = turnsOf(4) < 4 ? 64 * MIB : 1024 * MIB

/** Has the process write down the most memory it ever had, in KiB, when it ends. */
const WATCH = `import { writeFileSync } from 'node:fs'
process.on('exit', () => writeFileSync(process.env.PEAK_AT, String(process.resourceUsage().maxRSS)))`

const sealBy = async (words: readonly string[], place: string): Promise<void> => {
  const age = spawn(ageProgram, [...words, '-r', recipient, '-o', 'big.age'], {
    cwd: place,
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  const ended = once(age, 'close')
  await pipeline(createReadStream('/dev/zero', { end: SIZE - 1 }), age.stdin)
  expect((await ended)[0]).toBe(0)
}

describe(`a file of ${SIZE / MIB} MiB`, () => {
  it.each([
    ['as it is', []],
    ['armored', ['-a']],
  ])('opens within 64 MiB above start: %s', { timeout: 290_000 }, async (_, words) => {
    const place = createPlace()
    writeFileSync(join(place, 'small.age'), await sealed(PDF, { name: 'small.pdf' }))
    writeFileSync(join(place, 'watch.mjs'), WATCH)
    const peakOf = async (file: string): Promise<number> => {
      const env = {
        PEAK_AT: join(place, 'peak'),
        NODE_OPTIONS: `--import=${join(place, 'watch.mjs')}`,
      }
      expect(
        (await sealdrop(['open', file, '-i', 'key.txt', '-o', 'out'], { cwd: place, env })).code,
      ).toBe(0)
      return Number(readFileSync(join(place, 'peak'), 'utf8')) / 1024
    }
    await sealBy(words, place)
    const start = await peakOf('small.age')
    const peak = await peakOf('big.age')
    expect(statSync(join(place, 'out/big')).size).toBe(SIZE)
    expect(readdirSync(join(place, 'out')).sort()).toEqual(['big', 'small.pdf'])
    rmSync(place, { recursive: true })
    expect(peak - start).toBeLessThanOrEqual(64)
  })
})
