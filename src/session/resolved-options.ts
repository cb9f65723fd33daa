import { type ApiTarget, askHeaders, checkListed } from '../core/authorize.ts'
import type { Authorize, CallJob, SealSpec, Timeouts, Transport } from '../core/contracts.ts'
import { isSealDropError, misconfigured, SealDropError } from '../core/errors.ts'
import { mergeTimeouts } from '../core/timeouts.ts'
import type { DigestCache } from '../digest/digest.ts'
import type { Rules } from '../intake/limits.ts'
import { checkSeal, type Seal } from '../seal/choice.ts'
import { chooseSeal, takenFormats } from '../seal/named.ts'
import { plainLimit, sealedSize } from '../seal/size.ts'
import { takesMany } from './shared-request.ts'

/** What all calls of one session have in common. */
export interface CallSettings {
  readonly transport: Transport
  readonly authorize?: Authorize | undefined
  readonly origins?: readonly string[] | undefined
  readonly timeouts?: Timeouts | undefined
  readonly digests: DigestCache
}

/** Where calls go and who gives their headers. The transport's own `authorize` and `origins` win over the session's. */
const apiTargetOf = ({ transport, authorize, origins }: CallSettings): ApiTarget => ({
  name: transport.name,
  endpoint: transport.endpoint,
  authorize: transport.authorize ?? authorize,
  origins: transport.origins ?? origins,
})

/** What a transport is handed for one call. */
export const callJob = (
  settings: CallSettings,
  attempt: number,
  signal: AbortSignal,
  progress: CallJob['progress'] = () => {},
): CallJob => ({
  signal,
  attempt,
  progress,
  timeouts: mergeTimeouts(settings.timeouts, settings.transport.timeouts),
  headers: (method, url, own = signal) =>
    askHeaders(apiTargetOf(settings), attempt, own, method, url),
  checkOrigin: url => checkListed(apiTargetOf(settings), url),
  digest: (blob, algorithm = 'SHA-256') => settings.digests.get(blob, algorithm, signal),
})

/** What the page chose and what its transport takes, brought together once. */
export interface ResolvedOptions {
  readonly transport: Transport
  /** What the page chose, or the transport prescribes. */
  readonly seal: Seal
  /** Makes what the transport is handed for one call. `attempt`: 1 for the first try. */
  call(attempt: number, signal: AbortSignal, progress?: CallJob['progress']): CallJob
  /** Somebody gives the headers of a request, and can be asked again. */
  readonly hasAuthorize: boolean
  /** The most files in one request. */
  readonly perRequest: number
  /** What may come in: of what the integrator accepts, the types this transport takes. */
  readonly rules: Rules
  /** The most bytes of one parcel. */
  readonly maxBytes: number
  /** Of originals, in bytes: the largest that fits, and where `near-limit` begins. */
  readonly sizes: { readonly largest: number; readonly near: number }
  /** What to seal with; asks the transport where it dictates that. */
  spec(job: CallJob & { readonly fresh?: boolean }): Promise<SealSpec>
  /** Throws `too-large` where this file, sealed so, would be over the limit. */
  fit(plainSize: number, spec: SealSpec): void
}

/** "20 MB" read in thousands: what is larger may be refused by a provider that counts so. */
const DECIMAL_20_MB = 20_000_000
const BINARY_20_MB = 20 * 1024 * 1024

const narrowAccept = ({ name, traits }: Transport, seal: Seal, rules: Rules): Rules => {
  const accept = takenFormats(traits, seal, rules.accept)
  if (accept.length > 0) return { ...rules, accept }
  throw misconfigured(`accept: ${name} takes none of these types, but ${traits.types?.join(', ')}.`)
}

/** Whatever became of a request for keys: no byte of a file was in it. */
const nothingSent = async <Value>(request: Promise<Value>): Promise<Value> => {
  try {
    return await request
  } catch (thrown) {
    if (!isSealDropError(thrown) || thrown.outcome !== 'unknown') throw thrown
    const { code, message, facts } = thrown
    throw new SealDropError(code, message, { ...facts, outcome: 'unsent' })
  }
}

/** Throws `misconfigured` where the page's choice and the transport contradict each other. */
export const resolveOptions = (
  settings: CallSettings,
  chosen: Seal | undefined,
  rules: Rules,
): ResolvedOptions => {
  const { transport } = settings
  const seal = checkSeal(chooseSeal(transport, chosen))
  const maxBytes = Math.min(rules.maxBytes, transport.traits.maxBytes ?? Number.POSITIVE_INFINITY)
  const largest = plainLimit(maxBytes, seal)
  if (largest < 1)
    throw misconfigured(`maxSize: ${maxBytes} bytes leave no room for a sealed file.`)
  return {
    transport,
    seal,
    call: (attempt, signal, progress) => callJob(settings, attempt, signal, progress),
    hasAuthorize: apiTargetOf(settings).authorize !== undefined,
    perRequest: takesMany(transport) ? transport.traits.perRequest : 1,
    rules: narrowAccept(transport, seal, rules),
    maxBytes,
    sizes: {
      largest,
      near: maxBytes > BINARY_20_MB ? Number.POSITIVE_INFINITY : plainLimit(DECIMAL_20_MB, seal),
    },
    async spec(job) {
      if (seal.scheme !== 'didww') return seal
      if (!transport.prescribe)
        throw misconfigured(`${transport.name} names no keys for "${seal.scheme}".`)
      const spec = (await nothingSent(transport.prescribe(job))) as SealSpec
      // The transport repeats what a server said: no server may talk the page out of the seal.
      if (spec.scheme !== seal.scheme)
        throw misconfigured(`${transport.name} prescribes "${spec.scheme}", not "${seal.scheme}".`)
      return spec
    },
    fit(plainSize, spec) {
      if (sealedSize(plainSize, spec) <= maxBytes) return
      const largest = plainLimit(maxBytes, spec)
      throw new SealDropError('too-large', `The file is over ${largest} bytes.`, {
        details: { size: plainSize, maxBytes: largest },
      })
    },
  }
}
