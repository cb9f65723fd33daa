import { isAbortError } from '../core/abort.ts'
import { hex } from '../core/bytes.ts'
import type { Job } from '../core/contracts.ts'
import { isSealDropError, SealDropError } from '../core/errors.ts'
import { isReadError } from '../core/read.ts'
import { hashBlob } from '../digest/hash.ts'
import { type Opened, type Opener, open, type SealRecord } from '../open/index.ts'
import { openAndKeep } from '../open/open.ts'
import { isTooLarge } from '../pictures/decode.ts'
import { isPicture, pictureSize } from '../pictures/picture-size.ts'
import { hasRemarks } from './claims.ts'
import { examine, type Finding } from './finding.ts'
import { en } from './strings/en.ts'
import type { Trouble } from './strings/strings.ts'

/** What is known of a sealed file that was opened and checked. Its content is not kept: it is opened again when it is needed. */
export interface OpenedDocument {
  /** Safe to show. */
  readonly name: string
  /** By content. */
  readonly type: string
  readonly size: number
  readonly lastModified: number
  readonly record?: SealRecord
  readonly intact: boolean
  /** Hex. */
  readonly sha256: string
  readonly finding: Finding
  /** Whether a person should look at it twice: what was found, or differs from what the record says. */
  readonly hasRemarks: boolean
  /** When it was opened, in ISO 8601, UTC. */
  readonly openedAt: string
  /** The fingerprint of the recipient whose identity opened it. Absent where a passphrase did. */
  readonly openedBy?: string
  /** An undamaged picture, and whether it may be drawn. */
  readonly picture?: 'drawn' | 'too-large'
  /** The content. Throws what `open` throws, and `damaged` where it is not what was checked. */
  again(job?: Partial<Job>): Promise<File>
  /** It is never opened again. */
  forget(): void
}

/** What files are opened with. */
export interface Key {
  readonly opener: Opener
  /** Of the recipient that it is for; a passphrase has none. */
  readonly fingerprint?: string
}

const isFor = (thrown: unknown): boolean =>
  !(isSealDropError(thrown) && thrown.code === 'no-identity')

/** Tries one key after the other, and tells which one opened it. */
const openWithAny = async (
  sealed: Blob,
  keys: readonly Key[],
  job: Job,
  keep: (fileKey: Uint8Array) => void,
): Promise<readonly [Opened, Key]> => {
  let last: unknown
  for (const key of keys) {
    try {
      return [await openAndKeep(sealed, key.opener, job, keep), key]
    } catch (thrown) {
      if (isFor(thrown)) throw thrown
      last = thrown
    }
  }
  throw last
}

const digestOf = async (
  { file, record, intact }: Opened,
  signal: AbortSignal | undefined,
): Promise<string> => {
  if (record && intact) return record.sha256
  const job = { signal: signal ?? new AbortController().signal, progress: () => {} }
  return hex(await hashBlob(file, 'SHA-256', job))
}

const pictureIn = async (file: File, { damage }: Finding): Promise<OpenedDocument['picture']> => {
  if (!isPicture(file.type) || damage !== undefined) return undefined
  const size = await pictureSize(file, file.type)
  if (!size) return undefined
  return isTooLarge(size) ? 'too-large' : 'drawn'
}

/** Throws what `open` throws. */
export const openDocument = async (
  sealed: Blob,
  keys: readonly Key[],
  job: Job,
): Promise<OpenedDocument> => {
  // Not the identity: who has that forgotten has forgotten it, and can save what was opened nevertheless.
  let fileKey: Uint8Array = new Uint8Array(0)
  const [opened, { fingerprint }] = await openWithAny(sealed, keys, job, key => {
    fileKey = key
  })
  const { file, record, intact } = opened
  const finding = await examine(file, { signal: job.signal, progress: () => {} })
  const sha256 = await digestOf(opened, job.signal)
  const picture = await pictureIn(file, finding)
  const { name, type, size, lastModified } = file
  return {
    ...{ name, type, size, lastModified, intact, sha256, finding },
    ...(record && { record }),
    ...(picture && { picture }),
    hasRemarks: hasRemarks(record, name, finding),
    openedAt: new Date().toISOString(),
    ...(fingerprint !== undefined && { openedBy: fingerprint }),
    async again(later = {}) {
      const opener = { unwrapFileKey: async () => fileKey.slice() }
      const reopened = await open(sealed, opener, later)
      if ((await digestOf(reopened, later.signal)) === sha256) return reopened.file
      throw new SealDropError('damaged', 'The file is not the one that was opened before.')
    },
    forget() {
      fileKey.fill(0)
    },
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
    if (code === 'no-identity' && details?.needs === 'hardware') return 'hardware'
    return isKnownTrouble(code) ? code : 'failed'
  }
  return isReadError(thrown) ? 'unreadable' : 'failed'
}

/** Whether no identity that can be given here opens it, told without one. */
export const needsHardware = (sealed: Blob, signal: AbortSignal): Promise<boolean> =>
  open(sealed, [], { signal }).then(
    () => false,
    thrown => troubleOf(thrown) === 'hardware',
  )
