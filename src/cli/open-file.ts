import { createHash } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { basename, join } from 'node:path'
import { ReadableStream as NodeStream } from 'node:stream/web'
import { suffixOf } from '../core/name.ts'
import type { SealRecord } from '../core/record.ts'
import { release } from '../core/release.ts'
import { examine } from '../desk/finding.ts'
import { type Opener, openStream } from '../open/index.ts'
import { looksSealed } from '../open/looks-sealed.ts'
import { savedName } from '../open/saved-name.ts'
import { TargetError } from './exit.ts'
import { failureOf } from './failure.ts'
import type { Outcome } from './outcome.ts'
import { createPart, type Part } from './part.ts'
import { blobAt, type SealedFile } from './sealed-files.ts'
import type { Terminal } from './terminal.ts'

type Progress = (done: number, total: number) => void

export interface Opening {
  /** Where documents are put; it is there. */
  readonly folder: string
  readonly opener: Opener
  readonly terminal: Terminal
  progress(file: string, done: number, total: number): void
}

/** Without a record, the age command's way: `contract.pdf.age` held `contract.pdf`. */
const nameOf = (record: SealRecord | undefined, path: string, type: string): string => {
  if (record) return record.name
  const base = basename(path)
  return /.\.age$/i.test(base) ? base.slice(0, -4) : `document${suffixOf(type)}`
}

const written = async (
  file: SealedFile,
  sealed: Blob | ReadableStream<Uint8Array>,
  part: Part,
  { folder, opener, terminal, ...to }: Opening,
): Promise<Outcome> => {
  const { signal } = terminal
  const progress: Progress = (done, total) => to.progress(file.path, done, total)
  const { record, stream, intact } = await openStream(sealed, opener, { signal, progress })
  const hash = createHash('sha256')
  let size = 0
  for await (const bytes of stream) {
    hash.update(bytes)
    size += bytes.length
    await part.write(bytes)
    // Otherwise tens of megabytes of them wait for the garbage collection.
    release(bytes)
  }
  const isIntact = await intact
  await part.finish()
  const sha256 = hash.digest('hex')
  const blob = await openAsBlob(part.path)
  const quiet = { signal, progress: () => {} }
  const { type } = await examine(new File([blob], 'document'), quiet)
  const name = savedName(nameOf(record, file.path, type))
  const found = await examine(new File([blob], name), quiet)
  signal.throwIfAborted()
  const placed = await part.place(name, size, sha256)
  return {
    status: placed.isThere ? 'already-there' : 'opened',
    file: file.path,
    saved: join(folder, placed.name),
    name: placed.name,
    size,
    type,
    sha256,
    intact: isIntact,
    ...(record && { record }),
    found,
  }
}

/**
 * Opens one file and puts the document into the folder, whole or not at all. Throws `TargetError` where the folder cannot be written, and
 * the signal's reason; every other failure is an outcome.
 */
export const openFile = async (file: SealedFile, opening: Opening): Promise<Outcome> => {
  const { folder, terminal } = opening
  let part: Part | undefined
  try {
    const isPiped = file.path === '-'
    const sealed = isPiped
      ? // Pulled: `Readable.toWeb` throws where more comes after whoever reads has given up.
        (NodeStream.from(process.stdin) as ReadableStream<Uint8Array>)
      : await blobAt(file.path)
    if (!file.isNamed && sealed instanceof Blob && !(await looksSealed(file.path, sealed)))
      return { status: 'skipped', file: file.path, message: 'It is no sealed file.' }
    part = await createPart(folder)
    return await written(file, sealed, part, opening)
  } catch (thrown) {
    terminal.signal.throwIfAborted()
    if (thrown instanceof TargetError) throw thrown
    return failureOf(file.path, thrown)
  } finally {
    await part?.remove()
  }
}
