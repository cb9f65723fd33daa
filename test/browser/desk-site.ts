import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  test as base,
  chromium,
  expect,
  type Locator,
  type Page,
  type PlaywrightTestArgs,
  type PlaywrightTestOptions,
  type PlaywrightWorkerArgs,
  type PlaywrightWorkerOptions,
  type TestType,
} from 'playwright/test'
import { backgroundJob } from '../../src/core/abort.ts'
import type { Plain } from '../../src/core/contracts.ts'
import { hkdf } from '../../src/core/kdf.ts'
import { readRecipient } from '../../src/core/recipient.ts'
import { generateIdentity, recipientOf } from '../../src/open/index.ts'
import { noble } from '../../src/seal/schemes/age/aead.ts'
import { formatHeader } from '../../src/seal/schemes/age/header.ts'
import { sealPayload } from '../../src/seal/schemes/age/payload.ts'
import type { Stanza } from '../../src/seal/schemes/age/stanza.ts'
import { wrapX25519 } from '../../src/seal/schemes/age/x25519.ts'
import { bodyInMemory } from '../../src/seal/schemes/body.ts'
import { ageScheme } from '../age/scheme.ts'
import { launchOptions } from '../browser-path.ts'
import { chooseBy } from './chooser.ts'

export const root: string = join(import.meta.dirname, '..', '..')
export const deskUrl: string = pathToFileURL(join(root, 'dist', 'desk.html')).href
export const sample = (path: string): Promise<Buffer> =>
  readFile(join(root, 'test', 'samples', path))

/** A file as Playwright chooses it. */
export interface Chosen {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}
export const chosen = (name: string, content: string | Uint8Array): Chosen => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
})

/** A pair of its own for every test. */
export interface Keys {
  readonly identity: string
  readonly recipient: string
}
export const newKeys = async (): Promise<Keys> => {
  const identity = await generateIdentity()
  return { identity, recipient: await recipientOf(identity) }
}

/** Sealed as SealDrop seals, whatever it is told of the file. */
export const sealed = async (
  recipient: string,
  bytes: string | Uint8Array,
  facts: Partial<Plain> = {},
): Promise<Buffer> => {
  const blob = new Blob([Buffer.from(bytes)])
  const plain = { blob, name: 'a.pdf', type: 'application/pdf', remarks: [], ...facts }
  const { body } = await ageScheme.seal(
    plain,
    { scheme: 'age', recipients: [recipient] },
    backgroundJob,
  )
  return Buffer.from(await body.arrayBuffer())
}

/** A file for `recipient` whose stanzas a hostile sender wrote, with its MAC right. */
export const forged = async (
  recipient: string,
  bytes: string,
  records: readonly string[],
  more: readonly Stanza[] = [],
): Promise<Buffer> => {
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
  const [fileKey, nonce] = [random(16), random(16)]
  const aead = await noble(await hkdf(fileKey, new Uint8Array(0), 'sealdrop.dev/record v1'))
  const stanzas: Stanza[] = [await wrapX25519(fileKey, readRecipient(recipient).key, noble)]
  for (const record of records) {
    const padded = new Uint8Array(1024).fill(0x20)
    padded.set(new TextEncoder().encode(record))
    const body = await aead(new Uint8Array(12), padded)
    stanzas.push({ args: ['sealdrop.dev/record', 'v1'], body })
  }
  const header = await formatHeader([...stanzas, ...more], fileKey)
  const payload = await noble(await hkdf(fileKey, nonce, 'payload'))
  const body = bodyInMemory()
  await sealPayload(new Blob([bytes]), payload, body, backgroundJob)
  return Buffer.from(await (await body.end([header, nonce])).arrayBuffer())
}

/** The desk as a person meets it. */
export class DeskPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }
  /** Chooses through a button, as a person does. */
  async choose(button: string, files: readonly Chosen[]): Promise<void> {
    const opener = this.page.getByRole('button', { name: button })
    await chooseBy(this.page, () => opener.click(), [...files])
  }
  async load({ identity }: Keys): Promise<void> {
    const file = chosen('identity.txt', `# created: today\n\n${identity}\n`)
    await this.choose('Choose the identity file', [file])
    await expect(this.page.getByText('Identity loaded.')).toBeVisible()
  }
  async add(...files: readonly Chosen[]): Promise<void> {
    await this.choose('Choose sealed files', files)
  }
  /** The card of one file, by the name it shows. */
  card(name: string): Locator {
    return this.page
      .locator('.file')
      .filter({ has: this.page.getByRole('heading', { name, exact: true }) })
  }
  /** What is said of it without opening anything. */
  warning(name: string, words: string): Locator {
    return this.card(name).getByRole('listitem').filter({ hasText: words })
  }
  async isDone(words: string): Promise<void> {
    // It takes as long as a busy machine needs.
    await expect(this.page.locator('.summary')).toHaveText(words, { timeout: 30_000 })
  }
  /** What a link or button saves. */
  async saved(by: { click(): Promise<void> }): Promise<{ name: string; bytes: Buffer }> {
    const download = this.page.waitForEvent('download')
    await by.click()
    const file = await download
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
  }
}

/**
 * A desk in a browser of its own, whose profile is on a disk, as a person's is: in a private window a browser keeps in memory what it
 * otherwise writes down. `profile` names its processes.
 */
export const inOwnBrowser = async (
  folder: string,
  use: (desk: DeskPage, profile: string) => Promise<void>,
): Promise<void> => {
  const profile = join(folder, 'profile')
  const context = await chromium.launchPersistentContext(profile, await launchOptions())
  try {
    const page = await context.newPage()
    await page.goto(deskUrl)
    await use(new DeskPage(page), profile)
  } finally {
    await context.close()
  }
}

/** What the page keeps anywhere that outlives it. */
const kept = (page: Page): Promise<readonly unknown[]> =>
  page.evaluate(async () => [
    localStorage.length,
    sessionStorage.length,
    (await indexedDB.databases()).length,
    document.cookie,
    history.length,
    location.href,
  ])

/** The built desk, opened from the disk. After every test: it asked for nothing, kept nothing and complained of nothing. */
export const test: TestType<
  PlaywrightTestArgs & PlaywrightTestOptions & { desk: DeskPage },
  PlaywrightWorkerArgs & PlaywrightWorkerOptions
> = base.extend<{ desk: DeskPage }>({
  desk: async ({ page }, use) => {
    const requested: string[] = []
    const complaints: string[] = []
    page.on('request', request => requested.push(request.url()))
    page.on('pageerror', error => complaints.push(error.message))
    page.on('console', message => complaints.push(message.text()))
    await page.goto(deskUrl)
    const before = await kept(page)
    await use(new DeskPage(page))
    expect(complaints).toEqual([])
    expect(requested.filter(url => url !== deskUrl && !url.startsWith('blob:'))).toEqual([])
    expect(before.slice(0, 4)).toEqual([0, 0, 0, ''])
    expect(await kept(page)).toEqual(before)
  },
})

/** Opens the details of all rows, which are drawn then. */
export const unfoldAll = async (page: Page): Promise<void> => {
  const rows = await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
    return document.querySelectorAll('.file details').length
  })
  await expect(page.locator('.file dl')).toHaveCount(rows)
}
