import { readFile } from 'node:fs/promises'
import { expect } from 'vitest'
import { JPG, PDF } from '../../documents.ts'
import { written } from '../reload/in-page.ts'
import { type Journeys, moduleFrom, type Trip } from '../trip.ts'
import type { Visitor } from '../visitor.ts'
import { form } from './forms.ts'

/** Runs in the page. */
const valuesIn = (): string[] =>
  [...document.querySelectorAll('seal-drop')].map(({ value }) => value)

/** A document is half sent, and then the page is loaded again. */
const leaveHalf = async ({ tus }: Trip, visitor: Visitor): Promise<void> => {
  tus.flip({ stall: { after: 1, on: 'upload' } })
  await visitor.chooses(PDF)
  await expect.poll(() => tus.requests().filter(({ kind }) => kind === 'upload').length).toBe(2)
  // Until the upload's address is written down, a reload leaves one that nobody can find again.
  await expect
    .poll(() => visitor.tab.evaluate(written))
    .toContainEqual(expect.stringContaining('"resume"'))
  await visitor.tab.reload()
  tus.flip({ stall: false })
}

/** The last part of the URL: the site's own server has the file under another path. */
const idOf = ({ tus }: Trip): string => tus.received()[0]?.id.split('/').at(-1) ?? '?'

/** Goes on with it, and sends the form. */
const endIt = async ({ tus }: Trip, visitor: Visitor): Promise<void> => {
  await visitor.sees('A document chosen at', 'Not sent to its end')
  await visitor.clicks('Go on: A document chosen at')
  await visitor.sees('Delivered')
  const [received, ...others] = tus.received()
  expect([...others, ...tus.unfinished()]).toEqual([])
  expect((await tus.plaintext(received?.id ?? '')).equals(await readFile(PDF))).toBe(true)
  expect(tus.requests().filter(({ kind }) => kind === 'creation')).toHaveLength(1)
  await visitor.clicks('Apply')
  await visitor.sees('Thank you')
}

/**
 * Where the shelf is tried: see `test/engines/reload.test.ts`. A WebKitGTK that is driven keeps nothing on the disk, and then its
 * IndexedDB takes no Blob.
 */
export const shelved: Journeys = {
  'an upload that a reload cut off counts for nothing, goes on without the file, and the form carries its reference':
    async trip => {
      const site = await trip.site(
        'tus',
        form(
          `<seal-drop id="papers" name="papers" required ${trip.attributes('tus')}></seal-drop>`,
        ),
      )
      const visitor = await trip.visitor()
      await visitor.goes(site.url)
      await leaveHalf(trip, visitor)
      await visitor.sees('Not sent to its end')
      await visitor.clicks('Apply')
      await visitor.sees('Please add a document.')
      await endIt(trip, visitor)
      expect(site.posts.map(post => post.getAll('papers'))).toEqual([
        [expect.stringContaining(idOf(trip))],
      ])
    },

  'also where the script comes from another origin, and in the one of two fields that it was for':
    async trip => {
      const cdn = await trip.cdn({ cors: true })
      const attributes = trip.attributes('tus')
      const site = await trip.site(
        'tus',
        form(`<seal-drop id="papers" name="papers" ${attributes}></seal-drop>
          <seal-drop name="more" ${attributes} label="More"></seal-drop>`),
        { head: moduleFrom(cdn.origin), cdn: cdn.origin },
      )
      const visitor = await trip.visitor()
      await visitor.goes(site.url)
      await leaveHalf(trip, visitor)
      await endIt(trip, visitor)
      expect(site.posts[0]?.has('more')).toBe(false)
      expect(site.posts[0]?.get('papers')).toContain(idOf(trip))
    },
}

export const left: Journeys = {
  'what was delivered stays in its form when the page is loaded again, or left and come back to':
    async trip => {
      const attributes = trip.attributes('http')
      const site = await trip.site(
        'http',
        form(`<seal-drop id="papers" name="papers" ${attributes}></seal-drop>
          <seal-drop name="more" ${attributes} label="More"></seal-drop>`),
        { files: { '/other': '<!doctype html><title>Other</title><h1>Elsewhere</h1>' } },
      )
      const visitor = await trip.visitor()
      await visitor.goes(site.url)
      await visitor.chooses(PDF)
      await visitor.waitsFor('done')
      await visitor.tab.choose(() => visitor.clicks('Choose a file: More'), [JPG])
      await visitor.waitsFor('done', 'done')
      const values = await visitor.tab.evaluate(valuesIn)
      await visitor.tab.reload()
      await visitor.waitsFor('done', 'done')
      expect(await visitor.tab.evaluate(valuesIn)).toEqual(values)
      await visitor.sees('A document sent at')
      await visitor.goes(`${site.url}/other`)
      await visitor.sees('Elsewhere')
      await visitor.tab.evaluate(() => history.back())
      await visitor.waitsFor('done', 'done')
      expect(await visitor.tab.evaluate(valuesIn)).toEqual(values)
      await visitor.clicks('Apply')
      await visitor.sees('Thank you')
      expect(site.posts.map(post => [post.get('papers'), post.get('more')])).toEqual([values])
    },
}
