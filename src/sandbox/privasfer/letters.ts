import { randomUUID } from 'node:crypto'
import { json, type Reply } from '../server.ts'
import { dateOf, notFound } from './answers.ts'

/** A message, sent or received, as the documented sample names its fields. */
type PrivasferLetter = Readonly<Record<string, unknown>> & { readonly id: string }

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
const receivedLetters = (): PrivasferLetter[] => [
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
const sentLetter = (
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
const shownLetter = (
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

const INBOX = {
  sort: { subject: 'subject', created_by_email: 'sender', received_at: 'received_at' },
  search: 'subject',
}
const MAILS = {
  sort: {
    subject: 'subject',
    recipient_email: 'recipient_email',
    created_at: 'created_at',
    sent_at: 'sent_at',
  },
  search: 'subject',
}

export interface PrivasferLetters {
  inbox(query: URLSearchParams): Reply
  message(id: string, query: URLSearchParams): Reply
  mails(query: URLSearchParams): Reply
  /** What a mail's fields are called is not documented: they are kept as they came. */
  send(fields: Readonly<Record<string, unknown>>): Reply
  /** Of the inbox, the oldest first. */
  ids(): readonly string[]
  sent(): readonly Readonly<Record<string, unknown>>[]
  clear(): void
}

/** Inbox and mails. */
export const createLetters = (now: () => number): PrivasferLetters => {
  let inbox = receivedLetters()
  let mails: PrivasferLetter[] = []
  let sent: Readonly<Record<string, unknown>>[] = []
  const clear = (): void => {
    inbox = receivedLetters()
    mails = [sentLetter(Date.UTC(2026, 0, 1))]
    sent = []
  }
  clear()
  const list = (from: readonly PrivasferLetter[], query: URLSearchParams, keys: Sorting): Reply =>
    json(200, { data: listed(from, query, keys).map(one => shownLetter(one, includeOf(query))) })
  return {
    inbox: query => list(inbox, query, INBOX),
    message(id, query) {
      const known = inbox.find(message => message.id === id)
      return known ? json(200, { data: shownLetter(known, includeOf(query)) }) : notFound()
    },
    mails: query => list(mails, query, MAILS),
    send(fields) {
      const mail = sentLetter(now(), fields)
      sent = [...sent, fields]
      mails = [...mails, mail]
      return json(201, { data: shownLetter(mail, []) })
    },
    ids: () => inbox.map(({ id }) => id),
    sent: () => sent,
    clear,
  }
}
