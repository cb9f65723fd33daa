import { expect } from 'vitest'
import { JPG, PDF, PNG } from '../../documents.ts'
import type { Journeys } from '../trip.ts'
import { form } from './forms.ts'

export const keyboard: Journeys = {
  'only the keyboard is needed: choose, take off, choose again, send the form': async trip => {
    const { http } = trip
    const site = await trip.site(
      'http',
      form(`<seal-drop id="papers" name="papers" multiple ${trip.attributes('http')}></seal-drop>`),
    )
    const visitor = await trip.visitor()
    const { tab } = visitor
    await visitor.goes(site.url)
    await visitor.sees('Choose files')
    await tab.press('Tab')
    await visitor.isOn('Choose files: Identity documents')
    await tab.choose(() => tab.press('Enter'), [PDF])
    await visitor.waitsFor('done')
    await visitor.isOn('Choose files: Identity documents')
    await tab.choose(() => tab.press(' '), [PNG])
    await visitor.waitsFor('done', 'done')

    await tab.press('Tab')
    await visitor.isOn('Remove doc_1_3_pages.pdf')
    await tab.press('Enter')
    await visitor.waitsFor('done')
    await visitor.isOn('Remove basn3p08.png')
    await tab.press(' ')
    await visitor.waitsFor()
    await visitor.isOn('Choose files: Identity documents')

    await tab.choose(() => tab.press('Enter'), [JPG])
    await visitor.waitsFor('done')
    await tab.press('Tab')
    await visitor.isOn('Remove DSCN0010.jpg')
    await tab.press('Tab')
    // The fingerprints of the recipients.
    await visitor.isOn('Only encrypted data leaves this page, for')
    await tab.press('Tab')
    await visitor.isOn('Apply')
    await tab.press('Enter')
    await visitor.sees('Thank you')
    expect(site.posts.map(post => post.getAll('papers'))).toEqual([[http.received().at(-1)?.id]])
  },
}
