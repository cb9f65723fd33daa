import { type Decoded, decodeLarge, decodeSmall, inTurn, release } from '../pictures/decode.ts'
import { openViewer } from '../pictures/viewer.ts'
import type { Desk } from './desk.ts'
import { focusOn } from './focus.ts'
import type { DeskWords } from './words.ts'

/** What there is of a document's picture. */
export interface Drawn {
  readonly small?: HTMLCanvasElement
  /** The browser cannot draw it, although it looks whole. */
  readonly isUndrawable?: true
}

export interface Pictures {
  /** The same object until there is more, or less. */
  of(id: number): Drawn
  /** After a drawing: looks for pictures that are on the screen, and lets go of those whose documents are gone. */
  follow(list: Element | null): void
  /** Shows it in a window over the page, as large as a canvas can be; it is given back when that is closed. */
  show(id: number, words: DeskWords): void
}

const NOTHING: Drawn = {}
/** The shorter side of a small one, in CSS pixels: as in desk.css. */
const SMALL = 52
/** So far outside the screen a row counts as seen already: it is about to be. */
const AHEAD = '200px'
/** Of more than so many, those out of sight are decoded again when they are seen again. */
const MOST_KEPT = 240

/** Pictures of what is opened: small ones of rows that are seen, and large ones that somebody asks for. */
export const createPictures = (desk: Desk, draw: () => void): Pictures => {
  const drawn = new Map<number, Drawn>()
  const asked = new Set<number>()
  let isShowing = false
  /** Rows on the screen, and those that are watched for it. */
  const seen = new Set<HTMLElement>()
  const watched = new WeakSet<Element>()

  const keep = (id: number, changes: Drawn): void => {
    drawn.set(id, { ...drawn.get(id), ...changes })
    if (drawn.size > MOST_KEPT) dropUnseen()
    draw()
  }
  const drop = (id: number): void => {
    const { small } = drawn.get(id) ?? NOTHING
    if (small) release(small)
    drawn.delete(id)
    asked.delete(id)
  }
  const dropUnseen = (): void => {
    const unseen = [...drawn].find(([id, { small }]) => small && !isSeen(id))
    if (unseen) drop(unseen[0])
  }
  const isThere = (id: number): boolean =>
    desk.state.items.some(item => item.id === id && item.state.phase === 'opened')

  /** In its turn, if it is still wanted then. */
  const decoded = (
    id: number,
    isWanted: () => boolean,
    decode: (file: File) => Promise<Decoded>,
  ): Promise<HTMLCanvasElement | undefined> =>
    inTurn(async () => {
      if (!isWanted()) return undefined
      const found = await desk.read(id, decode)
      if (found?.is === 'shown' && isWanted() && isThere(id)) return found.canvas
      if (found?.is === 'shown') release(found.canvas)
      else if (found && isThere(id)) keep(id, { isUndrawable: true })
      return undefined
    })

  const askFor = async (id: number): Promise<void> => {
    if (asked.has(id)) return
    asked.add(id)
    const least = SMALL * Math.min(2, devicePixelRatio)
    const small = await decoded(
      id,
      () => isSeen(id),
      file => decodeSmall(file, file.type, least),
    )
    if (small) keep(id, { small })
    else if (!drawn.get(id)?.isUndrawable) asked.delete(id)
  }

  const isSeen = (id: number): boolean =>
    [...seen].some(row => row.isConnected && row.dataset.id === `${id}`)

  const observer = new IntersectionObserver(
    entries => {
      for (const { target, isIntersecting } of entries) {
        if (!(target instanceof HTMLElement)) continue
        // The same document may have another row by now.
        if (isIntersecting && target.isConnected) {
          seen.add(target)
          void askFor(Number(target.dataset.id))
        } else seen.delete(target)
        if (target.isConnected) continue
        observer.unobserve(target)
        watched.delete(target)
      }
    },
    { rootMargin: AHEAD },
  )
  const watch = (row: Element): void => {
    if (watched.has(row)) return
    watched.add(row)
    observer.observe(row)
  }

  return {
    of: id => drawn.get(id) ?? NOTHING,
    follow(list) {
      for (const row of list?.querySelectorAll('[data-picture=drawn]') ?? []) watch(row)
      const opened = desk.state.items.filter(({ state }) => state.phase === 'opened')
      const there = new Set(opened.map(({ id }) => id))
      for (const id of [...drawn.keys()]) if (!there.has(id)) drop(id)
    },
    show(id, { lang, strings }) {
      const item = desk.state.items.find(one => one.id === id)
      if (item?.state.phase !== 'opened' || isShowing) return
      isShowing = true
      openViewer({
        root: document,
        name: item.state.document.name,
        lang,
        dir: strings.dir,
        words: strings.item.viewer,
        notShown: strings.remark['not-shown'],
        draw: () =>
          decoded(
            id,
            () => isShowing,
            file => decodeLarge(file, file.type),
          ),
        onClose() {
          isShowing = false
          const row = `[data-id="${id}"]`
          // Its button is gone where it cannot be shown, and all of them where it could not be opened again.
          for (const place of [`${row} .look`, `${row} button`, row]) if (focusOn(place)) break
        },
      })
    },
  }
}
