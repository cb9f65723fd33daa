import { age, http } from '../../../src/index.ts'
import type { Server } from '../sandbox.ts'
import type { Contestant } from './contestants.ts'
import { post } from './post.ts'
import { sessionContestant } from './session.ts'

export const sealdrop = ({ endpoint, headers, recipients }: Server): Contestant =>
  sessionContestant({
    transport: http({ endpoint, authorize: () => headers, reference: { json: 'data.id' } }),
    seal: age(...recipients),
    // A document of 20 MiB is larger than that when it is sealed.
    limits: { maxSize: '21MiB' },
  })

/** As a form without this library sends it. */
export const bare = ({ endpoint, headers }: Server): Contestant => {
  const one = (file: File): Promise<void> => {
    const form = new FormData()
    form.set('file', file)
    return post(endpoint, headers, form)
  }
  return async files => {
    await Promise.all(files.map(one))
    return {}
  }
}
