import { describe, expect, it } from 'vitest'
import type { Limits } from '../../src/intake/limits.ts'
import { parseLimits } from '../../src/intake/limits.ts'

const names = (accept: string) => parseLimits({ accept }).accept.map(({ name }) => name)

describe('without a word from the integrator', () => {
  it('PDF, JPG and PNG up to 20 MiB come in, any number of them, protected or not', () => {
    const { accept, ...numbers } = parseLimits()
    expect(accept.map(({ type }) => type)).toEqual(['application/pdf', 'image/jpeg', 'image/png'])
    expect(numbers).toEqual({
      maxBytes: 20_971_520,
      maxFiles: Number.POSITIVE_INFINITY,
      refuseProtected: false,
    })
  })
})

describe('accept', () => {
  it.each([
    ['', ['PDF', 'JPG', 'PNG']],
    [' , ,', ['PDF', 'JPG', 'PNG']],
    ['.pdf', ['PDF']],
    ['.PDF , .Png', ['PDF', 'PNG']],
    ['.png,.pdf,.png', ['PDF', 'PNG']],
    ['.jpg', ['JPG']],
    ['.jpeg', ['JPG']],
    ['.jpe', ['JPG']],
    ['application/pdf', ['PDF']],
    ['image/jpeg,image/png', ['JPG', 'PNG']],
    ['image/jpg', ['JPG']],
    ['image/*', ['JPG', 'PNG']],
    ['*/*', ['PDF', 'JPG', 'PNG']],
  ])('%j selects %j', (accept, selected) => expect(names(accept)).toEqual(selected))

  it.each([
    '.docx',
    '.pdf,.docx',
    'video/*',
    'audio/*',
    'image/heic',
    'pdf',
    'xpdf',
    '.',
    '*',
    '/*',
  ])('%j is refused, and the words say which part', accept => {
    const token = accept.split(',').at(-1) ?? ''
    expect(() => parseLimits({ accept })).toThrow(
      expect.objectContaining({ code: 'misconfigured', message: expect.stringContaining(token) }),
    )
  })
})

describe('maxSize', () => {
  it.each([
    ['20971520', 20_971_520],
    [20_971_520, 20_971_520],
    [1, 1],
    ['1 B', 1],
    ['500kB', 500_000],
    ['500KB', 500_000],
    ['500KiB', 512_000],
    ['20MiB', 20_971_520],
    ['20mib', 20_971_520],
    ['20 MB', 20_000_000],
    ['1.5MB', 1_500_000],
    ['0.0015kB', 1],
    [' 2 GiB ', 2_147_483_648],
    ['1TB', 1_000_000_000_000],
  ])('%j is %i bytes', (maxSize, maxBytes) =>
    expect(parseLimits({ maxSize }).maxBytes).toBe(maxBytes),
  )

  it.each([
    0,
    -1,
    0.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    2 ** 53,
    '',
    ' ',
    '0',
    '0MB',
    '-5MB',
    '+5',
    '5M',
    '5k',
    'MB',
    '5 iB',
    '1,5MB',
    '1e6',
    '0x10',
    '5MBit',
    '5MB 6',
    '.5MB',
    '5.MB',
    '99999999TB',
    '٥MB',
  ])('%j is refused', maxSize => {
    expect(() => parseLimits({ maxSize })).toThrow(
      expect.objectContaining({
        code: 'misconfigured',
        message: expect.stringContaining(`"${maxSize}"`),
      }),
    )
  })
})

describe('maxFiles', () => {
  it.each([1, 2, 1000, Number.POSITIVE_INFINITY])('%j is taken', maxFiles =>
    expect(parseLimits({ maxFiles }).maxFiles).toBe(maxFiles),
  )
  it.each([0, -1, 1.5, Number.NaN, Number.NEGATIVE_INFINITY])('%j is refused', maxFiles => {
    const limits: Limits = { maxFiles }
    expect(() => parseLimits(limits)).toThrow(expect.objectContaining({ code: 'misconfigured' }))
  })
})
