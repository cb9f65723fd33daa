import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { plaintextOnDisk } from '../memory/desk-disk.ts'
import { sealFolder } from '../memory/sealed-folder.ts'
import { engines } from './driver/engines.ts'

// `npm run memory -- --only disk` does the same with 500 documents.

/** More than Firefox keeps in memory of what it collects itself (16 MiB), in one ZIP. */
const COUNT = 4
const BYTES = 5_000_000

for (const { name, isInstalled } of engines)
  describe.skipIf(!isInstalled)(`a ZIP of the desk, in ${name}`, () => {
    const undo: (() => Promise<unknown>)[] = []
    afterEach(async () => {
      for (const close of undo.splice(0).reverse()) await close()
    })

    it('writes nothing of a document to the profile or the temporary folder', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'sealdrop-zip-'))
      undo.push(() => rm(folder, { recursive: true, force: true, maxRetries: 10 }))
      const sealed = await sealFolder(folder, COUNT, BYTES)
      expect(await plaintextOnDisk(name, sealed, folder)).toEqual([])
    }, 120_000)
  })
