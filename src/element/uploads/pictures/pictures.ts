import type { SessionFile } from '../../../core/contracts.ts'
import {
  type Decoded,
  decodeLarge,
  decodeSmall,
  inTurn,
  release,
} from '../../../pictures/decode.ts'
import { loadViewer } from '../../../pictures/load-viewer.ts'
import { isPicture } from '../../../pictures/picture-size.ts'
import type { ControllerHost } from '../../controller-host.ts'
import { withName } from '../../words.ts'
import type { FileWords } from '../file-words.ts'
import { VisibleRows } from './visible-rows.ts'

/** Both sides of a thumbnail, in CSS pixels, at least. */
const SIDE = 52
/** Of more than so many, what is out of sight is decoded again when it is seen again: 16 MiB on a sharp screen. */
const MOST_KEPT = 240

const isWanted = ({ file, type, remarks, state }: SessionFile): boolean =>
  isPicture(type) && state.phase !== 'refused' && !!file && !remarks.includes('not-shown')

/** The page has put it somewhere else, and nothing takes it back. */
const isFocusElsewhere = ({ host }: ShadowRoot): boolean => {
  const { activeElement: active } = host.getRootNode() as Partial<DocumentOrShadowRoot>
  return !!active && active !== host && active !== document.body
}

/** Small pictures of the files whose rows are seen. Each is drawn when its turn comes, and gone with its row. */
export class Pictures {
  readonly #host: ControllerHost
  readonly #onDrawn: () => void
  /** By the file's id; undefined while it waits for its turn. */
  readonly #decoded = new Map<string, Decoded | undefined>()
  readonly #visible = new VisibleRows(() => this.#askForSeen())
  #files: readonly SessionFile[] = []
  #words: FileWords | undefined
  /** The picture that is shown in large. */
  #viewed: { readonly id: string; close?: () => void } | undefined

  /** `onDrawn`: a picture is there, and its row has to be drawn again. */
  constructor(host: ControllerHost, onDrawn: () => void) {
    this.#host = host
    this.#onDrawn = onDrawn
    // A window that is taken out of the page, or moved within it, is not above the page any more, and still says that it is open.
    host.element.addController({ hostDisconnected: () => this.#closeViewer() })
  }

  /** What is known of a file's picture: the same object until more is known. */
  of({ id }: SessionFile): Decoded | undefined {
    return this.#host.element.previews === 'off' ? undefined : this.#decoded.get(id)
  }
  /** After a drawing: `rows` are the files in it. */
  follow(rows: readonly SessionFile[], words: FileWords): void {
    if (this.#host.element.previews === 'off') {
      this.clear()
      return
    }
    this.#files = rows
    this.#words = words
    const ids = new Set(rows.map(({ id }) => id))
    for (const id of [...this.#decoded.keys()]) if (!ids.has(id)) this.#drop(id)
    if (this.#viewed && !ids.has(this.#viewed.id)) this.#closeViewer()
    this.#visible.follow(this.#host.element.shadowRoot?.querySelector('.list') ?? null)
    this.#askForSeen()
  }
  /** Shows it in large, over the page. */
  async view(file: SessionFile, words: FileWords): Promise<void> {
    const { shadowRoot: root } = this.#host.element
    const { viewer, remark, error } = words.fileStrings
    const viewed: { readonly id: string; close?: () => void } = { id: file.id }
    if (!root || this.#viewed) return
    this.#viewed = viewed
    try {
      const { openViewer } = await loadViewer()
      if (this.#viewed !== viewed) return
      // It is being moved within the page.
      if (!root.isConnected) {
        this.#viewed = undefined
        return
      }
      this.#host.showNote('')
      viewed.close = openViewer({
        root,
        name: words.nameOf(file),
        lang: words.lang,
        dir: words.strings.dir,
        words: viewer,
        notShown: remark['not-shown'],
        draw: () => this.#drawLarge(file),
        onClose: () => {
          if (this.#viewed === viewed) this.#viewed = undefined
          if (isFocusElsewhere(root)) return
          const row = root.querySelector<HTMLElement>(`[data-id="${file.id}"]`)
          const opener = row?.querySelector<HTMLElement>('button.look') ?? row
          ;(opener ?? root.querySelector<HTMLElement>('#choose'))?.focus()
        },
      })
    } catch {
      this.#viewed = undefined
      this.#host.showNote(error.network)
    }
  }
  clear(): void {
    this.#closeViewer()
    this.#visible.stop()
    this.#files = []
    for (const id of [...this.#decoded.keys()]) this.#drop(id)
  }

  async #drawLarge({ file, type }: SessionFile): Promise<HTMLCanvasElement | undefined> {
    const decoded = file && (await inTurn(() => decodeLarge(file, type)))
    return decoded?.is === 'shown' ? decoded.canvas : undefined
  }
  #closeViewer(): void {
    this.#viewed?.close?.()
    this.#viewed = undefined
  }
  #askForSeen(): void {
    const seen = this.#visible.ids
    if (seen.size === 0) return
    for (const row of this.#files)
      if (seen.has(row.id) && !this.#decoded.has(row.id) && isWanted(row)) this.#ask(row)
  }
  #ask(row: SessionFile): void {
    const { id, file, type } = row
    if (!file) return
    this.#decoded.set(id, undefined)
    void inTurn(async () => {
      // It was scrolled by, or taken off: another row comes first.
      if (!this.#decoded.has(id)) return
      if (!this.#visible.ids.has(id)) {
        this.#drop(id)
        return
      }
      const decoded = await decodeSmall(file, type, SIDE * Math.min(2, devicePixelRatio))
      if (this.#decoded.has(id)) this.#keep(row, decoded)
      else if (decoded.is === 'shown') release(decoded.canvas)
    })
  }
  #keep(row: SessionFile, decoded: Decoded): void {
    this.#decoded.set(row.id, decoded)
    if (this.#decoded.size > MOST_KEPT) this.#dropUnseen()
    if (decoded.is === 'not-shown') this.#say(row)
    this.#onDrawn()
  }
  /** The remark comes too late to be said with those of the check. */
  #say(row: SessionFile): void {
    const words = this.#words
    if (!words) return
    const remark = words.fileStrings.remark['not-shown']
    this.#host.announce(withName(words, words.nameOf(row), remark))
  }
  /** The one that was decoded first of those that nobody sees. */
  #dropUnseen(): void {
    const seen = this.#visible.ids
    for (const [id, decoded] of this.#decoded)
      if (decoded?.is === 'shown' && !seen.has(id)) {
        this.#drop(id)
        return
      }
  }
  #drop(id: string): void {
    const decoded = this.#decoded.get(id)
    this.#decoded.delete(id)
    if (decoded?.is === 'shown') release(decoded.canvas)
  }
}
