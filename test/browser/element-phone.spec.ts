import { rm, writeFile } from 'node:fs/promises'
import { devices, expect, type Locator } from 'playwright/test'
import { paddedPdf } from '../documents.ts'
import { startFast, startLineSite } from '../line-site.ts'
import { choose, PDF, PNG, phases, pointAt, test } from './element-site.ts'

type SealDrop = HTMLElementTagNameMap['seal-drop']

const { viewport, userAgent, deviceScaleFactor, isMobile, hasTouch } = devices['Pixel 7'] ?? {}

/** What the file chooser is told. */
const chooser = (widget: Locator): Promise<{ accept: string; capture: string | null }> =>
  widget.evaluate((element: SealDrop) => {
    const input = element.shadowRoot?.querySelector('input')
    return { accept: input?.accept ?? '', capture: input?.getAttribute('capture') ?? null }
  })

/** Runs before the page: the browser says that there is no network, which is wrong. */
const claimOffline = (): void => {
  Object.defineProperty(navigator, 'onLine', { get: () => false })
}

test.describe('on a phone', () => {
  test.use({
    ...(viewport && { viewport }),
    ...(userAgent && { userAgent }),
    ...(deviceScaleFactor && { deviceScaleFactor }),
    isMobile: isMobile ?? true,
    hasTouch: hasTouch ?? true,
  })

  test('nobody is told to drop anything, and the page’s own words stay', async ({
    open,
    didww,
  }) => {
    const widget = await open(
      `<seal-drop multiple ${didww}><b slot="prompt">The front side</b></seal-drop>
      <seal-drop multiple ${didww}></seal-drop>`,
    )
    await expect(widget.getByText('The front side')).toBeVisible()
    await expect(widget.page().locator('seal-drop').nth(1).getByText(/^Drop/)).toBeHidden()
  })

  test('a chooser for pictures alone offers the camera', async ({ open, didww }) => {
    const widget = await open(
      `<seal-drop accept=".jpg,.png" ${didww}></seal-drop>
      <seal-drop ${didww}></seal-drop>
      <seal-drop accept=".jpg" capture="environment" ${didww}></seal-drop>`,
    )
    const all = widget.page().locator('seal-drop')
    expect((await chooser(all.nth(0))).accept).toMatch(/image\/png,android\/allowCamera$/)
    expect((await chooser(all.nth(1))).accept).not.toContain('android')
    // The camera opens at once, but only where all types are pictures.
    expect(await chooser(all.nth(2))).toEqual({
      accept: '.jpg,.jpeg,.jpe,.jfif,image/jpeg',
      capture: 'environment',
    })
  })

  test('everything that is tapped is 44 pixels high', async ({ open, didww }) => {
    const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
    await choose(widget, PDF, PNG)
    await expect(widget.getByText('2 of 2 delivered', { exact: true })).toBeVisible()
    const targets = await widget.locator('button:visible, summary:visible').all()
    expect(targets.length).toBeGreaterThan(3)
    // As it is laid out: a box on the screen is a difference of two places, and may miss by a rounding of them.
    for (const target of targets)
      expect(
        await target.evaluate(one => (one as HTMLElement).offsetHeight),
      ).toBeGreaterThanOrEqual(44)
  })
})

test('a chooser on a computer is told nothing of a camera', async ({ open, didww }) => {
  const widget = await open(`<seal-drop accept=".jpg" ${didww}></seal-drop>`)
  expect((await chooser(widget)).accept).toBe('.jpg,.jpeg,.jpe,.jfif,image/jpeg')
})

test('that files leave as soon as they are chosen is said before, and only where it is so', async ({
  open,
  didww,
}) => {
  const widget = await open(
    `<seal-drop multiple ${didww}></seal-drop>
    <seal-drop upload="submit" ${didww}></seal-drop>
    <seal-drop upload="manual" ${didww}></seal-drop>`,
  )
  const words = 'Files are sent as soon as you choose them.'
  await expect(widget.getByText(words)).toBeVisible()
  await expect(widget.getByRole('button', { name: /^Choose/ })).toHaveAccessibleDescription(
    new RegExp(words),
  )
  for (const index of [1, 2])
    await expect(widget.page().locator('seal-drop').nth(index).getByText(words)).toHaveCount(0)
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  await expect(widget.getByText(words)).toHaveCount(0)
})

test('that the network is gone is said at once; what is under way goes on', async ({
  open,
  didww,
  page,
  sandbox,
}) => {
  const widget = await open(`<seal-drop ${didww}></seal-drop>`)
  sandbox.flip({ stall: { at: 'answer' } })
  await choose(widget, PDF)
  await expect(widget.getByText('Sent · waiting for the answer')).toBeVisible()
  await page.evaluate(claimOffline)
  await page.evaluate(() => dispatchEvent(new Event('offline')))
  await expect(
    widget.getByText('Sent · waiting for the answer · you seem to be offline'),
  ).toBeVisible({ timeout: 1_000 })
  sandbox.flip({ stall: false })
  await expect.poll(() => phases(widget)).toEqual(['done'])
  expect(sandbox.received()).toHaveLength(1)
})

test('a browser that wrongly says it is offline keeps no file from being sent', async ({
  open,
  didww,
  page,
}) => {
  await page.addInitScript(claimOffline)
  const widget = await open(`<seal-drop ${didww}></seal-drop>`)
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
})

test('a file that takes long to be read is said to be perhaps in the cloud', async ({
  open,
  didww,
  page,
}) => {
  await page.clock.install()
  // Nobody reads it, as when the system has not fetched it yet.
  await page.route('**/worker.js', () => {})
  const widget = await open(`<seal-drop ${didww}></seal-drop>`)
  await pointAt(widget)
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['checking'])
  await page.clock.runFor(9_000)
  await expect(widget.getByText('Checking', { exact: true })).toBeVisible()
  await page.clock.runFor(2_000)
  await expect(widget.getByText(/^Checking · if it is still in the cloud/)).toBeVisible()
})

test('a file that cannot be read is told what to do', async ({ open, didww }) => {
  const widget = await open(`<seal-drop ${didww}></seal-drop>`)
  const path = test.info().outputPath('cloud.pdf')
  await writeFile(path, await paddedPdf(2_000_000))
  await pointAt(widget)
  await widget.locator('#input').evaluate((input: HTMLInputElement) =>
    input.addEventListener('change', event => event.stopImmediatePropagation(), {
      capture: true,
      once: true,
    }),
  )
  await choose(widget, path)
  const file = await widget.locator('#input').evaluateHandle((input: HTMLInputElement) => {
    const [chosen] = input.files ?? []
    if (!chosen) throw new Error('No file was chosen.')
    return chosen
  })
  await rm(path)
  await widget.evaluate((element: SealDrop, chosen) => element.add([chosen]), file)
  await expect.poll(() => phases(widget)).toEqual(['refused'])
  await expect(widget.getByRole('listitem')).toContainText(
    'If it is still in the cloud, download it first',
  )
})

test('a very slow line shows that it moves, and how long it may take', async ({ page }) => {
  const site = await startLineSite()
  const path = test.info().outputPath('lease.pdf')
  await writeFile(path, await paddedPdf(2_000_000))
  try {
    site.set({ bytesPerSecond: 200_000 })
    await page.goto(
      site.page(
        '<seal-drop upload="manual" transport="http" endpoint="/api/files" seal="none: a test of the line"></seal-drop>',
      ),
    )
    const widget = page.locator('seal-drop')
    await choose(widget, path)
    await expect.poll(() => phases(widget)).toEqual(['ready'])
    await page.evaluate(startFast, 10)
    const status = widget.locator('[part=status]')
    const seconds = async (): Promise<number> => {
      const [, number = '', unit] =
        /may take (\d+) (sec|min) more/.exec((await status.textContent()) ?? '') ?? []
      return Number(number) * (unit === 'min' ? 60 : 1)
    }
    await expect.poll(seconds).toBeGreaterThan(20)
    const first = await seconds()
    await expect.poll(seconds).toBeLessThan(first)
    expect(
      await widget
        .locator('[part=bar]')
        .evaluate(element => getComputedStyle(element).animationIterationCount),
    ).toBe('infinite')
    await expect.poll(() => phases(widget), { timeout: 30_000 }).toEqual(['done'])
  } finally {
    await site.close()
  }
})
