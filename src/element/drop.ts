/** What is being dragged over the zone; `count` is undefined where the browser does not say. */
export interface Dragged {
  readonly count: number | undefined
}

/** What the zone tells the element. */
export interface Dropping {
  canTake(): boolean
  take(files: readonly File[], folders: number): void
  dragged(what: Dragged | undefined): void
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

/** Lets files be dropped on the element and pasted into it, until the signal ends it. Text that is dragged is left alone. */
export const receiveDrops = (host: HTMLElement, dropping: Dropping, signal: AbortSignal): void => {
  const over = (event: DragEvent): void => {
    const { dataTransfer } = event
    if (!holdsFiles(dataTransfer)) return
    event.preventDefault()
    const canTake = dropping.canTake()
    dataTransfer.dropEffect = canTake ? 'copy' : 'none'
    if (canTake) dropping.dragged({ count: countOf(dataTransfer) })
  }
  const leave = ({ relatedTarget }: DragEvent): void => {
    if (!(relatedTarget instanceof Node && host.contains(relatedTarget)))
      dropping.dragged(undefined)
  }
  const drop = (event: DragEvent): void => {
    dropping.dragged(undefined)
    if (!holdsFiles(event.dataTransfer)) return
    event.preventDefault()
    const { files, folders } = filesOf(event.dataTransfer)
    if (dropping.canTake()) dropping.take(files, folders)
  }
  const paste = (event: ClipboardEvent): void => {
    const files = [...(event.clipboardData?.files ?? [])]
    if (files.length === 0 || !dropping.canTake()) return
    event.preventDefault()
    dropping.take(files, 0)
  }
  host.addEventListener('dragenter', over, { signal })
  host.addEventListener('dragover', over, { signal })
  host.addEventListener('dragleave', leave, { signal })
  host.addEventListener('drop', drop, { signal })
  host.addEventListener('paste', paste, { signal })
  document.addEventListener('dragover', keepPage, { signal })
  document.addEventListener('drop', keepPage, { signal })
}
