import { fields } from '../../core/answer.ts'
import type { Json, Parcel } from '../../core/contracts.ts'
import type { PrivasferFile } from './answers.ts'

/** What tells one parcel's upload from all others: kept before it is sent, searched for when its answer was lost. */
export type Trace = Readonly<Pick<Parcel, 'name' | 'size'>>

export const traceOf = ({ name, size }: Parcel): Trace & Json => ({ name, size })

/** What was kept, or undefined where nothing was. */
export const readTrace = (kept: Json | undefined): Trace | undefined => {
  const { name, size } = fields(kept)
  return typeof name === 'string' && typeof size === 'number' ? { name, size } : undefined
}

const stemOf = (name: string): string => name.replace(/\.[^.]*$/, '')

/** The UUID of an opaque wire name, or the 8 digits that make an original one unique: before up to two suffixes. */
const UNIQUE = /[0-9a-f]{8}((-[0-9a-f]{4}){3}-[0-9a-f]{12})?(?=(\.[^.]{1,31}){0,2}$)/

/** What to search for. Of an original name only the digits: a person's file name does not belong into a URL. */
export const keywordOf = ({ name }: Trace): string => UNIQUE.exec(name)?.[0] ?? stemOf(name)

/**
 * Whether this record is that parcel's upload: its name, which no other parcel has, and its very size. The server may have found an
 * extension of its own, by content; so the name counts with it or without it.
 */
export const isOf = (
  { fullFilename, filename, extension, size, trashed }: PrivasferFile,
  trace: Trace,
): boolean => {
  if (trashed || size !== trace.size) return false
  // A browser writes a quotation mark in a part's file name so (HTML, "multipart/form-data encoding algorithm").
  return [trace.name, trace.name.replaceAll('"', '%22')].some(
    name =>
      fullFilename === name || filename === stemOf(name) || `${filename}.${extension}` === name,
  )
}
