import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from 'playwright/test'
import { startTus, type TusSandbox } from '../../src/sandbox/tus/sandbox.ts'
import { written } from '../engines/reload/in-page.ts'
import { writePdf } from '../memory/pdf.ts'
import { startWebsite, type Website } from './website.ts'

const root = join(import.meta.dirname, '..', '..')
/** So large that it is read in slices. */
const BYTES = 66 * 1024 * 1024
/** Over the limit from which a sealed body lies in a file, and read whole. */
const WHOLE_BYTES = 12 * 1024 * 1024

/** A page that keeps its session where the test can reach it; what the address asks for are its options. */
const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Apply</title>
  <script type="module" src="/page.js"></script></head><body><input type="file" aria-label="Document"></body></html>`
const script = (recipient: string): string => `
  import { createSession, transportByName } from '/sealdrop.js'
  const input = document.querySelector('input')
  const transport = await transportByName('tus', { endpoint: '/relay/files/' })
  const session = await createSession({
    transport,
    seal: { scheme: 'age', recipients: ['${recipient}'] },
    limits: { maxSize: '100MiB' },
    ...JSON.parse(decodeURIComponent(location.hash.slice(1) || '{}')),
  })
  window.session = session
  window.pauseAsSoonAsItIsSent = () => {
    const stop = session.subscribe(({ id, state }) => {
      if (state.phase !== 'sending') return
      stop()
      session.pause(id)
    })
  }
  input.addEventListener('change', () => session.add(input.files))`

declare global {
  interface Window {
    pauseAsSoonAsItIsSent?: () => void
    session?: {
      readonly files: readonly {
        readonly id: string
        readonly state: {
          readonly phase: string
          readonly error?: { readonly code: string }
          readonly receipt?: { readonly sealed: { readonly sha256: string } }
        }
      }[]
      resume(id?: string): void
      cancel(id?: string): void
      clear(): void
    }
  }
}

let sandbox: TusSandbox
let site: Website
let folder: string
let path: string
test.beforeAll(async () => {
  sandbox = await startTus()
  const upstream = { url: sandbox.url, header: 'authorization', secret: `Bearer ${sandbox.token}` }
  folder = await mkdtemp(join(tmpdir(), 'sealdrop-big-'))
  path = join(folder, 'big.pdf')
  await writePdf(path, BYTES)
  site = await startWebsite(upstream, join(root, 'dist'), {
    '/': page,
    '/page.js': script(sandbox.recipient),
  })
})
test.afterAll(async () => {
  await site.close()
  await sandbox.close()
  await rm(folder, { recursive: true, force: true })
})
test.beforeEach(() => {
  sandbox.reset()
  // As a relay says it: the site's own server answers under another path.
  sandbox.flip({ place: 'relative' })
})

const visit = async (tab: Page, options: object = {}): Promise<void> => {
  await tab.goto(`${site.url}/#${encodeURIComponent(JSON.stringify(options))}`)
  await expect.poll(() => tab.evaluate(() => window.session !== undefined)).toBe(true)
}
const phases = (tab: Page): Promise<readonly string[]> =>
  tab.evaluate(() =>
    (window.session?.files ?? []).map(({ state }) =>
      [state.phase, state.error?.code].filter(Boolean).join(' '),
    ),
  )
const until = (tab: Page, phase: string): Promise<void> =>
  expect.poll(() => phases(tab), { timeout: 60_000 }).toEqual([phase])

interface Kept {
  readonly name: string
  readonly size: number
  readonly head: string
}
/** Sealed bodies that lie in files of the origin. */
const files = (tab: Page): Promise<readonly Kept[]> =>
  tab.evaluate(async () => {
    const directory = await navigator.storage.getDirectory()
    const found: Kept[] = []
    const sealdrop = await directory.getDirectoryHandle('sealdrop').catch(() => undefined)
    for await (const [name, handle] of sealdrop?.entries() ?? []) {
      const file = await (handle as FileSystemFileHandle).getFile().catch(() => undefined)
      // One that was deleted since it was listed is gone.
      if (file) found.push({ name, size: file.size, head: await file.slice(0, 21).text() })
    }
    return found
  })
const marker = (tab: Page): Promise<string | null> =>
  tab.evaluate(() => localStorage.getItem('sealdrop:shelf'))
const isGone = async (tab: Page): Promise<void> => {
  await expect.poll(() => files(tab), { timeout: 20_000 }).toEqual([])
  await expect.poll(() => marker(tab)).toBe(null)
}
/** What arrived opens to the document that was chosen. */
const isDelivered = async (document = path): Promise<void> => {
  const [received, ...others] = sandbox.received()
  expect(others).toEqual([])
  const opened = await sandbox.plaintext(received?.id ?? '')
  expect(opened.equals(await readFile(document))).toBe(true)
}
/** The file is sealed, and paused as soon as its first request begins. */
const pausesIt = async (tab: Page, options: object = {}, document = path): Promise<void> => {
  await visit(tab, options)
  await tab.evaluate(() => window.pauseAsSoonAsItIsSent?.())
  await tab.getByLabel('Document').setInputFiles(document)
  await until(tab, 'paused')
}
const resume = (tab: Page): Promise<void> =>
  tab.evaluate(() => window.session?.resume(window.session.files[0]?.id))

test('a document over 8 MiB lies sealed in a file while it is sent, and its receipt has the hash of what arrived', async ({
  page,
}) => {
  const document = join(folder, 'whole.pdf')
  await writePdf(document, WHOLE_BYTES)
  await pausesIt(page, {}, document)
  const [kept, ...others] = await files(page)
  expect(others).toEqual([])
  expect(kept?.head).toBe('age-encryption.org/v1')
  expect(kept?.size).toBeGreaterThan(WHOLE_BYTES)
  await resume(page)
  await until(page, 'done')
  await isDelivered(document)
  const hash = await page.evaluate(() => window.session?.files[0]?.state.receipt?.sealed.sha256)
  expect(hash).toBe(sandbox.received()[0]?.sha256)
  await isGone(page)
})

test.describe('a document over 64 MiB', () => {
  test('lies sealed in a file while it is sent, and nowhere when it has arrived', async ({
    page,
  }) => {
    await pausesIt(page)
    const [id] = await page.evaluate(() => (window.session?.files ?? []).map(file => file.id))
    const [kept, ...others] = await files(page)
    expect(others).toEqual([])
    expect(kept).toMatchObject({ name: id, head: 'age-encryption.org/v1' })
    expect(kept?.size).toBeGreaterThan(BYTES)
    await resume(page)
    await until(page, 'done')
    await isDelivered()
    await isGone(page)
  })

  test('goes on after a reload, from that file', async ({ page }) => {
    await pausesIt(page)
    // Without its record nothing is offered, and the file is deleted.
    await expect.poll(() => page.evaluate(written)).toHaveLength(1)
    await page.reload()
    await until(page, 'paused')
    await resume(page)
    await until(page, 'done')
    await isDelivered()
    await isGone(page)
  })

  test('leaves nothing when it is taken off the list', async ({ page }) => {
    await pausesIt(page)
    await page.evaluate(() => window.session?.clear())
    await isGone(page)
  })

  test('leaves nothing when it is cancelled while it is sealed', async ({ page }) => {
    await visit(page)
    await page.getByLabel('Document').setInputFiles(path)
    await expect.poll(() => files(page), { timeout: 20_000 }).toHaveLength(1)
    expect(await phases(page)).toEqual(['sealing'])
    await page.evaluate(() => window.session?.cancel())
    await isGone(page)
  })

  test('leaves nothing after the next visit where the tab was killed as it was sealed', async ({
    page,
    context,
  }) => {
    await visit(page)
    await page.getByLabel('Document').setInputFiles(path)
    await expect.poll(() => files(page), { timeout: 20_000 }).toHaveLength(1)
    expect(await phases(page)).toEqual(['sealing'])
    expect(await marker(page)).not.toBe(null)
    const devTools = await context.newCDPSession(page)
    void devTools.send('Page.crash').catch(() => {})
    await page.waitForEvent('crash')
    const next = await context.newPage()
    await visit(next)
    await isGone(next)
    expect(await phases(next)).toEqual([])
  })

  test('is nowhere on the disk with shelf: off', async ({ page }) => {
    await pausesIt(page, { shelf: 'off' })
    expect(await files(page)).toEqual([])
    expect(await marker(page)).toBe(null)
    await resume(page)
    await until(page, 'done')
    await isDelivered()
  })
})
