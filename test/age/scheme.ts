import type { Scheme, SealSpec, WrapKey } from '../../src/core/contracts.ts'
import { readRecipients } from '../../src/core/recipient.ts'
import { wrapKeyFor } from '../../src/seal/kem/kem.ts'
import { ageScheme as inWorker } from '../../src/seal/schemes/age/age.ts'

type AgeSpec = Extract<SealSpec, { scheme: 'age' }> & {
  /** Made in another way than the page's. */
  readonly keys?: readonly WrapKey[]
}

/** The worker's seal, asked as the page asks it: with what it makes of the recipients. */
export const ageScheme: Scheme<AgeSpec> = {
  name: inWorker.name,
  seal: async (plain, spec, job) => {
    const recipients = readRecipients(spec.recipients).map(([, recipient]) => recipient)
    const keys = spec.keys ?? (await Promise.all(recipients.map(one => wrapKeyFor(one))))
    return inWorker.seal(plain, { ...spec, keys }, job)
  },
}
