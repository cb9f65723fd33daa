import type { KemShare, Scheme, SealSpec } from '../../src/core/contracts.ts'
import { readRecipients } from '../../src/core/recipient.ts'
import { ageScheme as inWorker } from '../../src/seal/schemes/age/age.ts'

type AgeSpec = Extract<SealSpec, { scheme: 'age' }> & {
  readonly shares?: readonly KemShare[]
}

/** The worker's seal, asked as the page asks it: with the keys that the recipients spell. */
export const ageScheme: Scheme<AgeSpec> = {
  name: inWorker.name,
  seal: async (plain, spec, job) => {
    const keys = readRecipients(spec.recipients).map(([, key]) => key)
    return inWorker.seal(plain, { ...spec, keys }, job)
  },
}
