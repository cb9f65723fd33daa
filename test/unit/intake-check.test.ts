import { describe, expect, it } from 'vitest'
import { backgroundJob } from '../../src/core/abort.ts'
import type { Content } from '../../src/core/contracts.ts'
import { SealDropError } from '../../src/core/errors.ts'
import { check } from '../../src/intake/intake.ts'
import { parseLimits } from '../../src/intake/limits.ts'
import { judgeContent, judgeCount, judgeSize } from '../../src/intake/rules.ts'
import type { Thread } from '../../src/thread/thread.ts'
import { bytes, jpeg, png, walk } from './intake-build.ts'

const rules = parseLimits()
const pdf: Content = { format: 'PDF', type: 'application/pdf', remarks: [] }
const jpg: Content = { format: 'JPG', type: 'image/jpeg', remarks: ['location-data'] }
const heic: Content = { format: 'HEIC', type: 'image/heic', remarks: [] }

const refusal = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    if (error instanceof SealDropError) return { code: error.code, details: error.details }
    throw error
  }
  return undefined
}

describe('size', () => {
  it.each([
    [1, undefined],
    [999, undefined],
    [1000, undefined],
    [1001, { code: 'too-large', details: { size: 1001, maxBytes: 1000 } }],
    [0, { code: 'empty', details: undefined }],
  ])('of %i bytes, where 1,000 fit', (size, expected) =>
    expect(refusal(() => judgeSize(size, 1000))).toEqual(expected),
  )
})

describe('count', () => {
  it.each([
    [0, 1, undefined],
    [1, 1, { code: 'too-many', details: { maxFiles: 1 } }],
    [4, 5, undefined],
    [5, 5, { code: 'too-many', details: { maxFiles: 5 } }],
    [1_000_000, Number.POSITIVE_INFINITY, undefined],
  ])('one more beside %i where %i may be', (taken, maxFiles, expected) =>
    expect(refusal(() => judgeCount(taken, maxFiles))).toEqual(expected),
  )
})

describe('content', () => {
  const onlyPdf = parseLimits({ accept: '.pdf' })
  const accepted = 'PDF, JPG, PNG'
  it.each([
    ['HEIC', heic, rules, { found: 'HEIC', accepted }],
    [
      'what nobody knows',
      { format: '', type: 'application/octet-stream', remarks: [] },
      rules,
      { found: '', accepted },
    ],
    ['a picture where PDFs are wanted', jpg, onlyPdf, { found: 'JPG', accepted: 'PDF' }],
    [
      'a damaged picture where PDFs are wanted',
      { ...jpg, damage: 'cut' },
      onlyPdf,
      { found: 'JPG', accepted: 'PDF' },
    ],
  ])('%s is of the wrong type', (_, content, limits, details) =>
    expect(refusal(() => judgeContent('x', content, limits))).toEqual({
      code: 'wrong-type',
      details,
    }),
  )

  it('that is broken is damaged', () => {
    expect(refusal(() => judgeContent('x', { ...pdf, damage: 'cut' }, rules))).toEqual({
      code: 'damaged',
      details: { found: 'PDF', damage: 'cut' },
    })
  })

  it.each([
    ['scan.pdf', pdf, []],
    ['SCAN.PDF ', pdf, []],
    ['scan', pdf, []],
    ['scan.final', pdf, []],
    ['scan.', pdf, []],
    ['.pdf', pdf, []],
    ['SCAN.DOCX', pdf, ['name-mismatch']],
    ['SCAN.JPG', pdf, ['name-mismatch']],
    ['scan.docx', pdf, ['name-mismatch']],
    ['scan.jpg', pdf, ['name-mismatch']],
    ['scan.pdf.exe', pdf, ['name-mismatch']],
    ['photo.jpg', jpg, ['location-data']],
    ['photo.JPEG', jpg, ['location-data']],
    ['photo.jpe', jpg, ['location-data']],
    ['photo.jfif', jpg, ['location-data']],
    ['photo.png', jpg, ['location-data', 'name-mismatch']],
    ['photo.heic', jpg, ['location-data', 'name-mismatch']],
  ])('under the name %j', (name, content, remarks) =>
    expect(judgeContent(name, content, rules)).toEqual({ type: content.type, remarks }),
  )
})

describe('check', () => {
  /** Examines at once, on this thread, and counts. */
  const thread = () => {
    let calls = 0
    const direct = {
      call: (_name: string, { blob }: { blob: Blob }) => {
        calls++
        return walk(blob)
      },
      warmUp: async () => {},
      close: () => {},
    }
    return { thread: direct as Thread, calls: () => calls }
  }
  const sizes = { largest: 2000, near: 1000 }
  const file = (content: Uint8Array<ArrayBuffer>, name: string) => new File([content], name)
  const sized = (size: number) => file(bytes(jpeg(), new Uint8Array(size - jpeg().length)), 'a.jpg')

  it('refuses by size before a byte is read', async () => {
    const { thread: unused, calls } = thread()
    const big = sized(2001)
    await expect(check(big, rules, sizes, unused, backgroundJob)).rejects.toMatchObject({
      code: 'too-large',
      details: { size: 2001, maxBytes: 2000 },
    })
    await expect(
      check(file(bytes(), 'a.pdf'), rules, sizes, unused, backgroundJob),
    ).rejects.toMatchObject({ code: 'empty' })
    expect(calls()).toBe(0)
  })

  it('refuses what is more than 64 MiB over the limit before a byte is read, whatever would be cut out', async () => {
    const { thread: unused, calls } = thread()
    const strict = { ...rules, strips: true }
    const whole = { ...sizes, largest: 2 ** 40 }
    const sizedAs = (size: number) => Object.defineProperty(sized(2001), 'size', { value: size })
    const over = 2000 + 64 * 2 ** 20
    await expect(
      check(sizedAs(over + 1), strict, sizes, unused, backgroundJob),
    ).rejects.toMatchObject({ code: 'too-large', details: { size: over + 1, maxBytes: 2000 } })
    expect(calls()).toBe(0)
    for (const [size, limits] of [
      [over, sizes],
      [over + 1, whole],
    ] as const)
      await check(sizedAs(size), strict, limits, unused, backgroundJob).catch(() => {})
    expect(calls()).toBe(2)
  })

  it('tells a file that is gone from an empty one: both have a size of 0 in Chromium', async () => {
    const cause = new DOMException('gone', 'NotFoundError')
    const gone = Object.assign(file(bytes(), 'a.pdf'), { arrayBuffer: () => Promise.reject(cause) })
    const { thread: unused, calls } = thread()
    await expect(check(gone, rules, sizes, unused, backgroundJob)).rejects.toMatchObject({
      code: 'unreadable',
      cause,
    })
    expect(calls()).toBe(0)
  })

  it.each([
    [1000, []],
    [1001, ['near-limit']],
    [2000, ['near-limit']],
  ])('lets %i bytes through with %j', async (size, remarks) => {
    const found = await check(sized(size), rules, sizes, thread().thread, backgroundJob)
    expect(found).toMatchObject({ type: 'image/jpeg', remarks, size })
  })

  it('believes the bytes, not the name', async () => {
    const found = await check(file(png(), 'a.pdf'), rules, sizes, thread().thread, backgroundJob)
    expect(found).toMatchObject({ type: 'image/png', remarks: ['name-mismatch'] })
    const program = file(bytes('MZ', new Uint8Array(90)), 'a.pdf')
    await expect(
      check(program, rules, sizes, thread().thread, backgroundJob),
    ).rejects.toMatchObject({
      code: 'wrong-type',
      details: { found: 'EXE' },
    })
  })
})
