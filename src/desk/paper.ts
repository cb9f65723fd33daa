import { html, render, type TemplateResult } from 'lit'

const paperOf = (): HTMLElement | null => document.getElementById('paper')

/** Ends when what lies on the paper is taken away. */
let printing = new AbortController()

/**
 * Opens the browser's print dialog for these sheets, each a `<section>`. They are in the page until the person goes on, and only on
 * paper: a browser may not hold the page while the dialog is open, say that all was printed before it has drawn a preview (Safari,
 * Chromium on Android), or say nothing. Whether the browser took it.
 */
export const printSheets = (sheets: readonly TemplateResult[]): boolean => {
  const paper = paperOf()
  if (!paper) return false
  clearPaper()
  render(html`${sheets}`, paper)
  const { signal } = printing
  const goOn = (event: Event): void => {
    const isHeld = event instanceof KeyboardEvent && event.repeat
    const isSecondClick = event instanceof MouseEvent && event.detail > 1
    // What opened the dialog, and goes on.
    if (!isHeld && !isSecondClick) clearPaper()
  }
  for (const type of ['mousedown', 'keydown'])
    addEventListener(type, goOn, { signal, capture: true })
  // From then on the browser's own command prints the page.
  const done = (): void => addEventListener('beforeprint', clearPaper, { signal })
  addEventListener('afterprint', done, { signal })
  try {
    print()
    return true
  } catch {
    clearPaper()
    return false
  }
}

export const clearPaper = (): void => {
  printing.abort()
  printing = new AbortController()
  const paper = paperOf()
  if (paper) render(html``, paper)
}
