import type { LitElement, ReactiveController } from 'lit'
import { loadUploads } from './load-uploads.ts'

/** The element that files are dropped on or pasted into. */
export interface DropTarget {
  readonly element: LitElement
  canTake(): boolean
  /** Takes them, if it can. `folders`: how many were dropped, none of which is among the files. */
  take(files: readonly File[], folders?: number): void
}

/** The files of a drag; none where the browser does not say yet what they are. Undefined where it holds something else. */
const filesIn = (data: DataTransfer | null): readonly DataTransferItem[] | undefined =>
  data?.types.includes('Files') ? [...data.items].filter(({ kind }) => kind === 'file') : undefined

/**
 * A folder comes as a file that cannot be read. To ask takes 0.1 ms each time (measured), too long for a thousand: what is called as
 * a document or a picture is one.
 */
const isFolder = (item: DataTransferItem): boolean =>
  !/^image|pdf$/.test(item.type) && (item.webkitGetAsEntry?.()?.isDirectory ?? false)

const isFileInput = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLInputElement && target.type === 'file'

/** Dropped beside the zone, a file would replace the page, and with it everything typed into the form. Only what nobody takes. */
const keepPage = (event: DragEvent): void => {
  const { dataTransfer, defaultPrevented } = event
  if (defaultPrevented || !dataTransfer || !filesIn(dataTransfer)) return
  if (isFileInput(event.composedPath()[0])) return
  event.preventDefault()
  dataTransfer.dropEffect = 'none'
}

/** Comes after every other listener of the page, also those that are added later, so that a zone of the page's own gets its files. */
const listenLast = (type: 'dragover' | 'drop', signal: AbortSignal): void =>
  addEventListener(
    type,
    () => {
      removeEventListener(type, keepPage)
      addEventListener(type, keepPage, { signal })
    },
    { capture: true, signal },
  )

/** A text field keeps what is pasted into it, and so does what may be one: a custom element shows nothing of its inside. */
const isField = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(input|textarea|select)$|-/.test(target.localName))

/** The code will be there when the files come over an element. */
const foresee = ({ dataTransfer }: DragEvent): void => {
  if (filesIn(dataTransfer)) loadUploads().catch(() => {}) // tried again when it is needed
}

/** Lets files be dropped on the element and pasted into it while it is in the page. Text that is dragged is left alone. */
export class DropController implements ReactiveController {
  /** How many files are held over the element now; 0 where the browser does not say. */
  dragged: number | undefined
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
    const show = (dragged: number | undefined): void => {
      this.dragged = dragged
      element.requestUpdate()
    }
    const over = (event: DragEvent): void => {
      const { dataTransfer } = event
      const items = filesIn(dataTransfer)
      if (!dataTransfer || !items) return
      event.preventDefault()
      const isTaken = canTake()
      dataTransfer.dropEffect = isTaken ? 'copy' : 'none'
      if (isTaken) show(items.length)
    }
    const leave = ({ relatedTarget }: DragEvent): void => {
      if (!(relatedTarget instanceof Node && element.contains(relatedTarget))) show(undefined)
    }
    const drop = (event: DragEvent): void => {
      show(undefined)
      const items = filesIn(event.dataTransfer)
      if (!items) return
      event.preventDefault()
      const files = items.flatMap(item => (isFolder(item) ? [] : (item.getAsFile() ?? [])))
      take(files, items.length - files.length)
    }
    const paste = (event: ClipboardEvent): void => {
      const [target] = event.composedPath()
      if (target !== element && isField(target)) return
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0 || !canTake()) return
      event.preventDefault()
      take(files)
    }
    element.addEventListener('dragenter', over, { signal })
    element.addEventListener('dragover', over, { signal })
    element.addEventListener('dragleave', leave, { signal })
    element.addEventListener('drop', drop, { signal })
    element.addEventListener('paste', paste, { signal })
    document.addEventListener('dragenter', foresee, { signal })
    listenLast('dragover', signal)
    listenLast('drop', signal)
  }

  hostDisconnected(): void {
    this.#connection?.abort()
  }
}
