import type { FileState, Receipt, SessionFile } from '../core/contracts.ts'
import type { SealDropError } from '../core/errors.ts'
import { OUTWARD, type SealDropFailEvent } from './fail-event.ts'

/** A file is about to enter; `preventDefault()` keeps it out. */
export class SealDropAddEvent extends Event {
  readonly file: File
  constructor(file: File) {
    super('sealdrop-add', { ...OUTWARD, cancelable: true })
    this.file = file
  }
}

/** A file was refused. It stays listed, and counts for nothing. */
export class SealDropRejectEvent extends Event {
  readonly id: string
  readonly file: File
  readonly error: SealDropError
  constructor(id: string, file: File, error: SealDropError) {
    super('sealdrop-reject', OUTWARD)
    this.id = id
    this.file = file
    this.error = error
  }
}

/** A file is in a new state, or further within it. */
export class SealDropStateEvent extends Event {
  readonly id: string
  readonly state: FileState
  constructor(id: string, state: FileState) {
    super('sealdrop-state', OUTWARD)
    this.id = id
    this.state = state
  }
}

/** A file arrived. */
export class SealDropReceiptEvent extends Event {
  readonly receipt: Receipt
  constructor(receipt: Receipt) {
    super('sealdrop-receipt', OUTWARD)
    this.receipt = receipt
  }
}

/** Nothing moves any more: every file is done, failed, paused, or waits to be sent. */
export class SealDropSettledEvent extends Event {
  readonly receipts: readonly Receipt[]
  readonly failed: readonly SessionFile[]
  constructor(receipts: readonly Receipt[], failed: readonly SessionFile[]) {
    super('sealdrop-settled', OUTWARD)
    this.receipts = receipts
    this.failed = failed
  }
}

/** `input`, as a native control fires it. */
export const inputEvent = (): Event => new Event('input', OUTWARD)

declare global {
  interface GlobalEventHandlersEventMap {
    'sealdrop-add': SealDropAddEvent
    'sealdrop-reject': SealDropRejectEvent
    'sealdrop-state': SealDropStateEvent
    'sealdrop-receipt': SealDropReceiptEvent
    'sealdrop-fail': SealDropFailEvent
    'sealdrop-settled': SealDropSettledEvent
  }
}
