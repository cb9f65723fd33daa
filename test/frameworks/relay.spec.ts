import { createHash, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'playwright/test'
import { choose } from '../browser/chooser.ts'
import { complaintsOf } from '../browser/complaints.ts'
import { type Prepared, prepare, setUps, startWorld, type World } from './relay-sites.ts'
import type { Arrival } from './relay-upstream.ts'
import { ask, visit } from './relay-visitor.ts'

const PDF = join(import.meta.dirname, '..', 'samples', 'pdf', 'doc_1_3_pages.pdf')

/** Installing and building; a browser's journey takes seconds. */
const TOOLS_MS = 10 * 60_000
const MEGABYTE = 1_000_000
/** Of a busy machine. A server that does not read the rest is heard after six seconds and more. */
const MOST_MS = 5_000
/** Where a runtime tells that a visitor has left, it does so within 0.1 s. */
const DEAF_MS = 2_000

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

let world: World
test.beforeAll(async () => {
  world = await startWorld()
})
test.beforeEach(() => {
  world.sandbox.reset()
  world.upstream.mode = 'sandbox'
})
test.afterAll(() => world.close())

for (const [name, setUp] of Object.entries(setUps))
  test.describe(name, () => {
    let site: Prepared
    const at = (path: string): URL => new URL(path, site.url)
    const files = (): URL => at('/relay/didww/encrypted_files')

    test.beforeAll(async () => {
      test.setTimeout(TOOLS_MS)
      const prepared = await prepare(name, setUp, world)
      test.skip(prepared === undefined, 'npm cannot reach its registry')
      if (prepared) site = prepared
    })
    test.afterAll(() => site?.close())

    test('a document arrives from its page, and the form’s ticket is verified', async ({
      page,
      context,
    }) => {
      const complaints = complaintsOf(page)
      await context.addCookies([{ name: 'session', value: 'ada', url: site.url.href }])
      await page.goto(site.url.href)
      await choose(page, PDF)
      await expect(page.getByRole('listitem').getByText('Delivered')).toBeVisible()
      const [received] = world.sandbox.received()
      const original = sha256(await readFile(PDF))
      expect(received).toMatchObject({
        openedWithA: { sha256: original },
        openedWithB: { sha256: original },
      })
      await page.getByRole('button', { name: 'Apply' }).click()
      await expect(page.getByText(`Applied with ${received?.id}`)).toBeVisible()
      expect(complaints).toEqual([])
    })

    test('20 MB stream through it, and its ticket is nobody else’s', async () => {
      const bytes = randomBytes(20 * MEGABYTE)
      world.upstream.mode = 'count'
      const arriving = world.upstream.next()
      const sending = visit(files(), { as: 'ada', length: bytes.length })
      await sending.send(bytes.subarray(0, MEGABYTE))
      const arrival = await arriving
      // Else the next line waits for ever.
      await arrival.firstByteAt
      await sending.send(bytes.subarray(MEGABYTE))
      sending.end()
      const { status, headers } = await sending.heard
      expect([status, await arrival.sha256]).toEqual([201, sha256(bytes)])

      const papers = new URLSearchParams({ papers: headers.get('sealdrop-ticket') ?? '' })
      const apply = (as: string) =>
        fetch(at('/apply'), {
          method: 'POST',
          headers: { Cookie: `session=${as}`, Origin: site.url.origin },
          body: papers,
        })
      const applied = await apply('ada')
      expect(await applied.text()).toContain(sha256(bytes))
      expect((await apply('bob')).status).toBe(403)
    })

    test('a refusal of 5 MB is heard at once, by the page and as JSON', async ({ page }) => {
      await page.goto(site.url.href)
      const [status, code, ms] = await page.evaluate(async bytes => {
        const started = performance.now()
        const body = new Blob([new Uint8Array(bytes)])
        const answer = await fetch('/relay/didww/encrypted_files', { method: 'POST', body })
        const { code } = await answer.json()
        return [answer.status, code, performance.now() - started] as const
      }, 5 * MEGABYTE)
      expect([status, code]).toEqual([401, 'unauthorized'])
      expect(ms).toBeLessThan(MOST_MS)
    })

    const leaveAfter = async (sent: number): Promise<{ arrival: Arrival; leftMs: number }> => {
      const bytes = randomBytes(2 * MEGABYTE)
      world.upstream.mode = 'silent'
      const arriving = world.upstream.next()
      const leaving = visit(files(), { as: 'ada', length: bytes.length })
      await leaving.send(bytes.subarray(0, sent))
      const arrival = await arriving
      await expect.poll(() => arrival.bytes).toBe(sent)
      leaving.leave()
      return { arrival, leftMs: performance.now() }
    }

    test('a visitor who leaves in the midst of a body ends the request at the service', async () => {
      const { arrival, leftMs } = await leaveAfter(MEGABYTE)
      expect((await arrival.leftAt) - leftMs).toBeLessThan(MOST_MS)
      await expect(arrival.sha256).rejects.toThrow()
    })

    if (setUp.isDeafAfterBody)
      test('one who leaves after the body does not: the service may finish', async () => {
        const { arrival } = await leaveAfter(2 * MEGABYTE)
        const isOver = await Promise.race([arrival.leftAt, setTimeout(DEAF_MS)])
        // A runtime that has learnt to tell is good news: change the table of the guide "The relay on your server", and this.
        expect(isOver).toBeUndefined()
        arrival.answer()
      })
    else
      test('so does one who leaves after the body', async () => {
        const { arrival, leftMs } = await leaveAfter(2 * MEGABYTE)
        expect((await arrival.leftAt) - leftMs).toBeLessThan(MOST_MS)
      })

    test('it is there under its base alone, for its own pages and those that are listed', async () => {
      const keys = at('/relay/didww/public_keys')
      const from = (Origin: string, more = {}) => ({ as: 'ada', headers: { Origin, ...more } })
      const preflight = { method: 'OPTIONS', ...from(world.otherPage) }
      expect(await ask(keys, { as: 'ada' })).toMatchObject({ status: 200 })
      expect(await ask(keys)).toMatchObject({ status: 401 })
      // As they came: tus asks how far an upload is by HEAD, and goes on by PATCH.
      for (const method of ['HEAD', 'PATCH', 'PUT', 'DELETE']) {
        const { status, headers } = await ask(keys, { as: 'ada', method })
        expect([method, status, headers.get('sealdrop-relay')]).toEqual([method, 405, '1'])
      }
      // Some frameworks lead to the path without it.
      const slashed = await ask(at('/relay/didww/public_keys/'), { as: 'ada' })
      expect([200, 308]).toContain(slashed.status)
      expect(await ask(at('/relay/elsewhere'), { as: 'ada' })).toMatchObject({ status: 404 })
      expect(await ask(keys, from('https://elsewhere.example'))).toMatchObject({ status: 403 })

      const asked = { 'Access-Control-Request-Method': 'POST' }
      const allowed = await ask(keys, { ...preflight, ...from(world.otherPage, asked) })
      expect(allowed.status).toBe(204)
      expect(allowed.headers.get('access-control-allow-origin')).toBe(world.otherPage)
      const read = await ask(keys, from(world.otherPage))
      expect(read.headers.get('access-control-allow-origin')).toBe(world.otherPage)
      expect(read.headers.get('access-control-expose-headers')).toContain('SealDrop-Ticket')
    })
  })
