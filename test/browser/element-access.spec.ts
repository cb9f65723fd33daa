import { type BrowserContext, expect, type Locator, type Page } from 'playwright/test'
import { complaints, complaintsInAllColours } from '../axe.ts'
import { chooseBy } from './chooser.ts'
import { choose, HEIC, JPG, LATE_CODE, largePdf, PDF, PNG, phases, test } from './element-site.ts'
import { hear } from './speech-log.ts'

/** The page is the test's own. */
const OF_WHOLE_PAGES = { ignored: ['region', 'page-has-heading-one'] }

const body = (attributes: string): string =>
  `<form><label for="papers">Identity documents</label>
  <seal-drop id="papers" name="papers" required multiple ${attributes}></seal-drop>
  <button>Send</button></form>`

/** Takes effect before anything is listed. */
const set = (
  widget: Locator,
  settings: Readonly<Record<string, string | number | boolean>>,
): Promise<unknown> =>
  widget.evaluate((element: SealDrop, given) => {
    Object.assign(element, given)
    return element.updateComplete
  }, settings)

const drag = (widget: Locator, type: string, count: number): Promise<void> =>
  widget.evaluate(
    (element, [event, files]) => {
      const dataTransfer = new DataTransfer()
      for (let n = 0; n < files; n++) dataTransfer.items.add(new File(['x'], `${n}.pdf`))
      const init = { bubbles: true, composed: true, cancelable: true, dataTransfer }
      element.shadowRoot?.querySelector('#choose')?.dispatchEvent(new DragEvent(event, init))
    },
    [type, count] as const,
  )

/** Each way to a state that looks different. */
const STATES: Readonly<
  Record<
    string,
    (tools: {
      widget: Locator
      sandbox: Sandbox
      page: Page
      context: BrowserContext
    }) => Promise<unknown>
  >
> = {
  empty: ({ widget }) => expect(widget.getByText(/up to 20.9 MB/)).toBeVisible(),
  dragging: async ({ widget }) => {
    await drag(widget, 'dragenter', 3)
    await expect(widget.getByText('Let go to add 3 files')).toBeVisible()
  },
  disabled: ({ widget }) =>
    widget.evaluate((element: SealDrop) => {
      element.disabled = true
      return element.updateComplete
    }),
  'read-only': async ({ widget }) => {
    await set(widget, { readOnly: true })
    await expect(widget.getByText('Nothing can be added now.')).toBeVisible()
  },
  'read-only, with a file': async ({ widget }) => {
    await choose(widget, PDF)
    await expect.poll(() => phases(widget)).toEqual(['done'])
    await set(widget, { readOnly: true })
    await expect(widget.getByText('Nothing can be added now.')).toBeVisible()
  },
  'required, and nothing is there': async ({ widget, page }) => {
    await page.getByRole('button', { name: 'Send' }).click()
    await expect(widget.getByText('Please add a document.')).toBeVisible()
  },
  'as many as may be': async ({ widget }) => {
    await set(widget, { maxFiles: 2 })
    await choose(widget, PDF, PNG)
    await expect(widget.getByText('The limit of 2 files is reached.')).toBeVisible()
    await expect.poll(() => phases(widget)).toEqual(['done', 'done'])
  },
  'one file': async ({ widget }) => {
    await set(widget, { multiple: false })
    await choose(widget, PDF)
    await expect(widget.getByText('Drop another here to replace it')).toBeVisible()
    await expect.poll(() => phases(widget)).toEqual(['done'])
  },
  'waiting for code': async ({ widget, page }) => {
    await page.route(LATE_CODE, route => route.abort())
    await choose(widget, PDF)
    await expect(widget.locator('.zone-note')).toHaveText(/^The connection was lost/)
  },
  'waiting for the form': async ({ widget }) => {
    await set(widget, { upload: 'submit' })
    await choose(widget, PDF, PNG)
    await expect.poll(() => phases(widget)).toEqual(['ready', 'ready'])
  },
  'checking and waiting': async ({ widget, page }) => {
    await page.route('**/worker.js', () => {}) // nobody reads the files
    await set(widget, { parallel: 1 })
    await choose(widget, PDF, PNG)
    await expect.poll(() => phases(widget)).toEqual(['checking', 'waiting'])
  },
  offline: async ({ widget, sandbox, context }) => {
    sandbox.flip({ stall: { at: 'body', afterBytes: 1000 } })
    await choose(widget, await largePdf())
    await expect(widget.getByText(/^Sending/)).toBeVisible()
    await context.setOffline(true)
    await expect(widget.getByText(/offline/).first()).toBeVisible()
  },
  'with a remark': async ({ widget }) => {
    await choose(widget, JPG)
    await expect(widget.getByText('This photo says where it was taken.')).toBeVisible()
    await expect.poll(() => phases(widget)).toEqual(['done'])
  },
  'may have arrived': async ({ widget, sandbox }) => {
    sandbox.flip({ dropAnswer: true })
    await choose(widget, PDF)
    await expect(widget.getByText(/^This file may have arrived/)).toBeVisible()
  },
  'without a seal': async ({ widget }) => {
    await set(widget, { seal: 'none: a test', transport: 'http', endpoint: '/nowhere' })
    await expect(widget.locator('[part=seal]')).toHaveCount(0)
  },
  misconfigured: async ({ widget }) => {
    await widget.evaluate((element: SealDrop) => {
      element.endpoint = ''
    })
    await expect(widget.locator('[part=prompt]')).toContainText('not set up correctly')
  },
  'under way': async ({ widget, sandbox }) => {
    sandbox.flip({ stall: { at: 'answer' } })
    await choose(widget, PDF, JPG)
    await expect.poll(() => phases(widget)).toEqual(['confirming', 'sending'])
  },
  paused: async ({ widget, sandbox }) => {
    sandbox.flip({ stall: { at: 'body', afterBytes: 1000 } })
    await choose(widget, await largePdf(), PNG)
    await expect(widget.getByRole('button', { name: 'Pause all' })).toBeVisible()
    await widget.getByRole('button', { name: 'Pause lease.pdf' }).click()
    await expect(widget.getByText(/^Paused at/)).toBeVisible()
  },
  retrying: async ({ widget, sandbox }) => {
    sandbox.flip({ status: { code: 503, retryAfter: 60 } })
    await choose(widget, PDF, PNG)
    await expect(widget.getByText(/^The server has a problem · trying again in/)).toHaveCount(2)
  },
  done: async ({ widget }) => {
    await choose(widget, PDF, JPG)
    await expect(widget.getByText('2 of 2 delivered', { exact: true })).toBeVisible()
  },
  removed: async ({ widget }) => {
    await choose(widget, PDF, JPG)
    await expect(widget.getByText('2 of 2 delivered', { exact: true })).toBeVisible()
    await widget.getByRole('button', { name: 'Remove doc_1_3_pages.pdf' }).click()
    await expect(widget.getByRole('button', { name: /^Undo/ })).toBeVisible()
  },
  failed: async ({ widget, sandbox }) => {
    sandbox.flip({ status: { code: 403 } })
    await choose(widget, PDF)
    await expect.poll(() => phases(widget)).toEqual(['failed'])
  },
  refused: async ({ widget }) => {
    await choose(widget, HEIC)
    await expect.poll(() => phases(widget)).toEqual(['refused'])
  },
  cancelled: async ({ widget, sandbox }) => {
    sandbox.flip({ stall: { at: 'answer' } })
    await choose(widget, PDF)
    await widget.getByRole('button', { name: /^Cancel/ }).click()
    await expect.poll(() => phases(widget)).toEqual(['cancelled'])
  },
  'keys untrusted': async ({ widget, sandbox }) => {
    sandbox.flip({ keys: 'garbage' })
    await widget.evaluate((element: SealDrop) => {
      element.parallel = 2 // a new session, which asks for the keys again
    })
    await widget.hover()
    await expect(widget.locator('[part=seal]')).toHaveText(
      /keys of the recipient could not be confirmed/,
    )
  },
  'fingerprints open': async ({ widget }) => {
    await widget.hover()
    await widget.locator('summary').click()
  },
}

type SealDrop = HTMLElementTagNameMap['seal-drop']
type Sandbox = import('../../src/sandbox/didww/sandbox.ts').DidwwSandbox

for (const [name, reach] of Object.entries(STATES))
  test(`axe finds nothing, and nothing overflows: ${name}`, async ({
    open,
    didww,
    page,
    context,
    sandbox,
  }) => {
    const widget = await open(body(didww))
    await expect(widget.locator('[part=seal]')).toBeVisible()
    await reach({ widget, sandbox, page, context })
    expect(await complaintsInAllColours(page, OF_WHOLE_PAGES)).toEqual([])
    await page.setViewportSize({ width: 260 + 48, height: 800 })
    expect(
      await widget.evaluate(element => {
        const { inlineSize } = getComputedStyle(element)
        const parts = [...(element.shadowRoot?.querySelectorAll('[part], button, p') ?? [])]
        return {
          inlineSize,
          outside: parts
            .filter(
              part =>
                part.getBoundingClientRect().right > element.getBoundingClientRect().right + 4,
            )
            .map(part => part.outerHTML),
          scrolls: document.documentElement.scrollWidth > innerWidth,
        }
      }),
    ).toEqual({ inlineSize: '260px', outside: [], scrolls: false })
  })

test('the keyboard alone reaches and does everything', async ({ open, didww, page, sandbox }) => {
  const widget = await open(body(didww))
  await expect(widget.getByText(/up to 20.9 MB/)).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(
    widget.getByRole('button', { name: 'Choose files: Identity documents' }),
  ).toBeFocused()
  sandbox.flip({ status: { code: 403, times: 1 } })
  await chooseBy(page, () => page.keyboard.press('Enter'), PDF)
  const again = widget.getByRole('button', { name: 'Try doc_1_3_pages.pdf again' })
  await expect(again).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(again).toBeFocused()
  await page.keyboard.press('Enter')
  await expect.poll(() => phases(widget)).toEqual(['done'])
  // Its own button is gone: the focus went to the row, and not to what would end it.
  await expect(widget.getByRole('listitem', { name: 'doc_1_3_pages.pdf' })).toBeFocused()
  const removal = widget.getByRole('button', { name: 'Remove doc_1_3_pages.pdf' })
  await expect(removal).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(removal).toBeFocused()
  await page.keyboard.press('Space')
  await expect.poll(() => phases(widget)).toEqual([])
  await page.keyboard.press('Tab')
  await expect(widget.getByRole('button', { name: 'Undo: doc_1_3_pages.pdf' })).toBeFocused()
  await page.keyboard.press('Space')
  await expect.poll(() => phases(widget)).toEqual(['done'])
})

test('after a removal the focus is on the file that took its place, or else on the last', async ({
  open,
  didww,
}) => {
  const widget = await open(body(didww))
  await widget.evaluate((element: SealDrop) =>
    element.add(['a.pdf', 'b.pdf', 'c.pdf'].map(name => new File([], name))),
  )
  await expect.poll(() => phases(widget)).toEqual(['refused', 'refused', 'refused'])
  const dismiss = (name: string): Locator => widget.getByRole('button', { name: `Dismiss ${name}` })
  const row = widget.getByRole('listitem', { name: 'b.pdf' })
  await dismiss('a.pdf').press('Enter')
  await expect(row).toBeFocused()
  await dismiss('c.pdf').press('Enter')
  await expect(row).toBeFocused()
})

test('a screen reader finds a group of names that say what they belong to', async ({
  open,
  didww,
  sandbox,
}) => {
  const widget = await open(body(didww))
  sandbox.flip({ stall: { at: 'body', afterBytes: 1000 } })
  await choose(widget, await largePdf())
  await expect(widget.getByText(/^Sending/)).toBeVisible()
  await expect(widget).toMatchAriaSnapshot(`
    - text: Drop more here
    - 'button "Choose files: Identity documents"': Choose files
    - text: PDF, JPG or PNG, up to 20.9 MB each
    - 'list "Files: Identity documents"':
      - listitem "lease.pdf":
        - text: /lease.pdf Sending, encrypted · \\d+% 16 MB/
        - progressbar "lease.pdf"
        - button "Pause lease.pdf"
        - button "Cancel lease.pdf"
    - group:
      - text: Only encrypted data leaves this page, for DIDWW
      - code: /[0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}/
    - status:
      - paragraph: lease.pdf added.
  `)
  await expect(widget.getByRole('button', { name: /^Choose/ })).toHaveAccessibleDescription(
    /PDF, JPG or PNG, up to 20.9 MB each Required\./,
  )
})

test('it says aloud what was added and what not, and how the batch ended', async ({
  open,
  didww,
  page,
}) => {
  const widget = await open(body(didww))
  await widget.evaluate(hear)
  await choose(widget, PDF, HEIC, PNG)
  await expect(widget.getByText('2 of 2 delivered', { exact: true })).toBeVisible()
  const said = (): Promise<string[]> =>
    page.evaluate(() => window.heard.all.map(([, what]) => what.replace('says', '').trim()))
  await expect.poll(async () => (await said()).join(' ')).toMatch(/2 of 2 delivered\.$/)
  // The one that was delivered last may have had the last line to itself.
  expect((await said()).join(' ').replace(/\S+ delivered\. (?=2 of)/, '')).toBe(
    '2 files added, 1 not. IMG_5195.HEIC: This is an iPhone HEIC photo. Export it as JPG and add it again. 2 of 2 delivered.',
  )
})

test('what can be clicked is at least 44 pixels high and wide', async ({
  open,
  didww,
  sandbox,
}) => {
  const widget = await open(body(didww))
  sandbox.flip({ stall: { at: 'answer' } })
  await choose(widget, PDF, PNG)
  await expect.poll(() => phases(widget)).toEqual(['confirming', 'confirming'])
  for (const button of await widget.getByRole('button').all()) {
    const box = await button.boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
  }
})

test('right to left, and in forced colours, it holds together', async ({ open, didww, page }) => {
  const widget = await open(body(didww))
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl'
  })
  await widget.evaluate(element => element.setAttribute('lang', 'ar'))
  await expect(widget.getByText(/^تم التسليم/)).toBeVisible()
  const thumb = await widget.locator('[part=thumb]').boundingBox()
  const action = await widget.locator('[part=action]').boundingBox()
  expect(thumb?.x).toBeGreaterThan(action?.x ?? Number.POSITIVE_INFINITY)
  const gaps = await widget.evaluate(element =>
    ['.hint', '.line'].map(where => {
      const found = element.shadowRoot?.querySelector(where)
      const words = document.createRange()
      if (found) words.selectNodeContents(found)
      return (found?.getBoundingClientRect().right ?? 0) - words.getBoundingClientRect().right
    }),
  )
  // The tick has some room around it.
  expect(gaps.map(gap => Math.floor(gap / 4))).toEqual([0, 0])
  await page.emulateMedia({ forcedColors: 'active' })
  expect(await complaints(page, OF_WHOLE_PAGES)).toEqual([])
})

test('a click on the text of a file far down leaves the page where it is', async ({
  open,
  didww,
  page,
}) => {
  const widget = await open(body(didww))
  await page.setViewportSize({ width: 600, height: 260 })
  await choose(widget, PDF, PNG, JPG, HEIC)
  await expect(widget.getByText('3 of 3 delivered', { exact: true })).toBeVisible()
  const last = widget.getByRole('listitem').last().locator('[part=status]')
  await last.scrollIntoViewIfNeeded()
  const before = await page.evaluate(() => scrollY)
  expect(before).toBeGreaterThan(0)
  await last.click()
  expect(await page.evaluate(() => scrollY)).toBe(before)
})

test('a script that asks silently, before anybody did anything, makes nobody read an error', async ({
  open,
  didww,
  page,
}) => {
  // Not by `evaluate`: that counts as a person's doing.
  await page.addInitScript(() => {
    void customElements.whenDefined('seal-drop').then(async () => {
      await document.querySelector('seal-drop')?.updateComplete
      document.querySelector('form')?.checkValidity()
    })
  })
  const widget = await open(body(didww))
  await expect(widget.getByText(/up to 20.9 MB/)).toBeVisible()
  expect(await page.evaluate(() => window.seen)).toContain('invalid')
  await expect(widget.locator('#invalid')).toBeHidden()
  await widget.evaluate((element: SealDrop) => element.reportValidity())
  await expect(widget.locator('#invalid')).toHaveText('Please add a document.')
})
