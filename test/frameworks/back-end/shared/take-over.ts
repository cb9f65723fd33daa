import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { openStream } from 'sealdrop/open'
import type { Ticket } from 'sealdrop/relay'
import { fetchSealed } from './fetch-sealed.ts'
import { storage } from './storage.ts'

const { IDENTITY_FILE = 'key.txt', DOCUMENTS = 'documents' } = process.env
const identity = await readFile(IDENTITY_FILE, 'utf8')
await mkdir(DOCUMENTS, { recursive: true, mode: 0o700 })

/** A document that was opened. All but `file` is what its sender claims. */
export interface Document {
  /** Its name in the folder of documents: the same for the same upload, and none that a sender chose. */
  readonly file: string
  readonly name: string
  readonly size: number
  readonly sha256: string
}

const openInto = async (part: string, { provider, reference }: Ticket): Promise<Document> => {
  const sealed = await fetchSealed({ provider, reference }, storage)
  const { record, stream, intact } = await openStream(sealed, identity)
  await pipeline(stream, createWriteStream(part, { flags: 'wx', mode: 0o600 }))
  // Only now is it known that nothing was cut or changed.
  if (!record || !(await intact)) throw new Error('It has no record: SealDrop did not seal it.')
  const file = createHash('sha256').update(`${provider} ${reference}`).digest('hex')
  return { file, name: record.name, size: record.size, sha256: record.sha256 }
}

/** Fetches and opens what these tickets name. All of it is in the folder of documents then, or, where this rejects, nothing. */
export const takeOver = async (tickets: readonly Ticket[]): Promise<readonly Document[]> => {
  const parts: string[] = []
  const documents: Document[] = []
  try {
    for (const ticket of tickets) {
      const part = join(DOCUMENTS, `.${randomUUID()}.part`)
      parts.push(part)
      documents.push(await openInto(part, ticket))
    }
    for (const [at, { file }] of documents.entries())
      await rename(parts[at] ?? '', join(DOCUMENTS, file))
    return documents
  } finally {
    for (const part of parts) await rm(part, { force: true })
  }
}
