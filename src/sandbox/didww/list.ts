import { json, type Reply } from '../server.ts'
import { fault, resource } from './answers.ts'
import { VND } from './switches.ts'
import type { Upload } from './uploads.ts'

/** How many a page holds if nobody says. Not documented. */
const PAGE_SIZE = 50

/** Both spellings appear in the documents. */
const SORTS: Readonly<Record<string, (upload: Upload) => string | number>> = {
  description: ({ description }) => description ?? '',
  expires_at: ({ expiresAt }) => expiresAt,
  expire_at: ({ expiresAt }) => expiresAt,
}

const refuse = (title: string, code: string): Reply => fault(400, title, title, code)

/** `GET /v3/encrypted_files`: sorted, filtered, and a page at a time, with links to the others. */
export const listPage = (uploads: readonly Upload[], asked: URL, meta: object): Reply => {
  const { searchParams } = asked
  for (const name of searchParams.keys()) {
    if (/^filter\[(?!id\])/.test(name)) return refuse(`${name} is not allowed`, '102')
    if (!/^(filter\[id\]|sort|page\[(number|size)\]|fields\[encrypted_files\])$/.test(name))
      return refuse(`${name} is not allowed`, '105')
  }
  const id = searchParams.get('filter[id]')
  const found = uploads.filter(upload => id === null || upload.id === id)

  const sort = searchParams.get('sort')
  if (sort !== null) {
    const key = SORTS[sort.replace(/^-/, '')]
    if (!key) return refuse(`${sort} is not a valid sort criteria`, '105')
    const order = sort.startsWith('-') ? -1 : 1
    found.sort((a, b) => order * (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
  }

  const number = Number(searchParams.get('page[number]') ?? 1)
  const size = Number(searchParams.get('page[size]') ?? PAGE_SIZE)
  if (![number, size].every(value => Number.isSafeInteger(value) && value > 0))
    return refuse('page is not valid', '105')
  const last = Math.max(1, Math.ceil(found.length / size))
  const link = (page: number): string => {
    const to = new URL(asked)
    to.searchParams.set('page[number]', String(page))
    to.searchParams.set('page[size]', String(size))
    return to.href
  }
  return json(
    200,
    {
      data: found.slice((number - 1) * size, number * size).map(resource),
      meta: { total_records: found.length, ...meta },
      links: {
        first: link(1),
        last: link(last),
        ...(number < last && { next: link(number + 1) }),
        ...(number > 1 && { prev: link(number - 1) }),
      },
    },
    VND,
  )
}
