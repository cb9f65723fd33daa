import { expect, type Page, test } from 'playwright/test'
import { states } from '../../demo/gallery/states.ts'
import type { Playground } from '../../demo/serve.ts'
import { languageNames } from '../../src/element/strings/languages.ts'
import { complaintsInAllColours } from '../axe.ts'
import { startPlayground } from './own-playground.ts'

let playground: Playground
test.beforeAll(async () => {
  playground = await startPlayground()
})
test.afterAll(() => playground.close())

const openGallery = async (page: Page, query: string, count = states.length): Promise<void> => {
  await page.goto(`${playground.url}gallery.html?${query}`)
  // The first page of all waits until Vite has bundled the packages.
  await expect(page.locator('html[data-drawn]')).toBeVisible({ timeout: 25_000 })
  await expect(page.locator('seal-drop')).toHaveCount(count)
}

/** What of the elements is not whole: it sticks out, is cut, lies over another button, or is too small to be pressed. */
const faults = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    for (const element of document.querySelectorAll('seal-drop')) {
      const where = element.parentElement?.id
      const outer = element.getBoundingClientRect()
      const all = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? [])]
      const seen = all.filter(part => part.checkVisibility() && !part.closest('.unseen, svg, wbr'))
      for (const part of seen) {
        const { left, right } = part.getBoundingClientRect()
        const name = `${where}: ${part.localName}.${part.className}`
        if (left < outer.left - 0.5 || right > outer.right + 0.5) found.push(`${name} sticks out`)
        if (part.clientWidth > 0 && part.scrollWidth > part.clientWidth + 1)
          found.push(`${name} has more in it than it has room for`)
      }
      const buttons = seen
        .filter(part => part.matches('button, summary'))
        .map(part => ({
          text: part.ariaLabel ?? part.textContent,
          box: part.getBoundingClientRect(),
        }))
      for (const [index, { text, box }] of buttons.entries()) {
        if (box.width < 24 || box.height < 24) found.push(`${where}: "${text}" is too small`)
        for (const other of buttons.slice(index + 1)) {
          const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left)
          const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top)
          if (across > 0.5 && down > 0.5)
            found.push(`${where}: "${text}" lies over "${other.text}"`)
        }
      }
    }
    return found
  })

for (const width of [260, 390, 720, 1920])
  for (const dir of ['ltr', 'rtl'])
    test(`every state of the element is whole at ${width} px, ${dir}`, async ({ page }) => {
      const errors: string[] = []
      page.on('pageerror', error => errors.push(error.message))
      page.on('console', said => said.type() === 'error' && errors.push(said.text()))
      await page.setViewportSize({ width: width + (width < 300 ? 24 : 0), height: 800 })
      await openGallery(page, `dir=${dir}`)
      expect(await faults(page)).toEqual([])
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0)
      expect(errors).toEqual([])
    })

/** The sizes that have a line of their own, and how far they begin from where the status does. */
const sizesOnOwnLines = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('seal-drop')]
      .flatMap(element => [...(element.shadowRoot?.querySelectorAll('.line') ?? [])])
      .flatMap(line => {
        const status = line.querySelector('.status')?.getClientRects() ?? []
        const size = line.querySelector('.meta')?.getBoundingClientRect()
        const last = [...status].at(-1)
        if (!size || !last || size.top < last.bottom - 4) return []
        const box = line.getBoundingClientRect()
        const isRightToLeft = getComputedStyle(line).direction === 'rtl'
        return [Math.round(isRightToLeft ? box.right - size.right : size.left - box.left)]
      }),
  )

for (const dir of ['ltr', 'rtl'])
  test(`a size on a line of its own begins where the status does, ${dir}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 })
    await openGallery(page, dir === 'rtl' ? 'dir=rtl' : '')
    if (dir === 'rtl') {
      await page.evaluate(() => {
        for (const element of document.querySelectorAll('seal-drop')) element.lang = 'ar'
      })
      await expect(page.locator('seal-drop .root:not([lang="ar"])')).toHaveCount(0)
    }
    const sizes = await sizesOnOwnLines(page)
    expect(sizes.length).toBeGreaterThan(0)
    expect(new Set(sizes)).toEqual(new Set([0]))
  })

/** The buttons of rows that have a border, and lie over words. */
const buttonsOverWords = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    for (const element of document.querySelectorAll('seal-drop'))
      for (const row of element.shadowRoot?.querySelectorAll('.file') ?? []) {
        const words = [...row.querySelectorAll('.letters, .status, .meta, .remark')].flatMap(
          part => {
            const range = document.createRange()
            range.selectNodeContents(part)
            return [...range.getClientRects()]
          },
        )
        for (const button of row.querySelectorAll('button')) {
          const box = button.getBoundingClientRect()
          const isOver = words.some(
            word =>
              Math.min(box.right, word.right) - Math.max(box.left, word.left) > 0.5 &&
              Math.min(box.bottom, word.bottom) - Math.max(box.top, word.top) > 0.5,
          )
          if (isOver) found.push(`${element.parentElement?.id}: ${button.ariaLabel}`)
        }
      }
    return found
  })

for (const width of [260, 390, 720])
  test(`in forced colours no button's border lies over words at ${width} px`, async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' })
    await page.setViewportSize({ width: width + (width < 300 ? 24 : 0), height: 800 })
    await openGallery(page, '')
    expect(await faults(page)).toEqual([])
    expect(await buttonsOverWords(page)).toEqual([])
  })

for (const theme of ['minimal', 'compact'])
  for (const width of [260, 720])
    test(`every state is whole at ${width} px in the theme ${theme}`, async ({ page }) => {
      await page.setViewportSize({ width: width + (width < 300 ? 24 : 0), height: 800 })
      await openGallery(page, `theme=${theme}`)
      expect(await faults(page)).toEqual([])
    })

for (const theme of ['minimal', 'compact'])
  test(`axe finds nothing in the theme ${theme}, in any colours`, async ({ page }) => {
    test.slow()
    await openGallery(page, `theme=${theme}`)
    const only = ['color-contrast', 'target-size']
    expect(await complaintsInAllColours(page, { only })).toEqual([])
  })

test('in every language every state is whole on the narrowest phone', async ({ page }) => {
  test.slow()
  await page.setViewportSize({ width: 284, height: 800 })
  await openGallery(page, '')
  for (const lang of languageNames) {
    await page.evaluate(language => {
      document.documentElement.dir = /^(ar|he)$/.test(language) ? 'rtl' : 'ltr'
      for (const element of document.querySelectorAll('seal-drop')) element.lang = language
    }, lang)
    await expect(page.locator(`seal-drop .root:not([lang="${lang}"])`)).toHaveCount(0)
    expect(await faults(page), lang).toEqual([])
  }
})

test('with letters twice as large every state is whole', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await openGallery(page, 'letters=large')
  expect(await faults(page)).toEqual([])
})

test('a name and its buttons stay together on a wide screen', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 800 })
  await openGallery(page, 'state=mixed', 1)
  const row = page.locator('seal-drop [part=file]').first()
  const [name, button] = await Promise.all([
    row.locator('.letters').boundingBox(),
    row.getByRole('button').last().boundingBox(),
  ])
  expect((button?.x ?? 0) - (name?.x ?? 0)).toBeLessThan(600)
})

test('a delivered file takes two lines on a phone, and more than a colour tells it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await openGallery(page, 'state=one', 1)
  const row = page.locator('seal-drop [part=file]')
  await expect(row.locator('[part=status] svg')).toBeVisible()
  const lines = await row.evaluate(element => {
    const middles = ['.letters', '[part=status]', '[part=meta]'].map(part => {
      const { top, bottom } = element.querySelector(part)?.getBoundingClientRect() ?? new DOMRect()
      return Math.round((top + bottom) / 2)
    })
    return new Set(middles).size
  })
  expect(lines).toBe(2)
})

test('axe finds nothing in any state, in any colours', async ({ page }) => {
  test.slow()
  await openGallery(page, '')
  expect(await complaintsInAllColours(page)).toEqual([])
})
