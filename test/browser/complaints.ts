import type { Page } from 'playwright/test'

/** What a page says that should say nothing: errors, warnings, and rejections that nobody caught. Grows while the page runs. */
export const complaintsOf = (page: Page): readonly string[] => {
  const complaints: string[] = []
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(String(error)))
  return complaints
}
