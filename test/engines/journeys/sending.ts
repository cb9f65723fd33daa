import { readFile } from 'node:fs/promises'
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
}

export const classicScript: Journeys = {
  'a classic script sends with age over http': trip =>
    delivers(trip, 'http', { head: classicFrom('') }),
  'a classic script sends over tus': trip => delivers(trip, 'tus', { head: classicFrom('') }),
  'a classic script sends for DIDWW': trip => delivers(trip, 'didww', { head: classicFrom('') }),
}
