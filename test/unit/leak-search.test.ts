import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchFor } from '../engines/leaks/many.ts'
import { leaksBelow, leaksIn } from '../engines/leaks/search.ts'

const text = 'kV9-passport of Ada'
const bytes = Uint8Array.from([0, 255, 3, 128, 77, 200, 14, 61, 99, 0, 1, 2, 250, 240, 230, 7])
const among = (middle: Buffer | string, offset: number): Buffer =>
  Buffer.concat([Buffer.alloc(offset, 7), Buffer.from(middle as Buffer), Buffer.alloc(9, 200)])

// A search that cannot find what is there proves nothing by finding nothing.

test.each<[string, (offset: number) => Buffer]>([
  ['UTF-8', offset => among(text, offset)],
  ['UTF-16', offset => among(Buffer.from(text, 'utf16le'), offset)],
  ['UTF-16, big end first', offset => among(Buffer.from(text, 'utf16le').swap16(), offset)],
  ['base64, at any place', offset => Buffer.from(among(text, offset).toString('base64'))],
  ['base64url, at any place', offset => Buffer.from(among(text, offset).toString('base64url'))],
  ['hex', offset => Buffer.from(among(text, offset).toString('hex'))],
  [
    'UTF-16 in base64',
    offset => Buffer.from(among(Buffer.from(text, 'utf16le'), offset).toString('base64')),
  ],
])('the search finds a text in %s', (_, made) => {
  for (const offset of [0, 1, 2, 3, 50])
    expect(leaksIn(made(offset), 'x', { text })).not.toEqual([])
})

test.each<[string, (offset: number) => Buffer]>([
  ['bytes', offset => among(Buffer.from(bytes), offset)],
  ['hex', offset => Buffer.from(among(Buffer.from(bytes), offset).toString('hex').toUpperCase())],
  [
    'hex in UTF-16',
    offset => Buffer.from(among(Buffer.from(bytes), offset).toString('hex'), 'utf16le'),
  ],
  [
    'base64, at any place',
    offset => Buffer.from(among(Buffer.from(bytes), offset).toString('base64')),
  ],
  [
    'base64url, at any place',
    offset => Buffer.from(among(Buffer.from(bytes), offset).toString('base64url')),
  ],
  ['a JSON list', offset => Buffer.from(JSON.stringify([...among(Buffer.from(bytes), offset)]))],
])('the search finds a key as %s', (_, made) => {
  for (const offset of [0, 1, 2, 3, 50])
    expect(leaksIn(made(offset), 'x', { bytes })).not.toEqual([])
})

test('it finds nothing where there is nothing', () => {
  expect(leaksIn(Buffer.alloc(100_000, 'abc'), 'x', { text, bytes })).toEqual([])
})

test('it finds at once whatever a search for each alone finds, and no more', () => {
  // Of few letters, so that much is nearly there.
  const letters = (minLength: number, maxLength: number) =>
    fc.array(fc.constantFrom(0, 97, 98), { minLength, maxLength }).map(some => Buffer.from(some))
  fc.assert(
    fc.property(letters(0, 300), fc.array(letters(2, 8), { maxLength: 12 }), (hay, needles) => {
      const patterns = needles.map((needle, index) => [`${index}`, needle] as const)
      const there = patterns.filter(([, needle]) => hay.includes(needle)).map(([name]) => name)
      expect([...searchFor(patterns)(hay)].sort()).toEqual(there.sort())
    }),
    { seed: 1, numRuns: 500 },
  )
  expect(() => searchFor([['a letter', Buffer.from('a')]])).toThrow(RangeError)
})

test('it looks into every file below a folder, and at their names', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sealdrop-'))
  await mkdir(join(folder, 'a', 'b'), { recursive: true })
  await writeFile(join(folder, 'a', 'b', 'c'), among(text, 5))
  await writeFile(join(folder, 'a', `${text}.pdf`), '')
  expect(await leaksBelow(folder, { text })).toEqual(
    expect.arrayContaining([
      expect.stringContaining(`the name ${join('a', `${text}.pdf`)}`),
      expect.stringContaining(`in ${join('a', 'b', 'c')}`),
    ]),
  )
  await rm(folder, { recursive: true })
})
