import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { oracle } from '../oracle.ts'
import { bytes, sample, walk } from './intake-build.ts'

const qpdf = oracle('qpdf')
const pngcheck = oracle('pngcheck')
const djpeg = oracle('djpeg')
const folder = mkdtempSync(join(tmpdir(), 'intake-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Whether a program of others opens these bytes without a complaint. */
const opens = (program: string, args: readonly string[], content: Uint8Array): boolean => {
  const path = join(folder, 'sample')
  writeFileSync(path, content)
  return spawnSync(program, [...args, path]).status === 0
}

const behind = (junk: number) => bytes('j'.repeat(junk), sample('pdf/160F-2019.pdf'))

it.each([
  ['behind tags', sample('pdf/html-before-header.pdf')],
  ['with a comment before its cross-references', sample('pdf/comment-before-xref-stream.pdf')],
  ['whose header is at byte 1,023', behind(1023)],
  ['whose header is at byte 1,024', behind(1024)],
])('a PDF %s is taken just where qpdf opens it', async (_, content) => {
  const { type, damage } = await walk(content)
  const isTaken = type === 'application/pdf' && damage === undefined
  expect(isTaken).toBe(opens(qpdf, ['--check'], content))
})

it.each(['png/empty-idat.png', 'png/pngsuite-xd0n2c08.png', 'png/basn6a08.png'])(
  '%s is not shown just where pngcheck finds fault with it',
  async path => {
    const { remarks } = await walk(sample(path))
    expect(remarks.includes('not-shown')).toBe(!opens(pngcheck, ['-q'], sample(path)))
  },
)

it.each(['jpg/no-frame.jpg', 'jpg/landscape_6.jpg'])(
  '%s is not shown just where djpeg decodes nothing',
  async path => {
    const { remarks } = await walk(sample(path))
    const isDecoded = opens(djpeg, ['-outfile', join(folder, 'out')], sample(path))
    expect(remarks.includes('not-shown')).toBe(!isDecoded)
  },
)
