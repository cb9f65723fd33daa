import type { Outlook } from './admissible.ts'
import type { SettingsElement } from './settings.ts'
import type { Words } from './words.ts'

/** Files that were added together. */
export interface AddedFiles {
  readonly files: readonly File[]
  /** A person chose them, not a script. */
  readonly isChosen: boolean
  /** How many folders were among them. */
  readonly folders: number
}

/** What the upload controller needs of its element. */
export interface ControllerHost {
  /** Its settings are read whenever they count, and events are dispatched on it. */
  readonly element: SettingsElement & {
    readonly form: HTMLFormElement | null
    readonly value: string
  }
  words(): Words
  /** What the settings say that were drawn last. */
  outlook(): Outlook
  /** Whether a property was set that the next drawing has yet to read. */
  hasNewSettings(): boolean
  /** Announces a line to screen readers. */
  announce(line: string): void
  /** Shows a line under the zone and announces it; '' takes it away. */
  showNote(note: string): void
  /** What the browser may keep of the form control is another now. */
  onStateChanged(): void
  /** Sets the form control's value, what its form's data holds, and what the browser may keep. */
  setFormValue(value: string, data: FormData | null, state: string | null): void
  /** Tells the browser whether it is valid. */
  refreshValidity(): void
  /** Changes the list without `input` and `change`: it is not the person who does. */
  quietly(act: () => void): void
  /** A file is in a new phase, or left the list. */
  onFilesChanged(mayChangeValue: boolean): void
  /** The element was taken out of the page, and all its files are gone. */
  onFilesForgotten(): void
}
