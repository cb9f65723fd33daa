import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { photo } from '../browser/photos.ts'
import { browserPath } from '../browser-path.ts'
import { longestOf } from './answers.ts'
import { type DeskPart, measureDesk } from './desk.ts'
import { plaintextOnDisk } from './desk-disk.ts'
import { sealFolder } from './sealed-folder.ts'

/** What each part may take: MiB above idle. Saving holds a ZIP of 500 MB in memory. */
const MOST_MIB: Readonly<Record<DeskPart, number>> = {
  choosing: 300,
  opening: 300,
  looking: 300,
  after: 300,
  saving: 850,
  saved: 850,
}
/** Milliseconds without an answer. */
const MOST_MS = 100

/** A photo of 12 megapixels, or a small one where that would be larger than a document is to be. */
const photoBelow = async (bytes: number): Promise<Buffer> => {
  const browser = await chromium.launch(await browserPath())
  try {
    const large = await photo(await browser.newPage())
    const small = join(import.meta.dirname, '..', 'samples', 'jpg', 'DSCN0010.jpg')
    return large.length < bytes ? large : await readFile(small)
  } finally {
    await browser.close()
  }
}

/** Says what it takes to open and save so many sealed documents at the desk. Resolves with whether that is little enough. */
export const runDesk = async (count: number, bytes: number): Promise<boolean> => {
  const folder = await mkdtemp(join(tmpdir(), 'sealdrop-memory-'))
  try {
    console.log(`${count} documents of ${bytes / 1e6} MB at the desk; MiB above idle`)
    const sealed = await sealFolder(folder, count, bytes, await photoBelow(bytes))
    let isMet = true
    await measureDesk(sealed, (part, { peak, kinds, silence, waitedMs, seconds }) => {
      const most = longestOf(silence)
      const isLittle = peak <= MOST_MIB[part] && most <= MOST_MS
      isMet &&= isLittle
      const by = Object.entries(kinds).map(([kind, mib]) => `${kind} ${mib.toFixed()}`)
      const { task, gap, input, browser } = silence
      console.log(
        `  ${part}: ${peak.toFixed()} of at most ${MOST_MIB[part]} (${by.join(', ')}); no answer for ${most.toFixed()} of at most ${MOST_MS} ms (task ${task.toFixed()}, event loop ${gap.toFixed()}, key ${input.toFixed()})${browser > 0 ? `; before it was told of the files, the browser took ${browser.toFixed()} ms to make them` : ''}; ${seconds.toFixed(1)} s, of which its thread waited ${(waitedMs / 1_000).toFixed(1)} s for a processor${isLittle ? '' : ' TOO MUCH'}`,
      )
    })
    return isMet
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Searches what two browsers write down while all ZIPs of so many documents are saved. Resolves with whether nothing was found. */
export const runDisk = async (count: number, bytes: number): Promise<boolean> => {
  let isClean = true
  for (const program of ['Chromium', 'Firefox'] as const) {
    const folder = await mkdtemp(join(tmpdir(), 'sealdrop-disk-'))
    try {
      const sealed = await sealFolder(folder, count, bytes)
      const found = await plaintextOnDisk(program, sealed, folder)
      console.log(`ZIPs of ${count} documents of ${bytes / 1e6} MB, saved in ${program}:`)
      for (const { when, path, mib } of found ?? [])
        console.log(`  PLAINTEXT ${when}: ${path}, ${mib.toFixed()} MiB`)
      if (!found) console.log('  it is not installed')
      else if (found.length === 0) console.log('  no plaintext in its profile or temporary folder')
      isClean &&= found?.length === 0
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 10 })
    }
  }
  return isClean
}
