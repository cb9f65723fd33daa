import { expect, type Page } from 'playwright/test'
import { complaintsInAllColours } from '../axe.ts'
import { chooseBy } from './chooser.ts'
import { chosen, type DeskPage, forged, newKeys, sample, sealed, test } from './desk-site.ts'

/** What can be used and is smaller than 44 px in one direction. */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, a, summary, input, select')]
      .map(element => [element, element.getBoundingClientRect()] as const)
      .filter(([, { width, height }]) => width > 0 && (width < 44 || height < 44))
      .map(([element]) => element.textContent || element.id),
  )

/** A desk with everything on it that it can show. */
const fill = async (desk: DeskPage): Promise<void> => {
  const { page } = desk
  const [keys, other] = [await newKeys(), await newKeys()]
  const long = `${'very-long-name-'.repeat(14)}.png`
  await page.getByRole('button', { name: 'Make a key pair' }).click()
  await page.getByRole('button', { name: 'Show it' }).click()
  const field = page.getByLabel('Another recipient')
  await field.fill(other.recipient)
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 recipients.')).toBeVisible()
  await field.fill('age1')
  await page.keyboard.press('Enter')
  await expect(page.getByText('This is no recipient.')).toBeVisible()
  await desk.saved(page.getByRole('link', { name: 'Save the identity' }))
  await desk.load(keys)
  await desk.add(
    chosen('1.age', await sealed(keys.recipient, await sample('jpg/DSCN0010.jpg'), { name: long })),
    chosen('2.age', await forged(keys.recipient, '<html>', [])),
    chosen('3.age', await sealed(other.recipient, 'x')),
    chosen(`${'x'.repeat(200)}.age`, 'x'),
  )
  await desk.isDone('2 of 4 opened. 2 could not be opened.')
  for (const summary of await page.locator('summary').all()) await summary.click()
}

test('axe finds nothing, at the start or with everything on it', async ({ desk, page }) => {
  expect(await complaintsInAllColours(page)).toEqual([])
  await fill(desk)
  expect(await complaintsInAllColours(page)).toEqual([])
})

/** As WCAG 1.4.12 has a reader widen all text. */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }`

/** What is drawn beyond the window, or beyond the button or field that it belongs to. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *, header *')]
      .filter(element => element.checkVisibility() && getComputedStyle(element).clipPath === 'none')
      .filter(element => {
        const { right, width } = element.getBoundingClientRect()
        const isTight =
          element.matches('button, .button, .thumb') &&
          element.scrollWidth > element.clientWidth + 1
        return width > 0 && (right > innerWidth + 1 || isTight)
      })
      .map(element => element.outerHTML.slice(0, 80)),
  )

for (const [how, css] of [
  ['a reader’s own spacing of lines, words and letters', SPACED],
  ['letters twice as large', ':root { font-size: 200% }'],
] as const)
  test(`${how}: nothing is cut off`, async ({ desk, page }) => {
    await page.evaluate(text => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(text)
      document.adoptedStyleSheets.push(sheet)
    }, css)
    await fill(desk)
    for (const width of [1200, 600, 320]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await cutOff(page), `${width}`).toEqual([])
    }
  })

for (const width of [260, 600, 1200])
  test.describe(`on ${width} pixels`, () => {
    test.use({ viewport: { width, height: 800 } })
    test('everything fits, and every target is large enough', async ({ desk, page }) => {
      const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(await overflow()).toBeLessThanOrEqual(0)
      expect(await smallTargets(page)).toEqual([])
      await fill(desk)
      expect(await overflow()).toBeLessThanOrEqual(0)
      expect(await smallTargets(page)).toEqual([])
    })
  })

test('the keyboard is enough, and the focus can be seen', async ({ desk, page }) => {
  const keys = await newKeys()
  const reached: string[] = []
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return ''
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      const isSeen = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
      return `${isSeen ? '' : 'UNSEEN '}${element.textContent?.trim() || element.id}`
    })
  const tabTo = async (what: string): Promise<void> => {
    for (let n = 0; n < 20; n++) {
      await page.keyboard.press('Tab')
      const now = await focused()
      reached.push(now)
      if (now.startsWith(what)) return
    }
    throw new Error(`${what} was not reached, but ${reached.join(', ')}.`)
  }
  await tabTo('Choose the identity file')
  await tabTo('secret')
  await page.keyboard.type(keys.identity)
  await tabTo('Use it')
  await page.keyboard.press('Space')
  await expect(page.getByText('Identity loaded.')).toBeVisible()
  await tabTo('Choose sealed files')
  const file = chosen('1.age', await sealed(keys.recipient, 'x', { name: 'letter.txt' }))
  await chooseBy(page, () => page.keyboard.press('Enter'), [file])
  await desk.isDone('1 of 1 opened.')
  await tabTo('Download all as an archive')
  await tabTo('Download the list')
  await tabTo('Clear the list')
  await tabTo('Download')
  const saved = await desk.saved({ click: () => page.keyboard.press('Enter') })
  expect(saved.name).toBe('letter.txt')
  await tabTo('What the sender’s browser says')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('table')).toBeVisible()
  await tabTo('Make a key pair')
  expect(reached.filter(name => name.startsWith('UNSEEN'))).toEqual([])
})

test('a screen reader hears what happened', async ({ desk, page }) => {
  const regions = page.getByRole('status')
  // There before they speak: a region that comes with its words is not read.
  await expect(regions).toHaveCount(7)
  await expect(regions).toHaveText(['', '', '', '', '', '', ''])
  const keys = await newKeys()
  await desk.load(keys)
  await expect(regions.nth(2)).toHaveText('Identity loaded.')
  await desk.add(
    chosen('1.age', await sealed(keys.recipient, 'x')),
    chosen('2.age', 'no sealed file'),
  )
  await expect(regions.nth(3)).toHaveText('1 of 2 opened. 1 could not be opened.')
  await page.getByRole('button', { name: 'Make a key pair' }).click()
  await expect(regions.nth(6)).toHaveText('A key pair was made. Save the identity now.')
  await desk.saved(page.getByRole('link', { name: 'Save the identity' }))
  await expect(page.getByRole('button', { name: 'Download a.pdf' })).toBeVisible()
})
