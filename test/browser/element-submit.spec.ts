import { expect, type Locator, type Page } from 'playwright/test'
import { startCryptshare } from '../../src/sandbox/cryptshare/sandbox.ts'
import { courier, release } from './courier.ts'
import {
  choose,
  JPG,
  keepBack,
  LATE_CODE,
  PDF,
  PNG,
  phases,
  type Site,
  test,
} from './element-site.ts'

type SealDrop = HTMLElementTagNameMap['seal-drop']

const form = (inner: string, attributes = ''): string =>
  `<form action="/apply" method="post" ${attributes}>${inner}
    <button name="how" value="now">Apply</button>
    <button name="how" value="later">Apply later</button>
    <button type="reset">Start over</button>
  </form>`

const PAPERS = '<seal-drop name="papers" upload="submit" required multiple></seal-drop>'
const MORE = '<seal-drop id="more" name="more" upload="submit" label="More"></seal-drop>'

const apply = (page: Page, how = 'Apply'): Promise<void> =>
  page.getByRole('button', { name: how, exact: true }).click()
/** Chooses, applies, and is there when the file is on its way. */
const applyWith = async (widget: Locator, file: string): Promise<void> => {
  await choose(widget, file)
  await apply(widget.page())
  await expect.poll(() => phases(widget)).toEqual(['sending'])
}
const thanked = (page: Page): Promise<void> =>
  expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
const sent = ({ posts }: Site, from: number): Record<string, string[]>[] =>
  posts
    .slice(from)
    .map(post => Object.fromEntries([...post.keys()].map(key => [key, post.getAll(key)])))

for (const novalidate of ['', 'novalidate'])
  test(`files that wait for code go out with the form, too ${novalidate}`, async ({
    open,
    didww,
    page,
    site,
  }) => {
    const before = site.posts.length
    const letThrough = await keepBack(page, LATE_CODE)
    const widget = await open(
      form(`<seal-drop name="papers" upload="submit" required ${didww}></seal-drop>`, novalidate),
    )
    await choose(widget, PDF)
    await apply(page)
    letThrough()
    await thanked(page)
    expect(sent(site, before)).toEqual([{ papers: [expect.any(String)], how: ['now'] }])
  })

test('a form whose files cannot come in stays, says so, and is sent when the net is back', async ({
  open,
  didww,
  page,
  site,
}) => {
  const before = site.posts.length
  await page.route(LATE_CODE, route => route.abort())
  const widget = await open(
    form(`<seal-drop name="papers" upload="submit" ${didww}></seal-drop>`, 'novalidate'),
  )
  await choose(widget, PDF)
  await apply(page)
  await expect(widget.getByText('Please wait until your document is delivered.')).toBeVisible()
  expect(sent(site, before)).toEqual([])
  await page.unroute(LATE_CODE)
  await apply(page)
  await thanked(page)
  expect(sent(site, before)).toEqual([{ papers: [expect.any(String)], how: ['now'] }])
})

test('while nobody knows whether the transport waits for the form, the form waits', async ({
  open,
  page,
  site,
}) => {
  const before = site.posts.length
  const { endpoint, user, clientId, recipients, recipient, received, close } =
    await startCryptshare()
  try {
    const letThrough = await keepBack(page, '**/cryptshare-*.js')
    const options = { user, clientId, recipients, pollTransfer: { everyMs: 5 } }
    const widget = await open(
      form(
        `<seal-drop name="papers" transport="cryptshare" endpoint="${endpoint}"
          recipients="${recipient}" options='${JSON.stringify(options)}'></seal-drop>`,
        'novalidate',
      ),
    )
    await choose(widget, PDF)
    await expect.poll(() => phases(widget)).toEqual(['checking'])
    await apply(page)
    letThrough()
    await thanked(page)
    expect(sent(site, before)).toEqual([{ papers: [received()[0]?.id], how: ['now'] }])
    expect(received().map(({ isSubmitted }) => isSubmitted)).toEqual([true])
  } finally {
    await close()
  }
})

test('a file that is added to one widget while another sends goes out with the form', async ({
  open,
  page,
  site,
}) => {
  const before = site.posts.length
  const papers = await open(form(PAPERS + MORE))
  const more = page.locator('#more')
  await courier(papers)
  await courier(more, 'send')
  await choose(papers, PDF)
  await choose(more, PNG)
  await apply(page)
  await expect.poll(() => phases(papers)).toEqual(['done'])
  await expect.poll(() => phases(more)).toEqual(['sending'])
  await choose(papers, JPG)
  await expect.poll(() => phases(papers)).toEqual(['done', 'ready'])
  await release(more)
  await thanked(page)
  expect(sent(site, before)).toEqual([{ papers: ['r1', 'r2'], more: ['r1'], how: ['now'] }])
})

for (const papers of [PAPERS, PAPERS.replace('required', '')])
  test(`a form that is reset while its files are sent is not sent, and can be sent anew: ${papers}`, async ({
    open,
    page,
    site,
  }) => {
    const before = site.posts.length
    const widget = await open(form(papers, 'novalidate'))
    await courier(widget, 'send')
    await choose(widget, PDF, JPG)
    await apply(page)
    await expect.poll(() => phases(widget)).toEqual(['sending', 'sending'])
    await page.getByRole('button', { name: 'Start over' }).click()
    await expect.poll(() => phases(widget)).toEqual([])
    await choose(widget, PNG)
    await expect.poll(() => phases(widget)).toEqual(['ready'])
    await apply(page, 'Apply later')
    await release(widget)
    await thanked(page)
    expect(sent(site, before)).toEqual([{ papers: ['r1'], how: ['later'] }])
  })

test('a file that is chosen after a reset is not sent by the submit before it', async ({
  open,
  page,
}) => {
  const papers = await open(form(PAPERS.replace('required', '') + MORE))
  const more = page.locator('#more')
  await courier(papers)
  await courier(more, 'commit')
  await choose(papers, PDF)
  await choose(more, PNG)
  await apply(page)
  await expect.poll(() => phases(papers)).toEqual(['done'])
  await expect.poll(() => phases(more)).toEqual(['committing'])
  await page.getByRole('button', { name: 'Start over' }).click()
  await choose(papers, JPG)
  await expect.poll(() => phases(papers)).toEqual(['ready'])
  await release(more)
  // By the time another file is checked, the submit would long have gone on.
  await choose(papers, PNG)
  await expect.poll(() => phases(papers)).toEqual(['ready', 'ready'])
})

test('a reset that the page prevents keeps the submit', async ({ open, page, site }) => {
  const before = site.posts.length
  const widget = await open(form(PAPERS))
  await courier(widget, 'send')
  await page.evaluate(() => document.addEventListener('reset', event => event.preventDefault()))
  await applyWith(widget, PDF)
  await page.getByRole('button', { name: 'Start over' }).click()
  await release(widget)
  await thanked(page)
  expect(sent(site, before)).toEqual([{ papers: ['r1'], how: ['now'] }])
})

test('a form whose widget is taken out while it sends is not sent; the next submit is', async ({
  open,
  page,
  site,
}) => {
  const before = site.posts.length
  const widget = await open(form(PAPERS))
  await courier(widget, 'send')
  await applyWith(widget, PDF)
  await widget.evaluate(element => element.remove())
  await apply(page, 'Apply later')
  await thanked(page)
  expect(sent(site, before)).toEqual([{ how: ['later'] }])
})

test('a widget that is moved within its form while it sends goes out with it', async ({
  open,
  page,
  site,
}) => {
  const before = site.posts.length
  const widget = await open(form(PAPERS))
  await courier(widget, 'send')
  await applyWith(widget, PDF)
  await widget.evaluate(element => element.parentElement?.append(element))
  await release(widget)
  await thanked(page)
  expect(sent(site, before)).toEqual([{ papers: ['r1'], how: ['now'] }])
})

test('whoever cancels the only required file while it is sent is asked for one', async ({
  open,
  site,
}) => {
  const before = site.posts.length
  const widget = await open(form(PAPERS, 'novalidate'))
  await courier(widget, 'send')
  await applyWith(widget, PDF)
  await widget.getByRole('button', { name: /^Cancel/ }).click()
  await expect(widget.getByText('Please add a document.')).toBeVisible()
  expect(sent(site, before)).toEqual([])
})

test('without the ticket that the form is to hold, the form is not sent', async ({
  open,
  page,
  site,
}) => {
  const before = site.posts.length
  const widget = await open(
    form(
      '<seal-drop name="papers" upload="submit" value-format="ticket"></seal-drop>',
      'novalidate',
    ),
  )
  await courier(widget)
  await choose(widget, PDF)
  await apply(page)
  await expect(widget.locator('#invalid')).toHaveText(
    'This upload is not set up correctly. Please tell the owner of this site.',
  )
  expect(sent(site, before)).toEqual([])
})

test('whoever pauses a file that the form waits for is told why it stays, until it goes on', async ({
  open,
  page,
  site,
}) => {
  const before = site.posts.length
  const widget = await open(form(PAPERS))
  await courier(widget, 'send')
  await page.evaluate(() =>
    document.addEventListener(
      'invalid',
      ({ target }) => {
        const { validity, validationMessage } = target as SealDrop
        Object.assign(window, { told: [validity?.valid, validationMessage] })
      },
      { capture: true },
    ),
  )
  await applyWith(widget, PDF)
  await widget.getByRole('button', { name: /^Pause/ }).click()
  const why = 'doc_1_3_pages.pdf is paused. Resume or cancel it, then send the form again.'
  await expect(widget.getByText(why)).toBeVisible()
  await expect(widget.getByRole('button', { name: /^Choose/ })).toBeFocused()
  expect(await page.evaluate(() => Reflect.get(window, 'told'))).toEqual([false, why])
  // Drawn again, for whatever reason, it is still there.
  await widget.evaluate(async (element: SealDrop) => {
    element.hint = 'Both sides, please'
    await element.updateComplete
  })
  await expect(widget.getByText(why)).toBeVisible()

  await widget.getByRole('button', { name: /^Resume/ }).click()
  await expect(widget.getByText(why)).toBeHidden()
  await apply(page)
  await release(widget)
  await thanked(page)
  expect(sent(site, before)).toEqual([{ papers: ['r1'], how: ['now'] }])
})

for (const [what, goOn, papers] of [
  ['goes on with it', /^Resume/, { papers: ['r1'] }],
  ['cancels it', /^Cancel/, {}],
] as const)
  test(`whoever pauses a file and ${what} while another widget sends has the form sent`, async ({
    open,
    page,
    site,
  }) => {
    const before = site.posts.length
    const widget = await open(form(PAPERS.replace('required', '') + MORE))
    const more = page.locator('#more')
    for (const one of [widget, more]) await courier(one, 'send')
    await choose(widget, PDF)
    await choose(more, PNG)
    await apply(page)
    await expect.poll(() => phases(widget)).toEqual(['sending'])
    await widget.getByRole('button', { name: /^Pause/ }).click()
    // Its own work is over by then, and was told so.
    await widget.evaluate((element: SealDrop) => element.settled())
    await widget.getByRole('button', { name: goOn }).click()
    await release(widget)
    await widget.evaluate((element: SealDrop) => element.settled())
    await release(more)
    await thanked(page)
    expect(sent(site, before)).toEqual([{ ...papers, more: ['r1'], how: ['now'] }])
  })

test('a form waits for a file that was paused and goes on, also when the other widget is done', async ({
  open,
  page,
  site,
}) => {
  const before = site.posts.length
  const widget = await open(form(PAPERS + MORE))
  const more = page.locator('#more')
  for (const one of [widget, more]) await courier(one, 'send')
  await choose(widget, PDF)
  await choose(more, PNG)
  await apply(page)
  await expect.poll(() => phases(widget)).toEqual(['sending'])
  await widget.getByRole('button', { name: /^Pause/ }).click()
  await widget.evaluate((element: SealDrop) => element.settled())
  await widget.getByRole('button', { name: /^Resume/ }).click()
  await expect.poll(() => phases(widget)).toEqual(['sending'])
  await release(more)
  await expect.poll(() => phases(more)).toEqual(['done'])
  await expect(widget.locator('#invalid')).toBeHidden()
  await release(widget)
  await thanked(page)
  expect(sent(site, before)).toEqual([{ papers: ['r1'], more: ['r1'], how: ['now'] }])
})

test('a widget with nothing to send can be taken out while another sends', async ({
  open,
  page,
  site,
}) => {
  const before = site.posts.length
  const widget = await open(form(PAPERS + MORE))
  await courier(widget, 'send')
  await courier(page.locator('#more'))
  await applyWith(widget, PDF)
  await page.locator('#more').evaluate(element => element.remove())
  await release(widget)
  await thanked(page)
  expect(sent(site, before)).toEqual([{ papers: ['r1'], how: ['now'] }])
})

test('under novalidate the page’s own message keeps no form back', async ({ open, page, site }) => {
  const before = site.posts.length
  const widget = await open(form(PAPERS, 'novalidate'))
  await courier(widget)
  await widget.evaluate((element: SealDrop) => element.setCustomValidity('Not yet'))
  await choose(widget, PDF)
  await apply(page)
  await thanked(page)
  expect(sent(site, before)).toEqual([{ papers: ['r1'], how: ['now'] }])
})

test('a widget that was switched off stands for nothing', async ({ open, page, site }) => {
  const before = site.posts.length
  const widget = await open(form(`<fieldset>${PAPERS}</fieldset>${MORE}`))
  const more = page.locator('#more')
  for (const one of [widget, more]) await courier(one, 'send')
  await choose(widget, PDF)
  await choose(more, PNG)
  await apply(page)
  await expect.poll(() => phases(widget)).toEqual(['sending'])
  await widget.getByRole('button', { name: /^Pause/ }).click()
  await page.locator('fieldset').evaluate(element => element.toggleAttribute('disabled', true))
  await release(more)
  await thanked(page)
  expect(sent(site, before)).toEqual([{ more: ['r1'], how: ['now'] }])
})

for (const [way, method, formmethod] of [
  ['its button', 'post', 'formmethod="dialog"'],
  ['its form', 'dialog', ''],
] as const)
  for (const [step, attributes, waiting] of [
    ['send', 'upload="submit"', 'ready'],
    ['commit', '', 'delivered'],
  ] as const)
    test(`Cancel closes a dialog at once, by the method of ${way}, and sends no file: ${waiting}`, async ({
      open,
      page,
      site,
    }) => {
      const before = site.posts.length
      const widget = await open(
        `<dialog><form action="/apply" method="${method}">
          <seal-drop name="papers" ${attributes}></seal-drop>
          <button>Apply</button><button ${formmethod} formnovalidate>Cancel</button>
        </form></dialog>`,
      )
      await courier(widget, step)
      const dialog = page.locator('dialog')
      await dialog.evaluate((element: HTMLDialogElement) => element.showModal())
      await choose(widget, PDF)
      await expect.poll(() => phases(widget)).toEqual([waiting])
      await page.getByRole('button', { name: 'Cancel', exact: true }).click()
      await expect(dialog).toBeHidden()
      expect(await phases(widget)).toEqual([waiting])
      expect(sent(site, before)).toEqual([])
    })

for (const isKept of [false, true])
  test(`a form that waits for its files ${isKept ? 'is sent where the page keeps the dialog open' : 'is not sent once Cancel closed its dialog'}`, async ({
    open,
    page,
    site,
  }) => {
    const before = site.posts.length
    const widget = await open(
      `<dialog open>${form(PAPERS).replace('</form>', '<button formmethod="dialog" formnovalidate>Cancel</button></form>')}</dialog>`,
    )
    await courier(widget, 'send')
    await applyWith(widget, PDF)
    if (isKept)
      await page.evaluate(() =>
        document.addEventListener('submit', event => event.preventDefault(), { once: true }),
      )
    await page.getByRole('button', { name: 'Cancel', exact: true }).click()
    await expect(page.locator('dialog')).toBeVisible({ visible: isKept })
    await release(widget)
    if (isKept) await thanked(page)
    else await widget.evaluate((element: SealDrop) => element.settled())
    // By the time another file is checked, the submit would long have gone on.
    if (!isKept)
      await widget.evaluate(async (element: SealDrop) => {
        element.add([new File(['nothing'], 'a.pdf')])
        await element.settled().catch(() => {})
      })
    expect(sent(site, before)).toHaveLength(isKept ? 1 : 0)
  })

for (const isSent of [true, false])
  test(`a button that the page disables after the press ${isSent ? 'is sent with the form' : 'stays disabled where the page keeps the form'}`, async ({
    open,
    page,
    site,
    events,
  }) => {
    const before = site.posts.length
    const widget = await open(form(PAPERS))
    await courier(widget)
    await page.evaluate(isSent => {
      const button = document.querySelector<HTMLButtonElement>('form > button')
      button?.addEventListener('click', () => setTimeout(() => button.toggleAttribute('disabled')))
      document.addEventListener('submit', event => {
        if (!isSent) event.preventDefault()
      })
    }, isSent)
    await choose(widget, PDF)
    await apply(page)
    if (isSent) await thanked(page)
    else {
      await expect.poll(events).toContain('submit')
      await expect(page.getByRole('button', { name: 'Apply', exact: true })).toBeDisabled()
    }
    expect(sent(site, before)).toEqual(isSent ? [{ papers: ['r1'], how: ['now'] }] : [])
  })
