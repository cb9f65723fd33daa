import { expect, test } from 'playwright/test'
import { startHost } from './two-origins.ts'

test('in an iframe without allow-same-origin it says so before anything is chosen', async ({
  page,
}) => {
  const frame = (sandbox: string): string => `<iframe sandbox="${sandbox}" src="/form"></iframe>`
  const site = await startHost({
    pages: {
      '/form': `<script src="/sealdrop.iife.js"></script>
        <seal-drop transport="http" endpoint="/upload" seal="none: a test"></seal-drop>`,
      '/without': frame('allow-scripts'),
      '/with': frame('allow-scripts allow-same-origin'),
    },
  })
  const told: string[] = []
  page.on('pageerror', ({ message }) => told.push(message))
  const prompt = page.frameLocator('iframe').locator('seal-drop').locator('[part=prompt]')
  const button = page.frameLocator('iframe').locator('seal-drop').locator('#choose')

  await page.goto(`${site.origin}/without`)
  await expect(prompt).toContainText('not set up correctly')
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await expect.poll(() => told).toEqual([expect.stringContaining('allow-same-origin')])
  expect(site.asked).not.toContain('/worker.js')

  told.length = 0
  await page.goto(`${site.origin}/with`)
  await expect(prompt).not.toContainText('not set up correctly')
  await expect(button).not.toHaveAttribute('aria-disabled', 'true')
  expect(told).toEqual([])
  await site.close()
})
