import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { chromium } from 'playwright'
import { browserPath } from '../browser-path.ts'
import { type Pss, pssOf } from './pss.ts'
import type { Sender } from './senders.ts'
import type { Addresses } from './server.ts'

/** MiB. */
export interface Figures {
  /** What the code and the worker take, once: from the page as it was opened to after a small document was sent. */
  readonly once: number
  /** The most above that, while the file was sent. */
  readonly peak: number
  /** Above that, 3 seconds after the delivery. */
  readonly after: number
  /** Peak and after by the kind of process; each kind has its peak at its own time. */
  readonly kinds: Readonly<Record<string, readonly [peak: number, after: number]>>
  readonly seconds: number
}

const AFTER_MS = 3_000
const SAMPLE_MS = 20
/** Idle is when so little changes between two looks, a second apart. */
const STILL_MIB = 0.5

/** What a browser takes once it is still. */
export const idleOf = async (profile: string): Promise<Pss> => {
  let before = await pssOf(profile)
  for (let look = 0; look < 30; look++) {
    await delay(1_000)
    const now = await pssOf(profile)
    if (Math.abs(now.all - before.all) < STILL_MIB) return now
    before = now
  }
  return before
}

/** The highest figures until the work is over. */
export const peakOf = async (
  profile: string,
  work: Promise<void>,
  sampleMs: number = SAMPLE_MS,
): Promise<Pss> => {
  let isOver = false
  const over = work.finally(() => {
    isOver = true
  })
  over.catch(() => {})
  const kinds: Record<string, number> = {}
  let all = 0
  while (!isOver) {
    const now = await pssOf(profile)
    all = Math.max(all, now.all)
    for (const [kind, mib] of Object.entries(now.kinds))
      kinds[kind] = Math.max(kinds[kind] ?? 0, mib)
    await delay(sampleMs)
  }
  await over
  return { all, kinds }
}

/** One delivery in a browser of its own. The profile is on a disk: in a private window a browser keeps files in memory. */
export const measure = async (
  sender: Sender,
  { big, small }: { readonly big: string; readonly small: string },
  to: Addresses,
): Promise<Figures> => {
  const profile = await mkdtemp(join(tmpdir(), 'sealdrop-memory-'))
  const { executablePath, args } = await browserPath()
  const browser = await chromium.launchPersistentContext(profile, { executablePath, args })
  try {
    const page = browser.pages()[0] ?? (await browser.newPage())
    page.on('pageerror', error => console.error(String(error)))
    page.on('console', message => message.type() === 'error' && console.error(message.text()))
    await page.goto(to.page)
    await sender.show(page, to)
    const opened = await idleOf(profile)
    await sender.send(page, small, to)
    await page.evaluate(() => document.querySelector('seal-drop')?.clear())
    const idle = await idleOf(profile)

    const started = performance.now()
    const peak = await peakOf(profile, sender.send(page, big, to))
    const seconds = (performance.now() - started) / 1_000
    await delay(AFTER_MS)
    const after = await pssOf(profile)
    const all = new Set([idle, peak, after].flatMap(({ kinds }) => Object.keys(kinds)))
    const kinds = [...all].map(kind => {
      const of = ({ kinds }: Pss): number => (kinds[kind] ?? 0) - (idle.kinds[kind] ?? 0)
      return [kind, [of(peak), of(after)]] as const
    })
    return {
      once: idle.all - opened.all,
      peak: peak.all - idle.all,
      after: after.all - idle.all,
      kinds: Object.fromEntries(kinds),
      seconds,
    }
  } finally {
    await browser.close()
    await rm(profile, { recursive: true, force: true })
  }
}
