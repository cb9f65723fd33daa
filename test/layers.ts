import { posix } from 'node:path'
import { importsBlindly, readSource, type SourceText, specifiersOf } from './source-text.ts'

/** Text of source files by path, such as `src/core/errors.ts`. */
export type Files = ReadonlyMap<string, string>

interface Room {
  readonly files: RegExp
  /** Rooms whose files it may import, types included, beside its own. */
  readonly may: readonly string[]
  /** Packages it may import. */
  readonly packages?: RegExp
}

const noble = /^@noble\/(hashes|ciphers)\//
const below = ['core', 'thread/protocol', 'thread'] as const
const siblings = ['intake', 'digest', 'seal', 'providers', 'providers/names'] as const
const page = [...below, ...siblings, 'seal/size', 'session', 'element', 'index', 'define'] as const

/**
 * Who may import whom. The first room whose pattern fits a file is its room.
 * Page: element > session > intake, digest, seal, providers (which do not know each other) > thread > core.
 * Worker: worker > what runs off the page's thread > core. The two meet in core, thread/protocol and seal/size only.
 * Tests: sandbox > no code of ours at all, so that it can disagree with it; types of the faults and providers only.
 * Server: relay > the providers' relay parts > core/relay > core. No page code is among them, and none of it in a page.
 */
const rooms: Readonly<Record<string, Room>> = {
  'core/relay': { files: /^core\/relay\//, may: ['core'] },
  core: { files: /^core\//, may: [] },
  'thread/protocol': { files: /^thread\/(protocol|serialize-error)\.ts$/, may: ['core'] },
  'seal/size': { files: /^seal\/(size|limit|choice|named)\.ts$/, may: ['core'] },

  'intake/content': { files: /^intake\/content\//, may: ['core'], packages: noble },
  'digest/hash': { files: /^digest\/hash\.ts$/, may: ['core'], packages: noble },
  'seal/stanza': { files: /^seal\/schemes\/age\/stanza\.ts$/, may: ['core'] },
  'seal/schemes': {
    files: /^seal\/schemes\//,
    may: ['core', 'seal/size', 'seal/stanza'],
    packages: noble,
  },
  'seal/kem': {
    files: /^seal\/kem\//,
    may: ['core', 'seal/stanza'],
    packages: /^@noble\/(post-quantum\/ml-kem|hashes\/sha3)\.js$/,
  },
  'seal/wrap': { files: /^seal\/wrap\//, may: ['core', 'seal/size'] },
  'thread/serve': { files: /^thread\/serve\.ts$/, may: ['core', 'thread/protocol'] },
  worker: {
    files: /^worker\.ts$/,
    may: ['core', 'intake/content', 'digest/hash', 'seal/schemes', 'thread/serve'],
  },

  thread: { files: /^thread\//, may: ['core', 'thread/protocol'] },
  intake: { files: /^intake\//, may: below },
  digest: { files: /^digest\//, may: below },
  seal: { files: /^seal\//, may: [...below, 'seal/size', 'seal/kem', 'seal/wrap'] },
  'providers/names': { files: /^providers\/names\.ts$/, may: ['providers'] },
  'providers/relay': {
    files: /^providers\/([^/]+\/)?relay(-[a-z]+)?\.ts$/,
    may: ['core', 'core/relay'],
    packages: /^aws4fetch$/,
  },
  'providers/md5': {
    files: /^providers\/s3\/md5\.ts$/,
    may: [],
    packages: /^@noble\/hashes\/legacy\.js$/,
  },
  providers: {
    files: /^providers\//,
    may: [...below, 'providers/names', 'providers/md5'],
    packages: /^tus-js-client$/,
  },
  session: {
    files: /^session\//,
    may: [...below, ...siblings, 'seal/size'],
    packages: /^idb-keyval$/,
  },
  words: { files: /^words\//, may: [] },
  pictures: { files: /^pictures\//, may: ['core'] },
  element: {
    files: /^element\//,
    may: [...below, ...siblings, 'seal/size', 'session', 'words', 'pictures'],
    packages: /^lit(\/|$)/,
  },
  index: { files: /^index\.ts$/, may: [...below, ...siblings, 'seal/size', 'session'] },
  define: { files: /^define\.ts$/, may: ['element'] },
  bundle: { files: /^bundle\.ts$/, may: page },

  open: {
    files: /^open\//,
    may: [
      'core',
      'seal',
      'seal/size',
      'seal/schemes',
      'seal/stanza',
      'seal/wrap',
      'intake/content',
      'digest/hash',
    ],
    packages: /^(@noble\/(hashes|ciphers)\/|age-encryption$)/,
  },
  'testing/faults': { files: /^testing\/faults\.ts$/, may: [] },
  'testing/component': {
    files: /^testing\/component\//,
    may: ['core', 'thread/protocol', 'thread', 'intake', 'seal/size', 'session', 'element'],
  },
  testing: {
    files: /^testing\//,
    may: ['testing/faults', 'core', 'thread', 'digest', 'seal', 'seal/size', 'session'],
  },
  'relay/redis': { files: /^relay\/redis\//, may: ['core', 'relay'] },
  'relay/node': { files: /^relay\/node\//, may: ['relay'], packages: /^node:(https?|http2|net)$/ },
  relay: { files: /^relay\//, may: ['core', 'core/relay', 'providers/names', 'providers/relay'] },
  sandbox: {
    files: /^sandbox\//,
    may: ['testing/faults', 'providers/names'],
    packages: /^(node:|@fastify\/busboy$|age-encryption$)/,
  },
  'desk/finding': {
    files: /^desk\/(csv|finding|text)\.ts$/,
    may: ['core', 'intake', 'intake/content'],
  },
  cli: {
    files: /^cli\//,
    may: ['core', 'open', 'relay', 'seal/wrap', 'desk/finding'],
    packages: /^node:/,
  },
  desk: {
    files: /^desk\//,
    may: [
      'desk/finding',
      'core',
      'digest/hash',
      'intake',
      'intake/content',
      'open',
      'pictures',
      'seal/size',
      'words',
    ],
    packages: /^(lit(\/|$)|(client-zip|lean-qr)$)/,
  },
}

const roomOf = (path: string): string | undefined =>
  Object.entries(rooms).find(([, room]) => room.files.test(path.replace(/^src\//, '')))?.[0]

const importsOf = (path: string, source: SourceText): string[] => {
  const home = roomOf(path)
  const room = home === undefined ? undefined : rooms[home]
  if (!home || !room) return [`${path} is in no room: give it one in test/layers.ts`]
  const wrong = importsBlindly(source) ? [`${path} imports what cannot be read from its text`] : []
  for (const specifier of specifiersOf(source)) {
    if (!specifier.startsWith('.')) {
      if (!room.packages?.test(specifier)) wrong.push(`${path} must not import ${specifier}`)
      continue
    }
    const target = posix.join(posix.dirname(path), specifier)
    const there = target.startsWith('src/') ? roomOf(target) : undefined
    if (there !== home && (there === undefined || !room.may.includes(there)))
      wrong.push(`${path} (${home}) must not import ${target} (${there ?? 'not in src'})`)
  }
  return wrong
}

const forbiddenCode: readonly (readonly [RegExp, string])[] = [
  [
    /\b(inner|outer)HTML\b|\binsertAdjacentHTML\b|\bunsafeHTML\b|\bdocument\.write/,
    'HTML from text',
  ],
  [/\beval\s*\(|\bFunction\s*\(/, 'code from text'],
  [/\bMath\.random\b/, 'Math.random'],
  [/\bconsole\b/, 'console'],
  [/\bas any\b|[:<,|]\s*any\b/, 'any'],
  [/[\w)\]]!(?!=)/, 'a non-null assertion'],
]
const forbiddenWords: readonly (readonly [RegExp, string])[] = [
  [/\sstyle\s*=\s*["']?/, 'style="": a strict page policy blocks it'],
  [/\.(inner|outer)HTML\s*=/, 'HTML from text'],
]
const forbiddenText: readonly (readonly [RegExp, string])[] = [
  [/@ts-(ignore|expect-error|nocheck)/, 'an unchecked line'],
]

/** The one file that may write to the console: when a developer switched it on, and one line where a page cannot store anything. */
const CONSOLE_FILE = 'src/core/debug.ts'

const habitsOf = (path: string, text: string, { code, strings }: SourceText): string[] =>
  [
    ...forbiddenCode.filter(
      ([pattern, what]) => pattern.test(code) && !(what === 'console' && path === CONSOLE_FILE),
    ),
    ...forbiddenWords.filter(([pattern]) => strings.some(words => pattern.test(words))),
    ...forbiddenText.filter(([pattern]) => pattern.test(text)),
  ].map(([, what]) => `${path} has ${what}`)

/** Everything in `src` that goes against the design, in words; empty when all is well. */
export const violations = (files: Files): string[] =>
  [...files].flatMap(([path, text]) => {
    const source = readSource(text)
    return [...importsOf(path, source), ...habitsOf(path, text, source)]
  })
