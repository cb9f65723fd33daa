import { json, type Reply } from '../server.ts'
import type { DokstampSwitches } from './switches.ts'

/** One record. A file is stored once, whoever sends its bytes again. */
export interface DokstampRecord {
  readonly uuid: string
  readonly tenant: string
  readonly originalName: string
  readonly body: Buffer
  readonly sha256: string
  usedAt: string | null
  /** What PATCH and PUT set. */
  fields: Readonly<Record<string, unknown>>
}

/** As an answer to an upload shows it. */
export const shortFile = (
  { uuid, originalName, body, usedAt }: DokstampRecord,
  { names, sizes }: DokstampSwitches,
): Readonly<Record<string, unknown>> => ({
  uuid,
  ...(names === 'kept' && { original_name: originalName }),
  mime_type: 'application/pdf',
  size: sizes === 'true' ? body.length : body.length + 1,
  used_at: usedAt,
})

/** As every other answer shows it. */
export const fullFile = (
  record: DokstampRecord,
  switches: DokstampSwitches,
): Readonly<Record<string, unknown>> => ({
  ...record.fields,
  ...shortFile(record, { ...switches, names: 'kept', sizes: 'true' }),
  extension: 'pdf',
  file: `https://storage.dokstamp.example/files/${record.uuid}.pdf`,
})

/** An error in the newer generation's form (`success: false`), or in the older one's. */
const error = (
  status: number,
  { generation }: DokstampSwitches,
  body: Readonly<Record<string, unknown>>,
): Reply => json(status, generation === 'newer' ? { success: false, ...body } : body)

export const invalid = (
  switches: DokstampSwitches,
  errors: Readonly<Record<string, readonly string[]>>,
): Reply => error(422, switches, { message: 'The given data was invalid.', errors })

export const unauthenticated = (switches: DokstampSwitches): Reply =>
  error(401, switches, { message: 'Unauthenticated.' })

export const notFound = (switches: DokstampSwitches, id = ''): Reply =>
  error(404, switches, {
    message:
      switches.generation === 'newer'
        ? 'Resource not found.'
        : `No query results for model [App\\File] ${id}`.trim(),
  })

/** How the refusal to delete looks is not documented: any of these. */
export const inUse = (switches: DokstampSwitches): Reply =>
  switches.inUse === 422
    ? invalid(switches, { file: ['The file is in use.'] })
    : error(switches.inUse, switches, { message: 'The file is in use.' })

/** From the application, or from the machine in front of it. Neither is documented. */
export const tooLarge = (switches: DokstampSwitches, indexes: readonly number[]): Reply =>
  switches.tooLarge === 413
    ? {
        status: 413,
        headers: { 'Content-Type': 'text/html' },
        body: '<h1>413 Request Entity Too Large</h1>',
      }
    : invalid(
        switches,
        Object.fromEntries(
          indexes.map(index => [
            `files.${index}`,
            [`The files.${index} may not be greater than ${switches.sizeLimit / 1024} kilobytes.`],
          ]),
        ),
      )
