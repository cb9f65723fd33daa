import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Decrypter } from 'age-encryption'
import { build } from 'esbuild'
import { expect } from 'vitest'
import { ByteReader } from '../../../src/open/byte-reader.ts'
import { readHeader } from '../../../src/open/header.ts'
import { generateIdentity, recipientOf } from '../../../src/open/index.ts'
import { startWebsite, type Upstream } from '../../browser/website.ts'
import { paddedPdf } from '../../documents.ts'
import { eventually } from '../driver/eventually.ts'
import { undoOnFailure } from '../driver/undo.ts'
import { type Visitor, visitorOn } from '../visitor.ts'
import { look, PLACES, plant } from './in-page.ts'
import { type KeptBrowser, launchKept } from './kept-browser.ts'
import { leaksBelow, leaksIn, type Secrets } from './search.ts'
import { startWire, type Wire } from './wire.ts'

const root = join(import.meta.dirname, '..', '..', '..')
export const dist: string = join(root, 'dist')

/** More than Firefox keeps of a Blob in memory (16 MiB): what it collects itself it would write into a file. */
export const DOCUMENT_BYTES = 18_000_000

const marker = (): string => `m${randomBytes(15).toString('base64url').replaceAll(/[-_]/g, 'x')}`

/** A script of the recipient's own, which opens what arrived by `sealdrop/open`. */
const openScript = async (): Promise<string> => {
  const contents = `import { open } from './dist/open.js'; window.openSealed = open`
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    write: false,
    format: 'iife',
  })
  return outputFiles[0]?.text ?? ''
}

const page = (body: string, script = '/sealdrop.js'): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Form</title>
  <script src="/leave.js"></script><script type="module" src="${script}"></script></head><body>${body}</body></html>`

/** A marked document, a site that takes it, and a browser that is searched for it. */
export interface Scene {
  readonly wire: Wire
  readonly browser: KeptBrowser
  readonly visitor: Visitor
  /** For what is chosen from the disk: the document's path is `path`. */
  readonly folder: string
  readonly path: string
  readonly identity: string
  /** What the site answers, by path. */
  readonly files: Record<string, string | Buffer>
  /** What must be nowhere. */
  readonly secrets: Secrets
  /** The same without what is shown on purpose. */
  secretsBut(...shown: readonly string[]): Secrets
  /** From now on the file key of these sealed bytes must be nowhere either. */
  learnFileKey(sealed: Buffer): Promise<void>
  leaksOfPage(wanted?: Secrets): Promise<readonly string[]>
  /** On the line, and in the console. */
  leaksOutside(): readonly string[]
  leaksOnDisk(): Promise<readonly string[]>
  /** Plants a marker everywhere; once all of it is on the disk, so is what was written before. */
  settleOnDisk(): Promise<void>
  close(): Promise<void>
}

/** What is marked. */
export interface Marked {
  readonly suffix: string
  readonly bytes: Buffer
  /** What more must be nowhere, by what it is. */
  readonly secrets?: Secrets
}

const markedPdf = async (begin: string, end: string): Promise<Marked> => {
  const bytes = await paddedPdf(DOCUMENT_BYTES)
  bytes.write(`%${begin}`, bytes.length - DOCUMENT_BYTES)
  bytes.write(`%${end}`, bytes.length - 100_000)
  return { suffix: 'pdf', bytes }
}

/**
 * @param attributes what `<seal-drop>` is told; the recipients follow
 * @param mark makes the document, of two markers
 */
export const openScene = (
  program: 'chrome' | 'firefox',
  upstream: Upstream,
  attributes: string,
  mark: (begin: string, end: string) => Promise<Marked> = markedPdf,
): Promise<Scene> =>
  undoOnFailure(async (later, close) => {
    const folder = await mkdtemp(join(tmpdir(), 'sealdrop-'))
    later(() => rm(folder, { recursive: true, force: true }))
    const identity = await generateIdentity()
    const [name, begin, end, early] = [marker(), marker(), marker(), marker()]
    const { suffix, bytes, secrets: more } = await mark(begin, end)
    const path = join(folder, `${name}.${suffix}`)
    await writeFile(path, bytes)
    const secrets: Record<string, string | Uint8Array> = {
      'the document’s beginning': begin,
      'the document’s end': end,
      'the name': name,
      'the hash': createHash('sha256').update(bytes).digest(),
      'the identity': identity,
      ...more,
    }
    const field = `<seal-drop name="papers" recipients="${await recipientOf(identity)}" ${attributes}></seal-drop>`
    const files: Record<string, string | Buffer> = {
      '/': page(`<form action="/thanks" method="post">${field}</form>`),
      '/elsewhere': page('Elsewhere'),
      '/recipient': page('Recipient', '/open.js'),
      '/open.js': await openScript(),
      // Where a page listens to this, one that somebody comes back to is made anew.
      '/leave.js': `addEventListener('unload', () => {})
        localStorage.setItem('sealdrop:debug', 'on')
        sessionStorage.setItem('early', '${early}')`,
    }
    const site = await startWebsite(upstream, dist, files)
    later(site.close)
    const wire = await startWire(site.url)
    later(wire.close)
    const browser = await launchKept(program)
    later(browser.close)
    let visitor = visitorOn(await browser.open())

    const secretsBut = (...shown: readonly string[]): Secrets =>
      Object.fromEntries(Object.entries(secrets).filter(([what]) => !shown.includes(what)))
    const leaksOfPage = async (wanted: Secrets = secrets): Promise<readonly string[]> =>
      leaksIn(await visitor.tab.evaluate(look), 'the page and its storage', wanted)
    const isOnDisk = async (wanted: Secrets): Promise<void> => {
      let missing = Object.entries(wanted)
      await eventually(async () => {
        const found = await leaksBelow(browser.folder, Object.fromEntries(missing))
        missing = missing.filter(([what]) => !found.some(one => one.startsWith(`${what} as `)))
        expect(missing).toEqual([])
      })
    }
    return {
      wire,
      browser,
      get visitor() {
        return visitor
      },
      folder,
      path,
      identity,
      files,
      secrets,
      secretsBut,
      async learnFileKey(sealed) {
        const decrypter = new Decrypter()
        decrypter.addIdentity(identity)
        const { bytes } = await readHeader(new ByteReader(async () => new Uint8Array(sealed)))
        secrets['the file key'] = await decrypter.decryptHeader(bytes)
      },
      leaksOfPage,
      leaksOutside: () => [
        ...leaksIn(wire.sent(), 'what was sent', secrets),
        ...leaksIn(browser.said.join('\n'), 'the console', secrets),
      ],
      leaksOnDisk: () => leaksBelow(browser.folder, secrets),
      async settleOnDisk() {
        const planted = Object.fromEntries(
          [...PLACES, 'the console', 'a request'].map(place => [place, marker()]),
        ) as Record<(typeof PLACES)[number] | 'the console' | 'a request', string>
        const { 'the console': said, 'a request': sent, ...kept } = planted
        await visitor.goes(`${wire.url}/elsewhere`)
        await visitor.tab.evaluate(plant, planted)
        await visitor.tab.evaluate(async body => {
          await fetch('/planted', { method: 'POST', body })
        }, sent)
        expect(leaksIn(wire.sent(), 'the wire', { sent })).not.toEqual([])
        await expect.poll(() => leaksIn(browser.said.join('\n'), 'it', { said })).not.toEqual([])
        const inPage = await leaksOfPage(kept)
        for (const place of PLACES)
          expect(inPage).toContainEqual(expect.stringMatching(`^${place} as `))
        const { localStorage, sessionStorage, ...others } = kept
        // Chromium writes down what a tab keeps first, and what it keeps later perhaps minutes later: in the page that was found.
        await isOnDisk({ ...others, sessionStorage: early })
        // Chromium writes it down when the last page of the origin is gone, or else minutes later.
        const { tab } = visitor
        visitor = visitorOn(await browser.open())
        await tab.close()
        await isOnDisk({ localStorage })
      },
      close,
    }
  })
