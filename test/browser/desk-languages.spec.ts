import { type Browser, expect, type Page, test } from 'playwright/test'
import type { Playground } from '../../demo/serve.ts'
import { en } from '../../src/desk/strings/en.ts'
import { deskLanguageNames } from '../../src/desk/strings/languages.ts'
import { complaintsInAllColours } from '../axe.ts'
import {
  type Chosen,
  chosen,
  deskUrl,
  forged,
  newKeys,
  sample,
  sealed,
  unfoldAll,
} from './desk-site.ts'
import { startPlayground } from './own-playground.ts'

interface Given {
  readonly identity: string
  readonly other: string
  readonly files: readonly Chosen[]
}

/** An identity, another recipient, and files of which each shows something else. */
const given = async (): Promise<Given> => {
  const [keys, other] = [await newKeys(), await newKeys()]
  const facts = { name: 'holiday.png', type: 'image/png', remarks: ['encrypted'] as const }
  const photo = await sample('jpg/DSCN0010.jpg')
  const broken = await sample('png/badcrc.png')
  return {
    identity: keys.identity,
    other: other.recipient,
    files: [
      chosen('1.age', await sealed(keys.recipient, photo, facts)),
      chosen('2.age', await forged(keys.recipient, '<html>', [])),
      chosen('3.age', await sealed(other.recipient, 'x')),
      chosen('4.pdf', '%PDF-1.4 not sealed'),
      chosen('5.age', await sealed(keys.recipient, broken, { name: 'a.png', type: 'image/png' })),
    ],
  }
}

/** A desk with all of that on it, whatever its language. */
const fill = async (page: Page, { identity, other, files }: Given): Promise<void> => {
  await page.locator('#pair button').click()
  const recipient = page.locator('#recipient')
  for (const [text, rows] of [
    [other, 2],
    ['age1', 2],
  ] as const) {
    await recipient.fill(text)
    await recipient.press('Enter')
    await expect(page.locator('#pair .keys li')).toHaveCount(rows)
  }
  await expect(page.locator('#recipient-trouble')).not.toBeEmpty()
  await page.locator('#secret').fill(identity)
  await page.locator('#secret').press('Enter')
  await expect(page.locator('#open .keys li')).toHaveCount(1)
  await page.locator('#sealed input').setInputFiles([...files])
  await expect(page.locator('.file .bad')).toHaveCount(2)
  await expect(page.locator('.file details')).toHaveCount(3)
  await unfoldAll(page)
}

/** What is drawn beyond the window, or has more in it than it has room for, or is too small to be pressed. */
const faults = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - innerWidth
    const found = wide > 0 ? [`The page is ${wide} px too wide.`] : []
    for (const part of document.querySelectorAll<HTMLElement>('header *, main *')) {
      if (!part.checkVisibility() || getComputedStyle(part).clipPath !== 'none') continue
      const { left, right, width, height } = part.getBoundingClientRect()
      const name = part.outerHTML.slice(0, 90)
      if (width > 0 && (left < -1 || right > innerWidth + 1)) found.push(`${name} sticks out`)
      const isTarget = part.matches('button, a, summary, input, select')
      if (part.matches('button, .button, .thumb') && part.scrollWidth > part.clientWidth + 1)
        found.push(`${name} has more in it than it has room for`)
      if (isTarget && width > 0 && (width < 44 || height < 44)) found.push(`${name} is too small`)
    }
    return found
  })

/** English texts of several words, between what is filled in. */
const sentences = (texts: object): readonly string[] =>
  Object.values(texts).flatMap((text: string | object) =>
    typeof text === 'string'
      ? text.split(/\{\w+\}|\*/).filter(part => / \w+ /.test(part.trim()))
      : sentences(text),
  )

/** What is wrong with the proof of the first document on A4, within the margins of a browser. */
const onPaper = async (page: Page): Promise<{ wide: number; english: readonly string[] }> => {
  await page.evaluate(() => Object.assign(window, { print: () => {} }))
  await page.locator('.print').first().click()
  await page.setViewportSize({ width: 718, height: 1000 })
  await page.emulateMedia({ media: 'print' })
  const shown = await page.locator('#paper').innerText()
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  return { wide, english: sentences(en).filter(text => shown.includes(text.trim())) }
}

/** Opens the desk in a page of its own, which complains of nothing. */
const at = async (
  browser: Browser,
  options: { readonly locale?: string; readonly url?: string; readonly width?: number },
  look: (page: Page) => Promise<void>,
): Promise<void> => {
  const { locale = 'en-US', url = deskUrl, width = 260 } = options
  const page = await browser.newPage({ locale, viewport: { width, height: 800 } })
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(error.message))
  page.on('console', message => complaints.push(message.text()))
  await page.goto(url)
  try {
    await look(page)
    expect(complaints).toEqual([])
  } finally {
    await page.close()
  }
}

test('in every language the desk is whole on the narrowest phone, and none of it is English', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const all = await given()
  expect(sentences(en).length).toBeGreaterThan(60)
  for (const lang of deskLanguageNames)
    await at(browser, { url: `${deskUrl}?lang=${lang}` }, async page => {
      const html = page.locator('html')
      await expect(html).toHaveAttribute('lang', lang)
      await expect(html).toHaveAttribute('dir', /^(ar|he)$/.test(lang) ? 'rtl' : 'ltr')
      await fill(page, all)
      expect(await faults(page), lang).toEqual([])
      const shown = await page.locator('body').innerText()
      expect(
        sentences(en).filter(text => shown.includes(text.trim())),
        lang,
      ).toEqual([])
      expect(await page.title()).not.toContain(en.page.name)
      expect(await onPaper(page), lang).toEqual({ wide: 0, english: [] })
    })
})

for (const lang of ['ar', 'ja'])
  test(`axe finds nothing in ${lang}`, async ({ browser }) => {
    test.slow()
    const all = await given()
    await at(browser, { url: `${deskUrl}?lang=${lang}`, width: 1200 }, async page => {
      await fill(page, all)
      expect(await complaintsInAllColours(page)).toEqual([])
      expect(await faults(page)).toEqual([])
    })
  })

test('from the right, what is in Latin letters keeps its own direction', async ({ browser }) => {
  const all = await given()
  await at(browser, { locale: 'he-IL', width: 1200 }, async page => {
    await fill(page, all)
    const ways = await page.evaluate(() =>
      [...document.querySelectorAll('code, pre, input:not([type=file])')].map(
        part => getComputedStyle(part).direction,
      ),
    )
    expect(new Set(ways)).toEqual(new Set(['ltr']))
    await expect(page.locator('body')).toHaveCSS('direction', 'rtl')
    // Read from the right: the format, then the size.
    const kind = page.locator('.facts > .muted bdi')
    const [format, size] = [await kind.nth(0).boundingBox(), await kind.nth(1).boundingBox()]
    expect((size?.x ?? 0) + (size?.width ?? 0)).toBeLessThanOrEqual(format?.x ?? 0)
    await expect(page.locator('[lang=en]').first()).toHaveText(/CRC/)
  })
})

test.describe('the browser’s language', () => {
  for (const [locale, lang] of [
    ['de-AT', 'de-AT'],
    ['zh-HK', 'zh-HK'],
    ['eo', 'en-GB'],
    ['en-US', 'en-US'],
  ] as const)
    test(`${locale} is followed: the page is in ${lang}`, async ({ browser }) => {
      await at(browser, { locale }, async page => {
        await expect(page.locator('#secret')).toBeVisible()
        await expect(page.locator('html')).toHaveAttribute('lang', lang)
      })
    })
})

test.describe('served as files', () => {
  let playground: Playground
  test.beforeAll(async () => {
    playground = await startPlayground()
  })
  test.afterAll(() => playground.close())

  test('one language is loaded, and no other', async ({ page }) => {
    const loaded: string[] = []
    page.on('request', request => {
      const file = /\/desk\/strings\/([\w-]+)\.ts/.exec(request.url())?.[1]
      if (file) loaded.push(file)
    })
    await page.goto(`${playground.url}desk/?lang=fr`)
    await expect(page.getByRole('button', { name: 'Choisir le fichier de clé' })).toBeVisible()
    expect(loaded.toSorted()).toEqual(['en', 'fr', 'languages'])
  })

  test('a language that cannot be loaded gives way to the next, here English', async ({ page }) => {
    await page.route(/\/desk\/strings\/fr\.ts/, route => route.abort())
    await page.goto(`${playground.url}desk/?lang=fr`)
    await expect(page.getByRole('button', { name: 'Choose the identity file' })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en-US')
  })

  test('one that takes long is English until it is there, and loses nothing', async ({ page }) => {
    let answer = (): void => {}
    const asked = new Promise<void>(resolve => {
      answer = resolve
    })
    await page.route(/\/desk\/strings\/fr\.ts/, async route => {
      await asked
      await route.continue()
    })
    await page.goto(`${playground.url}desk/?lang=fr`, { waitUntil: 'commit' })
    const field = page.locator('#secret')
    await field.fill('a passphrase')
    await expect(page.getByRole('button', { name: 'Use it' })).toBeVisible()
    answer()
    await expect(page.getByRole('button', { name: 'Utiliser' })).toBeVisible()
    await expect(field).toHaveValue('a passphrase')
    await expect(field).toBeFocused()
  })
})
