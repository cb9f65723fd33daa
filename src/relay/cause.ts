import { chainOf, codeOf, withoutUrls } from '../core/relay/failure.ts'
import { withoutSecrets } from './secrets.ts'

/** What was thrown, for whoever runs the relay. */
export interface Cause {
  /** As `TypeError`. */
  readonly name: string
  /** What the runtime calls it, such as `ECONNREFUSED`. */
  readonly code?: string
  /** At most 500 characters, without a URL, a provider's secret, or a word of the visitor's path, query and headers. */
  readonly message: string
  /** Where the site's own function threw. */
  readonly stack?: string
  readonly cause?: Cause
}

export interface CauseOptions {
  readonly request: Request
  /** Of all providers. */
  readonly secrets: readonly string[]
  /** Only the site's own functions are worth one. */
  readonly hasStack: boolean
  /** What a store says may hold its password: its name and code must do. */
  readonly hasMessage: boolean
}

const MAX_LENGTH = 500
const MAX_STACK_LENGTH = 4000
const MAX_READ = 16_384
const MIN_LENGTH = 6
const REMOVED = '[removed]'

/** What the visitor sent and no log may hold, should the site's own function repeat it. */
const wordsOf = ({ url, headers }: Request): readonly string[] => {
  const { pathname, search, searchParams } = new URL(url)
  const sent = [...headers.values()].flatMap(value => [value, ...value.split(/[\s,;="]+/)])
  const path = [pathname + search, search, pathname, ...pathname.split('/')]
  const words = [...path, ...path.map(decoded), ...searchParams.values(), ...sent]
  return [...new Set(words)]
    .filter(({ length }) => length >= MIN_LENGTH)
    .sort((a, b) => b.length - a.length)
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * An error as it may be logged: what holds data, such as the URL that Bun and Deno name or the arguments that a client of Redis keeps, is
 * left out. Undefined where no error was thrown.
 */
export const describeCause = (
  thrown: unknown,
  { request, secrets, hasStack, hasMessage }: CauseOptions,
): Cause | undefined => {
  const words = wordsOf(request)
  const clean = (text: unknown, most: number): string =>
    words
      .reduce(
        (rest, word) => rest.replaceAll(word, REMOVED),
        withoutSecrets(withoutUrls(String(text).slice(0, MAX_READ)), secrets),
      )
      .slice(0, most)
  const [first, ...rest] = chainOf(thrown)
  if (!first) return thrown === undefined ? undefined : { name: typeof thrown, message: '' }
  const describe = (error: Error, others: readonly Error[]): Cause => {
    const code = codeOf(error)
    const [next, ...more] = others
    return {
      name: clean(error.name, 64),
      ...(code !== undefined && { code }),
      message: hasMessage ? clean(error.message, MAX_LENGTH) : '',
      ...(hasStack &&
        typeof error.stack === 'string' && { stack: clean(error.stack, MAX_STACK_LENGTH) }),
      ...(next && { cause: describe(next, more) }),
    }
  }
  return describe(first, rest)
}
