import { describe, expect, it } from 'vitest'
import type { Parcel } from '../../src/core/contracts.ts'
import { ticketsOf } from '../../src/core/ticket.ts'
import { errorOf, factsOf, filesIn, isOwn } from '../../src/providers/dokstamp/answers.ts'
import { recordsFor, refusals } from '../../src/providers/dokstamp/batch.ts'

const answerOf = (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
) => ({
  status,
  text: typeof body === 'string' ? body : JSON.stringify(body),
  header: (name: string) => headers[name.toLowerCase()] ?? null,
})
const parcelOf = (name: string): Parcel => ({ id: name, name, size: 1 }) as unknown as Parcel
const parcels = ['a.pdf', 'b.pdf', 'c.pdf'].map(parcelOf)
const filesOf = (...names: readonly string[]) =>
  filesIn(
    answerOf(201, { data: names.map((original_name, at) => ({ uuid: `u${at}`, original_name })) }),
  )
const uuidsFor = (...names: readonly string[]) =>
  recordsFor(parcels, filesOf(...names)).map(file => file?.uuid)

describe('the records of several files', () => {
  it.each([
    ['in order', ['a.pdf', 'b.pdf', 'c.pdf'], ['u0', 'u1', 'u2']],
    ['in another order', ['c.pdf', 'a.pdf', 'b.pdf'], ['u1', 'u2', 'u0']],
    ['with one that was there already', ['old.pdf', 'a.pdf', 'c.pdf'], ['u1', 'u0', 'u2']],
    ['with two that were there already', ['x.pdf', 'y.pdf', 'a.pdf'], ['u2', undefined, undefined]],
    ['with one missing', ['c.pdf', 'a.pdf'], ['u1', undefined, 'u0']],
    ['with one too many', ['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf'], ['u0', 'u1', 'u2']],
    [
      'with one too many and one unknown',
      ['a.pdf', 'b.pdf', 'x.pdf', 'y.pdf'],
      ['u0', 'u1', undefined],
    ],
    ['of nobody', [], [undefined, undefined, undefined]],
  ])('%s are found by name, and never guessed', (_, names, expected) => {
    expect(uuidsFor(...names)).toEqual(expected)
  })
})

describe('a refusal of several files', () => {
  it('says for good who is named, and lets the others try again', () => {
    const errors = { 'files.1': ['No PDF.'], 'files.7': ['Nobody.'], other: ['Else.'] }
    expect(refusals(answerOf(422, { errors }), parcels)).toMatchObject([
      { code: 'refused', retryable: true },
      { code: 'refused', retryable: false, provider: { message: 'No PDF.' } },
      { code: 'refused', retryable: true },
    ])
  })

  it.each([
    [413, '<h1>Too large</h1>', 'too-large'],
    [422, { errors: { files: ['Too many files.'] } }, 'refused'],
    [422, 'no JSON at all', 'refused'],
  ])('that names nobody (%i) lets each try again alone', (status, body, code) => {
    const errors = refusals(answerOf(status, body), parcels)
    expect(errors).toHaveLength(3)
    expect(new Set(errors?.map(error => `${error.code} ${error.retryable}`))).toEqual(
      new Set([`${code} true`]),
    )
  })

  it('of a single one is for good', () => {
    const [error] = refusals(answerOf(413, ''), parcels.slice(0, 1)) ?? []
    expect(error).toMatchObject({ code: 'too-large', retryable: false })
  })

  it.each([401, 403, 404, 429, 500])('with %i is one of the whole request', status => {
    expect(refusals(answerOf(status, {}), parcels)).toBe(undefined)
  })
})

describe('a duplicate', () => {
  const fileOf = (name: unknown) =>
    filesIn(answerOf(201, { data: [{ uuid: 'u', original_name: name }] }))[0]

  it.each([
    ['the name it was sent under', 'a.pdf', {}],
    ['another name', 'b.pdf', { duplicate: 'true' }],
    ['no name', undefined, {}],
  ])('is known by %s', (_, name, facts) => {
    const file = fileOf(name)
    expect(file && factsOf(file, parcelOf('a.pdf'))).toEqual(facts)
  })

  it('is none where only the way of writing a name differs', () => {
    const file = fileOf('a %22b%22.pdf')
    expect(file && isOwn(file, parcelOf('a "b".pdf'))).toBe(true)
  })
})

describe('a hostile answer', () => {
  it('gets no words of its own into a page', () => {
    const [file] = filesIn(
      answerOf(200, {
        data: [
          {
            uuid: 'u',
            original_name: 'a\u202e\nb',
            size: '12',
            extension: 7,
            file: 'javascript:alert(1)',
          },
        ],
      }),
    )
    expect(file).toEqual({ uuid: 'u', originalName: 'a b', usedAt: null })
  })

  it('of the older API does not tell its classes', () => {
    const message = 'No query results for model [App\\Certificate] 1'
    const error = errorOf(answerOf(404, { message }))
    expect(error.code).toBe('not-found')
    expect(`${error.message} ${error.provider?.message}`).not.toContain('App')
  })
})

describe('a relay’s tickets', () => {
  const header = { 'sealdrop-ticket': 'eyJh.c2ln, eyJi.c2ln' }

  it('go with the files they are of', () => {
    const data = [{ uuid: 'a' }, { uuid: 'b' }]
    const files = filesIn(answerOf(201, { data }, header))
    expect(files.map(({ uuid, ticket }) => `${uuid} ${ticket}`)).toEqual([
      'a eyJh.c2ln',
      'b eyJi.c2ln',
    ])
    const [first] = files
    expect(first && factsOf(first, parcelOf('a.pdf'))).toEqual({ ticket: 'eyJh.c2ln' })
    expect(filesIn(answerOf(201, { data: data.slice(1) }, header))[0]).not.toHaveProperty('ticket')
  })

  it.each([
    ['none', {}, []],
    ['one', { 'sealdrop-ticket': 'a.b' }, ['a.b']],
    ['what is none', { 'sealdrop-ticket': 'a.b, <script>' }, []],
    ['one without a signature', { 'sealdrop-ticket': 'ab' }, []],
    ['one too long', { 'sealdrop-ticket': `a.${'b'.repeat(8192)}` }, []],
  ])('are read: %s', (_, headers, expected) => {
    expect(ticketsOf(answerOf(201, {}, headers as Record<string, string>))).toEqual(expected)
  })
})
