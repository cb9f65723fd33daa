import { expect } from 'vitest'
import type { Journeys } from '../trip.ts'

const WRONG = `console.error('spoken')
setTimeout(() => { throw new Error('thrown') })
Promise.reject(new Error('rejected'))`

/** That the other journeys can fail by what a page complains of. */
export const watched: Journeys = {
  'an error, a rejection that nobody caught and a breach of the policy do not go unnoticed':
    async trip => {
      const head = '<script src="/wrong.js"></script><script>forbidden()</script>'
      const site = await trip.site('http', '<p>Here</p>', { head, files: { '/wrong.js': WRONG } })
      const visitor = await trip.visitor()
      await visitor.goes(site.url)
      await visitor.sees('Here')
      for (const heard of ['spoken', 'thrown', 'rejected', 'script-src'])
        await expect.poll(() => trip.complaints().join()).toContain(heard)
      trip.excuse(/spoken|thrown|rejected|script-src/)
    },
}
