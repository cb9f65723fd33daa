import type { Parcel } from '../../core/contracts.ts'
import { misconfigured } from '../../core/errors.ts'

/** What the server is told in `Upload-Metadata`, in plain text; a function is called for each parcel. */
export type TusMetadata =
  | Readonly<Record<string, string>>
  | ((parcel: Parcel) => Readonly<Record<string, string>>)

const MAX_BYTES = 4096

/** Throws `misconfigured` for what no header can carry: keys are ASCII without spaces and commas. */
const checked = (metadata: Readonly<Record<string, string>>): Record<string, string> => {
  const entries = Object.entries(metadata)
  const isFit = entries.every(
    ([key, value]) => /^[!-+\--~]+$/.test(key) && typeof value === 'string',
  )
  if (!isFit || JSON.stringify(metadata).length > MAX_BYTES)
    throw misconfigured(
      'metadata must be words by names without spaces and commas, 4,096 bytes at most.',
    )
  return Object.fromEntries(entries)
}

/** Reads the option at once, so that what is wrong with it shows before a file is chosen. */
export const metadataOf = (
  option: TusMetadata = {},
): ((parcel: Parcel) => Record<string, string>) => {
  if (typeof option === 'function') return parcel => checked(option(parcel))
  if (typeof option !== 'object' || option === null)
    throw misconfigured('metadata must be an object or a function.')
  const fixed = checked(option)
  return () => fixed
}
