/**
 * Functions that run in a page, so that each uses nothing from outside itself. They look into open shadow roots, as a person's
 * eye does.
 */

/** A button, link or summary by the first words of its name, as a screen reader tells it. */
export const controlNamed = (name: string): Element | undefined => {
  const within = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap(element => [
      element,
      ...(element.shadowRoot ? within(element.shadowRoot) : []),
    ])
  const nameOf = (element: Element): string =>
    (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim()
  return within(document).find(
    element =>
      element.matches('button:enabled, a[href], summary') &&
      element.checkVisibility() &&
      nameOf(element).startsWith(name),
  )
}

/** The text that is shown, slots filled and hidden parts left out. */
export const shownText = (): string => {
  const within = (node: Node): string => {
    if (node instanceof Text) return node.data
    if (node instanceof HTMLScriptElement || node instanceof HTMLStyleElement) return ''
    if (node instanceof HTMLElement) {
      const { display, visibility } = getComputedStyle(node)
      if (display === 'none' || visibility === 'hidden') return ''
    }
    const assigned = node instanceof HTMLSlotElement ? node.assignedNodes() : []
    const root = node instanceof Element ? node.shadowRoot : null
    const children = assigned.length > 0 ? assigned : [...(root ?? node).childNodes]
    return children.map(within).join(' ')
  }
  return within(document.body).replace(/\s+/g, ' ').trim()
}

/** The name of what has the focus: its label or text, or else its tag. */
export const focusedName = (): string => {
  let focused = document.activeElement
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
  const name = focused?.getAttribute('aria-label') ?? focused?.textContent ?? ''
  return name.replace(/\s+/g, ' ').trim() || (focused?.tagName ?? '')
}

/** What no console of a driver shows in every engine is sent to the site: it stands first in the page's head. */
export const watchPage = (): void => {
  const tell = (what: string, thing: unknown): boolean =>
    navigator.sendBeacon('/complaints', `${what}: ${thing}`)
  addEventListener(
    'error',
    event => tell('error', event.message ?? (event.target as Element).outerHTML),
    { capture: true },
  )
  addEventListener('unhandledrejection', ({ reason }) => tell('rejection', reason))
  const { error } = console
  console.error = (...words: unknown[]) => {
    tell('console', words.join(' '))
    error(...words)
  }
}
