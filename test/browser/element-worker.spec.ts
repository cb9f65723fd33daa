import { expect } from 'playwright/test'
import { choose, PDF, phases, test } from './element-site.ts'

type SealDrop = HTMLElementTagNameMap['seal-drop']

const NO_WORKER = 'This upload is not set up correctly. Please tell the owner of this site.'
const WORKER_FILES = /\/worker(-text)?\.js$/

for (const again of ['points at it later', 'is online again'] as const)
  test(`a server that failed for a moment costs no reload: the visitor ${again}`, async ({
    open,
    didww,
    page,
  }) => {
    await page.clock.install()
    let asked = 0
    await page.route(WORKER_FILES, route => {
      asked++
      return route.fulfill({ status: 503, body: '' })
    })
    const widget = await open(`<seal-drop ${didww}></seal-drop>`)
    await widget.hover()
    await expect(widget.locator('[part=prompt]')).toHaveText(NO_WORKER)
    // A pointer that moves over the element asks no server with each step.
    const askedByOneSign = asked
    await page.mouse.move(0, 0)
    await widget.hover()
    expect(asked).toBe(askedByOneSign)

    await page.unroute(WORKER_FILES)
    if (again === 'is online again') await page.evaluate(() => dispatchEvent(new Event('online')))
    else {
      await page.clock.fastForward(10_000)
      await page.mouse.move(0, 0)
      await widget.hover()
    }
    await expect(widget.locator('[part=prompt]')).not.toHaveText(NO_WORKER)
    expect(await widget.evaluate((element: SealDrop) => element.validationMessage)).toBe('')
    await choose(widget, PDF)
    await expect.poll(() => phases(widget)).toEqual(['done'])
  })
