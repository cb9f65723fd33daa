import type { CallJob, Parcel } from '../core/contracts.ts'
import { SealDropError } from '../core/errors.ts'
import { recipientsOf } from '../seal/seal.ts'
import type { ResolvedOptions } from './resolved-options.ts'

/** Throws `keys-rotated` where a parcel is sealed for other keys than the transport prescribes today. */
export const requirePrescribed = async (
  { recipients }: Parcel,
  { transport, spec }: ResolvedOptions,
  call: CallJob,
): Promise<void> => {
  if (!transport.prescribe) return
  const keys = await recipientsOf(await spec(call))
  if (keys.length === recipients.length && keys.every(key => recipients.includes(key))) return
  throw new SealDropError('keys-rotated', 'It was sealed for keys that no longer hold.', {
    outcome: 'unsent',
  })
}
