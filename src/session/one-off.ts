import { neverAborted } from '../core/abort.ts'
import { hex } from '../core/bytes.ts'
import type { Accepted, Algorithm, Job } from '../core/contracts.ts'
import { digestBytes } from '../digest/digest.ts'
import { check } from '../intake/intake.ts'
import { type Limits, parseLimits } from '../intake/limits.ts'
import { createThread } from '../thread/client.ts'
import type { Thread, WorkerUrl } from '../thread/thread.ts'

/** For a call outside a session. */
export interface OneOffOptions extends Partial<Job> {
  readonly workerUrl?: WorkerUrl
}

const withThread = async <Value>(
  { workerUrl, signal, progress }: OneOffOptions,
  work: (thread: Thread, job: Job) => Promise<Value>,
): Promise<Value> => {
  const thread = createThread(workerUrl)
  try {
    return await work(thread, {
      signal: signal ?? neverAborted,
      progress: progress ?? (() => {}),
    })
  } finally {
    thread.close()
  }
}

/**
 * Checks one file as a session would: size (of the file itself, in bytes), type by content, damage.
 * Rejects with a SealDropError (`empty`, `too-large`, `wrong-type`, `damaged`, `unreadable`).
 */
export const inspect = (
  file: File,
  limits: Limits = {},
  options: OneOffOptions = {},
): Promise<Accepted> =>
  withThread(options, async (thread, job) => {
    const rules = parseLimits(limits)
    const sizes = { largest: rules.maxBytes, near: Number.POSITIVE_INFINITY }
    const { type, remarks } = await check(file, rules, sizes, thread, job)
    return Object.freeze({ id: crypto.randomUUID(), file, type, remarks })
  })

/** The digest of a blob as lower-case hex, SHA-256 unless said otherwise; computed off the main thread. */
export const digest = (
  blob: Blob,
  options: OneOffOptions & { readonly algorithm?: Algorithm } = {},
): Promise<string> =>
  withThread(options, async (thread, job) =>
    hex(await digestBytes(thread, blob, options.algorithm ?? 'SHA-256', job)),
  )
