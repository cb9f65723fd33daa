import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { chromium, type Page } from 'playwright'
import { browserPath } from '../browser-path.ts'
import { familyOf, procText } from '../process-family.ts'
import { followAnswers, type Silence } from './answers.ts'
import { idleOf, peakOf } from './measure.ts'
import type { SealedFolder } from './sealed-folder.ts'

const deskUrl = pathToFileURL(join(import.meta.dirname, '..', '..', 'dist', 'desk.html')).href

/** What one part of a day's work took. */
export interface DeskFigures {
  /** MiB above idle, and by the kind of process. */
  readonly peak: number
  readonly kinds: Readonly<Record<string, number>>
  readonly silence: Silence
  /** So long the page's thread could have worked, and had no processor: what else the machine did is in `silence`, too. */
  readonly waitedMs: number
  readonly seconds: number
}

/** Nanoseconds for which the first threads of the renderers had no processor (Linux, scheduler statistics). */
const waitedIn = async (profile: string): Promise<number> => {
  let most = 0
  for (const pid of await familyOf(profile)) {
    if (!(await procText(pid, 'cmdline')).includes('--type=renderer')) continue
    most = Math.max(most, Number((await procText(pid, 'schedstat')).split(' ')[1] ?? 0))
  }
  return most
}

/** In the order in which they are done. */
export type DeskPart = 'choosing' | 'opening' | 'looking' | 'after' | 'saving' | 'saved'

const AFTER_MS = 3_000
/** A look at the memory stops the browser for a moment, and takes a processor from it. */
const SAMPLE_MS = 400
/** From one key to the next: as fast as a key that is held repeats itself. */
const KEY_MS = 33

const summary = (page: Page, words: string): Promise<unknown> =>
  page.waitForFunction(
    wanted => document.querySelector('.summary')?.textContent === wanted,
    words,
    { polling: 250, timeout: 0 },
  )

/**
 * With the keyboard alone, as somebody who looks for one of hundreds. Found by selectors: to look for a role, Playwright itself
 * works on the page's thread for a second.
 */
const lookThrough = async (page: Page): Promise<void> => {
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) {
      await page.keyboard.press(key)
      await delay(KEY_MS)
    }
  }
  const times = (count: number, key: string): string[] => Array.from({ length: count }, () => key)
  await page.locator('#order').focus()
  await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Home')
  await page.locator('#find').focus()
  await press(...'lease 1', ...times(7, 'Backspace'))
  await page.locator('.choice button').focus()
  await press('Enter', 'Enter', 'End', 'Home', ...times(8, 'PageDown'), 'End', 'Home')
}

/** A key that does nothing, again and again: how long it waits tells how the page answers. */
const pressWhile = async (page: Page, work: Promise<unknown>): Promise<void> => {
  let isOver = false
  const over = work.finally(() => {
    isOver = true
  })
  while (!isOver) {
    await page.keyboard.press('Shift')
    await delay(SAMPLE_MS)
  }
  await over
}

/** Opens a folder of sealed documents at the desk, in a browser of its own with its profile on a disk. */
export const measureDesk = async (
  { identity, paths }: SealedFolder,
  report: (part: DeskPart, figures: DeskFigures) => void,
): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'sealdrop-desk-'))
  const profile = join(folder, 'profile')
  const downloads = join(folder, 'saved')
  await mkdir(downloads)
  const { executablePath, args } = await browserPath()
  const browser = await chromium.launchPersistentContext(profile, {
    ...{ executablePath, args, downloadsPath: downloads },
  })
  try {
    const page = browser.pages()[0] ?? (await browser.newPage())
    page.on('pageerror', error => console.error(String(error)))
    page.on('console', message => message.type() === 'error' && console.error(message.text()))
    await page.goto(`${deskUrl}?lang=en`)
    await page.locator('#identity input').setInputFiles(identity)
    const [first = '', ...others] = paths
    await page.locator('#sealed input').setInputFiles(first)
    await summary(page, '1 of 1 opened.')
    const idle = await idleOf(profile)
    const takeSilence = await followAnswers(page)
    await takeSilence()

    const measured = async (part: DeskPart, work: Promise<unknown>): Promise<void> => {
      const started = performance.now()
      const waited = await waitedIn(profile)
      const peak = await peakOf(
        profile,
        work.then(() => {}),
        SAMPLE_MS,
      )
      const seconds = (performance.now() - started) / 1_000
      const of = (kind: string): number => (peak.kinds[kind] ?? 0) - (idle.kinds[kind] ?? 0)
      report(part, {
        peak: peak.all - idle.all,
        kinds: Object.fromEntries(Object.keys(peak.kinds).map(kind => [kind, of(kind)])),
        silence: await takeSilence(),
        waitedMs: ((await waitedIn(profile)) - waited) / 1e6,
        seconds,
      })
    }
    const all = paths.length
    // The browser makes the files first, before the page hears of them: a page with nothing but a field waits as long for it.
    await measured('choosing', page.locator('#sealed input').setInputFiles(others))
    const isOpen = summary(page, `${all} of ${all} opened.`)
    await measured(
      'opening',
      // Somebody looks around meanwhile.
      lookThrough(page).then(() => isOpen),
    )
    await measured('looking', lookThrough(page))
    await measured('after', pressWhile(page, delay(AFTER_MS)))
    const save = page.locator('.summary + .row button').first()
    const savePart = async (): Promise<void> => {
      const download = page.waitForEvent('download', { timeout: 0 })
      await save.press('Enter')
      const file = await download
      if (await file.failure()) throw new Error('The archive was not saved.')
      await file.delete()
    }
    const parts = Number(/\/(\d+)/.exec((await save.textContent()) ?? '')?.[1] ?? 1)
    await measured(
      'saving',
      pressWhile(
        page,
        (async () => {
          for (let part = 0; part < parts; part++) await savePart()
        })(),
      ),
    )
    await measured('saved', pressWhile(page, delay(AFTER_MS)))
  } finally {
    await browser.close()
    await rm(folder, { recursive: true, force: true })
  }
}
