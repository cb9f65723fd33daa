import { html, render, type TemplateResult } from 'lit'

const paperOf = (): HTMLElement | null => document.getElementById('paper')

/** What a person does next, once the dialog is gone; or the browser, which is told to print the page. */
const NEXT = ['pointerdown', 'keydown', 'beforeprint'] as const

/** While sheets are there: the dialog may be open, or it is said that it closed. */
let printing: { readonly over: AbortController; isDone: boolean } | undefined

/**
 * Opens the browser's print dialog for these sheets, each a `<section>`. They are in the page until the person goes on, and only on
 * paper. Not already when it is said that all was printed: Safari does not hold the page, and may say so before it has drawn a
 * preview. Whether it was opened: not while it is open for something else, which would get into what is printed.
 */
export const printSheets = (sheets: readonly TemplateResult[]): boolean => {
  const paper = paperOf()
  if (!paper || printing?.isDone === false) return false
  clearPaper()
  const now = { over: new AbortController(), isDone: false }
  const { signal } = now.over
  printing = now
  render(html`${sheets}`, paper)
  const done = (): void => {
    now.isDone = true
    for (const type of NEXT) addEventListener(type, clearPaper, { signal, capture: true })
  }
  addEventListener('afterprint', done, { signal })
  print()
  return true
}

export const clearPaper = (): void => {
  printing?.over.abort()
  printing = undefined
  const paper = paperOf()
  if (paper) render(html``, paper)
}
