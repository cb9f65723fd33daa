import { asRecord } from '../../core/answer.ts'
import type { Json, Parcel } from '../../core/contracts.ts'
import { multipartName } from '../../core/multipart-name.ts'
import type { PrivasferFile } from './answers.ts'

/** What tells one parcel's upload from all others: kept before it is sent, searched for when its answer was lost. */
export type Trace = Readonly<Pick<Parcel, 'name' | 'size'>>

/** What is kept of a parcel. `mayBeArriving`: the browser has taken all its bytes. */
export const traceOf = ({ name, size }: Parcel, mayBeArriving = false): Trace & Json => ({
  name,
  size,
  ...(mayBeArriving && { mayBeArriving }),
})

/** Whether the bytes may still be on their way, or being stored. */
export const mayBeArriving = (kept: Json): boolean => asRecord(kept).mayBeArriving === true

/** What was kept, or undefined where nothing was. */
export const readTrace = (kept: Json | undefined): Trace | undefined => {
  const { name, size } = asRecord(kept)
  return typeof name === 'string' && typeof size === 'number' ? { name, size } : undefined
}

const stemOf = (name: string): string => name.replace(/\.[^.]*$/, '')

/** What to search for: the name without its extension, for which the server may have taken another one. */
export const searchKeyword = ({ name }: Trace): string => stemOf(multipartName(name))

/**
 * Whether this record is that parcel's upload: its name, which no other parcel has, and its very size. The server may have found an
 * extension of its own, by content; so the name counts with it or without it.
 */
export const isUploadOf = (
  { fullFilename, filename, extension, size, trashed }: PrivasferFile,
  trace: Trace,
): boolean => {
  if (trashed || size !== trace.size) return false
  return [trace.name, multipartName(trace.name)].some(
    name =>
      fullFilename === name || filename === stemOf(name) || `${filename}.${extension}` === name,
  )
}
