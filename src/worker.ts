import { cutOut } from './core/cuts.ts'
import { hashBlob } from './digest/hash.ts'
import { examine } from './intake/content/walk.ts'
import { ageScheme } from './seal/schemes/age/age.ts'
import { didwwScheme } from './seal/schemes/didww.ts'
import { noneScheme } from './seal/schemes/none.ts'
import { serve } from './thread/serve.ts'

const none = noneScheme(hashBlob)

serve({
  examine: ({ blob, strips }, job) => examine(blob, job, strips),
  digest: ({ blob, algorithm, cuts = [] }, job) =>
    hashBlob(blob, algorithm, job, async (at, bytes) => cutOut(cuts, at, bytes)),
  seal({ blob, plain, spec, keys = [], file }, job) {
    const whole = { ...plain, blob }
    switch (spec.scheme) {
      case 'age':
        return ageScheme.seal(whole, { ...spec, keys, ...(file && { file }) }, job)
      case 'didww':
        return didwwScheme.seal(whole, spec, job)
      case 'none':
        return none.seal(whole, spec, job)
    }
  },
})
