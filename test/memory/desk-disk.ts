import { createReadStream } from 'node:fs'
import { readdir, readlink, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type ChromiumTab, launchChromium } from '../engines/driver/chromium.ts'
import type { Engine, Tab } from '../engines/driver/engine.ts'
import { launchFirefox } from '../engines/driver/firefox.ts'
import { familyOf } from '../process-family.ts'
import type { SealedFolder } from './sealed-folder.ts'

const deskUrl = pathToFileURL(join(import.meta.dirname, '..', '..', 'dist', 'desk.html')).href

/** Where a browser has plaintext on the disk: a file, and MiB of it that hold the canary. */
export interface Found {
  readonly when: string
  readonly path: string
  readonly mib: number
}

/** Whether these bytes are anywhere in a file. What vanishes meanwhile is not there. */
const holds = async (path: string, canary: Buffer): Promise<boolean> => {
  let rest: Buffer = Buffer.alloc(0)
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 22 })) {
      const bytes = Buffer.concat([rest, chunk])
      if (bytes.includes(canary)) return true
      rest = bytes.subarray(-canary.length)
    }
  } catch {}
  return false
}

/** Files on a disk that a browser has open although nobody else can find them any more. Linux only. */
const deletedFiles = async (word: string): Promise<readonly string[]> => {
  const paths: string[] = []
  for (const pid of await familyOf(word))
    for (const number of await readdir(`/proc/${pid}/fd`).catch(() => [])) {
      const path = `/proc/${pid}/fd/${number}`
      const target = await readlink(path).catch(() => '')
      // Shared memory looks like a file, too.
      if (/^\/(?!dev\/shm\/|memfd:).* \(deleted\)$/.test(target)) paths.push(path)
    }
  return paths
}

const filesIn = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
}

/** Runs in the page. */
const summary = (): string => document.querySelector('.summary')?.textContent ?? ''
/** Runs in the page: a button of the desk, by its place. */
const buttonAt = (selector: string): Element | null => document.querySelector(selector)

/** A slow machine takes no longer, for the first document and for each. */
const MOST_MS = { first: 60_000, each: 2_000 }
const LOOK_MS = 250

const opened = async (tab: Tab, count: number): Promise<void> => {
  const wanted = `${count} of ${count} opened.`
  const mostMs = MOST_MS.first + count * MOST_MS.each
  let said = ''
  for (let waited = 0; waited < mostMs; waited += LOOK_MS) {
    said = await tab.evaluate(summary)
    if (said === wanted) return
    await new Promise(next => setTimeout(next, LOOK_MS))
  }
  throw new Error(`The desk says "${said}", and not "${wanted}".`)
}

/** By the program. Undefined where it is not installed. */
const launch = async (
  program: 'Chromium' | 'Firefox',
  folder: string,
): Promise<Engine | undefined> =>
  program === 'Chromium' ? launchChromium({ folder }) : launchFirefox({ folder })

const MOST_WAITS = 40

/** A ZIP of 500 MB takes longer than a driver waits for. */
const saved = async (tab: Tab, start: () => Promise<void>): Promise<Buffer> => {
  if ('page' in tab) (tab as ChromiumTab).page.setDefaultTimeout(0)
  for (let wait = 0; ; wait++)
    try {
      const { bytes } = await tab.download(async () => {
        if (wait === 0) await start()
      })
      return bytes
    } catch (thrown) {
      if (wait === MOST_WAITS || !String(thrown).includes('No whole download')) throw thrown
    }
}

/**
 * Opens the documents at the desk, saves all ZIPs of them, and searches what the browser writes below `folder`, and what it has open
 * and deleted: after opening, after each ZIP, and after it was closed. What a person saved is not searched: that is the ZIP.
 */
export const plaintextOnDisk = async (
  program: 'Chromium' | 'Firefox',
  { identity, paths, canary }: SealedFolder,
  folder: string,
): Promise<readonly Found[] | undefined> => {
  const browser = await launch(program, folder)
  if (!browser) return undefined
  const found: Found[] = []
  const pattern = Buffer.from(canary, 'latin1')
  const search = async (when: string): Promise<void> => {
    const below = await Promise.all(['profile', 'temporary'].map(one => filesIn(join(folder, one))))
    for (const path of [...below.flat(), ...(await deletedFiles(folder))])
      if (await holds(path, pattern)) {
        const bytes = await stat(path).then(
          ({ size }) => size,
          () => 0,
        )
        found.push({ when, path, mib: bytes / 1_048_576 })
      }
  }
  try {
    const tab = await browser.open()
    await tab.goto(`${deskUrl}?lang=en`)
    await tab.choose(() => tab.click(buttonAt, '#identity button'), [identity])
    await tab.choose(() => tab.click(buttonAt, '#sealed button'), paths)
    await opened(tab, paths.length)
    await search('after opening')
    const save = '.summary + .row button'
    const label =
      (await tab.evaluate(
        (selector: string) => document.querySelector(selector)?.textContent,
        save,
      )) ?? ''
    const parts = Number(/\/(\d+)/.exec(label)?.[1] ?? 1)
    for (let part = 1; part <= parts; part++) {
      const bytes = await saved(tab, () => tab.click(buttonAt, save))
      // Else the search would find nothing anywhere.
      if (!bytes.includes(pattern)) throw new Error('The ZIP does not hold the documents.')
      await search(`after ZIP ${part} of ${parts}`)
    }
  } finally {
    await browser.close()
  }
  await search('after the end')
  return found
}
