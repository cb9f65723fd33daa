import { randomUUID } from 'node:crypto'
import { dateOf, type PrivasferLetter } from './privasfer-answers.ts'

const sender = { name: 'Erika Mustermann', email: 'erika@example.com' }

const letter = (subject: string, at: number): PrivasferLetter => ({
  id: randomUUID(),
  identifier: randomUUID().slice(0, 8),
  subject,
  // What a page must not put into itself.
  body: `<p>${subject}</p><img src="x" onerror="alert(1)"><script>alert(2)</script>`,
  sender,
  download: { id: randomUUID(), created_at: dateOf(at) },
})

/** Two messages that came. */
export const receivedLetters = (): PrivasferLetter[] => [
  {
    ...letter('Your contract', Date.UTC(2026, 0, 2)),
    received_at: '2026-01-02 00:00:00',
    opened: false,
  },
  {
    ...letter('An invoice', Date.UTC(2026, 0, 3)),
    received_at: '2026-01-03 00:00:00',
    opened: true,
  },
]

/** One message that was sent. */
export const sentLetter = (
  at: number,
  fields: Readonly<Record<string, unknown>> = {},
): PrivasferLetter => ({
  ...letter('Our offer', at),
  recipient: { name: 'Otto', email: 'otto@example.com' },
  recipient_email: 'otto@example.com',
  created_at: dateOf(at),
  sent_at: dateOf(at),
  status: 'success',
  opened_at: null,
  ...fields,
})

/** Which fields a list is sorted by, by the names the query uses, and which one is searched. */
export interface Sorting {
  readonly sort: Readonly<Record<string, string>>
  readonly search: string
}

/** Sorted, searched and with what is included, as every list of the API is. */
export const listed = <Entry extends Readonly<Record<string, unknown>>>(
  entries: readonly Entry[],
  query: URLSearchParams,
  keys: Sorting,
): readonly Entry[] => {
  const keyword = query.get('keyword')?.toLowerCase() ?? ''
  const [, minus, name = ''] = /^(-?)(.*)$/.exec(query.get('sort') ?? '') ?? []
  const key = keys.sort[name]
  const chosen = entries.filter(entry =>
    String(entry[keys.search] ?? '')
      .toLowerCase()
      .includes(keyword),
  )
  if (key === undefined) return chosen
  const order = chosen.toSorted((a, b) => compare(a[key], b[key]))
  return minus ? order.reverse() : order
}

const compare = (a: unknown, b: unknown): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1

export const includeOf = (query: URLSearchParams): readonly string[] =>
  (query.get('include') ?? '').split(',')

/** With `download`, `download.files` and `author` only where they were asked for. */
export const shownLetter = (
  { download, ...rest }: PrivasferLetter,
  include: readonly string[],
): Readonly<Record<string, unknown>> => ({
  ...rest,
  ...((include.includes('download') || include.includes('download.files')) && {
    download: {
      ...(download as object),
      ...(include.includes('download.files') && {
        files: [{ id: randomUUID(), full_filename: 'contract.pdf', size: 1, trashed: false }],
      }),
    },
  }),
  ...(include.includes('author') && { author: { name: 'Erika Mustermann' } }),
})
