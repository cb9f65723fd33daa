import { expect, type Locator } from 'playwright/test'
import { choose, PDF, phases, pointAt, test } from './element-site.ts'

type Element = HTMLElementTagNameMap['seal-drop']

const validityOf = (widget: Locator) =>
  widget.evaluate(({ validity, value }: Element) => ({ isWrong: validity?.customError, value }))

test('a form that is sent by GET never holds a receipt: name and hash would be in the URL', async ({
  open,
  didww,
  page,
}) => {
  for (const attributes of ['', 'method="get"', 'method="GET"', 'method=""', 'method="put"']) {
    const reports: string[] = []
    const onError = ({ message }: Error): void => void reports.push(message)
    page.on('pageerror', onError)
    const widget = await open(
      `<form action="/apply" ${attributes} novalidate><input name="method">
        <seal-drop name="papers" value-format="receipt" ${didww}></seal-drop><button>Apply</button>
      </form>`,
    )
    await widget.hover()
    await expect(widget.getByText(/^This upload is not set up correctly/).first()).toBeVisible()
    expect(await validityOf(widget)).toEqual({ isWrong: true, value: '' })
    await page.getByRole('button', { name: 'Apply' }).click()
    await page.waitForURL('**/apply?**')
    expect(page.url()).toMatch(/\/apply\?method=$/)
    expect(reports).toEqual([expect.stringContaining('method="post"')])
    page.off('pageerror', onError)
  }
})

test('a form that is sent by POST holds it, and so does one that a dialog closes', async ({
  open,
  didww,
}) => {
  for (const method of ['post', 'POST', 'dialog']) {
    const widget = await open(
      `<form method="${method}"><seal-drop name="papers" value-format="receipt" ${didww}></seal-drop></form>`,
    )
    await choose(widget, PDF)
    await expect.poll(() => phases(widget)).toEqual(['done'])
    const { isWrong, value } = await validityOf(widget)
    expect(isWrong).toBe(false)
    expect(value).toContain('doc_1_3_pages.pdf')
  }
})

test('a button that would send the form by GET does not send it, and another one still does', async ({
  open,
  didww,
  page,
  site,
}) => {
  const widget = await open(
    `<form action="/apply" method="post">
      <seal-drop name="papers" value-format="receipt" upload="submit" ${didww}></seal-drop>
      <button formmethod="get" formaction="/draft">Keep as draft</button>
      <button formmethod="get" formnovalidate>Skip</button>
      <button>Apply</button>
    </form>`,
  )
  const { url } = { url: page.url() }
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['ready'])
  for (const name of ['Keep as draft', 'Skip']) {
    await page.getByRole('button', { name }).click()
    await expect(widget.getByText(/^This upload is not set up correctly/)).toBeVisible()
    expect(page.url()).toBe(url)
  }
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
  expect(JSON.parse(site.posts.at(-1)?.get('papers') ?? '')).toMatchObject({ transport: 'didww' })
})

const WAYS: readonly (readonly [string, (form: HTMLFormElement) => void])[] = [
  [
    'submit() of a form that has become one for GET',
    form => {
      form.method = 'get'
      form.submit()
    },
  ],
  [
    'a submit listener that makes it one for GET',
    form => {
      form.addEventListener('submit', () => {
        form.method = 'get'
      })
      form.requestSubmit()
    },
  ],
  [
    'a submit listener that has the button send it by GET',
    form => {
      form.addEventListener('submit', ({ submitter }) =>
        submitter?.setAttribute('formmethod', 'get'),
      )
      form.querySelector('button')?.click()
    },
  ],
  [
    'another form, which is one for GET',
    form => {
      const other = document.createElement('form')
      other.id = 'other'
      other.action = '/apply'
      form.after(other)
      form.querySelector('seal-drop')?.setAttribute('form', 'other')
      other.submit()
    },
  ],
  [
    'a script that makes a URL of the data of a form that has become one for GET',
    form => {
      form.method = 'get'
      const entries = [...new FormData(form)].map(([name, value]) => [name, `${value}`])
      location.href = `/apply?${new URLSearchParams(entries)}`
    },
  ],
]
for (const [way, send] of WAYS)
  test(`no receipt is in the URL after ${way}`, async ({ open, didww, page }) => {
    const widget = await open(
      `<form action="/apply" method="post"><input name="papers" value="own">
        <seal-drop name="papers" value-format="receipt" ${didww}></seal-drop><button>Apply</button>
      </form>`,
    )
    await choose(widget, PDF)
    await expect.poll(() => phases(widget)).toEqual(['done'])
    await page.locator('form').evaluate(send)
    await page.waitForURL('**/apply**')
    const { searchParams } = new URL(page.url())
    expect(searchParams.getAll('papers').filter(entry => entry !== 'own')).toEqual([])
  })

test('references may be in a URL: they are what the service calls a file', async ({
  open,
  didww,
  page,
}) => {
  const widget = await open(
    `<form action="/apply"><seal-drop name="papers" ${didww}></seal-drop><button>Apply</button></form>`,
  )
  await pointAt(widget)
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  const { value } = await validityOf(widget)
  await page.getByRole('button', { name: 'Apply' }).click()
  await page.waitForURL('**/apply?**')
  expect(new URL(page.url()).searchParams.get('papers')).toBe(value)
})
