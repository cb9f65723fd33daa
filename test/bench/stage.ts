import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { launchChromium } from './chromium.ts'
import { writeDocuments } from './documents.ts'
import type { Bench } from './line.ts'
import type { Name } from './page/contestants.ts'
import type { DeliveryBench, Run } from './page/main.ts'
import { remote, visit } from './remote.ts'
import { type Provider, startSandbox } from './sandbox.ts'

/** Chromium on the delivery page, documents chosen, and a provider's sandbox that it knows. */
export interface Stage {
  page(): Page
  /** Chromium's. */
  readonly version: string
  /** Sends the first so many documents (1). */
  run(name: Name, count?: number): Promise<Run>
  /** Sends the first document. Whoever skipped the work would be fast: rejects unless what arrived opens to it. */
  prove(name: Name): Promise<Run>
  /** A new tab, as a visitor has who comes: no worker, no keys, no code that has run. */
  renew(): Promise<void>
  close(): Promise<void>
}

export const setStage = async (
  provider: Provider,
  { site, kind }: Bench,
  count: number,
): Promise<Stage> => {
  const documents = writeDocuments(kind, count)
  const sandbox = await startSandbox(provider)
  const chromium = await launchChromium()
  const open = async () => {
    const tab = await chromium.open()
    await visit(tab, site.url, documents)
    const page = remote<DeliveryBench>(tab)
    await page.ready(provider, sandbox.server)
    return { tab, page }
  }
  let { tab, page } = await open()

  return {
    page: () => tab.page,
    version: chromium.version,
    async run(name, count = 1) {
      const result = await page.run(name, count)
      await sandbox.forget()
      return result
    },
    async prove(name) {
      const result = await page.run(name, 1)
      const opened = await sandbox.opened()
      const chosen = createHash('sha256')
        .update(readFileSync(documents[0] ?? ''))
        .digest('hex')
      if (opened.length !== 1 || opened[0] !== chosen)
        throw new Error(`${name} did not deliver the document: ${opened.join(', ')}`)
      await sandbox.forget()
      return result
    },
    async renew() {
      await tab.close()
      ;({ tab, page } = await open())
    },
    async close() {
      await chromium.close()
      sandbox.close()
    },
  }
}
