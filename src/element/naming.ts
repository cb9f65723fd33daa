/** What the page itself calls a control: in its label slot, or by a `<label>`. */
export interface PageLabel {
  readonly text: string
  readonly isSlotted: boolean
}

const textOf = (nodes: Iterable<Node>): string =>
  [...nodes]
    .map(({ textContent }) => textContent ?? '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s*:]+$/, '')
    .trim()

export const pageLabelOf = (element: HTMLElement, labels: Iterable<Node>): PageLabel => {
  const slotted = element.querySelectorAll?.(':scope > [slot="label"]') ?? []
  return { text: textOf(slotted) || textOf(labels), isSlotted: slotted.length > 0 }
}
