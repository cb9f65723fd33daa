import type { SessionFile } from '../../../core/contracts.ts'
import type { ControllerHost } from '../../controller-host.ts'
import { type Decoded, decodeSmall, inTurn, release } from './decode.ts'
import { isPicture } from './picture-size.ts'
import { VisibleRows } from './visible-rows.ts'

/** Both sides of a thumbnail, in CSS pixels, at least. */
const SIDE = 52
/** Of more than so many, what is out of sight is decoded again when it is seen again: 16 MiB on a sharp screen. */
const MOST_KEPT = 240

const isWanted = ({ file, type, remarks, state }: SessionFile): boolean =>
  isPicture(type) && state.phase !== 'refused' && !!file && !remarks.includes('not-shown')

/** Small pictures of the files whose rows are seen. Each is drawn when its turn comes, and gone with its row. */
export class Pictures {
  readonly #element: ControllerHost['element']
  readonly #onDrawn: () => void
  /** By the file's id; undefined while it waits for its turn. */
  readonly #decoded = new Map<string, Decoded | undefined>()
  readonly #visible = new VisibleRows(() => this.#askForSeen())
  #files: readonly SessionFile[] = []

  /** `onDrawn`: a picture is there, and its row has to be drawn again. */
  constructor(element: ControllerHost['element'], onDrawn: () => void) {
    this.#element = element
    this.#onDrawn = onDrawn
  }

  /** What is known of a file's picture: the same object until more is known. */
  of({ id }: SessionFile): Decoded | undefined {
    return this.#element.previews === 'off' ? undefined : this.#decoded.get(id)
  }
  /** After a drawing: `rows` are the files in it. */
  follow(rows: readonly SessionFile[]): void {
    if (this.#element.previews === 'off') {
      this.clear()
      return
    }
    this.#files = rows
    const ids = new Set(rows.map(({ id }) => id))
    for (const id of [...this.#decoded.keys()]) if (!ids.has(id)) this.#drop(id)
    this.#visible.follow(this.#element.shadowRoot?.querySelector('.list') ?? null)
    this.#askForSeen()
  }
  clear(): void {
    this.#visible.stop()
    this.#files = []
    for (const id of [...this.#decoded.keys()]) this.#drop(id)
  }

  #askForSeen(): void {
    const seen = this.#visible.ids
    if (seen.size === 0) return
    for (const row of this.#files)
      if (seen.has(row.id) && !this.#decoded.has(row.id) && isWanted(row)) this.#ask(row)
  }
  #ask({ id, file, type }: SessionFile): void {
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
      if (this.#decoded.has(id)) this.#keep(id, decoded)
      else if (decoded.is === 'shown') release(decoded.canvas)
    })
  }
  #keep(id: string, decoded: Decoded): void {
    this.#decoded.set(id, decoded)
    if (this.#decoded.size > MOST_KEPT) this.#dropUnseen()
    this.#onDrawn()
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
