import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Locator } from 'playwright/test'
import { choose, PDF, test } from './element-site.ts'

const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': '*',
  'Access-Control-Allow-Methods': '*',
}

/** A server on another origin that takes nothing, and answers so. Keeps its connections alive, as servers do. */
const startRefusing = async (type: string, body: string) => {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const isAsked = request.method === 'OPTIONS'
      response.writeHead(isAsked ? 204 : 422, {
        ...CORS,
        ...(!isAsked && { 'Content-Type': type }),
      })
      response.end(isAsked ? '' : body)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const OURS = 'The server did not accept this file. Try another one, or tell the owner of this site.'
const HOSTILE =
  'Your “account” is locked. <a href="https://evil.example">Unlock</a> it at evil.example/login or\n\u202Ehelp@evil.example'

const status = (widget: Locator): Locator => widget.locator('[part=status]')

for (const [what, attributes, type, body, shown] of [
  ['stay unseen', '', 'application/json', JSON.stringify({ message: 'No.' }), OURS],
  [
    'follow ours as a quotation, where the page asks for them',
    'server-reason',
    'application/json',
    JSON.stringify({ message: 'The file number is missing.' }),
    `${OURS} The server said: “\u2068The file number is missing.\u2069”`,
  ],
  [
    'lead nowhere, and cannot end the quotation',
    'server-reason',
    'application/json',
    JSON.stringify({ message: HOSTILE }),
    `${OURS} The server said: “\u2068Your 'account' is locked. <a … it at … or …\u2069”`,
  ],
  ['are none where a page came', 'server-reason', 'text/html', '<h1>No</h1>', OURS],
] as const)
  test(`the server’s words ${what}`, async ({ open, page }) => {
    const errors: string[] = []
    page.on('pageerror', error => errors.push(error.message))
    const server = await startRefusing(type, body)
    try {
      const widget = await open(
        `<seal-drop label="Papers" transport="http" endpoint="http://127.0.0.1:${server.port}/files"
          seal="none: a test" options='{"reference":{"json":"id"}}' ${attributes}></seal-drop>`,
      )
      await choose(widget, PDF)
      await expect(status(widget)).toHaveText(shown)
      await expect(widget.getByRole('link')).toHaveCount(0)
      expect(errors).toEqual([])
    } finally {
      await server.close()
    }
  })

test('the server’s words come and go with the property', async ({ open }) => {
  const server = await startRefusing('application/json', JSON.stringify({ message: 'No.' }))
  try {
    const widget = await open(
      `<seal-drop label="Papers" transport="http" endpoint="http://127.0.0.1:${server.port}/files"
        seal="none: a test" options='{"reference":{"json":"id"}}'></seal-drop>`,
    )
    await choose(widget, PDF)
    await expect(status(widget)).toHaveText(OURS)
    const set = (isOn: boolean): Promise<void> =>
      widget.evaluate(
        (element, serverReason) => void Object.assign(element, { serverReason }),
        isOn,
      )
    await set(true)
    await expect(status(widget)).toContainText('The server said: “')
    await set(false)
    await expect(status(widget)).toHaveText(OURS)
  } finally {
    await server.close()
  }
})
