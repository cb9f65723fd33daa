import { SealDropError } from '../../src/core/errors.ts'
import { hashBlob } from '../../src/digest/hash.ts'
import { examine } from '../../src/intake/content/walk.ts'
import { didwwScheme } from '../../src/seal/schemes/didww.ts'
import { serve } from '../../src/thread/serve.ts'

/** With `?dies` it dies as soon as a body is sealed, its digests unsaid. Else digests fail until the test has it mended. */
const isToDie = location.search === '?dies'
/** Not a count: the receipt may ask anew, or wait for what was asked beside the upload. */
const isMended = async (): Promise<boolean> =>
  isToDie || (await (await caches.open('forgetful')).match('/mended')) !== undefined

/** The real worker, but forgetful: it never says the digest of a sealed body by itself. */
serve({
  examine: ({ blob }, job) => examine(blob, job),
  digest: async ({ blob, algorithm }, job) => {
    if (!(await isMended())) throw new SealDropError('seal-failed', 'on demand')
    return hashBlob(blob, algorithm, job)
  },
  async seal({ blob, plain, spec }, job) {
    if (spec.scheme !== 'didww') throw new Error('not here')
    const sealed = await didwwScheme.seal({ ...plain, blob }, spec, job)
    if (!isToDie) return { ...sealed, digests: sealed.digests.then(({ digest }) => ({ digest })) }
    setTimeout(close)
    return { ...sealed, digests: new Promise(() => {}) }
  },
})
