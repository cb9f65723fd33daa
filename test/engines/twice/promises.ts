import type { ProviderName } from '../../../src/providers/names.ts'
import type { Way } from './street.ts'

const DIRECT = ['direct'] as const
const RELAYED = ['in front of the relay', 'behind the relay'] as const
const ANYWHERE = [...DIRECT, ...RELAYED] as const

/** What is there after a server did all that it was asked, and then the connection ended without an answer. */
export interface Promised {
  readonly promise: string
  readonly provider: ProviderName
  /** The request whose answer is lost: what the provider's server calls it, and its path at the relay. */
  readonly kind: string
  readonly path: RegExp
  readonly ways: readonly Way[]
  readonly options?: Readonly<Record<string, unknown>>
  /** How often the document is there (once). */
  readonly copies?: number
  /** Empty uploads beside it (none). */
  readonly orphans?: number
  /** The page is told only that it may have arrived. */
  readonly isUnknown?: boolean
}

export const promises: readonly Promised[] = [
  {
    promise: 'Privasfer has one copy',
    provider: 'privasfer',
    kind: 'upload',
    path: /\/files$/,
    ways: ANYWHERE,
  },
  {
    promise: 'a file is registered at Cryptshare once, and delivered',
    provider: 'cryptshare',
    kind: 'register',
    path: /\/files$/,
    ways: ANYWHERE,
  },
  {
    promise: 'a transfer is submitted to Cryptshare once',
    provider: 'cryptshare',
    kind: 'submit',
    path: /\/transfer-sessions\/[^/]+$/,
    ways: ANYWHERE,
  },
  {
    promise: 'DokStamp has one record',
    provider: 'dokstamp',
    kind: 'upload',
    path: /\/files$/,
    ways: ANYWHERE,
  },
  {
    promise: 'a server that knows keys has one copy',
    provider: 'http',
    kind: 'upload',
    path: /\/relay\/http/,
    ways: ANYWHERE,
    options: { idempotencyKey: true },
  },
  {
    promise: 'a server on another origin, which no key is sent to, has two copies, as is said',
    provider: 'http',
    kind: 'upload',
    path: /\/relay\/http/,
    ways: DIRECT,
    copies: 2,
  },
  {
    promise: 'a bucket has one object',
    provider: 's3',
    kind: 'upload',
    path: /\/put$/,
    ways: DIRECT,
  },
  {
    promise: 'DIDWW has two copies, as is said; one expires',
    provider: 'didww',
    kind: 'upload',
    path: /\/encrypted_files$/,
    ways: DIRECT,
    copies: 2,
  },
  {
    promise: 'DIDWW has one copy',
    provider: 'didww',
    kind: 'upload',
    path: /\/encrypted_files$/,
    ways: ['in front of the relay'],
  },
  {
    promise: 'DIDWW has one copy, of which the page is told that it may have arrived',
    provider: 'didww',
    kind: 'upload',
    path: /\/encrypted_files$/,
    ways: ['behind the relay'],
    isUnknown: true,
  },
  {
    promise: 'tus has one upload, and beside it an empty one, as is said',
    provider: 'tus',
    kind: 'creation',
    path: /\/relay\/tus\/?$/,
    ways: DIRECT,
    orphans: 1,
  },
  {
    promise: 'tus has one upload, and nothing beside it',
    provider: 'tus',
    kind: 'creation',
    path: /\/relay\/tus\/?$/,
    ways: ['in front of the relay'],
  },
]
