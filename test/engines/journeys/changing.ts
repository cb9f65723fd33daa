import { createHash } from 'node:crypto'
import { appendFile, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { JPG, PDF, paddedPdf } from '../../documents.ts'
import type { Journeys, PeerName, Trip } from '../trip.ts'

/** What becomes of a file on the disk once it was chosen and checked, and before it is sent. */
interface Change {
  /** Bytes more than the plain document, so that no two are alike, nor of one size. */
  readonly padding: number
  readonly code: 'changed' | 'unreadable'
  happen(path: string): Promise<void>
}

/** The same number of bytes, another document: also a whole one, and accepted by itself. */
const rewrite = async (path: string): Promise<void> => {
  const bytes = await readFile(path)
  bytes.write('9', bytes.indexOf('%PDF-1.') + '%PDF-1.'.length)
  await writeFile(path, bytes)
}

const changes: Readonly<Record<string, Change>> = {
  'longer.pdf': {
    padding: 10,
    code: 'changed',
    happen: async path => writeFile(path, await paddedPdf(500)),
  },
  // A signature, or notes: PDF programs write them behind what is there.
  'appended.pdf': { padding: 20, code: 'changed', happen: path => appendFile(path, '% signed\n') },
  // More than is read first where the cipher is in JavaScript.
  'appended-to-much.pdf': {
    padding: 6_000_000,
    code: 'changed',
    happen: path => appendFile(path, '% signed\n'),
  },
  'shorter.pdf': {
    padding: 30,
    code: 'changed',
    happen: async path => writeFile(path, await readFile(PDF)),
  },
  'of-equal-size.pdf': { padding: 40, code: 'changed', happen: rewrite },
  'of-equal-size-and-date.pdf': {
    padding: 50,
    code: 'changed',
    async happen(path) {
      const { atime, mtime } = await stat(path)
      await rewrite(path)
      await utimes(path, atime, mtime)
    },
  },
  'deleted.pdf': { padding: 60, code: 'unreadable', happen: path => rm(path) },
}

/** Runs in the page. */
const codes = (): readonly string[] =>
  [...document.querySelectorAll('seal-drop')].flatMap(element =>
    element.files.map(({ state }) => ('error' in state ? state.error.code : state.phase)),
  )
const start = (): void => document.querySelector('seal-drop')?.start()

const chosenThenChanged = async (trip: Trip, peer: PeerName, seal: string): Promise<void> => {
  const paths: string[] = []
  for (const [name, { padding }] of Object.entries(changes)) {
    const path = join(trip.folder, name)
    await writeFile(path, await paddedPdf(padding))
    paths.push(path)
  }
  const photo = join(trip.folder, 'photo.jpg')
  await writeFile(photo, await readFile(JPG))
  // WebKit tells dates apart by the second.
  const anHourAgo = new Date(Date.now() - 3_600_000)
  for (const path of [...paths, photo]) await utimes(path, anHourAgo, anHourAgo)
  const site = await trip.site(
    peer,
    `<seal-drop upload="manual" multiple parallel="1" ${seal} ${trip.attributes(peer)}></seal-drop>`,
  )
  const visitor = await trip.visitor()
  await visitor.goes(site.url)
  await visitor.chooses(...paths, photo, PDF)
  await visitor.waitsFor(...Array.from({ length: paths.length + 2 }, () => 'ready'))
  for (const [name, { happen }] of Object.entries(changes)) await happen(join(trip.folder, name))
  // One bit of a picture that decoders show all the same.
  const bytes = await readFile(photo)
  const middle = Math.floor(bytes.length / 2)
  bytes.writeUInt8((bytes[middle] ?? 0) ^ 1, middle)
  await writeFile(photo, bytes)
  await visitor.tab.evaluate(start)
  await visitor.waitsFor(...Array.from({ length: paths.length + 1 }, () => 'failed'), 'done')

  const told = await visitor.tab.evaluate(codes)
  // WebKit says the same of a file that changed and of one that is gone.
  const isVague = await visitor.tab.evaluate(() =>
    /AppleWebKit(?!.*Chrome)/.test(navigator.userAgent),
  )
  const expected = [...Object.values(changes).map(({ code }) => code), 'changed'].map(code =>
    isVague ? expect.stringMatching(/^(changed|unreadable)$/) : code,
  )
  expect(told).toEqual([...expected, 'done'])
  const [received, ...others] = trip[peer].received()
  expect(others).toEqual([])
  expect(trip[peer].requests().filter(({ kind }) => kind === 'upload')).toHaveLength(1)
  const document = await readFile(PDF)
  if (seal.startsWith('seal="none'))
    expect(received?.sha256).toBe(createHash('sha256').update(document).digest('hex'))
  else expect((await trip[peer].plaintext(received?.id ?? '')).equals(document)).toBe(true)
}

/** What was checked is what is sealed: a file that changes in between is not sent, whatever its new bytes are. */
export const changing: Journeys = {
  'sealed with age, a file that was changed before it is sent is not sent': trip =>
    chosenThenChanged(trip, 'http', 'seal="age"'),
  'sealed with age in a PDF, a file that was changed before it is sent is not sent': trip =>
    chosenThenChanged(trip, 'http', 'seal="age+pdf"'),
  'sealed for DIDWW, a file that was changed before it is sent is not sent': trip =>
    chosenThenChanged(trip, 'didww', ''),
  'not sealed, a file that was changed before it is sent is not sent': trip =>
    chosenThenChanged(trip, 'http', 'seal="none: it is public"'),
}
