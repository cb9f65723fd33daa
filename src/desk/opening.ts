import { isAbortError } from '../core/abort.ts'
import { hex } from '../core/bytes.ts'
import type { Job } from '../core/contracts.ts'
import { isSealDropError } from '../core/errors.ts'
import { isReadError } from '../core/read.ts'
import { hashBlob } from '../digest/hash.ts'
import { type Opened, type Opener, open } from '../open/index.ts'
import { examine, type Finding } from './finding.ts'
import { en } from './strings/en.ts'
import type { Trouble } from './strings/strings.ts'

/** One sealed file, opened and checked. */
export interface OpenedDocument extends Opened {
  /** Hex. */
  readonly sha256: string
  readonly finding: Finding
}

const isFor = (thrown: unknown): boolean =>
  !(isSealDropError(thrown) && thrown.code === 'no-identity')

/** Tries one opener after the other. */
const openWithAny = async (sealed: Blob, openers: readonly Opener[], job: Job): Promise<Opened> => {
  let last: unknown
  for (const opener of openers) {
    try {
      return await open(sealed, opener, job)
    } catch (thrown) {
      if (isFor(thrown)) throw thrown
      last = thrown
    }
  }
  throw last
}

/** Throws what `open` throws. */
export const openDocument = async (
  sealed: Blob,
  openers: readonly Opener[],
  job: Job,
): Promise<OpenedDocument> => {
  const opened = await openWithAny(sealed, openers, job)
  const { file, record, intact } = opened
  const quiet = { signal: job.signal, progress: () => {} }
  const finding = await examine(file, quiet)
  return {
    ...opened,
    finding,
    sha256: record && intact ? record.sha256 : hex(await hashBlob(file, 'SHA-256', quiet)),
  }
}

const isKnownTrouble = (code: string): code is Trouble => Object.hasOwn(en.trouble, code)

/** Why the file did not open; undefined where that was aborted. */
export const troubleOf = (thrown: unknown): Trouble | undefined => {
  if (isAbortError(thrown)) return undefined
  if (isSealDropError(thrown)) {
    const { code, details } = thrown
    if (code === 'unsupported' && details?.found === 'PDF') return 'other-pdf'
    if (code === 'unsupported' && details?.workFactor) return 'too-slow'
    return isKnownTrouble(code) ? code : 'failed'
  }
  return isReadError(thrown) ? 'unreadable' : 'failed'
}
