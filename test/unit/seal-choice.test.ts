import { describe, expect, it } from 'vitest'
import { generateIdentity, recipientOf } from '../../src/open/index.ts'
import { age, checkSeal } from '../../src/seal/choice.ts'
import { checkWriting, none, readSeal, sealName } from '../../src/seal/named.ts'
import { CARD } from '../age/card.ts'

const [one, two] = await Promise.all([1, 2].map(async () => recipientOf(await generateIdentity())))
if (!one || !two) throw new Error('There are two.')

const misconfigured = expect.objectContaining({ code: 'misconfigured' })

describe('a seal that is chosen', () => {
  it('by age takes recipients, and options last', () => {
    expect(age(one, two)).toEqual({ scheme: 'age', recipients: [one, two] })
    expect(age(one, {})).toEqual({ scheme: 'age', recipients: [one] })
    expect(age(one, { wrap: undefined })).toEqual({ scheme: 'age', recipients: [one] })
    expect(age(one, { wrap: 'pdf' })).toEqual({ scheme: 'age', recipients: [one], wrap: 'pdf' })
  })

  it('in a wrapper that is not known is refused', () => {
    for (const wrap of ['', 'zip', 'PDF'])
      expect(() => age(one, { wrap: wrap as 'pdf' })).toThrow(misconfigured)
  })

  it.each([null, [one]])('with %j for options has one recipient too many', last => {
    expect(() => age(one, last as unknown as string)).toThrow(
      expect.objectContaining({ code: 'bad-recipient' }),
    )
  })

  it('as none needs a reason', () => {
    expect(none('  it is public ')).toEqual({ scheme: 'none', because: 'it is public' })
    for (const because of ['', '  ', undefined, 7])
      expect(() => none(because as string)).toThrow(misconfigured)
  })
})

describe('a seal that is written', () => {
  it.each([
    ['age', { scheme: 'age', recipients: [one] }],
    [' age \n', { scheme: 'age', recipients: [one] }],
    ['age+pdf', { scheme: 'age', recipients: [one], wrap: 'pdf' }],
    ['didww', { scheme: 'didww' }],
    ['none: it is public', { scheme: 'none', because: 'it is public' }],
    ['none :two\nlines', { scheme: 'none', because: 'two\nlines' }],
    ['none: a: b', { scheme: 'none', because: 'a: b' }],
  ])('as %j is read', (text, seal) => expect(checkSeal(readSeal(text, [one]))).toEqual(seal))

  it.each([
    '',
    ' ',
    'none',
    'none:',
    'age: x',
    'age+pdf: x',
    'didww: x',
    'zip',
    'AGE',
    'age pdf',
    'my age',
    '!didww',
    ': x',
  ])('as %j is refused', text =>
    expect(() => checkSeal(readSeal(text, [one]))).toThrow(misconfigured),
  )
})

it.each([
  [{ scheme: 'age' }, 'age'],
  [{ scheme: 'age', wrap: 'pdf' }, 'age+pdf'],
  [{ scheme: 'didww' }, 'didww'],
  [{ scheme: 'none' }, 'none'],
  [{ scheme: 'none', wrap: 'pdf' }, 'none'],
] as const)('%j is called "%s"', (seal, name) => expect(sealName(seal)).toBe(name))

describe('how recipients are written', () => {
  const seal = (...recipients: readonly string[]) => ({ scheme: 'age', recipients }) as const

  it('is right for what age makes', async () => {
    const later = await recipientOf(await generateIdentity({ postQuantum: true }))
    const hardware = [seal(CARD.classic, one), seal(CARD.hybrid, later)]
    for (const good of [seal(one), seal(one, two), seal(later), ...hardware])
      expect(() => checkWriting(good)).not.toThrow()
    expect(() => checkWriting({ scheme: 'didww' })).not.toThrow()
  })

  it.each([
    ['nothing', [], 'no-recipient'],
    ['empty text', [''], 'bad-recipient'],
    ['a word', ['age1wrong'], 'bad-recipient'],
    ['a letter missing', [one.slice(0, -1)], 'bad-recipient'],
    ['a letter more', [`${one}q`], 'bad-recipient'],
    ['a letter that age does not use', [`${one.slice(0, -1)}b`], 'bad-recipient'],
    ['a letter missing in a tagged one', [CARD.classic.slice(0, -1)], 'bad-recipient'],
    ['a letter more in a tagged one', [`${CARD.classic}q`], 'bad-recipient'],
    ['a letter missing in a post-quantum tagged one', [CARD.hybrid.slice(0, -1)], 'bad-recipient'],
    ['one as short as another kind', [`age1tag1${one.slice(-54)}`], 'bad-recipient'],
    ['capital letters', [one.toUpperCase()], 'bad-recipient'],
    ['one of two', [one, 'age1wrong'], 'bad-recipient'],
    ['a secret key', ['AGE-SECRET-KEY-1QQQQ'], 'bad-recipient'],
  ])('is told to be wrong before any code is there: %s', (_, recipients, code) => {
    expect(() => checkWriting(seal(...recipients))).toThrow(expect.objectContaining({ code }))
  })
})
