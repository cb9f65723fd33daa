import { html, render, type TemplateResult } from 'lit'

const paperOf = (): HTMLElement | null => document.getElementById('paper')

/**
 * Opens the browser's print dialog for these sheets, each a `<section>`. They are in the page for as long as the dialog is open, and
 * only on paper. Whether it was opened: not while it is open for something else, which would get into what is printed.
 */
export const printSheets = (sheets: readonly TemplateResult[]): boolean => {
  const paper = paperOf()
  if (!paper || paper.childElementCount > 0) return false
  render(html`${sheets}`, paper)
  // Where the dialog does not hold the page, it is said when it closes.
  addEventListener('afterprint', clearPaper, { once: true })
  print()
  return true
}

export const clearPaper = (): void => {
  const paper = paperOf()
  if (paper) render(html``, paper)
}
