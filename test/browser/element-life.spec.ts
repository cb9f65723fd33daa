import { stat } from 'node:fs/promises'
import { expect, type Locator } from 'playwright/test'
import {
  choose,
  HEIC,
  JPG,
  LATE_CODE,
  largePdf,
  PDF,
  PNG,
  phases,
  pointAt,
  test,
} from './element-site.ts'

type SealDrop = HTMLElementTagNameMap['seal-drop']

declare global {
  interface Window {
    /** The transport that was asked for its keys last, and how to let each answer. */
    asked?: string
    answers?: Readonly<Record<string, () => void>>
  }
}

test('one file: the events come in the order of its way', async ({ open, didww, events }) => {
  const widget = await open(`<seal-drop name="papers" ${didww}></seal-drop>`)
  await choose(widget, PDF)
  await expect.poll(async () => (await events()).at(-1)).toBe('sealdrop-settled')
  const seen = await events()
  const distinct = seen.filter((event, index) => event !== seen[index - 1])
  expect(distinct).toEqual([
    'sealdrop-add',
    'sealdrop-state waiting',
    'sealdrop-state checking',
    'input', // chosen by hand
    'sealdrop-state ready',
    'sealdrop-state sealing',
    'sealdrop-state sending',
    'sealdrop-state confirming',
    'sealdrop-state done',
    'sealdrop-receipt',
    'input', // the value changed
    'change',
    'sealdrop-settled',
  ])
})

test('events carry what happened', async ({ open, didww, page, sandbox }) => {
  const widget = await open(`<seal-drop name="papers" multiple ${didww}></seal-drop>`)
  await widget.evaluate(() => {
    const told: Record<string, unknown> = {}
    Object.assign(window, { told })
    document.addEventListener('sealdrop-add', ({ file }) =>
      Object.assign(told, { added: file.name }),
    )
    document.addEventListener('sealdrop-reject', ({ file, error }) =>
      Object.assign(told, { refused: [file.name, error.code] }),
    )
    document.addEventListener('sealdrop-receipt', ({ receipt }) =>
      Object.assign(told, { reference: receipt.reference }),
    )
    document.addEventListener('sealdrop-settled', ({ receipts, failed }) =>
      Object.assign(told, { settled: [receipts.length, failed.length] }),
    )
  })
  await choose(widget, HEIC, PDF)
  const told = () => page.evaluate(() => (window as unknown as { told: object }).told)
  await expect.poll(told).toHaveProperty('settled')
  expect(await told()).toEqual({
    added: 'doc_1_3_pages.pdf',
    refused: ['IMG_5195.HEIC', 'wrong-type'],
    reference: sandbox.received()[0]?.id,
    settled: [1, 0],
  })
})

test('a page can keep a file out before it enters', async ({ open, didww }) => {
  const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
  await widget.evaluate((element: SealDrop) =>
    element.addEventListener('sealdrop-add', event => {
      if (event.file.name.endsWith('.png')) event.preventDefault()
    }),
  )
  await choose(widget, PNG, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
})

/** One pixel. */
const DOT =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

test('properties may come after the element, and files before them', async ({
  open,
  page,
  sandbox,
}) => {
  await open('')
  const { endpoint, apiKey } = sandbox
  const names = await page.evaluate(
    async ([base64, url, key]) => {
      await customElements.whenDefined('seal-drop')
      const element = document.createElement('seal-drop')
      element.add([
        new File([Uint8Array.from(atob(base64), sign => sign.charCodeAt(0))], 'dot.png'),
      ])
      document.body.append(element)
      element.transport = 'didww'
      element.endpoint = url
      element.authorize = () => ({ 'Api-Key': key })
      return (await element.settled()).map(({ name }) => name)
    },
    [DOT, endpoint, apiKey] as const,
  )
  expect(names).toEqual(['dot.png'])
})

test('a value that a framework wrote before the element was defined does not hide the later ones', async ({
  site,
  page,
  didww,
  sandbox,
}) => {
  const path = site.page(`<seal-drop ${didww}></seal-drop>`, '')
  await page.goto(`http://127.0.0.1:${site.port}${path}`)
  const widget = page.locator('seal-drop')
  await widget.evaluate(
    (element: SealDrop, apiKey) =>
      Object.assign(element, { value: '', authorize: () => ({ 'Api-Key': apiKey }) }),
    sandbox.apiKey,
  )
  await page.evaluate(url => import(url), '/dist/sealdrop.js')
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  const [value, reference] = await widget.evaluate((element: SealDrop) => [
    element.value,
    element.receipts[0]?.reference,
  ])
  expect(value).toBe(reference)
})

test('moved within the page, an upload goes on; taken out of it, it stops', async ({
  open,
  didww,
  page,
  sandbox,
}) => {
  const widget = await open(
    `<div id="here"><seal-drop ${didww}></seal-drop></div><div id="there"></div>`,
  )
  sandbox.flip({ stall: { at: 'answer' } })
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['confirming'])
  await widget.evaluate(element => document.querySelector('#there')?.append(element))
  sandbox.flip({ stall: false })
  await expect.poll(() => phases(widget)).toEqual(['done'])

  await widget.evaluate((element: SealDrop) => element.clear())
  sandbox.flip({ stall: { at: 'body', afterBytes: 1000 } })
  const stopped = page.waitForEvent('requestfailed')
  await choose(widget, await largePdf())
  await expect.poll(() => phases(widget)).toEqual(['sending'])
  await widget.evaluate(element => {
    Object.assign(window, { element })
    element.remove()
  })
  await stopped
  sandbox.flip({ stall: false })
  await page.evaluate(() => {
    document.body.append((window as unknown as { element: Element }).element)
  })
  await expect.poll(() => phases(widget)).toEqual([])
  await choose(widget, PNG)
  await expect.poll(() => phases(widget)).toEqual(['done'])
})

test('a page that takes the element out when a file has arrived still hears that the value changed', async ({
  open,
  didww,
}) => {
  const widget = await open(`<seal-drop name="papers" ${didww}></seal-drop>`)
  const heard = await widget.evaluateHandle((element: SealDrop) => {
    const types: string[] = []
    element.addEventListener('sealdrop-receipt', () => element.remove())
    for (const type of ['sealdrop-receipt', 'change', 'sealdrop-settled'])
      element.addEventListener(type, () => types.push(`${type} ${element.value.length > 0}`))
    return types
  })
  await choose(widget, PDF)
  await expect.poll(() => heard.jsonValue()).toEqual(['sealdrop-receipt false', 'change true'])
})

test('taken out of the page, the element names its files nowhere, and says that it is empty', async ({
  open,
  didww,
}) => {
  const widget = await open(`<seal-drop name="papers" upload="manual" ${didww}></seal-drop>`)
  const element = await widget.elementHandle()
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['ready'])
  const left = await element?.evaluate(async (element: SealDrop) => {
    await element.updateComplete
    element.remove()
    await Promise.resolve()
    await element.updateComplete
    const { shadowRoot } = element
    return [shadowRoot?.querySelectorAll('.file').length, element.matches(':state(empty)')]
  })
  expect(left).toEqual([0, true])
})

test('an error that is shown stays when the element is taken out and put back', async ({
  open,
  didww,
  page,
}) => {
  const widget = await open(`<form><seal-drop required ${didww}></seal-drop></form>`)
  await pointAt(widget)
  await widget.evaluate((element: SealDrop) => element.reportValidity())
  await expect(widget.locator('#invalid')).toHaveText('Please add a document.')
  await page.locator('form').evaluate(async form => {
    const element = form.querySelector('seal-drop')
    element?.remove()
    await Promise.resolve()
    if (element) form.append(element)
    await element?.updateComplete
  })
  await expect(widget.locator('#invalid')).toHaveText('Please add a document.')
})

/** What the settings say by themselves, and what only the code says that loads when somebody is about to use the element. */
const FAULTS: Readonly<
  Record<'at once' | 'with the first sign', Readonly<Record<string, string>>>
> = {
  'at once': {
    'no transport': '',
    'no endpoint': 'transport="didww"',
    'an unknown transport': 'transport="pigeon" endpoint="/x"',
    'options that are no JSON': `transport="didww" endpoint="/x" options="{"`,
    'options that are no object': `transport="didww" endpoint="/x" options="[1]"`,
    'a seal that is not known': 'transport="didww" endpoint="/x" seal="rot13"',
    'none without a reason': 'transport="didww" endpoint="/x" seal="none"',
    'a limit that cannot be read': 'transport="didww" endpoint="/x" max-size="big"',
    'a type that cannot be checked': 'transport="didww" endpoint="/x" accept=".docx"',
    'an upload mode that is not known': 'transport="didww" endpoint="/x" upload="Submit"',
    'a seal the transport does not take':
      'transport="didww" endpoint="/x" seal="none: we trust them"',
    'no seal, where the transport prescribes none': 'transport="http" endpoint="/x"',
  },
  'with the first sign': {
    'an endpoint without https': 'transport="didww" endpoint="http://example.com/v3"',
    'a pin that is none': 'transport="didww" endpoint="/x" pin="abc"',
    'a pin that was not filled in': 'transport="didww" endpoint="/x" pin=""',
  },
}

for (const [when, faults] of Object.entries(FAULTS))
  for (const [name, attributes] of Object.entries(faults))
    test(`misconfigured before anything is chosen, ${when}: ${name}`, async ({
      open,
      events,
      page,
    }) => {
      const reported: string[] = []
      page.on('pageerror', error => reported.push(error.message))
      const widget = await open(`<form><seal-drop name="papers" ${attributes}></seal-drop></form>`)
      if (when === 'with the first sign') await widget.hover()
      await expect(widget.locator('[part=prompt]')).toHaveText(
        'This upload is not set up correctly. Please tell the owner of this site.',
      )
      await expect(widget.locator('#choose')).toHaveAttribute('aria-disabled', 'true')
      await expect(widget.locator('[part=seal]')).toHaveCount(0)
      await expect.poll(events).toContain('sealdrop-fail misconfigured')
      const said = (): Promise<unknown[]> =>
        widget.evaluate(async (element: SealDrop) => [
          element.validity?.customError,
          element.matches(':state(failed)'),
          await element.settled().then(
            () => 'settled',
            ({ code }: { code: string }) => code,
          ),
        ])
      expect(await said()).toEqual([true, true, 'misconfigured'])
      // That loaded all code, which comes to the same.
      expect(await said()).toEqual([true, true, 'misconfigured'])
      // Who builds the page reads in the console what to change: once.
      expect(reported).toHaveLength(1)
    })

test('settings that are mended switch choosing on', async ({ open, sandbox, didww }) => {
  expect(didww).toContain('endpoint')
  const widget = await open('<seal-drop transport="didww"></seal-drop>')
  await expect(widget.locator('#choose')).toHaveAttribute('aria-disabled', 'true')
  await widget.evaluate(
    (element, endpoint) => element.setAttribute('endpoint', endpoint),
    sandbox.endpoint,
  )
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
})

test('new settings wait until the list is empty', async ({ open, didww, sandbox }) => {
  const widget = await open(`<seal-drop multiple upload="manual" ${didww}></seal-drop>`)
  await choose(widget, PDF)
  await expect(widget.getByText('Checked · ready to send')).toBeVisible()
  await widget.evaluate((element: SealDrop) => {
    element.transport = 'pigeon'
  })
  await widget.evaluate((element: SealDrop) => element.start())
  await expect.poll(() => phases(widget)).toEqual(['done'])
  expect(sandbox.received()).toHaveLength(1)
  await widget.getByRole('button', { name: /^Remove/ }).click()
  await expect(widget.locator('[part=prompt]')).toContainText('not set up correctly')
})

test('a new authorize counts at once', async ({ open, didww, sandbox }) => {
  const widget = await open(`<seal-drop upload="manual" ${didww}></seal-drop>`)
  await widget.evaluate((element: SealDrop) => {
    element.authorize = () => ({ 'Api-Key': 'wrong' })
  })
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['ready'])
  await widget.evaluate((element: SealDrop, apiKey) => {
    element.authorize = () => ({ 'Api-Key': apiKey })
    element.start()
  }, sandbox.apiKey)
  await expect.poll(() => phases(widget)).toEqual(['done'])
})

test('no more than max-files come in, and the zone says when it is full', async ({
  open,
  didww,
}) => {
  const widget = await open(`<seal-drop multiple max-files="2" ${didww}></seal-drop>`)
  await choose(widget, PDF, PNG, JPG)
  await expect.poll(() => phases(widget)).toEqual(['done', 'done', 'refused'])
  await expect(widget.getByRole('listitem').nth(2)).toContainText('Only 2 files can be added.')
  await expect(
    widget.getByText('The limit of 2 files is reached. Remove one to choose another.'),
  ).toBeVisible()
  await widget.getByRole('button', { name: 'Remove basn3p08.png' }).click()
  await widget.getByRole('button', { name: 'Dismiss DSCN0010.jpg' }).click()
  await choose(widget, JPG)
  await expect.poll(() => phases(widget)).toEqual(['done', 'done'])
})

test('the same file again: refused while it is there, taken once it was removed', async ({
  open,
  didww,
}) => {
  const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
  await choose(widget, PDF)
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done', 'refused'])
  await expect(widget.getByRole('listitem').nth(1)).toContainText(
    'This file is already in the list.',
  )
  for (const name of [/^Remove/, /^Dismiss/]) await widget.getByRole('button', { name }).click()
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
})

test('a file that is too large is told what fits; an empty one that it is empty', async ({
  open,
  didww,
}) => {
  const widget = await open(`<seal-drop multiple max-size="100kB" ${didww}></seal-drop>`)
  await expect(widget.getByText('PDF, JPG or PNG, up to 98 kB each')).toBeVisible()
  await choose(widget, JPG)
  await widget.evaluate((element: SealDrop) => element.add([new File([], 'nothing.pdf')]))
  await expect.poll(() => phases(widget)).toEqual(['refused', 'refused'])
  const rows = widget.getByRole('listitem')
  await expect(rows.first()).toContainText(
    'This file is too large. The largest that fits is 98 kB.',
  )
  await expect(rows.nth(1)).toContainText('This file is empty. Choose another one.')
})

test('the chooser is told the types, the camera, and how many', async ({ open, didww }) => {
  const widget = await open(
    `<seal-drop accept="image/*" capture="environment" ${didww}></seal-drop>`,
  )
  await expect(widget.getByText('JPG or PNG, up to 20.9 MB')).toBeVisible()
  const input = widget.locator('input')
  await expect(input).toHaveAttribute('accept', /^\.jpg,.*image\/jpeg,\.png,image\/png$/)
  await expect(input).toHaveAttribute('capture', 'environment')
  await expect(input).not.toHaveAttribute('multiple')
})

test('it says whom files are sealed for, down to the whole fingerprints', async ({
  open,
  didww,
  sandbox,
}) => {
  const widget = await open(`<seal-drop ${didww}></seal-drop>`)
  const [first = '', second = ''] = sandbox.fingerprint.split(':::')
  const short = `${first.slice(0, 4)} ${first.slice(4, 8)} ${first.slice(8, 12)}`
  await widget.hover()
  await expect(widget.locator('[part=seal]')).toContainText(
    `Encrypted in your browser for DIDWW ${short}`,
  )
  await widget.locator('summary').press('Enter')
  await expect(widget.getByText(first)).toBeVisible()
  await expect(widget.getByText(second)).toBeVisible()
  sandbox.flip({ rotateBeforeNextUpload: true })
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  await expect(widget.getByText(sandbox.fingerprint.split(':::')[1] ?? '')).toBeVisible()
})

test('the keys of an older setting are not shown, however late they come', async ({
  open,
  page,
  sandbox,
}) => {
  const widget = await open('<seal-drop></seal-drop>')
  await widget.hover()
  const response = await fetch(`${sandbox.endpoint}/public_keys`, {
    headers: { 'Api-Key': sandbox.apiKey },
  })
  const { data } = (await response.json()) as { data: { attributes: { key: string } }[] }
  /** A transport whose keys come when the page calls `answers[name]()`, even when nobody waits any more. */
  const send = async (name: string): Promise<void> => {
    await widget.evaluate(
      (element: SealDrop, [transport, keys]) => {
        let answer = (): void => {}
        const answered = new Promise<void>(resolve => (answer = resolve))
        window.answers = { ...window.answers, [transport]: answer }
        element.transport = {
          name: transport,
          endpoint: location.origin,
          traits: { seals: ['didww'], resumes: false, perRequest: 1 },
          async prescribe() {
            window.asked = transport
            await answered
            return { scheme: 'didww', publicKeys: keys }
          },
          send: async () => ({ reference: 'r', facts: {} }),
        }
      },
      [name, data.map(({ attributes }) => attributes.key) as [string, string]] as const,
    )
    await expect.poll(() => page.evaluate(() => window.asked)).toBe(name)
  }
  await send('older')
  await send('newer')
  const seal = widget.locator('[part=seal]')
  await expect(seal).toHaveText('Encrypted in your browser for newer')
  await page.evaluate(() => window.answers?.older?.())
  // By the time a file is judged, the keys would long have been shown.
  await choose(widget, HEIC)
  await expect.poll(() => phases(widget)).toEqual(['refused'])
  await expect(seal).toHaveText('Only encrypted data leaves this page, for newer')
  await page.evaluate(() => window.answers?.newer?.())
  await expect(seal).toContainText(sandbox.fingerprint.slice(0, 4))
})

test('pause all, go on, cancel, try again', async ({ open, didww, sandbox }) => {
  const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
  sandbox.flip({ stall: { at: 'body', afterBytes: 1000 } })
  await choose(widget, await largePdf(), PNG)
  await expect.poll(() => phases(widget)).toContain('sending')
  await widget.getByRole('button', { name: 'Pause all' }).click()
  await expect(widget.getByText(/^Paused at \d+%/).first()).toBeVisible()
  await expect.poll(() => widget.evaluate(element => element.matches(':state(paused)'))).toBe(true)
  sandbox.flip({ stall: false })
  await widget.getByRole('button', { name: 'Resume all' }).click()
  await expect.poll(async () => new Set(await phases(widget))).toEqual(new Set(['done']))
  await expect
    .poll(() => widget.evaluate(element => element.matches(':state(complete)')))
    .toBe(true)
})

test('the value can be emptied, and nothing else put in', async ({ open, didww }) => {
  const widget = await open(`<seal-drop name="papers" ${didww}></seal-drop>`)
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  expect(
    await widget.evaluate((element: SealDrop) => {
      const told: unknown[] = [element.value === element.receipts[0]?.reference]
      const { value } = element
      element.value = value // frameworks write back what they read
      try {
        element.value = 'forged'
      } catch (error) {
        told.push((error as Error).name)
      }
      element.value = ''
      return [...told, element.value, element.files.length]
    }),
  ).toEqual([true, 'InvalidStateError', '', 0])
})

/** Gives the element a transport of the page's own: what it was told is in `window.told`. */
const ownTransport = (widget: Locator, seal: string, commits: boolean): Promise<void> =>
  widget.evaluate(
    (element: SealDrop, [chosen, hasCommit]) => {
      const told: string[] = []
      Object.assign(window, { told })
      element.seal = chosen
      element.transport = {
        name: 'courier',
        endpoint: location.origin,
        traits: { seals: ['none'], resumes: false, perRequest: 1 },
        async send({ body, name }) {
          told.push(`send ${body.size} ${name.replace(/^.*\./, '')}`)
          return { reference: `r${told.length}`, facts: {} }
        },
        ...(hasCommit && {
          async commit(deliveries) {
            told.push(`commit ${deliveries.length}`)
            return deliveries
          },
        }),
      }
    },
    [seal, commits] as const,
  )
const told = (widget: Locator): Promise<string[]> =>
  widget.evaluate(() => (window as unknown as { told: string[] }).told)

test('where nothing is encrypted, it never says so', async ({ open, page }) => {
  const widget = await open('<seal-drop name="papers"></seal-drop>')
  await ownTransport(widget, 'none: the provider stamps the file', false)
  await expect(widget.getByText('PDF, JPG or PNG, up to 20.9 MB')).toBeVisible()
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  expect(await told(widget)).toEqual([`send ${(await stat(PDF)).size} pdf`])
  expect(await page.locator('body').innerText()).not.toMatch(/encrypt/i)
  await expect(widget.locator('[part=seal]')).toHaveCount(0)
})

test('a transport that commits a batch waits for the form', async ({ open, page, site }) => {
  const widget = await open(
    '<form action="/apply" method="post"><seal-drop name="papers" required multiple></seal-drop><button>Apply</button></form>',
  )
  await ownTransport(widget, 'none: a test', true)
  await choose(widget, PDF, PNG)
  await expect.poll(() => phases(widget)).toEqual(['delivered', 'delivered'])
  expect(await told(widget)).not.toContain('commit 2')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
  expect(site.posts.at(-1)?.getAll('papers').sort()).toEqual(['r1', 'r2'])
})

test('code that cannot be loaded is tried again when the net is back; the files wait', async ({
  open,
  didww,
  page,
}) => {
  await page.route(LATE_CODE, route => route.abort())
  const widget = await open(`<seal-drop ${didww}></seal-drop>`)
  await choose(widget, PDF)
  await expect(widget.locator('.zone-note')).toHaveText(
    'The connection was lost. Your files are added when it is back.',
  )
  await page.unroute(LATE_CODE)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await expect.poll(() => phases(widget)).toEqual(['done'])
})

test('a transport whose code did not load is loaded again with the next file', async ({
  open,
  didww,
  page,
}) => {
  await page.route('**/didww-*.js', route => route.abort())
  const widget = await open(`<seal-drop ${didww}></seal-drop>`)
  await choose(widget, PDF)
  await expect(widget.getByRole('listitem')).toContainText(
    'The connection was lost. Please try again.',
  )
  await page.unroute('**/didww-*.js')
  await widget.getByRole('button', { name: /^Remove/ }).click()
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
})

test('importing the class needs no browser', async () => {
  const { SealDropElement } = await import('../../src/element/index.ts')
  expect(SealDropElement.formAssociated).toBe(true)
})
