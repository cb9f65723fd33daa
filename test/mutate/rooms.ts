/** A room whose tests are judged by mutating its source. */
export interface Room {
  /** Globs of the source, and with `!` what is left out. */
  readonly mutate: readonly string[]
  /** Globs of the unit tests that keep its promises, without those that would take minutes per mutant. */
  readonly tests: readonly string[]
  /** Whether most of its promises are tested in a browser: then the contract tests run, too. */
  readonly inBrowser?: boolean
}

export type RoomName = 'core' | 'intake' | 'open' | 'relay' | 'seal' | 'session'

const unitTests = (...names: string[]): readonly string[] =>
  names.map(name => `test/unit/${name}.test.ts`)

export const rooms: Readonly<Record<RoomName, Room>> = {
  core: {
    mutate: ['src/core/**/*.ts', '!src/core/relay/**'],
    tests: unitTests(
      'abort',
      'answer',
      'authorize',
      'core-*',
      'debug',
      'didww-answers',
      'dokstamp-answers',
      'keys',
      'name',
      'open-record',
      'p256',
      'privasfer',
      'provider-id',
      'recipients',
      'timer',
    ),
  },
  intake: { mutate: ['src/intake/**/*.ts'], tests: unitTests('intake-*') },
  open: {
    mutate: ['src/open/**/*.ts'],
    tests: unitTests('age-vectors', 'key-erasure', 'open', 'open-*', 'wrap'),
  },
  relay: {
    mutate: ['src/relay/**/*.ts', 'src/core/relay/**/*.ts', 'src/providers/*/relay*.ts'],
    tests: unitTests('relay-*'),
  },
  seal: {
    mutate: ['src/seal/**/*.ts'],
    tests: unitTests(
      'format',
      'key-erasure',
      'open',
      'hpke',
      'open-record',
      'recipients',
      'seal-*',
      'wire-name',
      'wrap',
    ),
  },
  session: {
    mutate: ['src/session/**/*.ts'],
    tests: unitTests('phases', 'retry', 'session-*', 'timer'),
    inBrowser: true,
  },
}

export const isRoomName = (word: string | undefined): word is RoomName =>
  word !== undefined && Object.hasOwn(rooms, word)

/** Tests that start builds, or measure, or read the whole repository. */
export const slowFiles: readonly string[] = [
  'test/unit/relay-memory.test.ts',
  'test/unit/relay-readme.test.ts',
]

/** Names of tests that try thousands of cases: what one of them finds, most mutants would pay for in seconds. */
export const slowTests: RegExp = new RegExp(
  [
    'in good time',
    'takes no time',
    'any of \\d+ random bits flipped',
    'cut at any length',
    'cut anywhere near an edge',
    'stream_25\\d_chunks',
    'adds 4,096 bytes to 20971520',
    'a wrapper that was cut',
    'MAC flipped',
    'over 64 MiB',
    'any one byte changed around',
    'what is in the wrapper was changed',
    'in any other order, repeated or dropped',
    'in at least \\d+% of cases',
    'samples with a random byte changed',
    'though the upstream repeats all',
    'has an exact inverse',
    'body of 20 MiB',
  ].join('|'),
)

/**
 * Names of tests that load modules anew. Whatever such a module makes when it is loaded would be judged by them alone, and not be left
 * out: a relay's routes by a test of redirects.
 */
export const reloadingTests: RegExp = /by a runtime that cannot forbid it/
