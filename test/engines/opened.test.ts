import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { generateIdentity, recipientOf } from '../../src/open/index.ts'
import { ageScheme } from '../age/scheme.ts'
import { familyOf } from '../process-family.ts'
import type { Engine } from './driver/engine.ts'
import { engines } from './driver/engines.ts'
import { dist } from './trip.ts'
import { visitorOn } from './visitor.ts'

const DOCUMENT_BYTES = 30 * 1024 * 1024
/** It stands this often in the document, so that any part of it that is written is found. */
const EVERY_BYTES = 4096

/** Files with this in them, by their paths below the folder. */
const holding = async (folder: string, canary: Buffer): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const found: string[] = []
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    // A browser that runs deletes files meanwhile.
    const bytes = await readFile(path).catch(() => undefined)
    if (bytes?.includes(canary)) found.push(`${path.slice(folder.length)} (${bytes.length} bytes)`)
  }
  return found
}

/** As the system does that runs out of memory. */
const kill = async (folder: string): Promise<void> => {
  for (const pid of await familyOf(folder))
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It went with its parent.
    }
  await expect.poll(() => familyOf(folder)).toEqual([])
}

interface Opened {
  readonly engine: Engine
  readonly canary: Buffer
  /** All that the browser writes is below it. */
  readonly folder: string
}

for (const { name, isInstalled, launch } of engines)
  describe.skipIf(!isInstalled || process.platform !== 'linux')(name, () => {
    let chosen: string
    let folder: string
    let engine: Engine | undefined
    beforeEach(async () => {
      chosen = await mkdtemp(join(tmpdir(), 'sealdrop-chosen-'))
      folder = await mkdtemp(join(tmpdir(), 'sealdrop-written-'))
    })
    afterEach(async () => {
      await engine?.close().catch(() => {}) // it may have been killed
      for (const path of [chosen, folder])
        await rm(path, { recursive: true, force: true, maxRetries: 10 })
    })

    /** The desk has opened a document of 30 MiB, and made an archive of it that nobody saved. */
    const opened = async (): Promise<Opened> => {
      const canary = randomBytes(24)
      const original = Buffer.alloc(DOCUMENT_BYTES)
      for (let at = 0; at < original.length; at += EVERY_BYTES) original.set(canary, at)
      const identity = await generateIdentity()
      const { body } = await ageScheme.seal(
        { blob: new Blob([original]), name: 'a.bin', type: '', remarks: [] },
        { scheme: 'age', recipients: [await recipientOf(identity)] },
        { signal: new AbortController().signal, progress: () => {} },
      )
      const [sealed, key] = [join(chosen, 'arrived.age'), join(chosen, 'identity.txt')]
      await writeFile(sealed, Buffer.from(await body.arrayBuffer()))
      await writeFile(key, identity)

      engine = await launch({ folder })
      if (!engine) throw new Error(`${name} did not start.`)
      const visitor = visitorOn(await engine.open())
      await visitor.goes(pathToFileURL(join(dist, 'desk.html')).href)
      await visitor.tab.choose(() => visitor.clicks('Choose the identity file'), [key])
      await visitor.sees('Identity loaded.')
      await visitor.tab.choose(() => visitor.clicks('Choose sealed files'), [sealed])
      await visitor.sees('1 of 1 opened.', 'Unchanged since it was sealed.')
      const archive = await visitor.tab.evaluate(
        () =>
          new Promise<boolean>(resolve => {
            HTMLAnchorElement.prototype.click = function made(this: HTMLAnchorElement) {
              resolve(this.href.startsWith('blob:'))
            }
            const buttons = [...document.querySelectorAll('button')]
            buttons.find(button => button.textContent?.includes('archive'))?.click()
          }),
      )
      expect(archive).toBe(true)
      return { engine, canary, folder }
    }

    test('what the desk opened is nowhere on the disk, not while it is shown and not after', async () => {
      const { engine, canary, folder } = await opened()
      expect(await holding(folder, canary)).toEqual([])
      await engine.close()
      expect(await holding(folder, canary)).toEqual([])
    })

    test('nor where the browser was killed', async () => {
      const { canary, folder } = await opened()
      await kill(folder)
      expect(await holding(folder, canary)).toEqual([])
    })
  })
