import { hashBlob } from './digest/hash.ts'
import { walkContent } from './intake/content/walk.ts'
import { ageScheme } from './seal/schemes/age/age.ts'
import { didwwScheme } from './seal/schemes/didww.ts'
import { noneScheme } from './seal/schemes/none.ts'
import { wrapPdf } from './seal/wrap/pdf.ts'
import { serve } from './thread/serve.ts'

const none = noneScheme(hashBlob)

serve({
  examine: ({ blob }, job) => walkContent(blob, job),
  digest: ({ blob, algorithm }, job) => hashBlob(blob, algorithm, job),
  async seal({ blob, plain, spec }, job) {
    const whole = { ...plain, blob }
    switch (spec.scheme) {
      case 'age': {
        const { body, facts, later } = await ageScheme.seal(whole, spec, job)
        if (spec.wrap !== 'pdf') return { body, facts, later }
        // A digest of what is wrapped now is not one of the wrapper.
        return { body: wrapPdf(body), facts, later: later.then(({ digest }) => ({ digest })) }
      }
      case 'didww':
        return didwwScheme.seal(whole, spec, job)
      case 'none':
        return none.seal(whole, spec, job)
    }
  },
})
