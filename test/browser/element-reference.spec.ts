import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Locator, type Page } from 'playwright/test'
import { createRelay, type LogEntry } from '../../src/relay/index.ts'
import { httpRelay } from '../../src/relay/node/index.ts'
import { chooseBy } from './chooser.ts'
import { choose, PDF, test } from './element-site.ts'

const listen = async (listener: RequestListener) => {
  const server = createServer(listener)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** A relay at another origin, before a provider that takes nothing. */
const startRelay = async (page: Page) => {
  const log: LogEntry[] = []
  const provider = await listen((request, response) => {
    request.resume().on('end', () => response.writeHead(422).end('{"message":"No."}'))
  })
  const relay = createRelay(() => ({
    providers: { http: { endpoint: provider.url } },
    authorize: () => ({ client: 'ada' }),
    ticketKey: 'a key of the tests, thirty-two bytes or more',
    origins: [new URL(page.url()).origin],
    log: entry => log.push(entry),
  }))
  const server = await listen(httpRelay(relay))
  const close = async (): Promise<void> => {
    await server.close()
    await provider.close()
  }
  return { url: server.url, log, close }
}

/** What calls itself a relay, and says anything. */
const startHostile = (id: string, code: unknown = id) =>
  listen((request, response) => {
    response.setHeaders(
      new Map([
        ['Access-Control-Allow-Origin', '*'],
        ['Access-Control-Allow-Headers', '*'],
        ['Access-Control-Allow-Methods', '*'],
        ['Access-Control-Expose-Headers', 'SealDrop-Relay, X-Request-Id'],
        ['SealDrop-Relay', '1'],
        ...(id === '' ? [] : [['X-Request-Id', id] as const]),
      ]),
    )
    request.resume().on('end', () => {
      const isAsked = request.method === 'OPTIONS'
      response.writeHead(isAsked ? 204 : 422)
      response.end(isAsked ? '' : JSON.stringify({ code: 'no', requestId: code }))
    })
  })

const field = (endpoint: string, more = ''): string =>
  `<seal-drop label="Papers" transport="http" endpoint="${endpoint}" seal="none: a test" ${more}></seal-drop>`

const reference = (widget: Locator): Locator => widget.locator('.reference')

test('a failure shows the number by which the relay’s log knows it, and the error has it', async ({
  open,
  page,
}) => {
  const relay = await startRelay(page)
  try {
    const widget = await open(field(`${relay.url}/relay/http`))
    const failed = widget.evaluate(
      element =>
        new Promise<string | undefined>(resolve =>
          element.addEventListener('sealdrop-fail', event =>
            resolve((event as unknown as { error: { requestId?: string } }).error.requestId),
          ),
        ),
    )
    await choose(widget, PDF)
    const id = await failed
    expect(id).toMatch(/^[\da-z]{4}-[\da-z]{4}-[\da-z]{4}$/)
    await expect(reference(widget)).toHaveText(`Reference number: \u2066${id}\u2069`)
    expect(relay.log.find(entry => entry.id === id)).toMatchObject({ status: 422, client: 'ada' })
    // What describes the buttons does not spell it out each time.
    expect(await widget.locator('[id^=status-]').textContent()).not.toContain(id)
    await expect(reference(widget)).toHaveCSS('user-select', 'text')
  } finally {
    await relay.close()
  }
})

test('it is in the reader’s language, from the left also in one that runs from the right', async ({
  open,
  page,
}) => {
  const relay = await startRelay(page)
  try {
    const widget = await open(field(`${relay.url}/relay/http`, 'lang="ar"'))
    const button = widget.getByRole('button').first()
    await chooseBy(page, () => button.click(), PDF)
    await expect(reference(widget)).toHaveText(/^الرقم المرجعي: \u2066[\da-z-]{14}\u2069$/)
  } finally {
    await relay.close()
  }
})

for (const id of ['f'.repeat(65), '<b>call-me</b>', 'call me', 'evil.example', '\u00ff', 'a, b'])
  test(`nothing else is shown in its place: ${id.slice(0, 20)}`, async ({ open }) => {
    const server = await startHostile(id)
    try {
      const widget = await open(field(server.url))
      await choose(widget, PDF)
      await expect(widget.locator('[part=status]')).toContainText('The server did not accept')
      await expect(reference(widget)).toHaveCount(0)
    } finally {
      await server.close()
    }
  })

test('a body that names no text is not believed, either', async ({ open }) => {
  const server = await startHostile('', { toString: 'x' })
  try {
    const widget = await open(field(server.url))
    await choose(widget, PDF)
    await expect(widget.locator('[part=status]')).toContainText('The server did not accept')
    await expect(reference(widget)).toHaveCount(0)
  } finally {
    await server.close()
  }
})

test('the longest fits a page of 260 pixels', async ({ open, page }) => {
  const server = await startHostile('W'.repeat(64))
  try {
    await page.setViewportSize({ width: 260, height: 700 })
    const widget = await open(field(server.url))
    await choose(widget, PDF)
    await expect(reference(widget)).toContainText('W'.repeat(64))
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
    const inside = await reference(widget).evaluate(line => line.scrollWidth - line.clientWidth)
    expect(inside).toBe(0)
    await page.screenshot({ path: test.info().outputPath('reference.png') })
  } finally {
    await server.close()
  }
})
