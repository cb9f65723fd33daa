import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright'
import { generateIdentity, recipientOf } from '../../src/open/index.ts'
import { browserPath } from '../browser-path.ts'
import { budgets } from './budgets.ts'
import { dist, gzippedBytes } from './graph.ts'
import type { Row } from './sizes.ts'

/** What only a page can tell: which code it loads by itself, and how many workers it runs. */

const PDF = join(dist, '..', 'test', 'samples', 'pdf', 'doc_1_3_pages.pdf')
const COUNT = 20
const WAIT_MS = 10_000

interface Site {
  readonly url: string
  /** The scripts it was asked for, in order. */
  readonly scripts: readonly string[]
  close(): void
}

/** A site with one page: SealDrop's files beside it, and a server that takes uploads. */
const startSite = async (body: string): Promise<Site> => {
  const scripts: string[] = []
  let uploads = 0
  const server = createServer(async (request, response) => {
    const name = (request.url ?? '/').slice(1)
    const answer = (type: string, bytes: string | Buffer): void => {
      response.writeHead(200, { 'Content-Type': type }).end(bytes)
    }
    if (request.method === 'POST') {
      for await (const _ of request);
      return answer('application/json', JSON.stringify({ id: String(++uploads) }))
    }
    if (name === 'document.pdf') return answer('application/pdf', await readFile(PDF))
    if (name.endsWith('.js')) {
      scripts.push(name)
      return answer('text/javascript', await readFile(join(dist, name)))
    }
    const tag = '<script type="module" src="sealdrop.js"></script>'
    answer('text/html; charset=utf-8', `<!doctype html><html lang="en">${tag}<body>${body}`)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    scripts,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

const elements = async (count: number): Promise<string> => {
  const recipient = await recipientOf(await generateIdentity())
  const element = `<seal-drop name="papers" transport="http" endpoint="upload" recipients="${recipient}"></seal-drop>`
  return element.repeat(count)
}

/** The scripts that a page has loaded 10 s after it was there, when nobody has touched it. */
const scriptsBeforeIntent = async (browser: Browser): Promise<readonly string[]> => {
  const site = await startSite(await elements(1))
  try {
    const page = await browser.newPage()
    await page.clock.install()
    await page.goto(site.url)
    await page.clock.runFor(WAIT_MS)
    await page.waitForLoadState('networkidle')
    return [...new Set(site.scripts)]
  } finally {
    site.close()
  }
}

/** The most workers at a time, while as many elements deliver one file each. */
const workersAtOnce = async (browser: Browser): Promise<number> => {
  const site = await startSite(await elements(COUNT))
  try {
    const page = await browser.newPage()
    let most = 0
    page.on('worker', () => {
      most = Math.max(most, page.workers().length)
    })
    await page.goto(site.url)
    const phases = await page.evaluate(async () => {
      await customElements.whenDefined('seal-drop')
      const bytes = await (await fetch('document.pdf')).blob()
      const all = [...document.querySelectorAll('seal-drop')]
      for (const element of all) element.add([new File([bytes], 'document.pdf')])
      await Promise.allSettled(all.map(element => element.settled()))
      return all.flatMap(element => element.files.map(({ state }) => state.phase))
    })
    const delivered = phases.filter(phase => phase === 'done').length
    if (delivered < COUNT) throw new Error(`Delivered: ${delivered} of ${COUNT}; ${phases.join()}`)
    return most
  } finally {
    site.close()
  }
}

export const browserRows = async (): Promise<readonly Row[]> => {
  const browser = await chromium.launch(await browserPath())
  try {
    const scripts = await scriptsBeforeIntent(browser)
    return [
      {
        what: `loaded ${WAIT_MS / 1_000} s after, with no sign of intent (${scripts.length} files)`,
        measured: gzippedBytes(scripts),
        most: budgets.beforeIntent,
        unit: 'B gz',
      },
      {
        what: `workers, with ${COUNT} elements used at once`,
        measured: await workersAtOnce(browser),
        most: budgets.workersOfTwenty,
        unit: '',
      },
    ]
  } finally {
    await browser.close()
  }
}
