import { asArray, asRecord, jsonOf, sanitizeText, statusError } from '../../core/answer.ts'
import type { Facts, Parcel } from '../../core/contracts.ts'
import { SealDropError } from '../../core/errors.ts'
import { multipartName } from '../../core/multipart-name.ts'
import { isProviderId } from '../../core/provider-id.ts'
import type { Answer } from '../../core/request.ts'
import { ticketsOf } from '../../core/ticket.ts'

/** A file as DokStamp shows it. What an answer to an upload leaves out is absent. */
export interface DokstampFile {
  /** Opaque: the documented samples hold letters that no UUID has. */
  readonly uuid: string
  readonly originalName?: string
  /** What the server found. */
  readonly mimeType?: string
  readonly extension?: string
  /** Bytes. */
  readonly size?: number
  /** When a certificate or document took it, as the server writes it; null while it is free. */
  readonly usedAt: string | null
  /** A direct URL. Whoever has it reads the file: never log it. */
  readonly file?: string
  /** A relay's, of what was just uploaded. */
  readonly ticket?: string
}

const readFile = (value: unknown): DokstampFile | undefined => {
  const { uuid, original_name, mime_type, extension, size, used_at, file } = asRecord(value)
  if (!isProviderId(uuid)) return undefined
  const text = { originalName: sanitizeText(original_name), mimeType: sanitizeText(mime_type) }
  const more = { ...text, extension: sanitizeText(extension), file: urlOf(file) }
  return Object.freeze({
    uuid,
    ...Object.fromEntries(Object.entries(more).filter(([, said]) => said !== undefined)),
    ...(Number.isSafeInteger(size) && { size: size as number }),
    // In whatever form the server tells it: a value that is there means that the file was taken.
    usedAt: used_at === null || used_at === undefined ? null : (sanitizeText(used_at) ?? 'used'),
  })
}

const urlOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^https?:/i.test(value) && URL.canParse(value) ? value : undefined

/** `{data: file}`, or undefined where the answer shows none. */
export const fileIn = (answer: Answer): DokstampFile | undefined =>
  readFile(asRecord(jsonOf(answer)).data)

/** `{data: [file]}`. Throws `protocol` for anything else. */
export const filesIn = (answer: Answer): readonly DokstampFile[] => {
  const { data } = asRecord(jsonOf(answer))
  const files = asArray(data).map(readFile)
  const known = files.filter(file => file !== undefined)
  if (!Array.isArray(data) || known.length < files.length) throw unreadable(answer)
  const tickets = ticketsOf(answer)
  return tickets.length === known.length
    ? known.map((file, index) => ({ ...file, ticket: tickets[index] ?? '' }))
    : known
}

export const unreadable = ({ status }: Answer): SealDropError =>
  new SealDropError('protocol', 'The answer names no file where one was expected.', {
    provider: { status },
    outcome: 'unknown',
  })

/** Whether this record was made by this very upload: wire names are unique to their parcel. */
export const isOwn = ({ originalName }: DokstampFile, { name }: Pick<Parcel, 'name'>): boolean =>
  originalName !== undefined && originalName === sanitizeText(multipartName(name))

/** What a receipt says beside the uuid. */
export const factsOf = (file: DokstampFile, parcel: Parcel): Facts => ({
  ...(file.originalName !== undefined && !isOwn(file, parcel) && { duplicate: 'true' }),
  ...(file.ticket !== undefined && { ticket: file.ticket }),
})

/** `files.0` names one part of a request, `files` all of them (inferred: as Laravel names them). */
export const refusedParts = (answer: Answer): ReadonlyMap<number, string> => {
  const parts = new Map<number, string>()
  if (answer.status !== 422) return parts
  for (const [field, texts] of Object.entries(asRecord(asRecord(jsonOf(answer)).errors))) {
    const index = /^files\.(\d{1,4})$/.exec(field)?.[1]
    if (index !== undefined) parts.set(Number(index), sanitizeText(asArray(texts)[0]) ?? '')
  }
  return parts
}

/**
 * `{success?: false, message, errors?: {field: [text]}}`, in both generations. The status decides, never the words; those of a
 * 404 are not repeated: the older API names its classes there.
 */
export const errorOf = (answer: Answer, part?: string): SealDropError => {
  const { message, errors } = asRecord(jsonOf(answer))
  const [field, texts] = Object.entries(asRecord(errors))[0] ?? []
  const text = part ?? sanitizeText(asArray(texts)[0]) ?? sanitizeText(message)
  const said = { code: sanitizeText(field), message: answer.status === 404 ? undefined : text }
  // Inferred: how Laravel says that a file is too large.
  const isTooLarge = answer.status === 422 && /kilobytes/i.test(text ?? '')
  return statusError(answer, said, isTooLarge ? 'too-large' : undefined)
}
