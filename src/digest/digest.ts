import { backgroundJob, orAborted } from '../core/abort.ts'
import { fromHex } from '../core/bytes.ts'
import type { Algorithm, Cut, Job } from '../core/contracts.ts'
import { SealDropError } from '../core/errors.ts'
import type { Thread } from '../thread/thread.ts'

type Bytes = Uint8Array<ArrayBuffer>

const BYTES: Readonly<Record<Algorithm, number>> = {
  'SHA-1': 20,
  'SHA-256': 32,
  'SHA-384': 48,
  'SHA-512': 64,
}

/**
 * The digest of a blob, computed off the main thread; of what is left of it, where something is cut out. Rejects with `seal-failed`
 * where what comes back is none.
 */
export const digestBytes = async (
  thread: Thread,
  blob: Blob,
  algorithm: Algorithm,
  job: Job,
  cuts?: readonly Cut[],
): Promise<Bytes> => {
  const digest = await thread.call('digest', { blob, algorithm, cuts }, job)
  if (digest.length === BYTES[algorithm]) return digest
  throw new SealDropError('seal-failed', 'The worker answered with a digest that is none.')
}

/** The digests of originals and of sealed bodies, for whoever in the session asks. With `cuts`, of what is left of a blob. */
export interface DigestCache {
  /**
   * Computed in the worker, SHA-256 once per blob, or list of cuts, however many ask. Each gets bytes of their own, to do with as they like.
   * Rejects with `signal.reason` when that aborts.
   */
  get(blob: Blob, algorithm: Algorithm, signal: AbortSignal, cuts?: readonly Cut[]): Promise<Bytes>
  /** The SHA-256 as far as it is known or being computed; undefined where nobody has asked. */
  peek(blob: Blob, cuts?: readonly Cut[]): Promise<Bytes> | undefined
  /** Takes over a SHA-256 (hex) that sealing computes anyway; where that does not come, it is computed then. */
  put(blob: Blob, digest: Promise<string | undefined>, cuts?: readonly Cut[]): void
  /** Whoever asks next has it computed anew. */
  forget(blob: Blob): void
}

export const createDigestCache = (thread: Thread): DigestCache => {
  /** By the blob; by the list of cuts, where there is one: that is of one check of one file alone. */
  const known = new WeakMap<object, Promise<Bytes>>()
  const keep = (key: object, digest: Promise<Bytes>): Promise<Bytes> => {
    known.set(key, digest)
    // A failure is forgotten, so that the next who asks computes it again.
    digest.catch(() => {
      if (known.get(key) === digest) known.delete(key)
    })
    return digest
  }
  // Under no caller's signal: a pause of one file must not keep another one, or the receipt, from its digest.
  const compute = (blob: Blob, cuts: readonly Cut[] | undefined): Promise<Bytes> =>
    digestBytes(thread, blob, 'SHA-256', backgroundJob, cuts)

  return {
    async get(blob, algorithm, signal, cuts) {
      if (algorithm !== 'SHA-256')
        return digestBytes(thread, blob, algorithm, { signal, progress: () => {} })
      const key = cuts ?? blob
      const digest = await orAborted(known.get(key) ?? keep(key, compute(blob, cuts)), signal)
      return digest.slice()
    },
    peek: (blob, cuts) => known.get(cuts ?? blob),
    forget: blob => void known.delete(blob),
    put(blob, digest, cuts) {
      keep(
        cuts ?? blob,
        digest
          .catch(() => undefined)
          .then(hex => (hex === undefined ? compute(blob, cuts) : fromHex(hex))),
      )
    },
  }
}
