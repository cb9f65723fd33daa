import { checkOrigins } from '../core/authorize.ts'
import { absoluteEndpoint, absoluteUrl } from '../core/endpoint.ts'
import { SealDropError } from '../core/errors.ts'
import { type KnownOptions, refuseUnknown } from '../core/known-options.ts'
import type { RelayProvider, RoutesOptions } from '../core/relay/route.ts'
import { areKeys } from '../core/relay/sign.ts'
import type { ProviderName } from '../providers/names.ts'
import * as relayRoutes from '../providers/relay.ts'
import type { RelayOptions } from './options.ts'
import { isStore } from './store.ts'

const KNOWN: KnownOptions<RelayOptions> = {
  base: true,
  providers: true,
  authorize: true,
  ticketKey: true,
  allow: true,
  origin: true,
  origins: true,
  maxBytes: true,
  perMinute: true,
  upstreamTimeoutMs: true,
  maxSeconds: true,
  minBytesPerSecond: true,
  uploadsUnder: true,
  clientAddress: true,
  ticketSeconds: true,
  plainHttp: true,
  store: true,
  storeDown: true,
  log: true,
  onStart: true,
}

/** A timer takes no more, and would go off at once. */
const MOST_MS = 2 ** 31 - 1

const MOST = {
  maxBytes: Number.MAX_SAFE_INTEGER,
  perMinute: Number.MAX_SAFE_INTEGER,
  upstreamTimeoutMs: MOST_MS,
  maxSeconds: Math.floor(MOST_MS / 1000),
  minBytesPerSecond: Number.MAX_SAFE_INTEGER,
  ticketSeconds: Number.MAX_SAFE_INTEGER,
} as const

/** A provider without a line in `providers/relay.ts` does not compile here. */
const routesFor: {
  readonly [Name in ProviderName]: (upstream: never, more?: RoutesOptions) => RelayProvider
} = relayRoutes

const wrong: (what: string) => never = what => {
  throw new SealDropError('misconfigured', `createRelay: ${what}.`)
}

/** As `absoluteEndpoint` reads it; that of `http` is asked just as it is written. */
const endpointOf = (endpoint: unknown, plainHttp: boolean, name: string): string => {
  const isWhole = name === 'http'
  // Some servers tell /files from /files/.
  const slash = name === 'tus' && /\/\s*$/.test(String(endpoint)) ? '/' : ''
  const url = plainHttp && URL.canParse(String(endpoint)) ? new URL(String(endpoint)) : undefined
  const isPlain = url?.protocol === 'http:' && !url.username && !url.password && !url.hash
  if (isPlain && isWhole) return url.href
  if (isPlain && !url.search) return url.href.replace(/\/+$/, '') + slash
  return isWhole
    ? absoluteUrl(endpoint, 'about:blank')
    : absoluteEndpoint(endpoint, 'about:blank') + slash
}

/** A path would be a mistake: an origin has none. */
const checkOwnOrigin = (origin: unknown): void => {
  if (origin === undefined) return
  const url = typeof origin === 'string' && URL.canParse(origin) ? new URL(origin) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`)
    wrong('origin must be one such as https://www.example.org, without a path')
}

const checkUploadsUnder = (uploadsUnder: unknown, endpoint: string): void => {
  if (uploadsUnder === undefined) return
  const isThere = typeof uploadsUnder === 'string' && URL.canParse(uploadsUnder, endpoint)
  const url = isThere ? new URL(uploadsUnder, endpoint) : undefined
  if (url?.origin !== new URL(endpoint).origin || url.search !== '')
    wrong('uploadsUnder must be a path, or a URL at the origin of the endpoint of tus')
}

/** The providers that are served. Throws `misconfigured` at once for what could only fail later, or open too much. */
export const providersOf = (options: RelayOptions): ReadonlyMap<string, RelayProvider> => {
  refuseUnknown('createRelay', options, KNOWN)
  const { plainHttp = false, allow = {}, providers, ticketKey, uploadsUnder } = options
  if (typeof options.authorize !== 'function') wrong('authorize is required: who may upload?')
  if (!['function', 'undefined'].includes(typeof options.clientAddress))
    wrong('clientAddress must be a function')
  for (const name of ['log', 'onStart'] as const)
    if (!['function', 'undefined'].includes(typeof options[name]))
      wrong(`${name} must be a function`)
  if (!areKeys(ticketKey))
    wrong('ticketKey must hold at least 16 bytes, or be a list of such keys: the first signs')
  if (!/^(\/[\w.~-]+)+$/.test(options.base ?? '/relay'))
    wrong('base must be a path such as /relay, without a closing slash')
  for (const [name, most] of Object.entries(MOST)) {
    const value = options[name as keyof typeof MOST]
    if (value !== undefined && !(value > 0 && value <= most))
      wrong(`${name} must be a number above 0, and at most ${most}`)
  }
  checkOrigins(options.origins)
  checkOwnOrigin(options.origin)
  const { store } = options
  if (store !== undefined && !isStore(store)) wrong('store must have get, set, add and delete')
  const { storeDown } = options
  if (!['allow', 'refuse', undefined].includes(storeDown))
    wrong('storeDown must be "allow" or "refuse"')
  if (storeDown !== undefined && store === undefined)
    wrong('storeDown is of store, which is not given')

  const made = new Map<string, RelayProvider>()
  for (const [name, given] of Object.entries(providers ?? {})) {
    if (given === undefined) continue
    if (!Object.hasOwn(routesFor, name)) wrong(`there is no provider "${name}"`)
    if (typeof given !== 'object' || given === null) wrong(`providers.${name} must be an object`)
    // The table's types hold for each name by itself; together they are beyond the compiler.
    const make = routesFor[name as ProviderName] as (
      upstream: object,
      more: RoutesOptions,
    ) => RelayProvider
    const endpoint = endpointOf(given.endpoint, plainHttp, name)
    if (name === 'tus') checkUploadsUnder(uploadsUnder, endpoint)
    made.set(name, make({ ...given, endpoint }, { uploadsUnder, maxBytes: options.maxBytes }))
  }
  if (uploadsUnder !== undefined && !made.has('tus'))
    wrong('uploadsUnder is of tus, which providers does not name')
  if (made.size === 0) wrong('providers names none')
  for (const [name, operations] of Object.entries(allow)) {
    if (operations === undefined) continue
    if (!Array.isArray(operations)) wrong(`allow.${name} must be a list of operations`)
    const provider = made.get(name)
    if (!provider) wrong(`allow names "${name}", which providers does not`)
    const known = [...provider.routes.map(({ operation }) => operation), 'recipients']
    for (const operation of operations as readonly string[])
      if (!known.includes(operation)) wrong(`allow names "${operation}", which ${name} has not`)
  }
  return made
}
