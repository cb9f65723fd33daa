import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { type HttpSandbox, startHttp } from '../../src/sandbox/http/sandbox.ts'
import { oracle } from '../oracle.ts'
import { choose } from './chooser.ts'
import { startWebsite, type Website } from './website.ts'

const root = join(import.meta.dirname, '..', '..')
const samples = join(root, 'test', 'samples')
const files = ['pdf/doc_1_3_pages.pdf', 'jpg/Canon_40D.jpg', 'png/basn0g01.png']

let sandbox: HttpSandbox
let site: Website
let folder = ''
test.beforeEach(async () => {
  sandbox = await startHttp()
  folder = await mkdtemp(join(tmpdir(), 'sealdrop-'))
})
test.afterEach(async () => {
  await site.close()
  await sandbox.close()
  await rm(folder, { recursive: true })
})

/** What the program of that name says of a file on the disk. */
const sha256sum = (path: string): string => {
  const program = oracle('sha256sum')
  return execFileSync(program, [path], { encoding: 'utf8' }).replace(/^\\/, '').slice(0, 64)
}

for (const seal of ['age', 'age+pdf', 'none: the test compares hashes'])
  test(`a receipt’s hashes are what sha256sum says of the file, and of what the server got: ${seal}`, async ({
    page,
  }) => {
    const upstream = {
      url: sandbox.url,
      header: 'authorization',
      secret: `Bearer ${sandbox.token}`,
    }
    site = await startWebsite(upstream, join(root, 'dist'), {
      '/': `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Apply</title>
        <script type="module" src="/sealdrop.js"></script></head><body>
        <seal-drop label="Papers" multiple transport="http" endpoint="/relay/files" seal="${seal}"
          recipients="${seal.startsWith('age') ? sandbox.recipient : ''}"
          options='{"method":"PUT","reference":{"header":"X-File-Id"}}'></seal-drop></body></html>`,
    })
    await page.goto(site.url)
    await choose(
      page,
      files.map(file => join(samples, file)),
    )
    const widget = page.locator('seal-drop')
    const receipts = () =>
      widget.evaluate(element => (element as HTMLElementTagNameMap['seal-drop']).receipts)
    await expect.poll(async () => (await receipts()).length, { timeout: 30_000 }).toBe(files.length)

    const bodies = sandbox.requests().filter(({ method }) => method === 'PUT')
    const stored = await Promise.all(
      bodies.map(async ({ body }, at) => {
        const path = join(folder, `${at}`)
        await writeFile(path, body)
        return sha256sum(path)
      }),
    )
    expect(new Set(stored).size).toBe(files.length)
    const named = new Map((await receipts()).map(receipt => [receipt.name, receipt]))
    for (const file of files) {
      const receipt = named.get(file.slice(file.indexOf('/') + 1))
      expect(receipt?.sha256).toBe(sha256sum(join(samples, file)))
      expect(stored).toContain(receipt?.sealed.sha256)
      const kept = sandbox.received().find(({ id }) => id === receipt?.reference)
      expect(kept?.sha256).toBe(receipt?.sealed.sha256)
    }
  })
