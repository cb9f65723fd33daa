import { lstat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { isSealDropError } from '../core/errors.ts'
import { readRecipients } from '../core/recipient.ts'
import { release } from '../core/release.ts'
import { visible } from '../desk/text.ts'
import type { OneOpener } from '../open/index.ts'
import { looksSealed } from '../open/looks-sealed.ts'
import { reseal } from '../open/reseal.ts'
import { readWords } from './args.ts'
import { EXIT, systemCode, TargetError, UsageError } from './exit.ts'
import { type Failed, failureOf, type Skipped } from './failure.ts'
import { openersIn } from './identities.ts'
import { createPart, prepareFolder } from './part.ts'
import { jsonLine } from './report.ts'
import { blobAt, listFiles, type SealedFile } from './sealed-files.ts'
import type { Terminal } from './terminal.ts'

type Resealed =
  | {
      readonly status: 'resealed'
      readonly file: string
      /** Path of the new file. */
      readonly saved: string
      /** There is a record, which the new file has, too; and the content is what it says. */
      readonly intact: boolean
    }
  | { readonly status: 'there'; readonly file: string; readonly message: string }
  | Skipped
  | Failed

interface Resealing {
  readonly folder: string
  readonly openers: readonly OneOpener[]
  readonly recipients: readonly string[]
  readonly terminal: Terminal
  /** Paths that this run has written. */
  readonly made: Set<string>
}

/** What comes out is a plain age file, whatever was around the one before. */
const nameFor = (path: string): string => {
  const base = basename(path)
  return /\.age$/i.test(base) ? base : `${base.replace(/\.pdf$/i, '')}.age`
}

/** A name that is too long for the folder is shortened when the file is put there. */
const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    thrown => {
      if (['ENOENT', 'ENAMETOOLONG'].includes(systemCode(thrown))) return false
      throw thrown
    },
  )

const written = async (
  file: string,
  sealed: Blob,
  name: string,
  { folder, openers, recipients, terminal, made }: Resealing,
): Promise<Resealed> => {
  const { signal } = terminal
  const part = await createPart(folder)
  try {
    const progress = (done: number, total: number): void =>
      terminal.status(`${visible(file)}: ${Math.floor((100 * done) / Math.max(1, total))} %`)
    const { stream, intact } = await reseal(sealed, openers, recipients, { signal, progress })
    for await (const bytes of stream) {
      await part.write(bytes)
      release(bytes)
    }
    const isIntact = await intact
    await part.finish()
    signal.throwIfAborted()
    // No other file has these bytes: where another one of this run has the name, it gets a number.
    const placed = await part.place(name, -1, '')
    const saved = join(folder, placed.name)
    made.add(saved)
    return { status: 'resealed', file, saved, intact: isIntact }
  } finally {
    await part.remove()
  }
}

const resealFile = async (
  { path, isNamed }: SealedFile,
  resealing: Resealing,
): Promise<Resealed> => {
  const { terminal, folder, made } = resealing
  try {
    const sealed = await blobAt(path)
    if (!isNamed && !(await looksSealed(path, sealed)))
      return { status: 'skipped', file: path, message: 'It is no sealed file.' }
    const name = nameFor(path)
    const target = join(folder, name)
    if (!made.has(target) && (await isThere(target)))
      return { status: 'there', file: path, message: `${target} is there already.` }
    return await written(path, sealed, name, resealing)
  } catch (thrown) {
    terminal.signal.throwIfAborted()
    if (thrown instanceof TargetError) throw thrown
    return failureOf(path, thrown)
  }
}

const line = (one: Resealed): string => {
  const file = visible(one.file, 400)
  if (one.status === 'failed') return `failed   ${file}: ${one.code}: ${visible(one.message, 400)}`
  if (one.status !== 'resealed')
    return `${one.status.padEnd(8)} ${file}: ${visible(one.message, 800)}`
  return `resealed ${file} -> ${visible(one.saved, 400)} (${one.intact ? 'intact' : 'no record'})`
}

const recipientsIn = (given: readonly string[]): readonly string[] => {
  try {
    return readRecipients(given).map(([text]) => text)
  } catch (thrown) {
    if (isSealDropError(thrown)) throw new UsageError(thrown.message)
    throw thrown
  }
}

/** Seals sealed files anew, for other recipients, into another folder. */
export const resealCommand = async (
  words: readonly string[],
  terminal: Terminal,
): Promise<number> => {
  const { values, positionals } = readWords(words, {
    identity: { type: 'string', short: 'i', multiple: true },
    recipient: { type: 'string', short: 'r', multiple: true },
    out: { type: 'string', short: 'o' },
    json: { type: 'boolean' },
  })
  const { out: folder } = values
  if (positionals.length === 0) throw new UsageError('Which files or folders?')
  if (positionals.includes('-')) throw new UsageError('Files come from the disk, not from -.')
  if (folder === undefined) throw new UsageError('Where to? --out names another folder.')
  const recipients = recipientsIn(values.recipient ?? [])
  const openers = await openersIn(values.identity ?? [], terminal)
  if (openers.length === 0) throw new UsageError('With what is it opened? -i names a key file.')
  const files = await listFiles(positionals)
  const isBeside = ({ path }: SealedFile): boolean => resolve(path, '..') === resolve(folder)
  if (files.some(isBeside))
    throw new UsageError('--out must be another folder than that of the files: none is replaced.')
  await prepareFolder(folder)
  const resealing = { folder, openers, recipients, terminal, made: new Set<string>() }
  const counts = { resealed: 0, there: 0, skipped: 0, failed: 0 }
  for (const file of files) {
    terminal.signal.throwIfAborted()
    const one = await resealFile(file, resealing)
    counts[one.status]++
    if (values.json) terminal.out(jsonLine(one))
    else if (one.status === 'failed') terminal.err(line(one))
    else terminal.out(line(one))
  }
  if (values.json) terminal.out(jsonLine({ status: 'ended', ...counts }))
  else
    terminal.err(
      `${counts.resealed} resealed, ${counts.there} there already, ${counts.failed} failed, ${counts.skipped} skipped.`,
    )
  // What is there may be of an earlier run for other keys: nobody should delete the old file for it.
  return counts.failed + counts.there > 0 ? EXIT.someFailed : EXIT.fine
}
