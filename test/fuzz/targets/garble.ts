import type { Json } from '../../../src/core/contracts.ts'
import { type Chance, createChance, drawsOf } from '../chance.ts'
import { changeJson, hostileJson } from '../json.ts'
import { changeText, hostileText } from '../mutate.ts'

export interface ServerAnswer {
  readonly status: number
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly text: string
  /** Where a redirect led. */
  readonly url?: string
}

type Kind = 'status' | 'headers' | 'json' | 'text' | 'whole' | 'cut' | 'redirected'

/** What becomes of an answer that nobody has seen yet: the answer decides what can be changed in it, this how. */
export interface Garbling {
  readonly kinds: readonly Kind[]
  readonly seed: number
}

const KINDS: readonly Kind[] = [
  ...(['status', 'headers', 'headers', 'json', 'json', 'json', 'json'] as const),
  ...(['text', 'whole', 'cut', 'redirected'] as const),
]

export const makeGarbling = (chance: Chance, onlyHeaders: boolean): Garbling => ({
  kinds: Array.from({ length: 1 + chance.int(2) }, () =>
    onlyHeaders ? (chance.isOneIn(5) ? 'status' : 'headers') : chance.pick(KINDS),
  ),
  seed: chance.int(1e9),
})

const STATUSES = [
  ...[0, 99, 100, 199, 200, 201, 202, 204, 206, 299, 300, 302, 304, 400, 401, 403, 404, 405, 408],
  ...[
    409, 410, 411, 412, 413, 415, 419, 422, 423, 425, 428, 429, 431, 451, 460, 499, 500, 501, 502,
  ],
  ...[503, 504, 507, 511, 520, 522, 524, 599, 600, 999],
]

const NUMBERS = [
  '0',
  '1',
  '400',
  '999',
  '1000',
  '1001',
  '-1',
  '1e3',
  '0x10',
  ' 5',
  '5, 5',
  '',
  'NaN',
]
const BIG = ['9007199254740993', '99999999999999999999', '9'.repeat(400)]
const PLACES = [
  ...[
    '/',
    '',
    '//evil.example/x',
    'https://evil.example/files/1',
    '../..',
    '?a=b',
    '#x',
    'javascript:1',
  ],
  ...[
    'https://a:b@server-1.example/',
    'http://[',
    '/files/1',
    '\\\\evil\\x',
    'data:,x',
    '/files/%00',
  ],
]
const DATES = [
  'Thu, 01 Jan 1970 00:00:00 GMT',
  'Fri, 31 Dec 9999 23:59:59 GMT',
  'soon',
  '2026-01-01',
]

/** Headers that some code of ours reads, and values that it may meet. */
const HEADERS: Readonly<Record<string, readonly string[]>> = {
  location: PLACES,
  'upload-offset': [...NUMBERS, ...BIG],
  'upload-length': [...NUMBERS, ...BIG],
  'upload-expires': DATES,
  'tus-extension': ['checksum', 'checksum,termination', ',,,', 'creation'],
  'tus-checksum-algorithm': ['sha1', 'sha256', 'md5', ' sha256 ,', ''],
  'tus-resumable': ['1.0.0', '2.0', ''],
  'retry-after': [...NUMBERS, ...BIG, ...DATES],
  date: DATES,
  'sealdrop-ticket': ['a.b', 'a', '', 'a.b,c.d', `${'a'.repeat(9000)}.b`, 'a.b, ../x'],
  'sealdrop-relay': ['1', ''],
  'content-type': ['text/html', 'application/json', ''],
  'x-ratelimit-remaining': NUMBERS,
  'x-ratelimit-reset': [...NUMBERS, ...BIG],
}

type Header = readonly [name: string, value: string]

/** The same place, or number, in a way that it should not be written in. */
const bent = (said: string, chance: Chance): string =>
  chance.pick([
    said.replace('://', '://user:password@'),
    `${said}#part`,
    `${said}?query`,
    said.replace('https:', 'http:'),
    ` ${said} `,
    `${said}, ${said}`,
    changeText(said, chance).replace(/[^\t\x20-\x7e]/g, ''),
  ])

const changeHeaders = (headers: readonly Header[], chance: Chance): Header[] => {
  const name = chance.pick(Object.keys(HEADERS))
  const value = (): string => {
    const known = HEADERS[name] ?? ['']
    // A header is one line of bytes.
    return chance.isOneIn(6)
      ? hostileText(chance).replace(/[^\t\x20-\x7e\x80-\xff]/g, '')
      : chance.pick(known)
  }
  const others = headers.filter(([other]) => other.toLowerCase() !== name)
  switch (chance.int(5)) {
    case 0:
      return others
    case 2: // nearly the server's own
      return headers.map(([key, said]) => [
        key,
        key.toLowerCase() === name ? bent(said, chance) : said,
      ])
    case 1:
      return headers.filter(() => !chance.isOneIn(3))
    default:
      return [...others, [name, value()]]
  }
}

const changedJson = (text: string, chance: Chance): string => {
  try {
    let value = JSON.parse(text) as Json
    for (let left = 1 + chance.int(3); left > 0; left--) value = changeJson(value, chance)
    return JSON.stringify(value) ?? ''
  } catch {
    return JSON.stringify(hostileJson(chance)) ?? ''
  }
}

const WHOLE = [
  ...[
    '',
    'null',
    '0',
    '""',
    '[]',
    '{}',
    'true',
    '{"data":null}',
    '{"data":[]}',
    '{"errors":[null]}',
  ],
  ...['<!doctype html><title>Sign in</title>', '\ufeff{}', '{"__proto__":{"data":{"id":"x"}}}'],
  ...['{"error":{"message":{"toString":1}}}', '{"id":{"then":1}}', '[[[]]]', '{"message":["a"]}'],
]

/** The answer as the page gets it; undefined where the connection breaks instead. */
export const garbled = (
  answer: ServerAnswer,
  { kinds, seed }: Garbling,
): ServerAnswer | undefined => {
  const chance = createChance(drawsOf(seed, 'garbling', 0))
  let made: ServerAnswer | undefined = answer
  for (const kind of kinds) {
    if (!made) return undefined
    switch (kind) {
      case 'status':
        made = { ...made, status: chance.pick(STATUSES) }
        break
      case 'headers':
        made = { ...made, headers: changeHeaders(made.headers, chance) }
        break
      case 'json':
        made = { ...made, text: changedJson(made.text, chance) }
        break
      case 'text':
        made = { ...made, text: changeText(made.text, chance) }
        break
      case 'whole': {
        const deep = '['.repeat(50_000) + ']'.repeat(50_000)
        made = { ...made, text: chance.isOneIn(10) ? deep : chance.pick(WHOLE) }
        break
      }
      case 'cut':
        made = chance.isOneIn(2) ? undefined : { ...made, text: made.text.slice(0, chance.int(40)) }
        break
      case 'redirected':
        made = {
          ...made,
          url: chance.pick(['https://login.example/', 'https://page.example/x', '']),
        }
    }
  }
  return made
}
