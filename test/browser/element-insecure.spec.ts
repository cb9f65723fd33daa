import { expect } from 'playwright/test'
import { phases, test } from './element-site.ts'

test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const args = [
      ...(launchOptions.args ?? []),
      '--host-resolver-rules=MAP sealdrop.test 127.0.0.1',
    ]
    await use({ ...launchOptions, args })
  },
})

test('on a page without https nothing can be chosen, and it says why', async ({ page, site }) => {
  const path = site.page(
    '<form><seal-drop name="papers" required transport="didww" endpoint="/relay"></seal-drop></form>',
  )
  await page.addInitScript(() => {
    window.seen = []
    document.addEventListener('sealdrop-fail', event => {
      window.seen.push(`${event.id} ${event.error.code}`)
    })
  })
  await page.goto(`http://sealdrop.test:${site.port}${path}`)
  const widget = page.locator('seal-drop')
  await expect(widget.locator('[part=prompt]')).toHaveText(
    'Documents are only sent over a secure connection. Open this page with https.',
  )
  await expect(widget.locator('#choose')).toHaveAttribute('aria-disabled', 'true')
  expect(await page.evaluate(() => [isSecureContext, ...window.seen])).toEqual([
    false,
    'undefined insecure-context',
  ])
  expect(
    await widget.evaluate((element: HTMLElementTagNameMap['seal-drop']) => {
      element.add([new File(['x'], 'x.pdf')])
      return element.validity?.customError
    }),
  ).toBe(true)
  expect(await phases(widget)).toEqual([])
})
