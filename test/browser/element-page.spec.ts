import { expect, type Page } from 'playwright/test'
import { pointAt, test } from './element-site.ts'

/** How often a file chooser was asked for. */
const countChoosers = (page: Page): (() => number) => {
  let choosers = 0
  page.on('filechooser', () => choosers++)
  return () => choosers
}

test('what the page puts into a slot keeps its click', async ({ open, didww, page }) => {
  const widget = await open(`<seal-drop ${didww}><span slot="hint">
    <textarea aria-label="Note"></textarea>
    <select aria-label="Kind"><option>Passport</option></select>
    <span contenteditable="true" role="textbox" aria-label="Remark">remark</span>
    <span tabindex="0" role="button">Why?</span>
    <x-tip>tip</x-tip>
    <details open><summary>More</summary><p id="sides">Both sides, please.</p></details>
    <span id="own">no chooser</span> <span id="plain">up to 2 pages</span>
  </span></seal-drop>`)
  await page.evaluate(() =>
    document.querySelector('#own')?.addEventListener('click', event => event.preventDefault()),
  )
  const choosers = countChoosers(page)
  for (const focused of [
    page.getByLabel('Note'),
    page.getByLabel('Kind'),
    page.getByLabel('Remark'),
    page.getByRole('button', { name: 'Why?' }),
  ]) {
    await focused.click()
    await expect(focused).toBeFocused()
  }
  for (const place of ['x-tip', '#sides', '#own']) await page.locator(place).click()
  await expect(widget.locator('#choose')).not.toBeFocused()
  expect(choosers()).toBe(0)
  await page.locator('#plain').click()
  await expect.poll(choosers).toBe(1)
})

test('its label names it without what is hidden, and without what is inside of it', async ({
  open,
  didww,
  page,
}) => {
  await open(`<label for="one">Papers <span hidden>hidden</span> <img alt="of you"></label>
    <seal-drop id="one" ${didww}></seal-drop>
    <label>Contract <seal-drop ${didww}><span slot="hint">Signed.</span></seal-drop></label>
    <label for="three" hidden>Photo</label><seal-drop id="three" ${didww}></seal-drop>`)
  for (const name of ['Papers of you', 'Contract', 'Photo'])
    await expect(
      page.getByRole('button', { name: `Choose a file: ${name}`, exact: true }),
    ).toBeVisible()
})

test('that the keys cannot be reached is said, and not only shown', async ({ open, page }) => {
  await page.route('**/nowhere/public_keys', route => route.fulfill({ status: 404 }))
  const widget = await open('<seal-drop transport="didww" endpoint="/nowhere"></seal-drop>')
  const words = /^The keys of the recipient cannot be reached/
  await pointAt(widget)
  await expect(widget.locator('[part=seal]')).toHaveText(words)
  await expect(widget.locator('#said')).toHaveText(words)
})
