import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { open } from '../../src/open/index.ts'
import { startHttp } from '../../src/sandbox/http/sandbox.ts'
import { startTus } from '../../src/sandbox/tus/sandbox.ts'
import { engines } from './driver/engines.ts'
import { markedPhoto, pictureOf } from './leaks/marked-photo.ts'
import { markedPicture } from './leaks/marked-picture.ts'
import { DOCUMENT_BYTES, dist, openScene, type Scene } from './leaks/scene.ts'
import { leaksIn } from './leaks/search.ts'
import { filesOnDisk, written } from './reload/in-page.ts'

// A document is marked, and so are its name, its hash and the keys. Then everything is searched for them that a browser sent,
// showed, said and wrote down. What the search can find it shows by finding markers that were planted in the same places.

const programs = { Chromium: 'chrome', Firefox: 'firefox' } as const

/** Runs in the recipient's own page. */
const openArrived = async (identity: string): Promise<[isIntact: boolean, size: number]> => {
  const { openSealed } = window as unknown as {
    openSealed: typeof import('../../src/open/open.ts').open
  }
  const sealed = await (await fetch('/arrived')).blob()
  const opened = await openSealed(sealed, identity)
  // It stays in memory, as in a page that shows it.
  Object.assign(window, { opened })
  return [opened.intact, opened.file.size]
}

/** Runs in the page: of the picture that is shown in large. */
const widthInLarge = (): number =>
  document.querySelector('seal-drop')?.shadowRoot?.querySelector<HTMLCanvasElement>('dialog canvas')
    ?.width ?? 0

/** Runs in the page. */
const offers = (): number =>
  [...document.querySelectorAll('seal-drop')].flatMap(({ files }) =>
    files.filter(({ state }) => state.phase === 'paused' && state.offered),
  ).length

for (const { name, isInstalled } of engines)
  describe.skipIf(!isInstalled)(`in ${name}`, () => {
    const program = programs[name]
    const undo: (() => Promise<unknown>)[] = []
    afterEach(async () => {
      for (const close of undo.splice(0).reverse()) await close()
    })

    /** A document was delivered, and its file key must be nowhere, too. */
    const delivered = async (): Promise<{ readonly scene: Scene; readonly sealed: Buffer }> => {
      const http = await startHttp()
      undo.push(http.close)
      const upstream = { url: http.url, header: 'authorization', secret: `Bearer ${http.token}` }
      const options = `options='{"reference":{"json":"data.id"}}'`
      const attributes = `transport="http" endpoint="/relay/files" ${options}`
      const scene = await openScene(program, upstream, attributes)
      undo.push(scene.close)
      await scene.visitor.goes(scene.wire.url)
      await scene.visitor.chooses(scene.path)
      await scene.visitor.sees('Delivered')
      const [received] = http.received()
      const sealed = http.sealed(received?.id ?? '')
      await scene.learnFileKey(sealed)
      return { scene, sealed }
    }

    it('an upload leaves nothing of the document: not on the line, in the page, its storage, the console, a form that comes back, or the disk after a kill', async () => {
      const { scene } = await delivered()
      const { visitor } = scene
      expect(await scene.leaksOfPage(scene.secretsBut('the name'))).toEqual([])
      await visitor.goes(`${scene.wire.url}/elsewhere`)
      await visitor.tab.evaluate(() => history.back())
      await expect.poll(() => visitor.tab.evaluate(() => document.forms.length)).toBe(1)
      expect(await scene.leaksOfPage()).toEqual([])
      await visitor.tab.reload()
      expect(await scene.leaksOfPage()).toEqual([])
      await scene.settleOnDisk()
      expect(scene.leaksOutside()).toEqual([])
      await scene.browser.kill()
      expect(await scene.leaksOnDisk()).toEqual([])
    }, 240_000)

    it('a picture that is looked at leaves nothing of its bytes and pixels: not in the page’s storage, or on the disk after a kill', async () => {
      const http = await startHttp()
      undo.push(http.close)
      const upstream = { url: http.url, header: 'authorization', secret: `Bearer ${http.token}` }
      const options = `options='{"reference":{"json":"data.id"}}'`
      const attributes = `transport="http" endpoint="/relay/files" ${options}`
      const scene = await openScene(program, upstream, attributes, markedPicture)
      undo.push(scene.close)
      const { visitor, wire } = scene
      await visitor.goes(wire.url)
      await visitor.chooses(scene.path)
      await visitor.sees('Delivered')
      await visitor.clicks('View')
      await expect.poll(() => visitor.tab.evaluate(widthInLarge)).toBe(2_000)
      expect(await scene.leaksOfPage(scene.secretsBut('the name'))).toEqual([])
      await scene.settleOnDisk()
      expect(scene.leaksOutside()).toEqual([])
      await scene.browser.kill()
      expect(await scene.leaksOnDisk()).toEqual([])
    }, 240_000)

    it('a photo that is sent without its location leaves it nowhere: not in what was sent or stored, on the disk, or in what its recipient opens', async () => {
      const http = await startHttp()
      undo.push(http.close)
      const upstream = { url: http.url, header: 'authorization', secret: `Bearer ${http.token}` }
      const options = `options='{"reference":{"json":"data.id"}}'`
      const attributes = `transport="http" endpoint="/relay/files" strip-location ${options}`
      const scene = await openScene(program, upstream, attributes, markedPhoto)
      undo.push(scene.close)
      const { visitor, wire, identity } = scene
      const photo = await readFile(scene.path)
      const places = scene.secretsBut('the name', 'the hash', 'the identity')
      // It is there, each part of it as it is looked for.
      for (const [what, where] of Object.entries(places))
        expect(leaksIn(photo, 'the photo', { [what]: where })).not.toEqual([])
      await visitor.goes(wire.url)
      await visitor.chooses(scene.path)
      await visitor.sees('Delivered')
      await visitor.sees('This photo is sent without its location')
      await visitor.clicks('View')
      await expect.poll(() => visitor.tab.evaluate(widthInLarge)).toBe(600)
      expect(await scene.leaksOfPage(scene.secretsBut('the name'))).toEqual([])

      const [received] = http.received()
      const sealed = http.sealed(received?.id ?? '')
      expect(leaksIn(sealed, 'what is stored', scene.secrets)).toEqual([])
      const opened = await open(new Blob([new Uint8Array(sealed)]), identity)
      const arrived = Buffer.from(await opened.file.arrayBuffer())
      expect(opened.intact).toBe(true)
      expect(opened.record?.remarks).toContain('location-removed')
      expect(leaksIn(arrived, 'what is opened', places)).toEqual([])
      expect(leaksIn(JSON.stringify(opened.record), 'the record', places)).toEqual([])
      expect(pictureOf(arrived).equals(pictureOf(photo))).toBe(true)

      await scene.settleOnDisk()
      expect(scene.leaksOutside()).toEqual([])
      await scene.browser.kill()
      expect(await scene.leaksOnDisk()).toEqual([])
    }, 240_000)

    it('an upload that is cut leaves nothing of the document but ciphertext: not in mid-upload, after a reload, or on the disk after a kill', async () => {
      const tus = await startTus()
      undo.push(tus.close)
      const upstream = { url: tus.url, header: 'authorization', secret: `Bearer ${tus.token}` }
      const options = `options='{"chunkSize":4000000}'`
      const attributes = `transport="tus" endpoint="/relay/files/" ${options}`
      const scene = await openScene(program, upstream, attributes)
      undo.push(scene.close)
      const { visitor, wire } = scene
      tus.flip({ place: 'relative', stall: { at: 'body', afterBytes: 1000, times: 1, after: 1 } })
      await visitor.goes(wire.url)
      await visitor.chooses(scene.path)
      // The record is in a database, the body in a file.
      await expect.poll(() => visitor.tab.evaluate(written)).toHaveLength(1)
      await expect.poll(() => visitor.tab.evaluate(filesOnDisk)).toBe(1)
      await expect.poll(() => wire.sent().indexOf('age-encryption.org/v1\n')).toBeGreaterThan(0)
      const sent = wire.sent()
      await scene.learnFileKey(sent.subarray(sent.indexOf('age-encryption.org/v1\n')))
      expect(await scene.leaksOfPage(scene.secretsBut('the name'))).toEqual([])
      await visitor.tab.reload()
      await expect.poll(() => visitor.tab.evaluate(offers)).toBe(1)
      expect(await scene.leaksOfPage()).toEqual([])
      await scene.settleOnDisk()
      expect(scene.leaksOutside()).toEqual([])
      await scene.browser.kill()
      expect(await scene.leaksOnDisk()).toEqual([])
    }, 240_000)

    it('opening leaves nothing of the document or the keys, by open() or at the desk: not in storage, the console, or the disk after a kill', async () => {
      const { scene, sealed } = await delivered()
      const { files, folder, identity } = scene
      const [arrived, key] = [join(folder, 'arrived.age'), join(folder, 'identity.txt')]
      await writeFile(arrived, sealed)
      await writeFile(key, `${identity}\n`)
      files['/arrived'] = sealed
      await scene.visitor.goes(`${scene.wire.url}/recipient`)
      const [isIntact, size] = await scene.visitor.tab.evaluate(openArrived, identity)
      expect(isIntact).toBe(true)
      expect(size).toBeGreaterThan(DOCUMENT_BYTES)
      expect(await scene.leaksOfPage()).toEqual([])
      expect(await scene.leaksOnDisk()).toEqual([])
      await scene.settleOnDisk()
      const { visitor } = scene
      await visitor.goes(pathToFileURL(join(dist, 'desk.html')).href)
      await visitor.tab.choose(() => visitor.clicks('Choose the identity file'), [key])
      await visitor.sees('Identity loaded.')
      await visitor.tab.choose(() => visitor.clicks('Choose sealed files'), [arrived])
      await visitor.sees('1 of 1 opened.')
      expect(await scene.leaksOfPage(scene.secretsBut('the name', 'the hash'))).toEqual([])
      expect(scene.leaksOutside()).toEqual([])
      await scene.browser.kill()
      expect(await scene.leaksOnDisk()).toEqual([])
    }, 240_000)
  })
