import { age, http } from '../../../src/index.ts'
import type { Server } from '../sandbox.ts'
import type { Contestant } from './contestants.ts'
import { post } from './post.ts'
import { sessionContestant } from './session.ts'

const ours = ({ endpoint, headers, recipients }: Server, shelf: 'on' | 'off'): Contestant =>
  sessionContestant({
    transport: http({ endpoint, authorize: () => headers, reference: { json: 'data.id' } }),
    seal: age(...recipients),
    // A document of 20 MiB is larger than that when it is sealed.
    limits: { maxSize: '21MiB' },
    shelf,
  })

export const sealdrop = (server: Server): Contestant => ours(server, 'on')

export const unshelved = (server: Server): Contestant => ours(server, 'off')

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
