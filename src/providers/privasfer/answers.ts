import { asArray, asRecord, jsonOf, sanitizeText } from '../../core/answer.ts'
import type { Json } from '../../core/contracts.ts'
import { isProviderId, isUuid } from '../../core/provider-id.ts'
import type { Answer } from '../../core/request.ts'
import { unreadable } from './errors.ts'

/** A file as Privasfer shows it. What an answer leaves out is absent. */
export interface PrivasferFile {
  readonly id: string
  /** Without its extension. */
  readonly filename?: string
  readonly extension?: string
  /** With its extension. */
  readonly fullFilename?: string
  /** Media type. */
  readonly type?: string
  /** Bytes as they were sent. */
  readonly size?: number
  /** Bytes as the service stores them. */
  readonly encryptedSize?: number
  /** `YYYY-MM-DD HH:MM:SS`, without a zone. */
  readonly createdAt?: string
  readonly trashed: boolean
  /** With `include: ['category']`, as it came: its shape is not documented. */
  readonly category?: Json
}

/** Single use; lives one minute. */
export interface PrivasferDownload {
  readonly id: string
  readonly files: readonly PrivasferFile[]
  readonly createdAt?: string
}

/** For downloading; lives one hour. Whoever has `key` can use it: never log it. */
export interface PrivasferKey {
  /** 32 characters. */
  readonly key: string
  readonly expiresAt?: string
}

export interface PrivasferPerson {
  readonly name?: string
  readonly email?: string
}

interface Letter {
  readonly id: string
  readonly identifier?: string
  readonly subject?: string
  /** HTML from other people, as it came: never put it into a page. */
  readonly body: string
  readonly sender: PrivasferPerson
  /** Its `files` only with `include: ['download.files']`. */
  readonly download?: PrivasferDownload
  /** With `include: ['author']`, as it came: its shape is not documented. */
  readonly author?: Json
}

/** A message in the inbox. */
export interface PrivasferMessage extends Letter {
  readonly receivedAt?: string
  readonly opened: boolean
}

/** A message that was sent. */
export interface PrivasferMail extends Letter {
  readonly recipient: PrivasferPerson
  readonly recipientEmail?: string
  readonly createdAt?: string
  readonly sentAt?: string
  /** `success` */
  readonly status?: string
  readonly openedAt?: string
}

/** Of messages and downloads: not described, and may be numbers. */
const idOf = (value: unknown): string | undefined => {
  const text = Number.isSafeInteger(value) ? String(value) : value
  return isProviderId(text) ? text : undefined
}
const bytesOf = (value: unknown): number | undefined =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : undefined

type Known<Thing> = { readonly [Key in keyof Thing]?: Exclude<Thing[Key], undefined> }

/** The same, without the properties that are undefined. */
const known = <Thing extends object>(thing: Thing): Known<Thing> =>
  Object.fromEntries(
    Object.entries(thing).filter(([, value]) => value !== undefined),
  ) as Known<Thing>

export const readFile = (value: unknown): PrivasferFile | undefined => {
  const file = asRecord(value)
  const { id } = file
  if (!isUuid(id)) return undefined
  return Object.freeze({
    id,
    ...known({
      filename: sanitizeText(file.filename),
      extension: sanitizeText(file.extension),
      fullFilename: sanitizeText(file.full_filename),
      type: sanitizeText(file.type),
      size: bytesOf(file.size),
      encryptedSize: bytesOf(file.encrypted_size),
      createdAt: sanitizeText(file.created_at),
      category: file.category as Json | undefined,
    }),
    trashed: file.trashed === true,
  })
}

export const readDownload = (value: unknown): PrivasferDownload | undefined => {
  const download = asRecord(value)
  const id = idOf(download.id)
  if (id === undefined) return undefined
  const files = asArray(download.files).flatMap(entry => readFile(entry) ?? [])
  return Object.freeze({ id, files, ...known({ createdAt: sanitizeText(download.created_at) }) })
}

export const readKey = (value: unknown): PrivasferKey | undefined => {
  const { key, expires_at } = asRecord(value)
  if (!isProviderId(key)) return undefined
  return Object.freeze({ key, ...known({ expiresAt: sanitizeText(expires_at) }) })
}

const readPerson = (value: unknown): PrivasferPerson => {
  const { name, email } = asRecord(value)
  return known({ name: sanitizeText(name), email: sanitizeText(email) })
}

const readLetter = (value: unknown): Letter | undefined => {
  const { identifier, subject, body, sender, download, author, ...letter } = asRecord(value)
  const id = idOf(letter.id)
  if (id === undefined) return undefined
  return {
    id,
    body: typeof body === 'string' ? body : '',
    sender: readPerson(sender),
    ...known({
      identifier: idOf(identifier),
      subject: sanitizeText(subject),
      download: readDownload(download),
      author: author as Json | undefined,
    }),
  }
}

export const readMessage = (value: unknown): PrivasferMessage | undefined => {
  const { received_at, opened } = asRecord(value)
  const letter = readLetter(value)
  return (
    letter &&
    Object.freeze({
      ...letter,
      ...known({ receivedAt: sanitizeText(received_at) }),
      opened: opened === true,
    })
  )
}

export const readMail = (value: unknown): PrivasferMail | undefined => {
  const mail = asRecord(value)
  const letter = readLetter(value)
  return (
    letter &&
    Object.freeze({
      ...letter,
      recipient: readPerson(mail.recipient),
      ...known({
        recipientEmail: sanitizeText(mail.recipient_email),
        createdAt: sanitizeText(mail.created_at),
        sentAt: sanitizeText(mail.sent_at),
        status: sanitizeText(mail.status),
        openedAt: sanitizeText(mail.opened_at),
      }),
    })
  )
}

/** What stands under `data`, or the body itself where there is no such envelope (inferred). Undefined where it is no JSON. */
export const dataOf = (answer: Answer): Json | undefined => {
  const body = jsonOf(answer)
  return Array.isArray(body) ? body : ((asRecord(body).data as Json | undefined) ?? body)
}

/** Throws `protocol` where the answer shows none. */
export const oneOf = <Thing>(
  answer: Answer,
  read: (value: unknown) => Thing | undefined,
): Thing => {
  const found = read(dataOf(answer))
  if (found === undefined) throw unreadable(answer)
  return found
}

/** Throws `protocol` for anything but a list whose every entry can be read. */
export const allOf = <Thing>(
  answer: Answer,
  read: (value: unknown) => Thing | undefined,
): readonly Thing[] => {
  const data = dataOf(answer)
  const found = asArray(data).map(read)
  const readable = found.filter(entry => entry !== undefined)
  if (!Array.isArray(data) || readable.length < found.length) throw unreadable(answer)
  return Object.freeze(readable)
}
