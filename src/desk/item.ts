import type { OpenedDocument } from './opening.ts'
import type { Trouble } from './strings/strings.ts'

export type ItemState =
  | { readonly phase: 'waiting' }
  | { readonly phase: 'opening'; readonly percent: number }
  | { readonly phase: 'failed'; readonly why: Trouble }
  | {
      readonly phase: 'opened'
      readonly document: OpenedDocument
      /** It is being opened again to be saved. */
      readonly isSaving: boolean
    }

/** One sealed file in the list. */
export interface Item {
  readonly id: number
  readonly sealed: File
  readonly state: ItemState
}
