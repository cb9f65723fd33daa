import { html, type nothing, type TemplateResult } from 'lit'
import { aTask } from '../core/pace.ts'
import { droppedFiles, type Found } from './folder-in.ts'

interface ZoneWords {
  readonly id: string
  readonly prompt: string
  readonly button: string
  readonly hint: string
  readonly multiple: boolean
  readonly isMain: boolean
  /** Smaller, after it was used once. */
  readonly isCompact: boolean
  /** Another button beside it. */
  readonly more?: TemplateResult | typeof nothing
}

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

const mark = (event: DragEvent, isOver: boolean): void => {
  if (event.currentTarget instanceof Element)
    event.currentTarget.classList.toggle('over', isOver && hasFiles(event))
}

const inputOf = ({ currentTarget }: Event): HTMLInputElement | null =>
  currentTarget instanceof Element
    ? (currentTarget.closest('.zone')?.querySelector('input') ?? null)
    : null

/** An area to drop files on, with a button that opens the system's file chooser. */
export const zoneView = (words: ZoneWords, take: (found: Found) => void): TemplateResult => {
  const dropped = async (event: DragEvent): Promise<void> => {
    mark(event, false)
    const { dataTransfer } = event
    if (!dataTransfer) return
    const first = [...dataTransfer.files].slice(0, 1)
    if (first.length === 0) return
    take(words.multiple ? await droppedFiles(dataTransfer) : { files: first, isWhole: true })
  }
  const chosen = async (event: Event): Promise<void> => {
    const input = inputOf(event)
    if (!input) return
    const files = [...(input.files ?? [])]
    // Without this, choosing the same file again would fire no event.
    input.value = ''
    // The browser has just made them, 0.3 ms each (measured): now it may answer a person first.
    await aTask()
    if (files.length > 0) take({ files, isWhole: true })
  }
  return html`
    <div
      id=${words.id}
      class=${words.isCompact ? 'zone compact' : 'zone'}
      @dragenter=${(event: DragEvent) => mark(event, true)}
      @dragover=${(event: DragEvent) => mark(event, true)}
      @dragleave=${(event: DragEvent) => mark(event, false)}
      @drop=${dropped}
    >
      <p>${words.prompt}</p>
      <button
        type="button"
        class=${words.isMain ? 'primary' : ''}
        @click=${(event: Event) => inputOf(event)?.click()}
      >${words.button}</button>
      ${words.more}
      <p class="small muted" ?hidden=${words.isCompact}>${words.hint}</p>
      <input type="file" hidden ?multiple=${words.multiple} @change=${chosen}>
    </div>
  `
}

/** A file that is dropped beside a zone would replace the page, and the keys in it would be lost. */
export const keepDropsInZones = (page: Document): void => {
  for (const type of ['dragover', 'drop'] as const)
    page.addEventListener(type, event => {
      event.preventDefault()
      const isInZone = event.target instanceof Element && event.target.closest('.zone')
      if (!isInZone && event.dataTransfer) event.dataTransfer.dropEffect = 'none'
    })
}
