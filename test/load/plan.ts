/** What the clients do, and how long. */
export type Load =
  /** All begin together, each on a connection of its own. */
  | { readonly kind: 'at once'; readonly uploads: number; readonly bytes: number }
  /** Visitors on lines that are hardly there. Each sends so many bytes in each of so many seconds. */
  | {
      readonly kind: 'slow'
      readonly uploads: number
      readonly bytesPerSecond: number
      readonly seconds: number
    }
  /** So many loops, one upload after the other, on connections that stay open. */
  | {
      readonly kind: 'steady'
      readonly loops: number
      readonly bytes: number
      readonly seconds: number
    }

/** What the relay forwards to: an endpoint that takes whole files, or a tus server; `s3`: it signs, and the bytes pass it by. */
export const setups = ['relay', 'tus', 's3'] as const
export type Setup = (typeof setups)[number]

/** Below `/relay`. */
export const providerOf: Readonly<Record<Setup, 'http' | 'tus' | 's3'>> = {
  relay: 'http',
  tus: 'tus',
  s3: 's3',
}

/** Whether the bytes go through the relay. */
export const passesRelay = (setup: Setup): boolean => setup !== 's3'

/** Whose signatures the bucket takes, here alone. */
export const bucketSigner = {
  accessKeyId: 'LOAD',
  secretAccessKey: 'a secret for one measurement only',
  region: 'eu-central-1',
} as const

export interface Line {
  /** As `--loads` takes it. */
  readonly name: string
  readonly load: Load
  /** Of the relay's process, as the issue of the relay's users demands. */
  readonly mostMib?: number
}

const LOOPS = 8

/** Every set-up is measured by each. */
export const linesOf = (seconds: number): readonly Line[] => [
  {
    name: 'at-once',
    load: { kind: 'at once', uploads: 200, bytes: 20_000_000 },
    mostMib: 200,
  },
  {
    name: 'slow',
    load: { kind: 'slow', uploads: 1000, bytesPerSecond: 1000, seconds: 3 * seconds },
    mostMib: 260,
  },
  // What an upload costs beside its bytes.
  { name: '1kB', load: { kind: 'steady', loops: LOOPS, bytes: 1000, seconds } },
  ...[1, 5, 20].map(
    (mb): Line => ({
      name: `${mb}MB`,
      load: { kind: 'steady', loops: LOOPS, bytes: mb * 1_000_000, seconds },
    }),
  ),
]

export const titleOf = (load: Load): string => {
  if (load.kind === 'slow') return `${load.uploads} at ${load.bytesPerSecond / 1000} kB/s`
  const mb = load.bytes / 1_000_000
  const size = mb < 1 ? `${mb * 1000} kB` : `${mb} MB`
  return load.kind === 'at once'
    ? `${load.uploads} x ${size} at once`
    : `${size}, ${load.loops} loops, ${load.seconds} s`
}
