import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/core/request.ts'
import {
  errorOf,
  readDelivery,
  readIds,
  readPage,
  readShown,
} from '../../src/providers/didww/answers.ts'

const answer = (value: unknown, status = 200): Answer => ({
  status,
  text: typeof value === 'string' ? value : JSON.stringify(value),
  header: () => null,
})
const file = (id: unknown, attributes: unknown = {}): object => ({
  id,
  type: 'encrypted_files',
  attributes,
})
const A = '0b7e3c52-6f1a-4d0e-9c8b-2a5d7e9f1036'
const B = '0b7e3c52-6f1a-4d0e-9c8b-2a5d7e9f1037'
const protocol = expect.objectContaining({ code: 'protocol' })

const hostile: readonly unknown[] = [
  '',
  'null',
  '[]',
  '{"data":',
  { data: null },
  { data: {} },
  { data: [] },
  { data: file('') },
  { data: file(7) },
  { data: file('../../v3/public_keys') },
  { data: file(A.slice(1)) },
  { data: file(A.replace('b', 'x')) },
  { data: [file(A), file('b/c')] },
  { data: [file(A), null] },
]

describe('an answer that shows no file', () => {
  it.each(hostile)('is not taken for one: %j', value => {
    expect(() => readShown(answer(value))).toThrow(protocol)
    expect(() => readDelivery(answer(value))).toThrow(protocol)
  })

  it.each(hostile.filter(value => JSON.stringify(value) !== '{"data":[]}'))(
    'is no list either: %j',
    value => expect(() => readPage(answer(value))).toThrow(protocol),
  )

  it.each([
    '',
    '[]',
    {},
    { ids: [] },
    { ids: [A, B] },
    { ids: [7] },
    { ids: A },
    { ids: [A.slice(1)] },
  ])('names no one id: %j', value => {
    const outcome = 'unknown'
    expect(() => readIds(answer(value))).toThrow(
      expect.objectContaining({ code: 'protocol', outcome }),
    )
  })
})

describe('a file as it is shown', () => {
  it.each([
    [{ description: 'Two\nlines\u202E', expires_at: '2026-11-22T10:00:00.000Z' }, 'Two lines'],
    [{ description: 7, expires_at: 7 }, null],
    [{ description: '', expires_at: 'soon' }, null],
    [null, null],
  ])('%j is described as %j', (attributes, description) => {
    const shown = readShown(answer({ data: file(A, attributes) }))
    expect(shown.description).toBe(description)
    expect(shown.expiresAt).toBe(description === null ? undefined : '2026-11-22T10:00:00.000Z')
  })

  it.each([
    [{ meta: { total_records: 7 }, links: { next: 'https://x.example/' } }, 7, true],
    [{ meta: { total_records: '7' }, links: { next: null } }, undefined, false],
    [{ meta: null, links: [] }, undefined, false],
    [{}, undefined, false],
  ])('is on a page: %j', (rest, total, hasMore) => {
    const page = readPage(answer({ data: [file(A)], ...rest }))
    expect(page).toMatchObject({ files: [{ id: A }], hasMore })
    expect(page.total).toBe(total)
  })
})

describe('a refusal', () => {
  const listed = (title: string, detail?: string): object => ({
    errors: [{ title, code: '100', ...(detail && { detail }) }],
  })
  it.each([
    [422, { errors: { base: ['outdated fingerprint'] } }, 'keys-rotated', 'base'],
    [
      422,
      { errors: { 'items/0/file': ['size must be less than 20 MB'] } },
      'too-large',
      'items/0/file',
    ],
    [422, { errors: { 'items/0/file': ["can't be blank"] } }, 'refused', 'items/0/file'],
    [422, { errors: {} }, 'refused', undefined],
    [422, { errors: { base: 'outdated fingerprint' } }, 'refused', 'base'],
    [422, listed('outdated fingerprint'), 'keys-rotated', '100'],
    [404, listed('Record not found'), 'not-found', '100'],
    [503, { errors: { base: ['outdated fingerprint'] } }, 'server', undefined],
  ])('of the batch’s version: %i %j is %s', (status, body, code, theirs) => {
    const error = errorOf(answer(body, status), true)
    expect(error.code).toBe(code)
    expect(error.provider?.code).toBe(theirs)
  })

  it('in the form of an older version says that it is one', () => {
    const old = answer({ errors: { base: ['outdated fingerprint'] } }, 422)
    expect(errorOf(old, false)).toMatchObject({ code: 'protocol', provider: { status: 422 } })
  })

  it('is told in the words of the detail, else of the title', () => {
    expect(errorOf(answer(listed('Title', 'Detail'), 422), false).provider?.message).toBe('Detail')
    expect(errorOf(answer(listed('Title'), 422), false).provider?.message).toBe('Title')
  })
})
