import { expect } from 'vitest'
import { JPG, PDF, PNG } from '../../documents.ts'
import type { Journeys } from '../trip.ts'

export const form = (inner: string): string => `<form action="/apply" method="post">
  <label for="papers">Identity documents</label>${inner}
  <button name="how" value="now">Apply</button>
</form>`

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
