import { join } from 'node:path'
import { expect, type Page } from 'playwright/test'
import { recipientFingerprint, recipientOf } from '../../src/open/index.ts'
import { startHttp } from '../../src/sandbox/http/sandbox.ts'
import { CARD } from '../age/card.ts'
import { choose } from './chooser.ts'
import { chosen, newKeys, root, sample, test } from './desk-site.ts'
import { startWebsite } from './website.ts'
import { unzipped } from './zip.ts'

const make = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Make a key pair' }).click()
  await expect(page.getByText('A key pair was made.')).toBeVisible()
}
const snippetOf = (page: Page): Promise<string> => page.locator('.snippet code').innerText()
const add = async (page: Page, recipient: string): Promise<void> => {
  await page.getByLabel('Another recipient').fill(recipient)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
}
/** Nothing is lost when a test leaves the page. */
const saveIdentity = (page: Page) => page.getByRole('link', { name: 'Save the identity' })

test('from a new pair to opened documents: the snippet seals for it, and the saved identity opens', async ({
  desk,
  page,
  browser,
}) => {
  const sandbox = await startHttp()
  const colleague = await newKeys()
  await make(page)
  const { name, bytes } = await desk.saved(saveIdentity(page))
  expect(name).toMatch(/^identity-[0-9a-f]{4}-[0-9a-f]{4}\.txt$/)
  await add(page, colleague.recipient)
  await expect(page.getByText('2 recipients.')).toBeVisible()
  const snippet = (await snippetOf(page))
    .replace('/sealdrop/sealdrop.js', '/sealdrop.js')
    .replace('/upload', '/relay/files')
  const upstream = { url: sandbox.url, header: 'authorization', secret: `Bearer ${sandbox.token}` }
  const site = await startWebsite(upstream, join(root, 'dist'), {
    '/': `<!doctype html><html lang="en"><meta charset="utf-8"><title>Apply</title>${snippet}`,
  })
  const visitor = await browser.newPage()
  try {
    await visitor.goto(site.url)
    const originals = [await sample('pdf/doc_1_3_pages.pdf'), await sample('pdf/160F-2019.pdf')]
    for (const [index, buffer] of originals.entries()) {
      await choose(visitor, [{ name: 'passport.pdf', mimeType: '', buffer }])
      await expect(visitor.getByText(/^Delivered/)).toHaveCount(index + 1, { timeout: 30_000 })
    }
    const uploads = sandbox
      .received()
      .map(({ id, wireName }) => chosen(wireName, sandbox.sealed(id)))
    for (const identity of [bytes.toString(), colleague.identity]) {
      await desk.choose('Choose the identity file', [chosen('identity.txt', identity)])
      await expect(page.getByText('Identity loaded.')).toBeVisible()
      await desk.add(...uploads)
      await desk.isDone('2 of 2 opened.')
      const archive = await desk.saved(page.getByRole('button', { name: 'Download all' }))
      const entries = unzipped(archive.bytes)
      expect(entries.map(([entry]) => entry)).toEqual(['passport.pdf', 'passport (2).pdf'])
      for (const [at, [, content]] of entries.entries())
        expect(content.equals(originals[at] ?? Buffer.of())).toBe(true)
      await page.getByRole('button', { name: 'Clear the list' }).click()
      await page.getByRole('button', { name: 'Forget it' }).click()
    }
  } finally {
    await visitor.close()
    await site.close()
    await sandbox.close()
  }
})

test('the identity is saved as age-keygen writes it, and hidden until asked for', async ({
  desk,
  page,
}) => {
  await make(page)
  expect(await page.content()).not.toMatch(/AGE-SECRET-KEY-1[A-Z0-9]/)
  const { bytes } = await desk.saved(saveIdentity(page))
  await expect(page.getByText('The identity was saved as a file.')).toBeVisible()
  const [created, publicKey, identity = '', ...rest] = bytes.toString().split('\n')
  expect(created).toMatch(/^# created: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  const recipient = await recipientOf(identity)
  expect(publicKey).toBe(`# public key: ${recipient}`)
  expect(identity).toMatch(/^AGE-SECRET-KEY-1[A-Z0-9]{58}$/)
  expect(rest).toEqual([''])
  await expect(page.getByText(await recipientFingerprint(recipient))).toBeVisible()
  expect(await snippetOf(page)).toContain(`recipients="${recipient}"`)
  await page.getByRole('button', { name: 'Show it' }).click()
  await expect(page.getByText(identity)).toBeVisible()
  await page.getByRole('button', { name: 'Show it' }).click()
  expect(await page.content()).not.toContain(identity)
})

test('the identity can still be saved long after it was made', async ({ desk, page }) => {
  await page.clock.install()
  await make(page)
  await page.clock.runFor(10 * 60_000)
  for (let times = 0; times < 2; times++) {
    const { bytes } = await desk.saved(saveIdentity(page))
    expect(bytes.toString()).toContain('AGE-SECRET-KEY-1')
  }
})

test('two recipients are advised before and after, until there are two', async ({ desk, page }) => {
  await expect(page.getByText('Use two recipients:')).toBeVisible()
  await make(page)
  const warning = page.getByText('Only one recipient so far.')
  await expect(warning).toBeVisible()
  const { recipient } = await newKeys()
  await add(page, `  ${recipient}\n`)
  await expect(warning).toHaveCount(0)
  expect(await snippetOf(page)).toMatch(new RegExp(`recipients="age1[a-z0-9]{58} ${recipient}"`))
  await expect(page.getByLabel('Another recipient')).toHaveValue('')
  await page
    .getByRole('button', { name: `Remove ${await recipientFingerprint(recipient)}` })
    .click()
  await expect(warning).toBeVisible()
  expect(await snippetOf(page)).not.toContain(recipient)
  await desk.saved(saveIdentity(page))
})

test('what is no recipient does not get into the snippet', async ({ desk, page }) => {
  await make(page)
  const snippet = await snippetOf(page)
  const { recipient } = await newKeys()
  const own = /recipients="([^"]+)"/.exec(snippet)?.[1] ?? ''
  for (const [given, words] of [
    ['', 'This is no recipient.'],
    ['age1', 'This is no recipient.'],
    [recipient.slice(0, -1), 'This is no recipient.'],
    [recipient.toUpperCase(), 'This is no recipient.'],
    [`${recipient}" onfocus="alert(1)`, 'This is no recipient.'],
    ['ssh-ed25519 AAAA', 'This is no recipient.'],
    [`age1pq1${'q'.repeat(60)}`, 'It cannot stand beside yours.'],
    [CARD.hybrid, 'It cannot stand beside yours.'],
    [CARD.classic.slice(0, -1), 'This is no recipient.'],
    [own, 'in the list already'],
  ] as const) {
    await add(page, given)
    await expect(page.locator('#recipient-trouble')).toContainText(words)
    expect(await snippetOf(page)).toBe(snippet)
  }
  await desk.saved(saveIdentity(page))
})

test('a key in hardware stands beside the one that was made', async ({ desk, page }) => {
  await make(page)
  await add(page, CARD.classic)
  await expect(page.locator('#recipient-trouble')).toBeEmpty()
  expect(await snippetOf(page)).toContain(` ${CARD.classic}"`)
  await desk.saved(saveIdentity(page))
})

test('a secret key given as a recipient is taken away at once', async ({ desk, page }) => {
  await make(page)
  const { identity } = await newKeys()
  const field = page.getByLabel('Another recipient')
  for (const text of [identity, identity.toLowerCase(), `# public key: age1\n${identity}`]) {
    await field.fill(text)
    await expect(field).toHaveValue('')
    await expect(page.getByText('That is an identity, the secret half')).toBeVisible()
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    expect((await page.content()).toUpperCase()).not.toContain(identity.slice(0, 24))
  }
  await desk.saved(saveIdentity(page))
})

test('the snippet is copied', async ({ desk, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await make(page)
  await page.getByRole('button', { name: 'Copy the snippet' }).click()
  await expect(page.getByText('The snippet was copied.')).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied.split(/\s+/)).toEqual((await snippetOf(page)).split(/\s+/))
  await desk.saved(saveIdentity(page))
})

test('the recipient is copied by a button of its own, which says so', async ({
  desk,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await make(page)
  const recipient = /recipients="([^"]+)"/.exec(await snippetOf(page))?.[1]
  await page.getByRole('button', { name: 'Copy the recipient' }).click()
  const spoken = page.getByRole('status')
  await expect(spoken.filter({ hasText: 'The recipient was copied.' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(recipient)
  await desk.saved(saveIdentity(page))
})

for (const what of ['recipient', 'snippet'])
  test(`where the page may not copy, the ${what} is selected`, async ({ desk, page }) => {
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
    await make(page)
    const snippet = await snippetOf(page)
    const recipient = /recipients="([^"]+)"/.exec(snippet)?.[1] ?? ''
    await page.getByRole('button', { name: `Copy the ${what}` }).click()
    await expect(page.getByText(`The ${what} is selected: copy it now.`)).toBeVisible()
    const selected = await page.evaluate(() => getSelection()?.toString() ?? '')
    const expected = what === 'recipient' ? recipient : snippet
    expect(selected.split(/\s+/)).toEqual(expected.split(/\s+/))
    await desk.saved(saveIdentity(page))
  })

test('the page asks before it is closed with an identity that was not saved', async ({
  desk,
  page,
}) => {
  const asked: string[] = []
  page.on('dialog', dialog => {
    asked.push(dialog.type())
    void dialog.dismiss()
  })
  await make(page)
  await page.close({ runBeforeUnload: true })
  await expect.poll(() => asked).toEqual(['beforeunload'])
  await desk.saved(saveIdentity(page))
  await page.reload()
  await expect(page.getByRole('button', { name: 'Make a key pair' })).toBeVisible()
  expect(asked).toEqual(['beforeunload'])
})
