import { html, type TemplateResult } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { keyed } from 'lit/directives/keyed.js'
import { repeat } from 'lit/directives/repeat.js'
import { chosenOf } from './choice.ts'
import { choiceView } from './choice-view.ts'
import type { Desk } from './desk.ts'
import type { Item } from './item.ts'
import { type Acts, itemView } from './item-view.ts'
import type { Pictures } from './pictures.ts'
import type { DeskWords } from './words.ts'

/** So many rows are drawn at once, and as many more with each picture on the screen: the page answers meanwhile. */
const ROWS_AT_ONCE = 12

/** The list of sealed files, and what it is looked through with. */
export interface List {
  view(isReady: boolean, acts: Acts, words: DeskWords): TemplateResult
}

export const createList = (desk: Desk, pictures: Pictures, draw: () => void): List => {
  let known: { readonly key: readonly unknown[]; readonly items: readonly Item[] } | undefined
  let choice: unknown
  let rows = ROWS_AT_ONCE
  let isAsked = false
  /** Whose details somebody has opened. */
  const unfolded = new Set<number>()

  /** Not found again for every drawing: most of them are of another thing. */
  const chosen = (words: DeskWords): readonly Item[] => {
    const { state } = desk
    const key = [state.items, state.choice, words]
    if (!known?.key.every((part, at) => part === key[at]))
      known = { key, items: chosenOf(state.items, state.choice, words) }
    return known.items
  }
  const drawMore = (): void => {
    if (isAsked) return
    isAsked = true
    requestAnimationFrame(() =>
      // Not in the frame itself: frames go before all else that waits.
      setTimeout(() => {
        isAsked = false
        rows += ROWS_AT_ONCE
        draw()
      }),
    )
  }
  return {
    view(isReady, acts, words) {
      // Where it was cleared, the choice may be the one that it was.
      if (choice !== desk.state.choice || desk.state.items.length === 0) rows = ROWS_AT_ONCE
      choice = desk.state.choice
      const all = chosen(words)
      if (rows < all.length) drawMore()
      const row = (item: Item): unknown => {
        const { id } = item
        const picture = pictures.of(id)
        const isUnfolded = unfolded.has(id)
        const unfold = (): void => {
          if (unfolded.has(id)) return
          unfolded.add(id)
          draw()
        }
        // Of hundreds, those are drawn anew of which something changed.
        return guard([item, isReady, picture, isUnfolded, words], () =>
          itemView(item, { isReady, picture, isUnfolded, unfold }, acts, words),
        )
      }
      // Another choice is another list: to take away one with all its rows is faster than row by row.
      const kind = all.length > ROWS_AT_ONCE ? 'files many' : 'files'
      const list = html`<ol class=${kind}>${repeat(all.slice(0, rows), ({ id }) => id, row)}</ol>`
      return html`${choiceView(desk, all.length, words)} ${keyed(choice, list)}`
    },
  }
}
