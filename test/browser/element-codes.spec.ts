import { once } from 'node:events'
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { type BrowserContext, expect, type Locator, mergeTests, type Page } from 'playwright/test'
import type { ErrorCode } from '../../src/core/errors.ts'
import type { DidwwSandbox } from '../../src/sandbox/didww/sandbox.ts'
import { startDokstamp } from '../../src/sandbox/dokstamp/sandbox.ts'
import { recipientText } from '../age/bech32.ts'
import { paddedPdf } from '../documents.ts'
import { chosen, test as deskTest, newKeys, sealed } from './desk-site.ts'
import {
  choose,
  HEIC,
  PDF,
  PNG,
  phases,
  pointAt,
  type Site,
  test as siteTest,
} from './element-site.ts'

type SealDrop = HTMLElementTagNameMap['seal-drop']

const test = mergeTests(siteTest, deskTest)

// Another host of this machine, which no browser takes for secure.
test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const map = '--host-resolver-rules=MAP sealdrop.test 127.0.0.1'
    await use({ ...launchOptions, args: [...(launchOptions.args ?? []), map] })
  },
})

/** What a row of the table has to make its code with. */
interface Scene {
  readonly page: Page
  readonly context: BrowserContext
  readonly site: Site
  readonly sandbox: DidwwSandbox
  /** An element that sends to DIDWW's sandbox; fails at the first try. */
  didww(attributes?: string): Promise<Locator>
  /** The same, with a document chosen that the sandbox answers so. */
  answered(code: number): Promise<Locator>
  open(body: string): Promise<Locator>
  /** Writes a document to the disk. */
  file(name: string, bytes: Buffer | string): Promise<string>
}

interface Row {
  /** What goes wrong, for whoever reads the table. */
  readonly how: string
  /** What the person reads: what is wrong, and what to do. */
  readonly words: string
  /** Makes it happen; returns the element. */
  make(scene: Scene): Promise<Locator>
}

const NOT_SET_UP = 'This upload is not set up correctly. Please tell the owner of this site.'

/** With a field of the page's own, whose file is handed over when the test says so. */
const handOver = (widget: Locator): Promise<void> =>
  widget.evaluate((element: SealDrop) =>
    element.add(document.querySelector<HTMLInputElement>('#own')?.files ?? []),
  )
/** Nothing is tried again. */
const failAtOnce = (widget: Locator): Promise<void> =>
  widget.evaluate((element: SealDrop) => {
    element.retryPolicy = { limit: 0 }
  })
const waitASecond = (widget: Locator): Promise<void> =>
  widget.evaluate((element: SealDrop) => {
    element.timeouts = { connect: 1_000 }
  })
const OWN = '<label>Own <input type="file" id="own"></label>'

/** DokStamp's sandbox, for a document that goes as it is. */
const atDokstamp = async (
  { open }: Scene,
  act: (widget: Locator, dokstamp: Awaited<ReturnType<typeof startDokstamp>>) => Promise<void>,
): Promise<Locator> => {
  const dokstamp = await startDokstamp()
  try {
    const widget = await open(
      `<seal-drop multiple transport="dokstamp" endpoint="${dokstamp.endpoint}" seal="none: it is stamped" options='{"tenant":"${dokstamp.tenant}"}'></seal-drop>`,
    )
    await widget.evaluate((element: SealDrop, token) => {
      element.authorize = () => ({ Authorization: `Bearer ${token}` })
    }, dokstamp.token)
    await act(widget, dokstamp)
    await expect.poll(() => phases(widget)).toContain('failed')
    return widget
  } finally {
    await dokstamp.close()
  }
}

/** Every code: how an upload comes to end in it, and what the person reads then. `no-identity` is the desk's. */
const table: Readonly<Record<Exclude<ErrorCode, 'no-identity'>, Row>> = {
  empty: {
    how: 'the document has no bytes',
    words: 'This file is empty. Choose another one.',
    async make({ didww, file }) {
      const widget = await didww()
      await choose(widget, await file('empty.pdf', ''))
      return widget
    },
  },
  'too-large': {
    how: 'the document is larger than the page allows',
    words: 'This file is too large. The largest that fits is 98 kB.',
    async make({ didww, file }) {
      const widget = await didww('max-size="100kB"')
      await choose(widget, await file('large.pdf', await paddedPdf(200_000)))
      return widget
    },
  },
  'wrong-type': {
    how: 'the document is of a type that is not taken',
    words: 'This is an iPhone HEIC photo. Export it as JPG and add it again.',
    async make({ didww }) {
      const widget = await didww()
      await choose(widget, HEIC)
      return widget
    },
  },
  damaged: {
    how: 'the document was cut off',
    words: 'This file is damaged or incomplete. Save or scan it again, then add it.',
    async make({ didww, file }) {
      const widget = await didww()
      await choose(widget, await file('cut.png', (await readFile(PNG)).subarray(0, 100)))
      return widget
    },
  },
  'too-many': {
    how: 'there are more documents than the page allows',
    words: 'Only 2 files can be added. Remove one to add another.',
    async make({ didww, file }) {
      const widget = await didww('multiple max-files="2"')
      await choose(widget, PDF, PNG, await file('third.pdf', await paddedPdf(1)))
      return widget
    },
  },
  duplicate: {
    how: 'the same document is there already',
    words: 'This file is already in the list.',
    async make({ didww, file }) {
      const widget = await didww('multiple')
      await choose(widget, PDF, await file('again.pdf', await readFile(PDF)))
      return widget
    },
  },
  unreadable: {
    how: 'the document is gone from the disk',
    words:
      'This file could not be read. If it is still in the cloud, download it first; if it was moved or deleted, choose it anew.',
    async make({ didww, page, file }) {
      const widget = await didww()
      await pointAt(widget)
      const path = await file('gone.pdf', await readFile(PDF))
      await page.locator('#own').setInputFiles(path)
      await rm(path)
      await handOver(widget)
      return widget
    },
  },
  changed: {
    how: 'the document was changed after it was checked',
    words: 'This file was changed after you chose it. Please add it again.',
    async make({ didww, file }) {
      const widget = await didww('upload="manual"')
      const path = await file('changed.pdf', await readFile(PDF))
      await choose(widget, path)
      await expect.poll(() => phases(widget)).toEqual(['ready'])
      await appendFile(path, '\n')
      await widget.evaluate((element: SealDrop) => element.start())
      return widget
    },
  },
  'insecure-context': {
    how: 'the page is not served by https',
    words: 'Documents are only sent over a secure connection. Open this page with https.',
    async make({ page, site }) {
      const path = site.page('<seal-drop transport="didww" endpoint="/relay"></seal-drop>')
      await page.goto(`http://sealdrop.test:${site.port}${path}`)
      return page.locator('seal-drop')
    },
  },
  unsupported: {
    how: 'the browser lacks what is needed',
    words: 'This browser cannot encrypt documents. Update it, or use another one.',
    async make({ didww, page }) {
      await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'locks'))
      return didww()
    },
  },
  misconfigured: {
    how: 'the page does not say where to send to',
    words: NOT_SET_UP,
    async make({ open }) {
      const widget = await open('<seal-drop transport="didww"></seal-drop>')
      await widget.hover()
      return widget
    },
  },
  'no-recipient': {
    how: 'the page does not say whom to encrypt for: said before anything is chosen',
    words: NOT_SET_UP,
    async make({ open }) {
      const widget = await open(
        '<seal-drop transport="http" endpoint="/files" recipients=""></seal-drop>',
      )
      await widget.hover()
      return widget
    },
  },
  'bad-recipient': {
    how: 'a recipient is written as a key, and nothing can be encrypted for it',
    words:
      'The recipient’s key is not valid, so nothing was sent. Please tell the owner of this site.',
    async make({ open }) {
      const nobody = recipientText(new Uint8Array(32))
      const widget = await open(
        `<seal-drop transport="http" endpoint="/files" recipients="${nobody}"></seal-drop>`,
      )
      await choose(widget, PDF)
      return widget
    },
  },
  'keys-untrusted': {
    how: 'the keys of the recipient are too weak',
    words:
      'The recipient’s keys could not be confirmed, so nothing was sent. Please tell the owner of this site.',
    async make({ didww, sandbox }) {
      sandbox.flip({ keys: 'small' })
      const widget = await didww()
      await choose(widget, PDF)
      return widget
    },
  },
  'seal-failed': {
    how: 'the cipher of the browser fails',
    words: 'This file could not be encrypted, so it was not sent. Please try again.',
    async make({ didww, page }) {
      const starting = page.waitForEvent('worker')
      const widget = await didww()
      await pointAt(widget)
      const worker = await starting
      await worker.evaluate(() => {
        crypto.subtle.importKey = () => Promise.reject(new DOMException('No.', 'OperationError'))
        crypto.subtle.encrypt = () => Promise.reject(new DOMException('No.', 'OperationError'))
      })
      await choose(widget, PDF)
      return widget
    },
  },
  offline: {
    how: 'the network is gone before the worker is there',
    words: 'You are offline. Try again when the connection is back.',
    async make({ didww, page, context }) {
      const widget = await didww()
      await page.route(/\/worker(-text)?\.js$/, async route => {
        // All that is loaded beside it is there by then.
        await expect(widget.locator('[part=seal] code').first()).toBeVisible()
        await context.setOffline(true)
        await route.abort()
      })
      await choose(widget, PDF)
      return widget
    },
  },
  network: {
    how: 'the server does not let the page read its keys',
    words: 'The connection was lost. Please try again.',
    async make({ didww, sandbox }) {
      sandbox.flip({ cors: 'off' })
      const widget = await didww()
      await choose(widget, PDF)
      return widget
    },
  },
  timeout: {
    how: 'the server takes the request for its keys, and never answers',
    words: 'The server did not answer in time. Please try again.',
    async make({ didww, sandbox }) {
      sandbox.flip({ stall: { at: 'answer', on: 'keys' } })
      const widget = await didww()
      await waitASecond(widget)
      await choose(widget, PDF)
      return widget
    },
  },
  stalled: {
    how: 'the server takes the connection and then nothing, so that no byte of the document leaves',
    words: 'The upload came to a halt. Please try again.',
    async make({ open }) {
      const sockets = new Set<Socket>()
      const deaf = createServer(socket => sockets.add(socket)).listen(0, '127.0.0.1')
      await once(deaf, 'listening')
      const { port } = deaf.address() as AddressInfo
      const { recipient } = await newKeys()
      const widget = await open(
        `<seal-drop transport="http" endpoint="http://127.0.0.1:${port}" recipients="${recipient}"></seal-drop>`,
      )
      await failAtOnce(widget)
      await waitASecond(widget)
      await choose(widget, PDF)
      await expect.poll(() => phases(widget)).toEqual(['failed'])
      for (const socket of sockets) socket.destroy()
      deaf.close()
      return widget
    },
  },
  unauthorized: {
    how: 'the server answers 401',
    words: 'You are not signed in any more. Reload the page and try again.',
    make: ({ answered }) => answered(401),
  },
  forbidden: {
    how: 'the server answers 403',
    words: 'The server does not allow this upload. Please tell the owner of this site.',
    make: ({ answered }) => answered(403),
  },
  'not-found': {
    how: 'the server answers 404',
    words: 'The server does not know this upload. Please tell the owner of this site.',
    make: ({ answered }) => answered(404),
  },
  refused: {
    how: 'the server answers 422',
    words: 'The server did not accept this file. Try another one, or tell the owner of this site.',
    make: ({ answered }) => answered(422),
  },
  'rate-limited': {
    how: 'the server answers 429',
    words: 'Too many uploads right now. Try again in a few minutes.',
    make: ({ answered }) => answered(429),
  },
  server: {
    how: 'the server answers 500',
    words: 'The server has a problem. Try again in a few minutes.',
    make: ({ answered }) => answered(500),
  },
  expired: {
    how: 'the server answers 410',
    words: 'This upload has expired. Remove the file and add it again.',
    make: ({ answered }) => answered(410),
  },
  protocol: {
    how: 'the server answers with a page where its keys should be',
    words: 'The server gave an answer that makes no sense. Please tell the owner of this site.',
    async make({ didww, sandbox }) {
      sandbox.flip({ keys: 'html' })
      const widget = await didww()
      await choose(widget, PDF)
      return widget
    },
  },
  'keys-rotated': {
    how: 'the recipient changes the keys with each upload',
    words: 'The recipient changed the keys. Please try again.',
    async make({ didww, sandbox, page }) {
      const widget = await didww()
      sandbox.flip({ rotateBeforeNextUpload: true })
      page.on('response', response => {
        if (response.status() === 422) sandbox.flip({ rotateBeforeNextUpload: true })
      })
      await choose(widget, PDF)
      return widget
    },
  },
  mismatch: {
    how: 'the server says that it stored another size',
    words: 'What arrived is not what was sent. Remove this file and add it again.',
    make: scene =>
      atDokstamp(scene, async (widget, dokstamp) => {
        dokstamp.flip({ sizes: 'wrong' })
        await choose(widget, PDF)
      }),
  },
  'already-used': {
    how: 'the server has the document in a certificate',
    words: 'The server has this file already. It need not be sent again.',
    make: scene =>
      atDokstamp(scene, async (widget, dokstamp) => {
        await choose(widget, PDF)
        await expect.poll(() => phases(widget)).toEqual(['done'])
        for (const { id } of dokstamp.received()) dokstamp.use(id)
        await widget.evaluate((element: SealDrop) => element.clear())
        await choose(widget, PDF)
      }),
  },
}

for (const [code, { how, words, make }] of Object.entries(table))
  test(`${code}: ${how}`, async ({ page, context, site, sandbox, open, didww, events }) => {
    const openDidww = async (attributes = ''): Promise<Locator> => {
      const widget = await open(`${OWN}<seal-drop ${didww} ${attributes}></seal-drop>`)
      await failAtOnce(widget)
      return widget
    }
    const widget = await make({
      page,
      context,
      site,
      sandbox,
      open,
      didww: openDidww,
      async answered(code) {
        const widget = await openDidww()
        sandbox.flip({ status: { code } })
        await choose(widget, PDF)
        return widget
      },
      async file(name, bytes) {
        const path = test.info().outputPath(name)
        await writeFile(path, bytes)
        return path
      },
    })
    const told = new RegExp(`^sealdrop-(fail|reject) ${code}$`)
    await expect.poll(events).toContainEqual(expect.stringMatching(told))
    // Of a file it is said in its row; of the element, where somebody would choose.
    await expect(
      widget.locator('[part=status], [part=prompt]').getByText(words, { exact: true }),
    ).toBeVisible()
  })

test('each code has words of its own; a missing recipient is the site’s mistake like any other', () => {
  const all = Object.entries(table).filter(([code]) => code !== 'no-recipient')
  expect(new Set(all.map(([, { words }]) => words)).size).toBe(all.length)
})

test('no-identity: at the desk, the document was sealed for somebody else', async ({ desk }) => {
  const [own, other] = [await newKeys(), await newKeys()]
  await desk.load(own)
  await desk.add(chosen('other.age', await sealed(other.recipient, 'x')))
  await expect(
    desk.page.getByText(
      'it was sealed for someone else. Add the right identity and it is tried again.',
    ),
  ).toBeVisible()
})
