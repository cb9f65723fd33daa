import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compareAll } from '../fuzz/oracles.ts'
import { oracle } from '../oracle.ts'
import { bundleTargets } from '../simulate/bundle.ts'

const folder = join(import.meta.dirname, '../../.cache/fuzz')
const pngcheck = oracle('pngcheck')
const djpeg = oracle('djpeg')
const qpdf = oracle('qpdf')
const pdftotext = oracle('pdftotext')

test('no picture and no PDF that other programs open without complaint is called damaged', {
  timeout: 120_000,
}, async () => {
  await mkdir(folder, { recursive: true })
  const path = join(folder, 'test-oracles.mjs')
  await bundleTargets(path)
  const programs = { pngcheck, djpeg, qpdf, pdftotext }
  const { counts, refused } = await compareAll(path, { seed: 11, runs: 60 }, programs)
  expect([...refused.keys()]).toEqual([])
  // Otherwise nothing was compared.
  expect(
    [...counts.keys()].filter(words => words.includes(': fine, and ours is accepted')),
  ).not.toEqual([])
})
