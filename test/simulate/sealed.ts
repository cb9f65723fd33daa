import { createHash } from 'node:crypto'
import { neverAborted } from '../../src/core/abort.ts'
import type { Content, Digests, Facts, SealSpec } from '../../src/core/contracts.ts'
import { walkContent } from '../../src/intake/content/walk.ts'
import { didwwScheme } from '../../src/seal/schemes/didww.ts'
import { ageScheme } from '../age/scheme.ts'
import { SimulatedBlob, SimulatedFile } from './blobs.ts'

/** One document that stories send. */
export interface Document {
  readonly name: string
  readonly bytes: Buffer
  /** Is in its bytes and nowhere else: where it turns up outside, the document left unsealed. */
  readonly mark: Buffer
  readonly content: Content
  readonly sha256: string
}

/** What a seal made of a document, once. */
export interface SealedCopy {
  readonly body: SimulatedBlob
  readonly facts: Facts
  readonly digests: Digests
}

const job = { signal: neverAborted, progress: (): void => {} }
const asBlob = (bytes: Uint8Array): Blob => new SimulatedBlob([bytes]) as unknown as Blob

/** More than a story can use up. */
const COPIES = 24

const makeDocument = async (at: number): Promise<Document> => {
  const mark = Buffer.from(`plain text of document ${at}`)
  const filling = '%'.padEnd(at * 150, '.')
  const bytes = Buffer.from(
    `%PDF-1.4\n% ${mark}\n${filling}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n`,
  )
  return {
    name: `document-${at}.pdf`,
    bytes,
    mark,
    content: await walkContent(asBlob(bytes), job),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}

export const documents: readonly Document[] = await Promise.all([1, 2, 3, 4].map(makeDocument))

export const fileOf = ({ bytes, name }: Document): SimulatedFile =>
  new SimulatedFile([bytes], name, { type: 'application/pdf', lastModified: 1 })

const keyOf = (spec: SealSpec): string =>
  spec.scheme === 'didww' ? spec.publicKeys.join() : spec.scheme

const copies = new Map<string, readonly SealedCopy[]>()

/** Seals every document many times, by the real seal: each time with other bytes, as it must be. */
export const sealBeforehand = async (spec: SealSpec): Promise<void> => {
  for (const document of documents) {
    const { bytes, name, content } = document
    const plain = { blob: asBlob(bytes), name, type: content.type, remarks: content.remarks }
    const made: SealedCopy[] = []
    while (made.length < COPIES) {
      const { body, facts, digests } =
        spec.scheme === 'didww'
          ? await didwwScheme.seal(plain, spec, job)
          : spec.scheme === 'age'
            ? await ageScheme.seal(plain, spec, job)
            : (undefined as never)
      made.push({ body: body as unknown as SimulatedBlob, facts, digests: await digests })
    }
    copies.set(`${name} ${keyOf(spec)}`, made)
  }
}

/** The `nth` seal of this document in a story. */
export const sealedCopy = (document: Document, spec: SealSpec, nth: number): SealedCopy => {
  const copy = copies.get(`${document.name} ${keyOf(spec)}`)?.[nth]
  if (!copy) throw new Error(`There is no seal ${nth} of ${document.name}.`)
  return copy
}
