import { createHash } from 'node:crypto'
import type { Args } from '../../src/thread/protocol.ts'
import { SimulatedBlob, type SimulatedFile } from './blobs.ts'
import type { Fault } from './faults.ts'
import { isRepeating } from './faults.ts'
import type { LineRequest } from './network.ts'
import { type Document, documents, fileOf, type SealedCopy, sealedCopy } from './sealed.ts'
import type { WorkerAnswers } from './thread.ts'

/** A sealed body of one file of the story. */
interface Issued extends SealedCopy {
  readonly file: SimulatedFile
  /** Requests with it that the line repeated by itself. */
  repeats: number
}

/** Which sealed bytes belong to which file, and what left the page. */
export interface Copies {
  /** A new File of this document. */
  file(at: number): SimulatedFile
  documentOf(file: SimulatedFile): Document
  readonly worker: WorkerAnswers
  /** What is wrong with a request that leaves; undefined where nothing is. */
  wrongIn(request: LineRequest, kind: string, fault: Fault): string | undefined
  /** The file whose seal is in these bytes. */
  owner(bytes: Uint8Array): SimulatedFile | undefined
  /** Half of this body was told of and all of it had left: the page could not know, and may send it once more. */
  countUntold(body: Uint8Array | undefined): void
  /** How often the line itself repeated a body of this file. */
  repeatsOf(file: SimulatedFile): number
}

const digest = (bytes: Uint8Array, algorithm = 'SHA-256'): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash(algorithm.replace('-', '')).update(bytes).digest())

/** Shorter pieces of a body may be anywhere by accident. */
const TELLING_BYTES = 24

export const createCopies = (): Copies => {
  const documentsOf = new Map<unknown, Document>()
  const issued: Issued[] = []
  const sealCounts = new Map<Document, number>()

  const issuedIn = (bytes: Uint8Array): Issued | undefined => {
    const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    return issued.find(({ body }) => whole.includes(Buffer.from(body.bytes)))
  }
  /** Also where the request carries a piece of it only. */
  const pieceIn = (bytes: Uint8Array): Issued | undefined =>
    issuedIn(bytes) ??
    (bytes.length >= TELLING_BYTES
      ? issued.find(({ body }) => Buffer.from(body.bytes).includes(Buffer.from(bytes)))
      : undefined)
  const documentOf = (file: unknown): Document => {
    const document = documentsOf.get(file)
    if (!document) throw new Error('The file is not of this story.')
    return document
  }

  return {
    file(at) {
      const document = documents[at % documents.length]
      if (!document) throw new Error('There are no documents.')
      const file = fileOf(document)
      documentsOf.set(file, document)
      return file
    },
    documentOf,
    worker: {
      examine: ({ blob }) => ({
        ...documentOf(blob).content,
        reading: { key: new Uint8Array(16), pieces: [] },
      }),
      digest: ({ blob, algorithm }) => digest((blob as unknown as SimulatedBlob).bytes, algorithm),
      seal({ blob, spec }: Args<'seal'>) {
        const document = documentOf(blob)
        const nth = sealCounts.get(document) ?? 0
        sealCounts.set(document, nth + 1)
        const copy = sealedCopy(document, spec, nth)
        // A Blob of its own each time: the source may know a body by identity.
        const body = new SimulatedBlob([copy.body.bytes])
        issued.push({ ...copy, body, file: blob as unknown as SimulatedFile, repeats: 0 })
        return { body: body as unknown as Blob, facts: copy.facts, digests: copy.digests }
      },
    },
    wrongIn({ body }, kind, fault) {
      if (!body || body.length === 0) return undefined
      const bytes = Buffer.from(body)
      if (documents.some(({ mark }) => bytes.includes(mark))) return 'A document left unsealed.'
      const copy = pieceIn(body)
      if (copy && isRepeating(fault)) copy.repeats++
      if (kind === 'upload' && !copy && body.length >= TELLING_BYTES)
        return 'An upload carries what no seal made.'
      return undefined
    },
    countUntold(body) {
      const copy = body && pieceIn(body)
      if (copy) copy.repeats++
    },
    owner: bytes => (issuedIn(bytes) ?? pieceIn(bytes))?.file,
    repeatsOf: file =>
      issued.reduce((sum, copy) => sum + (copy.file === file ? copy.repeats : 0), 0),
  }
}
