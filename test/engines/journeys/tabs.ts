import { expect } from 'vitest'
import { PDF } from '../../documents.ts'
import type { Journeys } from '../trip.ts'

export const tabs: Journeys = {
  // What may be kept is offered then: see `left.ts`.
  'a page that may keep nothing begins anew when it is loaded again, and nothing stale is in its form':
    async trip => {
      const { http } = trip
      const site = await trip.site(
        'http',
        `<form action="/apply" method="post">
          <seal-drop name="papers" required shelf="off" ${trip.attributes('http')}></seal-drop>
          <button>Apply</button>
        </form>`,
      )
      const visitor = await trip.visitor()
      await visitor.goes(site.url)
      http.flip({ stall: { at: 'answer' } })
      await visitor.chooses(PDF)
      await visitor.waitsFor('confirming')
      await visitor.tab.reload()
      // Before the element is defined nothing holds its form back.
      await visitor.sees('Choose a file')
      await visitor.waitsFor()
      http.reset()
      await visitor.clicks('Apply')
      await visitor.sees('Please add a document.')
      await visitor.chooses(PDF)
      await visitor.sees('Delivered')
      await visitor.clicks('Apply')
      await visitor.sees('Thank you')
      expect(site.posts.map(post => post.getAll('papers'))).toEqual([
        http.received().map(({ id }) => id),
      ])
    },

  'two tabs of one site send at the same time': async trip => {
    const { tus } = trip
    const site = await trip.site('tus', `<seal-drop ${trip.attributes('tus')}></seal-drop>`)
    const [one, other] = [await trip.visitor(), await trip.visitor()]
    await one.goes(site.url)
    await other.goes(site.url)
    tus.flip({ stall: { on: 'upload' } })
    await one.chooses(PDF)
    await other.chooses(PDF)
    await expect.poll(() => tus.requests().filter(({ kind }) => kind === 'upload').length).toBe(2)
    tus.flip({ stall: false })
    await one.sees('Delivered')
    await other.sees('Delivered')
    expect(tus.received()).toHaveLength(2)
    expect(tus.unfinished()).toEqual([])
  },
}
