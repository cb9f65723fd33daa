import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { turnsOf } from '../turns.ts'
import { sample, walk } from './intake-build.ts'

const TURNS = turnsOf(1000)

const inFolder = (folder: string) =>
  readdirSync(new URL(`../samples/${folder}`, import.meta.url)).map(name => `${folder}/${name}`)

// Without the two that are refused whole: a cut proves nothing of them.
const pictures = [...inFolder('jpg'), ...inFolder('png')].filter(path => !path.includes('badcrc'))
const pdfs = inFolder('pdf').filter(path => !path.includes('bug1606566'))
const every = [...inFolder('jpg'), ...inFolder('png'), ...inFolder('pdf'), ...inFolder('heic')]

const contents = new Map(every.map(path => [path, sample(path)]))
const blobs = new Map([...contents].map(([path, content]) => [path, new Blob([content])]))
const blobOf = (path: string) => blobs.get(path) ?? new Blob()

/** Even numbers from 0 to 1, the same in every run, so that a failure comes again (mulberry32). */
const random = (seed: number, count: number) =>
  Array.from({ length: count }, (_, i) => {
    let mixed = (seed * count + i) * 0x6d2b79f5
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  })

/** The share of `count` random cuts, spread over the files, that count as damage. */
const damagedShare = async (paths: readonly string[], seed: number, count: number) => {
  let damaged = 0
  for (const [i, at] of random(seed, count).entries()) {
    const whole = blobOf(paths[i % paths.length] ?? '')
    const cut = whole.slice(0, 1 + Math.floor(at * (whole.size - 1)))
    if ((await walk(cut)).damage !== undefined) damaged++
  }
  return damaged / count
}

describe('a file that was cut', () => {
  it('is damaged in at least 99% of cases when it is a JPEG or a PNG', async () => {
    expect(await damagedShare(pictures, 1, TURNS)).toBeGreaterThanOrEqual(0.99)
  })

  it('is damaged at every byte of a small PNG', async () => {
    const whole = blobOf('png/basn3p08.png')
    for (let length = 1; length < whole.size; length++)
      expect((await walk(whole.slice(0, length))).damage).toBeTypeOf('string')
  })

  it('is damaged in at least 80% of cases when it is a PDF', async () => {
    expect(await damagedShare(pdfs, 2, TURNS)).toBeGreaterThanOrEqual(0.8)
  })
})

describe('any bytes get a verdict:', () => {
  it(`${TURNS} samples with a random byte changed`, async () => {
    const where = random(3, TURNS)
    const what = random(4, TURNS)
    for (let i = 0; i < TURNS; i++) {
      const whole = contents.get(every[i % every.length] ?? '') ?? new Uint8Array(1)
      // Half of them in the head, where the structure is.
      const reach = i % 2 ? whole.length : Math.min(whole.length, 2000)
      const at = Math.floor((where[i] ?? 0) * reach)
      const before = whole[at] ?? 0
      whole[at] = before ^ (1 + Math.floor((what[i] ?? 0) * 255))
      const content = await walk(whole)
      whole[at] = before
      expect(Object.keys(content)).toEqual(expect.arrayContaining(['format', 'type', 'remarks']))
    }
  })

  it.each([
    ['a JPEG', [0xff, 0xd8, 0xff]],
    ['a PNG', [...new TextEncoder().encode('\u0089PNG')].slice(1)],
    ['a PDF', [...new TextEncoder().encode('%PDF-1.4 startxref 20 xref 0 1 trailer <<')]],
    ['nothing', []],
  ])('random ones that start like %s', async (_, start) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async tail => {
        const content = await walk(Uint8Array.from([...start, ...tail]))
        expect(content.type).toMatch(/^[a-z]+\/[a-z]/)
      }),
      { seed: 5, numRuns: 200 },
    )
  })
})
