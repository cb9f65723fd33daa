import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright'
import { devPathOf, type Walked } from './count.ts'
import { openCounted } from './counted-page.ts'
import { drawn, PDF } from './upload.ts'

/** Opens what was sealed for a recipient, as it is or out of its PDF. */
export const walkOpen = async (
  browser: Browser,
  url: string,
  isWrapped: boolean,
): Promise<Walked> => {
  const counted = await openCounted(browser, url)
  try {
    const document = (await readFile(PDF)).toString('base64')
    const open = await counted.page.evaluateHandle(
      async ({ path, document, isWrapped }) => {
        const { sealedDocument } = (await import(path)) as typeof import('./sealed-document.ts')
        const bytes = Uint8Array.from(atob(document), character => character.charCodeAt(0))
        return sealedDocument(new Blob([bytes]), isWrapped)
      },
      { path: devPathOf('../test/walk/sealed-document.ts'), document, isWrapped },
    )
    // The worker that sealed it must be gone: what the page does when it ends is no part of opening.
    await Promise.all(
      counted.page.workers().map(worker => new Promise(resolve => worker.once('close', resolve))),
    )
    await drawn(counted.page)
    await counted.reset()
    const isIntact = await open.evaluate(async open => (await open()).intact)
    if (!isIntact) throw new Error('What was opened is not what was sealed.')
    return (await counted.walked()).page
  } finally {
    await counted.close()
  }
}
