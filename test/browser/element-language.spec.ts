import { expect } from 'playwright/test'
import { complaintsOf } from './complaints.ts'
import { choose, HEIC, keepBack, PDF, phases, pointAt, test } from './element-site.ts'

const GERMAN = '**/de-*.js'

test('in a German page, the element speaks German, also of files', async ({
  open,
  didww,
  page,
}) => {
  const complaints = complaintsOf(page)
  const widget = await open(
    `<div lang="de-AT"><seal-drop multiple max-files="3" ${didww}></seal-drop></div>`,
  )
  const button = widget.getByRole('button', { name: 'Dateien auswählen' })
  await expect(button).toBeVisible()
  await expect(widget.getByText('PDF, JPG oder PNG, jeweils bis 20,9 MB')).toBeVisible()
  await expect(widget.locator('[part=seal]')).toContainText(
    'In Ihrem Browser verschlüsselt für DIDWW',
  )
  const chooser = page.waitForEvent('filechooser')
  await button.click()
  await (await chooser).setFiles([PDF, HEIC])
  await expect.poll(() => phases(widget)).toEqual(['done', 'refused'])
  await expect(widget.getByText(/^Zugestellt · läuft ab: /)).toBeVisible()
  await expect(widget.getByText(/^Das ist ein iPhone-Foto \(HEIC\)\. Exportieren/)).toBeVisible()
  await expect(widget.getByRole('button', { name: /entfernen$/ })).toBeVisible()
  expect(complaints).toEqual([])
})

test('it is not read in English first, but not for long where the words are late', async ({
  open,
  didww,
  page,
}) => {
  const letGo = await keepBack(page, GERMAN)
  const widget = await open(`<div lang="de"><seal-drop ${didww}></seal-drop></div>`)
  const root = widget.locator('.root')
  await expect(root).toHaveClass(/awaiting/)
  await expect(widget.getByRole('button', { name: 'Choose a file' })).toBeVisible()
  letGo()
  await expect(widget.getByRole('button', { name: 'Datei auswählen' })).toBeVisible()
  await expect(root).not.toHaveClass(/awaiting/)
})

test('where its words cannot be loaded, it is English, and works', async ({
  open,
  didww,
  page,
}) => {
  await page.route(GERMAN, route => route.abort())
  const widget = await open(`<div lang="de"><seal-drop ${didww}></seal-drop></div>`)
  await expect(widget.locator('.root')).not.toHaveClass(/awaiting/)
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  await expect(widget.getByText(/^Delivered/)).toBeVisible()
})

for (const [lang, hint, expiry] of [
  ['mt', 'PDF, JPG jew PNG, sa 20.9 MB', /^Ikkonsenjat.*(għada|\d+\/\d+), \d+:\d\d$/],
  ['ga', 'PDF, JPG nó PNG', /(amárach|\d+\/\d+), \d+:\d\d$/],
] as const)
  test(`in ${lang}, which Chromium does not have, no word of another language stands among its own`, async ({
    open,
    didww,
    page,
  }) => {
    const widget = await open(`<div lang="${lang}"><seal-drop multiple ${didww}></seal-drop></div>`)
    await expect(widget.getByText(hint)).toBeVisible()
    const chooser = page.waitForEvent('filechooser')
    await widget.getByRole('button').first().click()
    await (await chooser).setFiles([PDF])
    await expect.poll(() => phases(widget)).toEqual(['done'])
    await expect(widget.locator('.status')).toHaveText(expiry)
  })

test('in a language that it does not have, it is English', async ({ open, didww }) => {
  const widget = await open(`<div lang="eo"><seal-drop ${didww}></seal-drop></div>`)
  await expect(widget.getByRole('button', { name: 'Choose a file' })).toBeVisible()
  await expect(widget.locator('.root')).not.toHaveClass(/awaiting/)
})

test('English loads no language', async ({ open, didww, page }) => {
  const loaded: string[] = []
  page.on('request', request => loaded.push(request.url()))
  const widget = await open(`<seal-drop ${didww}></seal-drop>`)
  await pointAt(widget)
  expect(loaded.some(url => url.includes('/sealdrop.js'))).toBe(true)
  expect(loaded.filter(url => url.includes('languages'))).toEqual([])
})

test('a new `lang` changes all that is drawn, and what was chosen stays', async ({
  open,
  didww,
}) => {
  const widget = await open(`<seal-drop ${didww}></seal-drop>`)
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  for (const [lang, done, button] of [
    ['fr', /^Livré/, 'Choisir un autre fichier'],
    ['ja', /^届きました/, '別のファイルを選択'],
    ['en', /^Delivered/, 'Choose another file'],
  ] as const) {
    await widget.evaluate((element, value) => element.setAttribute('lang', value), lang)
    await expect(widget.getByText(done)).toBeVisible()
    await expect(widget.getByRole('button', { name: button })).toBeVisible()
  }
  expect(await phases(widget)).toEqual(['done'])
})

test('a site’s own words stand in for ours, of files, too', async ({ open, didww }) => {
  const widget = await open(`<seal-drop lang="de" ${didww}></seal-drop>`)
  await widget.evaluate((element: HTMLElementTagNameMap['seal-drop']) => {
    element.strings = {
      de: { choose: { one: 'Scan wählen' }, status: { done: 'Beim Amt' } },
      en: { choose: { one: 'Pick a scan' } },
    }
  })
  const button = widget.getByRole('button', { name: 'Scan wählen' })
  const chooser = widget.page().waitForEvent('filechooser')
  await button.click()
  await (await chooser).setFiles(PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  await expect(widget.getByRole('button', { name: 'Andere Datei auswählen' })).toBeVisible()
})

/** Whether the words are read in the order in which they are written. */
const orderOf = (hint: Element, isRightToLeft: boolean): boolean => {
  const texts = document.createTreeWalker(hint.shadowRoot ?? hint, NodeFilter.SHOW_TEXT)
  let text = texts.nextNode()
  while (text && !text.textContent?.includes('PDF')) text = texts.nextNode()
  const words = text?.textContent ?? ''
  const placeOf = (from: number): DOMRect => {
    const range = document.createRange()
    if (text) range.setStart(text, from)
    if (text) range.setEnd(text, from + 1)
    return range.getBoundingClientRect()
  }
  const [first, last] = [placeOf(words.indexOf('PDF')), placeOf(words.trimEnd().length - 1)]
  return words !== '' && isRightToLeft === first.left > last.left
}

test('Arabic runs from the right, and names and formats in it from the left', async ({
  open,
  didww,
  page,
}) => {
  const widget = await open(`<div lang="ar" dir="rtl"><seal-drop ${didww}></seal-drop></div>`)
  await page.setViewportSize({ width: 900, height: 700 })
  await expect(widget.getByRole('button', { name: 'اختيار ملف' })).toBeVisible()
  expect(await widget.locator('[part=hint]').evaluate(orderOf, true)).toBe(true)
  // The key's fingerprint, or the room for it, comes behind the name whose key it is.
  const who = await widget.locator('[part=seal] b').boundingBox()
  const fingerprint = await widget.locator('[part=seal] code').boundingBox()
  expect(who?.x).toBeGreaterThan(fingerprint?.x ?? Number.POSITIVE_INFINITY)
  const chooser = page.waitForEvent('filechooser')
  await widget.getByRole('button').click()
  await (await chooser).setFiles(PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  const thumb = await widget.locator('[part=thumb]').boundingBox()
  const action = await widget.locator('[part=action]').boundingBox()
  expect(thumb?.x).toBeGreaterThan(action?.x ?? Number.POSITIVE_INFINITY)
})

test('English words in a page that runs from the right keep their order', async ({
  open,
  didww,
  page,
}) => {
  const widget = await open(`<div dir="rtl"><seal-drop ${didww}></seal-drop></div>`)
  await page.setViewportSize({ width: 900, height: 700 })
  await expect(widget.getByText('PDF, JPG or PNG, up to 20.9 MB')).toBeVisible()
  expect(await widget.locator('[part=hint]').evaluate(orderOf, false)).toBe(true)
  // The full stop stands after the last word, and not before the first.
  const [start, end] = await widget
    .getByText('Files are sent as soon as you choose them.')
    .evaluate(({ childNodes }) => {
      const text = [...childNodes].find(({ textContent }) => textContent?.endsWith('them.'))
      const placeOf = (from: number): number => {
        const range = document.createRange()
        if (text) range.setStart(text, from)
        if (text) range.setEnd(text, from + 1)
        return range.getBoundingClientRect().left
      }
      return [placeOf(0), placeOf((text?.textContent ?? '').length - 1)]
    })
  expect(end).toBeGreaterThan(start ?? Number.POSITIVE_INFINITY)
})

for (const [lang, dir] of [
  ['de', 'ltr'],
  ['ar', 'rtl'],
  ['fr', 'ltr'],
  ['ja', 'ltr'],
] as const)
  test(`nothing is wider than its place at 260 px: ${lang}`, async ({ open, didww, page }) => {
    await page.setViewportSize({ width: 260 + 48, height: 900 })
    const widget = await open(
      `<div lang="${lang}" dir="${dir}"><seal-drop multiple max-files="3" required ${didww}></seal-drop></div>`,
    )
    await expect(widget.locator('.root')).toHaveAttribute('lang', lang)
    const outside = (): Promise<unknown> =>
      widget.evaluate(element => {
        const box = element.getBoundingClientRect()
        const parts = [...(element.shadowRoot?.querySelectorAll('[part], button, p') ?? [])]
        return {
          width: Math.round(box.width),
          outside: parts
            .filter(part => {
              const { left, right, width } = part.getBoundingClientRect()
              return width > 1 && (left < box.left - 4 || right > box.right + 4)
            })
            .map(part => part.outerHTML),
          cut: parts
            .filter(part => !part.closest('#said') && part.scrollWidth > part.clientWidth + 1)
            .map(part => part.outerHTML),
          scrolls: document.documentElement.scrollWidth > innerWidth,
        }
      })
    const whole = { width: 260, outside: [], cut: [], scrolls: false }
    expect(await outside()).toEqual(whole)
    const chooser = page.waitForEvent('filechooser')
    await widget.getByRole('button').first().click()
    await (await chooser).setFiles([PDF, HEIC])
    await expect.poll(() => phases(widget)).toEqual(['done', 'refused'])
    expect(await outside()).toEqual(whole)
  })
