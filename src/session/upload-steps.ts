import { neverAborted, orAborted } from '../core/abort.ts'
import { hex } from '../core/bytes.ts'
import type {
  Accepted,
  CallJob,
  Cut,
  Delivery,
  Json,
  Parcel,
  Receipt,
  SendJob,
  SessionFile,
  Transport,
} from '../core/contracts.ts'
import { asSealDropError, type ErrorCode, SealDropError } from '../core/errors.ts'
import type { DigestCache } from '../digest/digest.ts'
import { check, type Found } from '../intake/intake.ts'
import { judgeCount } from '../intake/rules.ts'
import { sealName } from '../seal/named.ts'
import { sealFile } from '../seal/seal.ts'
import type { Thread } from '../thread/thread.ts'
import type { StoredFile } from './file-store.ts'
import { holdsContent, isActive, stageOf } from './phases.ts'
import type { ResolvedOptions } from './resolved-options.ts'

/** One file as it was given. */
export interface Original {
  readonly id: string
  readonly file: File
  /** Safe to show and to send. */
  readonly name: string
}

/** A file that intake accepted, and what it found of it. */
export interface Checked extends Accepted, Found {}

/** What the steps of every file of a session use. */
export interface StepTools {
  readonly thread: Thread
  readonly digests: DigestCache
  readonly fileName: 'opaque' | 'original'
}

const ignore = (): void => {}

/** Codes by which intake refuses a file; anything else that happens while checking is a failure. */
const REFUSALS: readonly ErrorCode[] = [
  'empty',
  'too-large',
  'wrong-type',
  'damaged',
  'too-many',
  'duplicate',
  'unreadable',
]
export const isRefusal = ({ code }: SealDropError): boolean => REFUSALS.includes(code)

/** Those of the others of which the very bytes of this one are sealed. Only files of equal size are hashed. */
const sameAs = async (
  { file, cuts, size }: Pick<Checked, 'file' | 'cuts' | 'size'>,
  others: readonly StoredFile[],
  digests: DigestCache,
  signal: AbortSignal,
): Promise<ReadonlySet<StoredFile>> => {
  const digestOf = (one: File, cut: Checked['cuts']): Promise<Uint8Array> =>
    digests.peek(one, cut) ?? digests.get(one, 'SHA-256', signal, cut)
  const alike = others.filter(
    ({ snapshot, state }) => snapshot.size === size && holdsContent(stageOf(state)),
  )
  const asked = alike.map(
    ({ snapshot, cuts }) => snapshot.file && digestOf(snapshot.file, cuts).catch(ignore),
  )
  const theirs = await orAborted(Promise.all(asked), signal)
  // Without one of another's, its own is not needed, and may fail.
  if (!theirs.some(Boolean)) return new Set()
  const mine = await orAborted(digestOf(file, cuts), signal)
  const isMine = (digest: Uint8Array | undefined): boolean =>
    digest?.every((byte, at) => byte === mine[at]) ?? false
  return new Set(alike.filter((_, n) => isMine(theirs[n] || undefined)))
}

/**
 * Judges one file: by itself, then beside those added before it. Rejects with intake's errors, or with `signal.reason`.
 * Never uses the network, but for the transport's code.
 */
export const checkFile = async (
  original: Original,
  { thread, digests }: StepTools,
  options: Promise<ResolvedOptions>,
  list: {
    /** Files added before this one. */
    earlier(): readonly StoredFile[]
    /** Those of them that this one would not replace. */
    lasting(): readonly StoredFile[]
    /** Those that may be put back. */
    withdrawn(): readonly StoredFile[]
    /** From now on this one of them may not. */
    supersede(withdrawn: StoredFile): void
    /** Resolves when they are judged: the first ones take the places and the content. */
    readonly judged: Promise<void>
  },
  signal: AbortSignal,
): Promise<Checked> => {
  const { id, file } = original
  const { sizes, rules } = await orAborted(options, signal)
  const found = await check(file, rules, sizes, thread, { signal, progress: ignore })
  await orAborted(list.judged, signal)
  const judgePlaces = (): void => {
    const places = list.lasting().filter(({ state }) => isActive(stageOf(state)))
    judgeCount(places.length, rules.maxFiles)
  }
  judgePlaces()
  const others = [...list.earlier(), ...list.withdrawn()]
  const same = await sameAs({ file, ...found }, others, digests, signal)
  judgePlaces() // one may have been put back meanwhile
  const listed = list.earlier().find(other => same.has(other))
  if (listed)
    throw new SealDropError('duplicate', 'The same file was added before.', {
      details: { name: listed.snapshot.name },
    })
  for (const other of list.withdrawn()) if (same.has(other)) list.supersede(other)
  return Object.freeze({ id, file, ...found })
}

/** A file that was readable before and is not now, or reads differently now. */
const changed = (cause?: unknown): SealDropError =>
  new SealDropError('changed', 'The file changed after it was chosen.', { cause })

/** A browser's NotReadableError means that a file changed; NotFoundError, that it is gone. */
const isNotReadable = ({ code, cause }: SealDropError): boolean =>
  code === 'unreadable' && cause instanceof Error && cause.name === 'NotReadableError'

/** Seals an accepted file. Rejects with what the transport says of its keys, with `too-large`, `changed`, or the seal's errors. */
export const sealAccepted = async (
  { id, file, type, remarks, reading, size, cuts }: Checked,
  name: string,
  { thread, digests, fileName }: StepTools,
  options: ResolvedOptions,
  call: CallJob & { readonly fresh: boolean },
  mayBeFile = false,
): Promise<Parcel> => {
  const spec = await options.spec(call)
  options.fit(size, spec)
  const { lastModified } = file
  const plain = { blob: file, name, type, remarks, reading, cuts, lastModified }
  const { signal, progress } = call
  try {
    const sealed = await sealFile(
      thread,
      id,
      plain,
      spec,
      fileName,
      { signal, progress },
      mayBeFile,
    )
    // Where the file is stopped here nobody asks for them: a failure must not count as unhandled.
    sealed.digests.catch(ignore)
    const before = await digests.peek(file, cuts)?.catch(ignore)
    if (before && hex(before) !== (await sealed.digests).digest) throw changed()
    signal.throwIfAborted() // whoever started the file anew seals it
    digests.put(
      file,
      sealed.digests.then(({ digest }) => digest),
      cuts,
    )
    digests.put(
      sealed.parcel.body,
      sealed.digests.then(({ bodyDigest }) => bodyDigest),
    )
    return sealed.parcel
  } catch (thrown) {
    signal.throwIfAborted()
    const error = asSealDropError(thrown, 'seal-failed', 'The file could not be sealed.')
    throw isNotReadable(error) ? changed(error) : error
  }
}

/** What a send of a parcel starts from, and writes down for the next one. */
export interface SendPoint {
  readonly parcel: Parcel
  /** Where an earlier send got to. */
  resume?: Json
  /** An earlier send ended without an answer, or with one that cannot be understood: it may have arrived. */
  uncertain: boolean
  /** When the provider forgets what it has: milliseconds since 1970. */
  expiresAt?: number
}

/** Sends a parcel, from where an earlier send of it got to. `kept`: called when there is a new point. */
export const sendParcel = async (
  from: SendPoint,
  way: Pick<Transport, 'send'>,
  call: CallJob,
  kept: () => void,
): Promise<Delivery> => {
  const { parcel, resume, uncertain } = from
  const job: SendJob = {
    ...call,
    ...(resume !== undefined && { resume }),
    uncertain,
    async keep(point, expiresAt) {
      from.resume = point
      const until = expiresAt === undefined ? Number.NaN : Date.parse(expiresAt)
      if (Number.isNaN(until)) delete from.expiresAt
      else from.expiresAt = until
      kept()
    },
  }
  const delivery = await way.send(parcel, job)
  call.signal.throwIfAborted()
  return delivery
}

/** What a receipt says of the original. An earlier visit, whose file is gone, leaves its size. */
interface OriginalFacts extends Pick<SessionFile, 'file' | 'name' | 'size' | 'type' | 'remarks'> {
  readonly cuts: readonly Cut[] | undefined
}

/** The receipt of a delivered file. */
export const makeReceipt = async (
  { file, cuts, name, size, type, remarks }: OriginalFacts,
  parcel: Parcel,
  delivery: Delivery,
  transport: string,
  digests: DigestCache,
): Promise<Receipt> => {
  const digestOf = async (blob: Blob, cut?: readonly Cut[]): Promise<string> =>
    hex(await digests.get(blob, 'SHA-256', neverAborted, cut))
  // A file that is gone from the disk by now was delivered all the same.
  const sha256 = file && (await digestOf(file, cuts).catch(ignore))
  const sealedSha256 = await digestOf(parcel.body)
  return Object.freeze({
    transport,
    reference: delivery.reference,
    size,
    ...(file && { name, type, remarks }),
    ...(sha256 !== undefined && { sha256 }),
    sealed: Object.freeze({
      scheme: sealName(parcel),
      size: parcel.size,
      sha256: sealedSha256,
      recipients: parcel.recipients,
      authenticated: parcel.authenticated,
    }),
    sentAt: new Date().toISOString(),
    ...(delivery.expiresAt !== undefined && { expiresAt: delivery.expiresAt }),
    facts: Object.freeze({ ...parcel.facts, ...delivery.facts }),
  })
}
