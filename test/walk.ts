import { chromium } from 'playwright'
import { servePlayground } from '../demo/serve.ts'
import { browserPath } from './browser-path.ts'
import type { Walked } from './walk/count.ts'
import { walkOpen } from './walk/open.ts'
import { relayWalks, walkRelay } from './walk/relay.ts'
import { uploadWalks, walkUpload } from './walk/upload.ts'

/**
 * `npm run walk` says how many files and functions of `src` run on the way of one document: whoever follows that way
 * has to read them. `-- --all` lists every file, not only the five that are entered most.
 *
 * The rule: V8 counts precisely how often each function is entered. The counters are set back after the page has
 * loaded and before a file is chosen; for `http`, Privasfer and Cryptshare one file has been sent before and taken from
 * the list, so that the start of the worker and of all code is not part of the walk. A file counts if at least one of its
 * functions ran, the code of its top level aside; callbacks without a name, getters and the initialisers of
 * a class's fields are functions too. Modules are served one by one, so every file has a URL of its own.
 */
interface Row {
  readonly name: string
  readonly where: string
  readonly walked: Walked
}
const rows: Row[] = []

// Before the sandboxes start: they run in this process, too, and would be counted with the relay.
const relayRows: Row[] = []
for (const provider of relayWalks)
  relayRows.push({
    name: `the relay, ${provider}`,
    where: 'Node',
    walked: await walkRelay(provider),
  })

const playground = await servePlayground({ port: 0, modulusLength: 2048 })
const browser = await chromium.launch(await browserPath())
try {
  for (const walk of uploadWalks) {
    const { page, worker } = await walkUpload(browser, playground, walk)
    rows.push({ name: walk.name, where: 'page', walked: page })
    rows.push({ name: walk.name, where: 'worker', walked: worker })
  }
  for (const [name, isWrapped] of [
    ['open(), an age file', false],
    ['open(), a PDF around it', true],
  ] as const)
    rows.push({ name, where: 'page', walked: await walkOpen(browser, playground.url, isWrapped) })
} finally {
  await browser.close()
  await playground.close()
}
rows.push(...relayRows)

const isAll = process.argv.includes('--all')
console.log(`${'walk'.padEnd(28)}${'where'.padEnd(8)}files  functions  entered most`)
for (const { name, where, walked } of rows) {
  const { entries, functions } = walked
  const most = [...entries].sort(([, a], [, b]) => b - a).slice(0, isAll ? undefined : 5)
  const figures = `${String(entries.size).padStart(5)}${String(functions).padStart(11)}  `
  const listed = most.map(([path, count]) => `${path} ${count}`)
  console.log(
    `${name.padEnd(28)}${where.padEnd(8)}${figures}${listed.join(isAll ? '\n'.padEnd(55) : ', ')}`,
  )
}
