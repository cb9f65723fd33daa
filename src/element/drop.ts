import type { LitElement, ReactiveController } from 'lit'
import { loadUploads } from './load-uploads.ts'
import type { Dragged } from './view/zone.ts'

/** The element that files are dropped on or pasted into. */
export interface DropTarget {
  readonly element: LitElement
  canTake(): boolean
  take(files: readonly File[], folders: number): void
}

const holdsFiles = (data: DataTransfer | null): data is DataTransfer =>
  data?.types.includes('Files') ?? false

const countOf = (data: DataTransfer): number | undefined =>
  [...data.items].filter(({ kind }) => kind === 'file').length || undefined

/** The files of a drop, without the folders: those come as a file that cannot be read. */
const filesOf = (data: DataTransfer): { files: File[]; folders: number } => {
  const files: File[] = []
  let folders = 0
  for (const item of data.items) {
    if (item.kind !== 'file') continue
    if (item.webkitGetAsEntry?.()?.isDirectory) {
      folders++
      continue
    }
    const file = item.getAsFile()
    if (file) files.push(file)
  }
  return { files, folders }
}

const isFileInput = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLInputElement && target.type === 'file'

/** Dropped beside the zone, a file would replace the page, and with it everything typed into the form. */
const keepPage = (event: DragEvent): void => {
  if (event.defaultPrevented || !holdsFiles(event.dataTransfer)) return
  if (isFileInput(event.composedPath()[0])) return
  event.preventDefault()
  event.dataTransfer.dropEffect = 'none'
}

/** The code will be there when the files come over an element. */
const foresee = ({ dataTransfer }: DragEvent): void => {
  if (holdsFiles(dataTransfer)) loadUploads().catch(() => {}) // tried again when it is needed
}

/** Lets files be dropped on the element and pasted into it while it is in the page. Text that is dragged is left alone. */
export class DropController implements ReactiveController {
  /** What is held over the element now. */
  dragged: Dragged | undefined
  readonly #target: DropTarget
  #connection: AbortController | undefined

  constructor(target: DropTarget) {
    this.#target = target
    target.element.addController(this)
  }

  hostConnected(): void {
    this.#connection = new AbortController()
    const { signal } = this.#connection
    const { element, canTake, take } = this.#target
    const show = (dragged: Dragged | undefined): void => {
      this.dragged = dragged
      element.requestUpdate()
    }
    const over = (event: DragEvent): void => {
      const { dataTransfer } = event
      if (!holdsFiles(dataTransfer)) return
      event.preventDefault()
      const isTaken = canTake()
      dataTransfer.dropEffect = isTaken ? 'copy' : 'none'
      if (isTaken) show({ count: countOf(dataTransfer) })
    }
    const leave = ({ relatedTarget }: DragEvent): void => {
      if (!(relatedTarget instanceof Node && element.contains(relatedTarget))) show(undefined)
    }
    const drop = (event: DragEvent): void => {
      show(undefined)
      if (!holdsFiles(event.dataTransfer)) return
      event.preventDefault()
      const { files, folders } = filesOf(event.dataTransfer)
      if (canTake()) take(files, folders)
    }
    const paste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0 || !canTake()) return
      event.preventDefault()
      take(files, 0)
    }
    element.addEventListener('dragenter', over, { signal })
    element.addEventListener('dragover', over, { signal })
    element.addEventListener('dragleave', leave, { signal })
    element.addEventListener('drop', drop, { signal })
    element.addEventListener('paste', paste, { signal })
    document.addEventListener('dragenter', foresee, { signal })
    document.addEventListener('dragover', keepPage, { signal })
    document.addEventListener('drop', keepPage, { signal })
  }

  hostDisconnected(): void {
    this.#connection?.abort()
  }
}
