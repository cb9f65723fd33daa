import { hex } from '../../core/bytes.ts'
import type { Algorithm, Job, Scheme, SealSpec } from '../../core/contracts.ts'
import { type Comparison, compareWith } from './as-checked.ts'

type HashBlob = (
  blob: Blob,
  algorithm: Algorithm,
  job: Job,
  see: Comparison['see'],
) => Promise<Uint8Array>

/** No seal, because the integrator chose so and gave a reason. The only scheme that returns its input; it hashes it too. */
export const noneScheme = (hash: HashBlob): Scheme<Extract<SealSpec, { scheme: 'none' }>> => ({
  name: 'none',
  async seal({ blob, reading }, _spec, job) {
    const comparison = compareWith(reading)
    const digest = hex(await hash(blob, 'SHA-256', job, comparison.see))
    comparison.end()
    return { body: blob, facts: {}, digests: Promise.resolve({ digest, bodyDigest: digest }) }
  },
})
