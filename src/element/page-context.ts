/**
 * The element's own language; else that of the nearest `lang`, also from outside the shadow roots around it; else the
 * browser's. Never an unreadable one.
 */
export const localeOf = (element: HTMLElement): string => {
  // The property, because Lit writes its attribute only after the drawing.
  if (element.lang) return readable(element.lang)
  let at = element.parentElement ?? hostOf(element)
  while (at) {
    const lang: string = at.closest?.('[lang]')?.getAttribute('lang') ?? ''
    if (lang) return readable(lang)
    at = hostOf(at)
  }
  return globalThis.navigator?.language ?? 'en'
}

const hostOf = (element: Element): Element | undefined => {
  const root = element.getRootNode?.()
  return typeof ShadowRoot === 'function' && root instanceof ShadowRoot ? root.host : undefined
}

const readable = (lang: string): string => {
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? 'en'
  } catch {
    return 'en'
  }
}

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
