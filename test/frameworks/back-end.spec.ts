import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, type Page, test } from 'playwright/test'
import { backEnds, isReady, openBy } from '../back-ends.ts'
import { chooseBy } from '../browser/chooser.ts'
import { complaintsOf } from '../browser/complaints.ts'
import { oracle } from '../oracle.ts'
import { fetchSealed } from './back-end/shared/fetch-sealed.ts'
import {
  type BackEndSite,
  type BackEndWorld,
  startBackEnd,
  startBackEndWorld,
} from './back-end-sites.ts'

const samples = join(import.meta.dirname, '..', 'samples')
/** What each field of the page is given, in the order of the form. */
const given = [
  { provider: 'http', path: join(samples, 'pdf', '160F-2019.pdf') },
  { provider: 'tus', path: join(samples, 'pdf', 'xfa_filled_imm1344e.pdf') },
  { provider: 's3', path: join(samples, 'jpg', 'landscape_6.jpg') },
] as const

/** Installing and building; a browser's journey takes seconds. */
const TOOLS_MS = 10 * 60_000

const age = oracle('age')
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

let world: BackEndWorld
test.beforeAll(async () => {
  test.setTimeout(TOOLS_MS)
  world = await startBackEndWorld()
})
test.afterAll(() => world.close())

/** Fills the form in as a person does, up to before its button. */
const fillIn = async (page: Page, { url }: BackEndSite): Promise<void> => {
  await page.context().addCookies([{ name: 'session', value: 'ada', url: url.href }])
  await page.goto(url.href)
  for (const { provider, path } of given) {
    const field = page.locator(`seal-drop[transport="${provider}"]`)
    const button = field.getByRole('button', { name: /^choose/i })
    await chooseBy(page, () => button.click(), path)
    await expect(field.getByRole('listitem').getByText('Delivered')).toBeVisible()
  }
}

/** The tickets that the form would send. */
const ticketsIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const form = document.querySelector('form')
    return form ? new FormData(form).getAll('papers').map(String) : []
  })

/** The form, without a browser: as somebody hostile sends it. */
const post = async (
  { url }: BackEndSite,
  papers: readonly string[],
  { as = 'ada', application = '2026-1042' } = {},
): Promise<number> => {
  const body = new URLSearchParams([
    ['application', application],
    ...papers.map(paper => ['papers', paper]),
  ])
  const headers = { Cookie: `session=${as}` }
  const { status } = await fetch(new URL('/apply', url), { method: 'POST', headers, body })
  return status
}

/** What the ticket names; nothing is verified. */
const readTicket = (ticket: string): { readonly provider: string; readonly reference: string } =>
  JSON.parse(Buffer.from(ticket.split('.')[0] ?? '', 'base64url').toString())

const bytesOf = async (stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(
    await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer(),
  )

for (const name of ['express', 'hono'])
  test.describe(name, () => {
    let site: BackEndSite
    test.beforeAll(async () => {
      test.setTimeout(TOOLS_MS)
      const started = await startBackEnd(name, world)
      test.skip(started === undefined, 'npm cannot reach its registry')
      if (started) site = started
    })
    test.afterAll(() => site?.close())
    test.afterEach(async () => {
      for (const file of await readdir(site.documents)) await rm(join(site.documents, file))
    })

    test('opens what a page sealed and sent by http, tus and s3', async ({ page }) => {
      const complaints = complaintsOf(page)
      await fillIn(page, site)
      await page.getByRole('button', { name: 'Apply' }).click()
      await page.waitForURL('**/apply')
      const documents = JSON.parse(await page.locator('body').innerText())
      expect(documents).toHaveLength(given.length)
      for (const [at, { path }] of given.entries()) {
        const original = await readFile(path)
        const { file, ...claimed } = documents[at]
        expect(claimed).toEqual({
          name: basename(path),
          size: original.length,
          sha256: sha256(original),
        })
        const saved = join(site.documents, file)
        expect(await readFile(saved)).toEqual(original)
        expect((await stat(saved)).mode & 0o777).toBe(0o600)
      }
      expect(await readdir(site.documents)).toHaveLength(given.length)
      expect(complaints).toEqual([])
    })

    test('takes no ticket of another person, of another form, or made up', async ({ page }) => {
      await fillIn(page, site)
      const tickets = await ticketsIn(page)
      expect(tickets.map(ticket => readTicket(ticket).provider)).toEqual(['http', 'tus', 's3'])
      expect(await post(site, tickets, { as: 'bob' })).toBe(403)
      const [first = '', ...more] = tickets
      const madeUp = first.replace(/^./, letter => (letter === 'e' ? 'f' : 'e'))
      expect(await post(site, [...more, madeUp], { application: '2026-1044' })).toBe(403)
      expect(await post(site, [])).toBe(403)
      expect(await readdir(site.documents)).toEqual([])

      // A form that was refused has no claim.
      expect(await post(site, tickets)).toBe(200)
      expect(await post(site, tickets, { application: '2026-1043' })).toBe(403)
      // As a browser that had no answer sends it again.
      expect(await post(site, tickets)).toBe(200)
      expect(await readdir(site.documents)).toHaveLength(given.length)
    })

    test('keeps nothing of a form with a document that was changed on its way', async ({
      page,
    }) => {
      await fillIn(page, site)
      const tickets = await ticketsIn(page)
      const s3 = tickets.map(readTicket).find(({ provider }) => provider === 's3')
      const stored = world.s3.sealed(s3?.reference ?? '')
      const flip = (): void =>
        void stored.writeUInt8(stored.readUInt8(stored.length - 1) ^ 1, stored.length - 1)
      flip()
      expect(await post(site, tickets)).toBe(502)
      expect(await readdir(site.documents)).toEqual([])
      flip()
      expect(await post(site, tickets, { application: '2026-1043' })).toBe(200)
    })
  })

test('Python, Go, PHP, Java and the age command open what that page sent, from http, tus and s3', async ({
  page,
}) => {
  test.setTimeout(TOOLS_MS)
  const site = await startBackEnd('express', world)
  test.skip(site === undefined, 'npm cannot reach its registry')
  if (!site) return
  const place = await mkdtemp(join(tmpdir(), 'sealdrop-back-ends-'))
  try {
    await fillIn(page, site)
    const tickets = (await ticketsIn(page)).map(readTicket)
    const sealed = await Promise.all(
      tickets.map(async ticket => bytesOf(await fetchSealed(ticket, world.storage))),
    )
    const key = join(place, 'key.txt')
    await writeFile(key, `${world.identity}\n`, { mode: 0o600 })
    const originals = await Promise.all(given.map(({ path }) => readFile(path)))
    for (const [at, bytes] of sealed.entries())
      expect(execFileSync(age, ['-d', '-i', key], { input: bytes, maxBuffer: 64e6 })).toEqual(
        originals[at],
      )

    for (const backEnd of backEnds) {
      if (!isReady(backEnd)) continue
      const command = backEnd.build(await mkdtemp(join(place, 'built-')))
      for (const [at, bytes] of sealed.entries()) {
        const call = { sealed: bytes, keys: `${world.identity}\n` }
        const found = openBy(command, { ...call, place: await mkdtemp(join(place, 'opened-')) })
        expect(found?.bytes).toEqual(originals[at])
        expect(found?.record).toMatchObject({ name: basename(given[at]?.path ?? '') })
      }
    }
  } finally {
    await rm(place, { recursive: true, force: true })
    await site.close()
  }
})
