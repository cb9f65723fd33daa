import { createHash } from 'node:crypto'
import { json, type Reply } from '../server.ts'

/** One stored file. */
export interface PrivasferRecord {
  readonly id: string
  /** As it came. */
  readonly wireName: string
  readonly body: Buffer
  /** What PATCH sent, as it came: its fields are not documented. */
  fields: Readonly<Record<string, unknown>>
  /** Milliseconds since 1970, by the sandbox's clock. */
  readonly createdAt: number
  trashed: boolean
}

/** What Laravel's encrypter makes of so many bytes: AES-CBC, base64, a JSON envelope, base64 again (inferred). */
const encryptedSize = (size: number): number => {
  const base64 = (bytes: number): number => Math.ceil(bytes / 3) * 4
  const value = base64((Math.floor(size / 16) + 1) * 16)
  const envelope = JSON.stringify({ iv: '', value: '', mac: '', tag: '' })
  return base64(envelope.length + base64(16) + value + 64)
}

const EXTENSION = /\.([^.]+)$/

/** `application/octet-stream` and its `bin`, or what the first bytes say. */
const found = (body: Buffer): { readonly type: string; readonly extension: string } =>
  body.subarray(0, 5).toString('latin1') === '%PDF-'
    ? { type: 'application/pdf', extension: 'pdf' }
    : { type: 'application/octet-stream', extension: 'bin' }

/** `YYYY-MM-DD HH:MM:SS` */
export const dateOf = (ms: number): string =>
  new Date(ms).toISOString().slice(0, 19).replace('T', ' ')

/** As the documented sample shows a file. */
export const fileObject = (
  { id, wireName, body, fields, createdAt, trashed }: PrivasferRecord,
  extensions: 'kept' | 'derived',
  include: readonly string[] = [],
): Readonly<Record<string, unknown>> => {
  const { type, extension: derived } = found(body)
  const filename = wireName.replace(EXTENSION, '')
  const kept = EXTENSION.exec(wireName)?.[1] ?? ''
  const extension = extensions === 'kept' ? kept : derived
  const size = body.length
  return {
    id,
    filename,
    type,
    extension,
    full_filename: extension === '' ? filename : `${filename}.${extension}`,
    size,
    formatted_size: `${size} B`,
    encrypted_size: encryptedSize(size),
    formatted_encrypted_size: `${encryptedSize(size)} B`,
    created_by: { name: 'Demo', initials: 'D', email: 'demo@example.com', timezone: 'UTC' },
    created_at: dateOf(createdAt),
    disk: 'local',
    trashed,
    ...(include.includes('category') && { category: { id: 1, name: 'Documents' } }),
    ...fields,
  }
}

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

export const unauthenticated = (): Reply => json(401, { message: 'Unauthenticated.' })
export const notFound = (): Reply => json(404, { message: 'Not Found.' })
export const serverError = (): Reply => json(500, { message: 'Server Error' })

/** Its status is not printed in the documentation. */
export const invalid = (
  status: 422 | 400,
  errors: Readonly<Record<string, readonly string[]>>,
): Reply => json(status, { message: 'The given data was invalid.', errors })

const page = (status: number, words: string): Reply => ({
  status,
  headers: { 'Content-Type': 'text/html; charset=UTF-8' },
  body: `<!DOCTYPE html><html><head><title>${words}</title></head><body><h1>${words}</h1></body></html>`,
})

/** From the web server, before the application. */
export const tooLarge = (): Reply => page(413, 'Request Entity Too Large')
export const login = (): Reply => page(200, 'Login')

export const tooMany = (as: 'json' | 'html'): Reply =>
  as === 'json' ? json(429, { message: 'Too Many Attempts.' }) : page(429, 'Too Many Requests')
