import type { Digests } from '../core/contracts.ts'
import { sha256Hex } from '../digest/digest.ts'
import type { Thread } from '../thread/thread.ts'
import type { Entry } from './entry.ts'

/** Its own signal: a pause of one file must not keep what another one, or the receipt, needs to know. */
const job = () => ({ signal: new AbortController().signal, progress: () => {} })

const keep = (
  entry: Entry,
  name: 'digest' | 'sealedDigest',
  digest: Promise<string>,
): Promise<string> => {
  entry[name] = digest
  // One that could not be had must not stand in the way of the next who asks.
  digest.catch(() => {
    if (entry[name] === digest) delete entry[name]
  })
  return digest
}

/** The SHA-256 of an entry's original, computed once however many ask. */
export const digestOf = (thread: Thread, entry: Entry): Promise<string> =>
  entry.digest ?? keep(entry, 'digest', sha256Hex(thread, entry.file, job()))

/** The SHA-256 of what is sent, computed once. */
export const sealedDigestOf = (thread: Thread, entry: Entry): Promise<string> => {
  if (!entry.parcel) throw new Error('Only a parcel has a sealed digest.')
  return (
    entry.sealedDigest ?? keep(entry, 'sealedDigest', sha256Hex(thread, entry.parcel.body, job()))
  )
}

/** Keeps what sealing has yet to say of a parcel. What it does not say is computed beside the upload. */
export const keepDigests = (thread: Thread, entry: Entry, digests: Promise<Digests>): void => {
  const { parcel } = entry
  keep(
    entry,
    'digest',
    digests.then(({ digest }) => digest),
  )
  keep(
    entry,
    'sealedDigest',
    digests.then(({ bodyDigest }) => {
      if (bodyDigest !== undefined) return bodyDigest
      if (!parcel) throw new Error('Only a parcel has a sealed digest.')
      return sha256Hex(thread, parcel.body, job())
    }),
  )
}
