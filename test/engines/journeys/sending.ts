import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { HEIC, JPG, PDF, PNG } from '../../documents.ts'
import { classicFrom, type Journeys, type PeerName, type SiteOptions, type Trip } from '../trip.ts'

/** A document goes out, and what arrived opens to the same bytes. */
export const delivers = async (
  trip: Trip,
  peer: PeerName,
  options: SiteOptions = {},
  attributes: string = trip.attributes(peer),
): Promise<void> => {
  const site = await trip.site(peer, `<seal-drop ${attributes}></seal-drop>`, options)
  const visitor = await trip.visitor()
  await visitor.goes(site.url)
  await visitor.chooses(PDF)
  await visitor.sees('Delivered')
  const [received, ...others] = trip[peer].received()
  expect(others).toEqual([])
  const opened = await trip[peer].plaintext(received?.id ?? '')
  expect(opened.equals(await readFile(PDF))).toBe(true)
}

/** Every page has a strict policy, Trusted Types among it; a single report fails the journey. */
export const sending: Journeys = {
  'sealed with age, a document goes out over http': trip => delivers(trip, 'http'),
  'sealed with age, a document goes out over tus': trip => delivers(trip, 'tus'),
  'sealed for DIDWW, a document goes out': trip => delivers(trip, 'didww'),

  'several documents are checked, and what is not taken is refused in words': async trip => {
    const { didww } = trip
    const site = await trip.site(
      'didww',
      `<seal-drop multiple ${trip.attributes('didww')}></seal-drop>`,
    )
    const visitor = await trip.visitor()
    await visitor.goes(site.url)
    await visitor.chooses(PDF, HEIC, PNG, JPG)
    await visitor.sees(
      '3 of 3 delivered',
      'This is an iPhone HEIC photo. Export it as JPG and add it again.',
      'This photo says where it was taken.',
    )
    expect(didww.received()).toHaveLength(3)
    await visitor.chooses(PNG)
    await visitor.sees('This file is already in the list.')
    expect(didww.received()).toHaveLength(3)
  },

  'many documents come in a few at a time, and all of them are there': async trip => {
    const png = await readFile(PNG)
    const papers = Array.from({ length: 120 }, (_, n) => join(trip.folder, `paper-${n}.png`))
    // What follows a picture's end belongs to no picture, and makes each another file.
    await Promise.all(papers.map((path, n) => writeFile(path, Buffer.concat([png, Buffer.of(n)]))))
    const attributes = `multiple upload="manual" ${trip.attributes('didww')}`
    const site = await trip.site('didww', `<seal-drop ${attributes}></seal-drop>`)
    const visitor = await trip.visitor()
    await visitor.goes(site.url)
    await visitor.chooses(...papers)
    await visitor.waitsFor(...papers.map(() => 'ready'))
    // A name's parts, between which a line may break, are read one by one.
    await visitor.sees('0 of 120 delivered', '119. png')
  },
}

export const classicScript: Journeys = {
  'a classic script sends with age over http': trip =>
    delivers(trip, 'http', { head: classicFrom('') }),
  'a classic script sends over tus': trip => delivers(trip, 'tus', { head: classicFrom('') }),
  'a classic script sends for DIDWW': trip => delivers(trip, 'didww', { head: classicFrom('') }),
}
