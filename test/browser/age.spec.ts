import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from 'playwright/test'
import type { Receipt } from '../../src/core/contracts.ts'
import { generateIdentity, open as openSealed, recipientOf } from '../../src/open/index.ts'
import { type HttpSandbox, startHttp } from '../../src/sandbox/http/sandbox.ts'
import { CARD } from '../age/card.ts'
import { choose } from './chooser.ts'
import { startWebsite, type Website } from './website.ts'

const root = join(import.meta.dirname, '..', '..')
const PDF = join(root, 'test', 'samples', 'pdf', 'doc_1_3_pages.pdf')

let sandbox: HttpSandbox
const sites: Website[] = []
test.beforeAll(async () => {
  sandbox = await startHttp()
})
test.beforeEach(() => sandbox.reset())
test.afterEach(async () => {
  for (const site of sites.splice(0)) await site.close()
})
test.afterAll(() => sandbox.close())

const MODULE = '<script type="module" src="/sealdrop.js"></script>'
const CLASSIC = '<script src="/sealdrop.iife.js"></script>'

const open = async (page: Page, attributes: string, script = MODULE): Promise<void> => {
  const upstream = { url: sandbox.url, header: 'authorization', secret: `Bearer ${sandbox.token}` }
  const site = await startWebsite(upstream, join(root, 'dist'), {
    '/': `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Apply</title>
      ${script}</head><body>
      <seal-drop label="Papers" transport="http" endpoint="/relay/files" ${attributes}></seal-drop></body></html>`,
  })
  sites.push(site)
  await page.goto(site.url)
}

const firstReceipt = (page: Page): Promise<Receipt | undefined> =>
  page
    .locator('seal-drop')
    .evaluate(element => (element as HTMLElementTagNameMap['seal-drop']).receipts[0])

test('a file is sealed with age and delivered by plain HTTP, and its recipient opens it', async ({
  page,
}) => {
  await open(page, `recipients="${sandbox.recipient}" options='{"reference":{"json":"data.id"}}'`)
  await choose(page, PDF)
  await expect(page.getByText(/^Delivered/)).toBeVisible()
  const [received] = sandbox.received()
  expect(received?.wireName).toMatch(/^[0-9a-f-]{36}\.age$/)
  const opened = await sandbox.plaintext(received?.id ?? '')
  expect(opened.equals(await readFile(PDF))).toBe(true)
  const receipt = await firstReceipt(page)
  expect(receipt).toMatchObject({
    reference: received?.id,
    sealed: { scheme: 'age', authenticated: true, sha256: received?.sha256, size: received?.size },
  })
  const [fingerprint = ''] = receipt?.sealed.recipients ?? []
  expect(fingerprint).toMatch(/^([0-9a-f]{4} ){4}[0-9a-f]{4}$/)
  await expect(page.locator('[part=seal]').first()).toContainText(fingerprint.slice(0, 14))
})

for (const [method, options, mediaType, script] of [
  ['POST', { reference: { json: 'data.id' } }, /^multipart\/form-data/, MODULE],
  ['PUT', { method: 'PUT', reference: { header: 'X-File-Id' } }, /^application\/pdf$/, CLASSIC],
] as const)
  test(`a sealed file travels as a PDF, and its recipient opens it: ${method}`, async ({
    page,
  }) => {
    const identity = await generateIdentity()
    const recipients = `${sandbox.recipient} ${await recipientOf(identity)}`
    const attributes = `seal="age+pdf" recipients="${recipients}" options='${JSON.stringify(options)}'`
    await open(page, attributes, script)
    await choose(page, PDF)
    await expect(page.getByText(/^Delivered/)).toBeVisible()
    const [received] = sandbox.received()
    const upload = sandbox.requests().find(request => request.method === method)
    expect(upload?.headers['content-type']).toMatch(mediaType)
    if (method === 'POST') expect(received?.wireName).toMatch(/^[0-9a-f-]{36}\.pdf$/)
    const wrapper = sandbox.sealed(received?.id ?? '')
    expect(wrapper.toString('latin1', 0, 9)).toBe('%PDF-2.0\n')
    const original = await readFile(PDF)
    expect((await sandbox.plaintext(received?.id ?? '')).equals(original)).toBe(true)
    const opened = await openSealed(new Blob([new Uint8Array(wrapper)]), identity)
    expect([opened.file.name, opened.intact]).toEqual(['doc_1_3_pages.pdf', true])
    expect(Buffer.from(await opened.file.arrayBuffer()).equals(original)).toBe(true)
    expect(await firstReceipt(page)).toMatchObject({
      reference: received?.id,
      sealed: {
        scheme: 'age+pdf',
        authenticated: true,
        sha256: received?.sha256,
        size: wrapper.length,
      },
    })
    await expect(page.locator('[part=seal]').first()).toContainText('for the recipient')
  })

for (const [what, script, isNative] of [
  ['by the browser', MODULE, true],
  ['by code that loads late', MODULE, false],
  ['by code beside the classic script', CLASSIC, false],
] as const)
  test(`a file is sealed for a post-quantum recipient, who opens it: ${what}`, async ({ page }) => {
    const identity = await generateIdentity({ postQuantum: true })
    if (!isNative)
      await page.addInitScript(() => {
        delete (SubtleCrypto.prototype as { encapsulateBits?: unknown }).encapsulateBits
      })
    const late: string[] = []
    page.on('request', request => {
      if (request.url().endsWith('/post-quantum.js')) late.push(request.url())
    })
    await open(page, `recipients="${await recipientOf(identity)}"`, script)
    await choose(page, PDF)
    await expect(page.getByText(/^Delivered/)).toBeVisible()
    expect(late.length).toBe(isNative ? 0 : 1)
    const sealed = sandbox.sealed(sandbox.received()[0]?.id ?? '')
    const { file, intact } = await openSealed(new Blob([new Uint8Array(sealed)]), identity)
    expect(intact).toBe(true)
    expect(Buffer.from(await file.arrayBuffer()).equals(await readFile(PDF))).toBe(true)
  })

for (const [what, recipient, script, isPostQuantum] of [
  ['by the module', CARD.classic, MODULE, false],
  ['post-quantum, by the module', CARD.hybrid, MODULE, true],
  ['by the classic script', CARD.classic, CLASSIC, false],
  ['post-quantum, by the classic script', CARD.hybrid, CLASSIC, true],
] as const)
  test(`a file is sealed for a key in hardware, which opens it: ${what}`, async ({ page }) => {
    const late: string[] = []
    page.on('request', request => {
      if (request.url().endsWith('/post-quantum.js')) late.push(request.url())
    })
    await open(page, `recipients="${recipient}"`, script)
    await choose(page, PDF)
    await expect(page.getByText(/^Delivered/)).toBeVisible()
    expect(late).toHaveLength(isPostQuantum ? 1 : 0)
    const sealed = sandbox.sealed(sandbox.received()[0]?.id ?? '')
    const { file, intact } = await openSealed(new Blob([new Uint8Array(sealed)]), {
      unwrapFileKey: async stanzas => CARD.fileKeyIn(stanzas),
    })
    expect(intact).toBe(true)
    expect(Buffer.from(await file.arrayBuffer()).equals(await readFile(PDF))).toBe(true)
  })

for (const [what, recipients, code, sign] of [
  ['none', '', 'no-recipient', 'at once'],
  ['a part of one', 'age1qqqqqqqq', 'bad-recipient', 'at once'],
  ['a secret key', 'AGE-SECRET-KEY-1QQQQQQ', 'bad-recipient', 'at once'],
  ['a mistyped one', `age1${'q'.repeat(58)}`, 'bad-recipient', 'with the first sign'],
  ['a part of a tagged one', CARD.classic.slice(0, -1), 'bad-recipient', 'at once'],
  [
    'a mistyped tagged one',
    `${CARD.classic.slice(0, -1)}q`,
    'bad-recipient',
    'with the first sign',
  ],
] as const)
  test(`recipients that cannot be used switch choosing off, ${sign}: ${what}`, async ({ page }) => {
    const reported: string[] = []
    page.on('pageerror', error => reported.push(error.message))
    await page.addInitScript(() => {
      const codes: string[] = []
      Object.assign(window, { codes })
      document.addEventListener('sealdrop-fail', event => codes.push(event.error.code))
    })
    await open(page, `recipients="${recipients}"`)
    if (sign === 'with the first sign') await page.locator('seal-drop').hover()
    await expect(page.locator('[part=prompt]')).toHaveText(
      'This upload is not set up correctly. Please tell the owner of this site.',
    )
    await expect(page.locator('#choose')).toHaveAttribute('aria-disabled', 'true')
    expect(reported.length).toBe(1)
    expect(reported.join()).not.toContain('SECRET-KEY-1Q')
    expect(await page.evaluate(() => (window as unknown as { codes: string[] }).codes)).toEqual([
      code,
    ])
    expect(sandbox.requests()).toEqual([])
  })
