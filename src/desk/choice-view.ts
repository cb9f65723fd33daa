import { html, nothing, type TemplateResult } from 'lit'
import { isFiltered, ORDERS, type Order } from './choice.ts'
import type { Desk } from './desk.ts'
import type { DeskWords } from './words.ts'

const isOrder = (text: string): text is Order => ORDERS.some(order => order === text)

/** What a list of several is looked through with, and how many of it are shown. */
export const choiceView = (desk: Desk, shown: number, words: DeskWords): TemplateResult => {
  const { strings, plural, number } = words
  const { list } = strings.open
  const { items, choice } = desk.state
  const orders: Readonly<Record<Order, string>> = {
    added: list.added,
    name: strings.table.row.name,
    size: strings.item.size,
    sealed: strings.table.row.sealed,
  }
  const found = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) desk.choose({ text: event.target.value })
  }
  const ordered = ({ target }: Event): void => {
    if (target instanceof HTMLSelectElement && isOrder(target.value))
      desk.choose({ order: target.value })
  }
  return html`
    ${
      items.length < 2
        ? nothing
        : html`
          <div class="choice">
            <div class="field">
              <label for="find">${list.find}</label>
              <input
                id="find"
                type="search"
                dir="auto"
                autocomplete="off"
                spellcheck="false"
                .value=${choice.text}
                @input=${found}
              >
            </div>
            <div class="field">
              <label for="order">${list.sort}</label>
              <select id="order" @change=${ordered}>
                ${ORDERS.map(
                  order => html`
                    <option value=${order} ?selected=${order === choice.order}>${orders[order]}</option>
                  `,
                )}
              </select>
            </div>
            <button
              type="button"
              aria-pressed=${choice.onlyRemarks}
              @click=${() => desk.choose({ onlyRemarks: !desk.state.choice.onlyRemarks })}
            >${list.only}</button>
          </div>
        `
    }
    <p role="status" class="small muted">${
      isFiltered(choice) ? plural(list.shown, shown, { total: number(items.length) }) : ''
    }</p>
  `
}
