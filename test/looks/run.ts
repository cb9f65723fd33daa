import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import { servePlayground } from '../../demo/serve.ts'
import { launchOptions } from '../browser-path.ts'
import { type Compared, compare } from './compare.ts'
import { looks } from './looks.ts'
import { take } from './take.ts'

const { values: asked } = parseArgs({
  options: { against: { type: 'string' }, strict: { type: 'boolean', default: false } },
})

const folder = join(import.meta.dirname, '..', '..', '.cache', 'looks')
const now = join(folder, 'now')
const last = join(folder, 'before')
const unfinished = join(folder, 'unfinished')
const differences = join(folder, 'changed')
const before = asked.against ?? last

const say = ({ changed, added, missing }: Compared): void => {
  for (const path of changed) console.log(`changed  ${path}`)
  for (const path of added) console.log(`new      ${path}`)
  for (const path of missing) console.log(`gone     ${path}`)
  console.log(`${changed.length} changed, ${added.length} new, ${missing.length} gone`)
  if (changed.length > 0) console.log(`Before, what differs, and now, side by side: ${differences}`)
}

const startedAt = performance.now()
for (const stale of [unfinished, differences]) await rm(stale, { recursive: true, force: true })
const playground = await servePlayground({ port: 0, modulusLength: 2048 })
const browser = await chromium.launch(await launchOptions())
try {
  // Two at a time: the pictures of one are written while the other draws.
  const left = [...looks]
  const work = async (): Promise<void> => {
    for (let look = left.shift(); look; look = left.shift()) {
      await take(browser, `${playground.url}gallery.html`, look, unfinished)
      console.log(`${look.name} is taken`)
    }
  }
  await Promise.all([work(), work()])
  // A run that was stopped leaves the pictures of the one before where they are.
  if (existsSync(now)) {
    await rm(last, { recursive: true, force: true })
    await rename(now, last)
  }
  await rename(unfinished, now)
  console.log(`${Math.round((performance.now() - startedAt) / 1000)} s, in ${now}`)
  if (existsSync(before)) {
    const compared = await compare(await browser.newPage(), before, now, differences)
    say(compared)
    const isSame = Object.values(compared).every(paths => paths.length === 0)
    if (asked.strict && !isSame) process.exitCode = 1
  } else console.log(`There is nothing to compare with yet in ${before}`)
} finally {
  await browser.close()
  await playground.close()
}
