import { expect } from 'vitest'
import { JPG, PDF, PNG } from '../../documents.ts'
import type { Journeys } from '../trip.ts'

export const form = (inner: string): string => `<form action="/apply" method="post">
  <label for="papers">Identity documents</label>${inner}
  <button name="how" value="now">Apply</button>
</form>`

/** Runs in the page. */
const readMarks = (): boolean[] => [
  document.querySelector('#papers')?.matches(':state(user-invalid)') ?? false,
  document.querySelector('#native')?.matches(':user-invalid') ?? false,
]

export const forms: Journeys = {
  'a form waits for its document, and then carries its reference': async trip => {
    const { didww } = trip
    const site = await trip.site(
      'didww',
      form(
        `<seal-drop id="papers" name="papers" required ${trip.attributes('didww')}></seal-drop>`,
      ),
    )
    const visitor = await trip.visitor()
    await visitor.goes(site.url)
    // Before its script has loaded, an element holds no form back.
    await visitor.sees('Choose a file')
    await visitor.clicks('Apply')
    await visitor.sees('Please add a document.')
    await visitor.isOn('Choose a file: Identity documents')
    didww.flip({ stall: { at: 'answer' } })
    await visitor.chooses(PDF)
    await visitor.waitsFor('confirming')
    await visitor.clicks('Apply')
    await visitor.sees('Please wait until your document is delivered.')
    expect(site.posts).toEqual([])
    didww.flip({ stall: false })
    await visitor.sees('Delivered')
    await visitor.clicks('Apply')
    await visitor.sees('Thank you')
    expect(site.posts.map(post => [...post])).toEqual([
      [
        ['papers', didww.received()[0]?.id],
        ['how', 'now'],
      ],
    ])
  },

  'what is wrong stays shown while it is wrong, and is marked as the browser marks a field of its own':
    async trip => {
      const { didww } = trip
      const site = await trip.site(
        'didww',
        form(`<seal-drop id="papers" name="papers" required multiple ${trip.attributes('didww')}></seal-drop>
          <input id="native" required aria-label="Name"><button type="reset">Start over</button>`),
      )
      const visitor = await trip.visitor()
      const marked = (): Promise<readonly boolean[]> => visitor.tab.evaluate(readMarks)
      await visitor.goes(site.url)
      await visitor.sees('Choose files')
      expect(await marked()).toEqual([false, false])
      await visitor.clicks('Apply')
      await visitor.sees('Please add a document.')
      expect(await marked()).toEqual([true, true])
      await visitor.clicks('Start over')
      await expect.poll(marked).toEqual([false, false])
      await visitor.doesNotSee('Please add a document.')
      trip.excuse(/the server responded with a status of 403/)
      didww.flip({ status: { code: 403, times: 1 } })
      await visitor.chooses(PDF)
      await visitor.waitsFor('failed')
      await visitor.clicks('Apply')
      const why = 'doc_1_3_pages.pdf was not delivered. Try it again or remove it.'
      await visitor.sees(why)
      await visitor.chooses(PNG)
      await visitor.waitsFor('failed', 'done')
      await visitor.sees(why)
      await visitor.clicks('Try doc_1_3_pages.pdf again')
      await visitor.waitsFor('done', 'done')
      await expect.poll(marked).toEqual([false, true])
      await visitor.doesNotSee(why)
    },

  'upload="submit" delivers first, and sends the form once, by the button that was used':
    async trip => {
      const { http } = trip
      const attributes = `upload="submit" ${trip.attributes('http')}`
      const site = await trip.site(
        'http',
        form(`<seal-drop name="papers" id="papers" multiple required ${attributes}></seal-drop>
          <seal-drop name="more" ${attributes} label="More"></seal-drop>`),
      )
      const visitor = await trip.visitor()
      await visitor.goes(site.url)
      await visitor.chooses(PDF, PNG)
      await visitor.waitsFor('ready', 'ready')
      await visitor.tab.choose(() => visitor.clicks('Choose a file: More'), [JPG])
      await visitor.waitsFor('ready', 'ready', 'ready')
      expect(http.received()).toEqual([])
      await visitor.clicks('Apply')
      await visitor.sees('Thank you')
      expect(http.received()).toHaveLength(3)
      const [post, ...others] = site.posts
      expect(others).toEqual([])
      expect(post?.getAll('papers')).toHaveLength(2)
      expect(post?.getAll('more')).toHaveLength(1)
      expect(post?.get('how')).toBe('now')
    },
}
