import type { FileChooser, Page } from 'playwright/test'

type Files = Parameters<FileChooser['setFiles']>[0]

const heard = new WeakSet<Page>()

/**
 * Chooses files in the dialog that `open` brings up.
 * The runner catches dialogs only while somebody listens, and its order to do so can reach the page later than a key:
 * so somebody listens for as long as the page lives, and an answer from the page comes first.
 */
export const chooseBy = async (
  page: Page,
  open: () => Promise<void>,
  files: Files,
): Promise<void> => {
  if (!heard.has(page)) {
    heard.add(page)
    page.on('filechooser', () => {})
    await page.evaluate(() => document.readyState)
  }
  const chooser = page.waitForEvent('filechooser')
  await open()
  await (await chooser).setFiles(files)
}

/** Chooses files as a person does: by the widget's button. */
export const choose = (page: Page, files: Files): Promise<void> =>
  chooseBy(page, () => page.getByRole('button', { name: /^choose/i }).click(), files)
