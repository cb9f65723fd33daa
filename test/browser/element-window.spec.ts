import { expect, type Locator, type Page } from 'playwright/test'
import { complaintsInAllColours } from '../axe.ts'
import { courier } from './courier.ts'
import { choose, PDF, phases, type Site, test } from './element-site.ts'

const form = (attributes: string): string =>
  `<form action="/apply" method="post" ${attributes}>
    <seal-drop name="papers" upload="submit"></seal-drop>
    <button>Apply <b>now</b></button>
  </form>`

const READY = 'Everything is ready. Press “Apply now” again to send the form.'
const apply = (page: Page): Promise<void> => page.getByRole('button', { name: 'Apply now' }).click()
/**
 * Lets the file through after so long that the browser has forgotten the press. The page itself watches for that, and says in its
 * console what it then shows: whatever the test asks the page counts as a press.
 */
const releaseWhenForgotten = (widget: Locator): Promise<void> =>
  widget.evaluate(element => {
    const note = element.shadowRoot?.querySelector('.zone-note')
    let isReleased = false
    const timer = setInterval(() => {
      if (!isReleased && !navigator.userActivation.isActive) {
        isReleased = true
        ;(element as unknown as { release: () => void }).release()
      }
      if (!isReleased || !note?.textContent) return
      clearInterval(timer)
      console.info(note.textContent)
    }, 50)
  })
const asked = (page: Page): Promise<unknown> =>
  page.waitForEvent('console', message => message.text() === READY)
const papers = ({ posts }: Site, from: number): readonly string[][] =>
  posts.slice(from).map(post => post.getAll('papers'))

for (const attributes of ['target="_blank"', 'target="answer"'])
  test(`a form whose window the browser would block asks for another press: ${attributes}`, async ({
    open,
    page,
    site,
  }) => {
    const before = site.posts.length
    const widget = await open(form(attributes))
    await courier(widget, 'send')
    await choose(widget, PDF)
    await apply(page)
    await expect.poll(() => phases(widget)).toEqual(['sending'])
    const shown = asked(page)
    await releaseWhenForgotten(widget)
    await shown
    await expect(widget.locator('.zone-note')).toBeVisible()
    await expect(widget.getByRole('status')).toContainText(READY)
    expect(
      await complaintsInAllColours(page, {
        ignored: ['region', 'page-has-heading-one'],
      }),
    ).toEqual([])
    expect(papers(site, before)).toEqual([])
    const opened = page.waitForEvent('popup')
    await apply(page)
    await expect((await opened).getByRole('heading', { name: 'Thank you' })).toBeVisible()
    expect(papers(site, before)).toEqual([['r1']])
    await expect(widget.locator('.zone-note')).toBeHidden()
  })

test('what asks for another press goes when the files change', async ({ open, page }) => {
  const widget = await open(form('target="_blank"'))
  await courier(widget, 'send')
  await choose(widget, PDF)
  await apply(page)
  await expect.poll(() => phases(widget)).toEqual(['sending'])
  const shown = asked(page)
  await releaseWhenForgotten(widget)
  await shown
  await widget.getByRole('button', { name: /^Remove/ }).click()
  await expect(widget.locator('.zone-note')).toBeHidden()
})

test('a quick upload opens the window by the first press', async ({ open, page }) => {
  const widget = await open(form('target="_blank"'))
  await courier(widget)
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['ready'])
  const opened = page.waitForEvent('popup')
  await apply(page)
  await expect((await opened).getByRole('heading', { name: 'Thank you' })).toBeVisible()
})

test('a form that is answered in this window is sent by the first press, however long it took', async ({
  open,
  page,
  site,
}) => {
  const before = site.posts.length
  const widget = await open(form(''))
  await courier(widget, 'send')
  await choose(widget, PDF)
  await apply(page)
  await expect.poll(() => phases(widget)).toEqual(['sending'])
  await releaseWhenForgotten(widget)
  await expect.poll(() => papers(site, before), { timeout: 20_000 }).toEqual([['r1']])
})
