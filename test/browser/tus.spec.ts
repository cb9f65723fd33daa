import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { startTus, type TusSandbox } from '../../src/sandbox/tus/sandbox.ts'
import { choose } from './chooser.ts'
import { startWebsite } from './website.ts'

const root = join(import.meta.dirname, '..', '..')
const PDF = join(root, 'test', 'samples', 'pdf', 'doc_1_3_pages.pdf')

let sandbox: TusSandbox
test.beforeAll(async () => {
  sandbox = await startTus()
})
test.beforeEach(() => {
  sandbox.reset()
  // As a relay says it: the site's own server answers under another path.
  sandbox.flip({ place: 'relative' })
})
test.afterAll(() => sandbox.close())

for (const [what, script] of [
  ['a module', '<script type="module" src="/sealdrop.js"></script>'],
  ['a classic script', '<script src="/sealdrop.iife.js"></script>'],
] as const)
  test(`a tus upload from ${what} survives a cut, under a strict policy; its client loads with it`, async ({
    page,
  }) => {
    const upstream = {
      url: sandbox.url,
      header: 'authorization',
      secret: `Bearer ${sandbox.token}`,
    }
    const site = await startWebsite(upstream, join(root, 'dist'), {
      '/': `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Apply</title>
        ${script}</head><body>
        <seal-drop label="Papers" transport="tus" endpoint="/relay/files/" options='{"chunkSize": 4000}'
          recipients="${sandbox.recipient}"></seal-drop></body></html>`,
    })
    try {
      const client: string[] = []
      page.on('request', request => {
        if (request.url().endsWith('/tus-client.js')) client.push(request.url())
      })
      await page.goto(site.url)
      await expect(page.getByRole('button', { name: /^choose/i })).toBeVisible()
      expect(client).toEqual([])
      sandbox.flip({ dropBody: { after: 1, times: 1 } })
      await choose(page, PDF)
      await expect(page.getByText(/^Delivered/)).toBeVisible({ timeout: 20_000 })
      const [received, ...others] = sandbox.received()
      expect(others).toEqual([])
      expect(sandbox.unfinished()).toEqual([])
      const opened = await sandbox.plaintext(received?.id ?? '')
      expect(opened.equals(await readFile(PDF))).toBe(true)
      expect(client).toHaveLength(1)
    } finally {
      await site.close()
    }
  })
