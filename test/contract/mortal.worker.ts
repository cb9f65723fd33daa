import { SealDropError } from '../../src/core/errors.ts'
import { hashBlob } from '../../src/digest/hash.ts'
import { serve } from '../../src/thread/serve.ts'

/** Kept over workers' deaths, since a dead one remembers nothing. */
const deathsOf = async (key: string): Promise<number> =>
  Number((await (await (await caches.open('deaths')).match(`/${key}`))?.text()) ?? 0)
const bury = async (key: string, deaths: number): Promise<void> =>
  (await caches.open('deaths')).put(`/${key}`, new Response(String(deaths)))

/** A blob of this size cannot be read here, whoever made it. */
const UNREADABLE_BYTES = 404

/**
 * The real border with a service that fails on demand. A blob of type `die/<how>-<times>-<key>` kills its worker that
 * often; `fail/<code>` throws a SealDropError; `unreadable/x` cannot be read here,
 * `slow/<ms>` takes its time.
 */
serve({
  async digest({ blob, algorithm }, job) {
    const [kind, order = ''] = blob.type.split('/')
    const [how, times, key = ''] = order.split('-')
    if (kind === 'fail')
      throw new SealDropError('damaged', 'on demand', { details: { found: 'X' } })
    if (kind === 'unreadable') throw new DOMException('not here', 'NotReadableError')
    if (blob.size === UNREADABLE_BYTES) throw new DOMException('nowhere', 'NotReadableError')
    if (kind === 'wait') return new Promise(() => {})
    if (kind === 'slow') await new Promise(resolve => setTimeout(resolve, Number(order)))
    const deaths = kind === 'die' ? await deathsOf(key) : 0
    if (kind === 'die' && deaths < Number(times)) {
      await bury(key, deaths + 1)
      if (how === 'close') close()
      else
        setTimeout(() => {
          throw new Error('An error nobody catches.')
        })
      return new Promise(() => {})
    }
    return hashBlob(blob, algorithm, job)
  },
  examine: () => Promise.reject(new Error('not here')),
  seal: () => Promise.reject(new Error('not here')),
})
