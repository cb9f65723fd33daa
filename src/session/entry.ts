import type {
  Accepted,
  Delivery,
  FileState,
  Json,
  Parcel,
  Remark,
  SessionFile,
} from '../core/contracts.ts'
import { safeName } from '../core/name.ts'
import type { Batch } from './batch.ts'

/** One file on its way, with all the session knows of it. The outside sees frozen snapshots. */
export interface Entry {
  readonly id: string
  readonly file: File
  readonly name: string
  state: FileState
  /** Aborted by a pause or a cancel; a new one for each start. */
  controller: AbortController
  accepted?: Accepted
  /** SHA-256 of the original, hex; known from its first full reading on. */
  digest?: Promise<string>
  parcel?: Parcel
  /** SHA-256 of the parcel's body, hex. */
  sealedDigest?: Promise<string>
  /** Where an earlier send got to. */
  resume?: Json
  delivery?: Delivery
  /** With whom it travels. */
  batch?: Batch
  uncertain: boolean
  /** The farthest a send of its parcel got before it failed, in bytes. */
  reached: number
  /** Requests made for it; `authorize` is told. */
  attempt: number
  retries: number
  /** Paused while its answer was awaited: it stops where it would have to be sent again. */
  isToStop: boolean
  hasReauthorized: boolean
  hasResealed: boolean
  snapshot?: SessionFile
}

export const createEntry = (file: File): Entry => ({
  id: crypto.randomUUID(),
  file,
  name: safeName(file.name),
  state: { phase: 'waiting' },
  controller: new AbortController(),
  uncertain: false,
  reached: 0,
  attempt: 0,
  retries: 0,
  isToStop: false,
  hasReauthorized: false,
  hasResealed: false,
})

/** With its parcel it is sent, without one it is sealed first. */
export const underWay = ({ parcel, file }: Entry, done = 0): FileState =>
  parcel
    ? { phase: 'sending', done, total: parcel.size }
    : { phase: 'sealing', done, total: file.size }

/** It arrived. What is shown is a copy: a transport may know its own delivery by identity, and makes receipts of it. */
export const deliveredState = (delivery: Delivery): FileState => ({
  phase: 'delivered',
  delivery: Object.freeze({ ...delivery, facts: Object.freeze({ ...delivery.facts }) }),
})

const NO_REMARKS: readonly Remark[] = Object.freeze([])

/** As the outside sees it; the same object until something changes. */
export const snapshotOf = (entry: Entry): SessionFile => {
  entry.snapshot ??= Object.freeze({
    id: entry.id,
    file: entry.file,
    name: entry.name,
    size: entry.file.size,
    type: entry.accepted?.type ?? '',
    remarks: entry.accepted?.remarks ?? NO_REMARKS,
    state: Object.freeze(entry.state),
  })
  return entry.snapshot
}
