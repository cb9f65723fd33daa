import { expect } from 'vitest'
import { PDF, PNG } from '../../documents.ts'
import { focusedName } from '../in-page.ts'
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
    // On its row, which is on no way of the Tab key. Another Enter does nothing.
    await visitor.isOn('doc_1_3_pages.pdf')
    await tab.press('Enter')
    await tab.press('Tab')
    await visitor.isOn('Undo: doc_1_3_pages.pdf')
    await tab.press('Enter')
    await visitor.waitsFor('done', 'done')
    await visitor.isOn('doc_1_3_pages.pdf')
    await tab.press('Tab')
    await visitor.isOn('Remove doc_1_3_pages.pdf')
    await tab.press(' ')
    await visitor.waitsFor('done')
    await tab.press('Tab')
    await tab.press('Tab')
    await visitor.isOn('View basn3p08.png')
    await tab.press('Tab')
    await visitor.isOn('Remove basn3p08.png')
    await tab.press('Tab')
    // The fingerprints of the recipients.
    await visitor.isOn('Only encrypted data leaves this page, for')
    await tab.press('Tab')
    await visitor.isOn('Apply')
    await tab.press('Enter')
    await visitor.sees('Thank you')
    expect(site.posts.map(post => post.getAll('papers'))).toEqual([[http.received().at(-1)?.id]])
  },

  'an Enter that is held cancels one file, and a document that arrives stays': async trip => {
    const { http } = trip
    const site = await trip.site(
      'http',
      `<seal-drop multiple ${trip.attributes('http')}></seal-drop>`,
    )
    const visitor = await trip.visitor()
    const { tab } = visitor
    await visitor.goes(site.url)
    http.flip({ stall: { at: 'answer' } })
    await visitor.chooses(PDF, PNG)
    await expect.poll(() => http.requests().filter(({ kind }) => kind === 'upload').length).toBe(2)
    /** By the Tab key: an engine that tells late of what it sent offers a pause before it. */
    const tabsTo = async (name: string): Promise<void> => {
      for (let n = 0; n < 6 && !(await tab.evaluate(focusedName)).startsWith(name); n++)
        await tab.press('Tab')
      await visitor.isOn(name)
    }
    await tabsTo('Cancel doc_1_3_pages.pdf')
    await tab.hold('Enter', 10)
    await visitor.isOn('doc_1_3_pages.pdf')
    const [first, second] = await visitor.phases()
    expect(first).toBe('cancelled')
    expect(second).not.toBe('cancelled')
    await tabsTo('Cancel basn3p08.png')
    http.flip({ stall: false })
    await visitor.waitsFor('cancelled', 'done')
    await visitor.isOn('basn3p08.png')
    await tab.press(' ')
    await tab.press('Enter')
    expect(await visitor.phases()).toEqual(['cancelled', 'done'])
  },
}
