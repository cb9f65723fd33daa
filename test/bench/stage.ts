import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { writeDocuments } from './documents.ts'
import { type Chromium, launchChromium } from './engines/chromium.ts'
import { remote } from './engines/engine.ts'
import type { Bench } from './line.ts'
import type { Name } from './page/contestants.ts'
import type { DeliveryBench, Run } from './page/main.ts'
import { type Provider, startSandbox } from './sandbox.ts'

/** Chromium on the delivery page, documents chosen, and a provider's sandbox that it knows. */
export interface Stage {
  readonly chromium: Chromium
  /** Sends the first so many documents (1). */
  run(name: Name, count?: number): Promise<Run>
  /** Sends the first document. Whoever skipped the work would be fast: rejects unless what arrived opens to it. */
  prove(name: Name): Promise<Run>
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
  await chromium.visit(site.url, documents)
  const page = remote<DeliveryBench>(chromium)
  await page.ready(provider, sandbox.server)

  return {
    chromium,
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
    async close() {
      await chromium.close()
      sandbox.close()
    },
  }
}
