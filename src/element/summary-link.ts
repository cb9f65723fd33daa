/**
 * Focuses the element when somebody clicks on a link to its id, as in a list of errors above a form. Browsers scroll there, and
 * do not look into the element for what could have the focus.
 */
export const watchLinks = (element: HTMLElement, signal: AbortSignal): void => {
  const follow = (event: MouseEvent): void => {
    const link = event.composedPath().find(node => node instanceof HTMLAnchorElement)
    if (!element.id || link?.href !== new URL(`#${element.id}`, location.href).href) return
    if (link.target || event.ctrlKey || event.metaKey || event.shiftKey) return // to another tab
    if (!event.defaultPrevented) {
      // Going there takes the focus away, in Firefox some time after the click. By a script it is done at once.
      event.preventDefault()
      location.hash = link.hash
    }
    element.focus()
  }
  element.getRootNode().addEventListener('click', event => follow(event as MouseEvent), { signal })
}
