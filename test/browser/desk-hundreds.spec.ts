import { writeFile } from 'node:fs/promises'
import { expect } from 'playwright/test'
import { traceMainThread } from '../main-thread.ts'
import { chosen, newKeys, sealed, test } from './desk-site.ts'

test('five hundred documents are added, opened, sorted and searched by keyboard, and no task takes 100 ms', async ({
  desk,
  page,
}) => {
  test.setTimeout(480_000)
  const COUNT = 500
  const keys = await newKeys()
  const all = await Promise.all(
    Array.from({ length: COUNT }, async (_, n) => {
      const facts = { name: `document ${n}.txt`, type: 'text/plain' }
      const path = test.info().outputPath(`${n}.age`)
      await writeFile(path, await sealed(keys.recipient, `document ${n}`, facts))
      return path
    }),
  )
  await desk.load(keys)
  // By selectors: to look for a role among so many rows takes Playwright itself a second on the page's thread.
  const isWhole = (rows: number): Promise<unknown> =>
    page.waitForFunction(wanted => document.querySelectorAll('.file').length === wanted, rows)
  const { longestWorkMs } = await traceMainThread(page, async () => {
    await page.locator('#sealed input').setInputFiles(all)
    const done = `${COUNT} of ${COUNT} opened.`
    await page.waitForFunction(
      wanted => document.querySelector('.summary')?.textContent === wanted,
      done,
      { timeout: 400_000, polling: 500 },
    )
    await isWhole(COUNT)
    await page.locator('#order').focus()
    const before = await page.locator('.files').elementHandle()
    await page.keyboard.press('ArrowDown')
    // Another order is another list.
    await page.waitForFunction(list => !list?.isConnected, before)
    await isWhole(COUNT)
    await page.locator('#find').focus()
    await page.keyboard.type('document 49')
    await isWhole(11)
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.press('Delete')
    await isWhole(COUNT)
    await page.keyboard.press('End')
  })
  expect(longestWorkMs).toBeLessThan(100)
})

test('also of a second list no more than twelve rows are drawn at once', async ({ desk, page }) => {
  const COUNT = 70
  const files = Array.from({ length: COUNT }, (_, n) => chosen(`${n}.age`, 'age-encryption.org/v1'))
  const rows = page.locator('.file')
  await desk.add(...files)
  await expect(rows).toHaveCount(COUNT)
  await page.getByRole('button', { name: 'Clear the list' }).click()
  await page.evaluate(() => {
    new MutationObserver((_, observer) => {
      const drawn = document.querySelectorAll('.file').length
      if (drawn === 0) return
      Object.assign(window, { drawn })
      observer.disconnect()
    }).observe(document.body, { childList: true, subtree: true })
  })
  await desk.add(...files)
  await expect(rows).toHaveCount(COUNT)
  expect(await page.evaluate(() => Reflect.get(window, 'drawn'))).toBeLessThanOrEqual(12)
})
