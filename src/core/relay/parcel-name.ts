import { asRecord } from '../answer.ts'
import { fromBase64 } from '../base64.ts'
import { multipartName } from '../multipart-name.ts'

/**
 * A parcel's name on the wire: a UUID, or 8 random hex digits at its end, before the suffixes. A letter must be among the eight, for a
 * date is not random and can be guessed.
 */
const UNIQUE_NAME =
  /(?:^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|-(?=\d{0,7}[a-f])[\da-f]{8})(?:\.(?:%22|[^.]){1,31}){0,2}$/
/** What file systems take, and a little more for `%22`. */
const MAX_LENGTH = 400

/** The name as servers repeat it; undefined where another file may have it, too. */
export const uniqueName = (name: unknown): string | undefined => {
  if (typeof name !== 'string' || name.length > MAX_LENGTH) return undefined
  const onWire = multipartName(name)
  return UNIQUE_NAME.test(onWire) ? onWire : undefined
}

/**
 * Reads a parcel's unique name where a request has it: in the first bytes of its body, as text, or in its headers. Null: there is none.
 * Undefined: it is not in these bytes.
 */
export type NameReader = (head: string, headers: Headers) => string | null | undefined

/**
 * Up to the end of its line, since a chunk may end in the middle of the name. A line begins behind a line feed alone: `^` would find one
 * behind U+2028, too, which a value may hold, so that 16 KiB of them took 40 ms for each chunk.
 */
const PARAMETERS =
  /(?:^|\n)content-disposition:[ \t]*form-data((?:;[ \t]*[\w*-]+=(?:"[^"\r\n]*"|[^;\r\n"]*))+)(?=\r?\n)/gi
const FILENAME = /;[ \t]*filename=(?:"([^"\r\n]*)"|([^;\r\n"]*))/i
const FILENAME_UTF8 = /;[ \t]*filename\*=utf-8'[\w-]*'([^;\r\n"]*)/i

/** Of the first part of multipart/form-data that is a file. */
export const nameInMultipart: NameReader = (head, headers) => {
  if (!/^multipart\/form-data/i.test(headers.get('content-type') ?? '')) return null
  for (const [, parameters = ''] of head.matchAll(PARAMETERS)) {
    const extended = FILENAME_UTF8.exec(parameters)?.[1]
    const [, quoted, bare] = FILENAME.exec(parameters) ?? []
    const name = extended === undefined ? (quoted ?? bare) : decoded(extended)
    if (name !== undefined) return uniqueName(name) ?? null
  }
  return undefined
}

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** `fileName` of a JSON object, once all of it is there. */
export const nameInJson: NameReader = head => {
  try {
    return uniqueName(asRecord(JSON.parse(head)).fileName) ?? null
  } catch {
    return undefined
  }
}

/** `filename` or `name` in tus' `Upload-Metadata`: keys with values in base64, between commas. */
export const nameInMetadata: NameReader = (_, headers) => {
  for (const entry of (headers.get('upload-metadata') ?? '').split(',')) {
    const [key = '', value = ''] = entry.trim().split(' ')
    if (key !== 'filename' && key !== 'name') continue
    try {
      const name = uniqueName(new TextDecoder().decode(fromBase64(value)))
      if (name !== undefined) return name
    } catch {
      // Not base64.
    }
  }
  return null
}
