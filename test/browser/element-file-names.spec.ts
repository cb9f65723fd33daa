import { expect } from 'playwright/test'
import { choose, PDF, test } from './element-site.ts'

type SealDrop = HTMLElementTagNameMap['seal-drop']

const LONG = `Aufenthaltserlaubnis_Vorder_und_Rueckseite_${'gescannt_'.repeat(4)}am_21_November_2026.pdf`
const NAMES = [
  LONG,
  LONG.replace('Vorder_und', 'Innen_und'),
  `${'👩‍👩‍👧‍👦'.repeat(8)} family.pdf`,
  'प्रमाणपत्र-निवास-प्रमाणपत्र-निवास-प्रमाणपत्र.pdf',
]

test('a long name is shown whole on a phone, without a pointer that hovers', async ({
  open,
  didww,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 800 })
  const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
  await widget.evaluate(
    (element: SealDrop, names) => element.add(names.map(name => new File(['x'], name))),
    NAMES,
  )
  const names = widget.locator('[part=name]')
  await expect(names).toHaveText(NAMES)
  const clipped = await names.evaluateAll(all =>
    all.map(name =>
      [name, ...name.querySelectorAll('*')].some(
        part =>
          part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== 'inline',
      ),
    ),
  )
  expect(clipped).toEqual(NAMES.map(() => false))
  await expect(widget.locator('[part=name] :text("…"), [part=name][title]')).toHaveCount(0)
})

test('the button beside "Drop more here" begins as a sentence does', async ({ open, didww }) => {
  const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
  await choose(widget, PDF)
  await expect(widget.getByRole('listitem')).toHaveCount(1)
  // `innerText` is what is seen: with the case that the style gives it.
  const seen = await widget
    .getByRole('button', { name: /^Choose/ })
    .evaluate((element: HTMLElement) => {
      const { textTransform } = getComputedStyle(element, '::first-letter')
      return [element.innerText.trim(), textTransform]
    })
  expect(seen).toEqual(['Choose files', 'none'])
})
