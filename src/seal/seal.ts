import type { Digests, Job, KemShare, Parcel, Plain, Sealed, SealSpec } from '../core/contracts.ts'
import { readRecipients, recipientFingerprint } from '../core/recipient.ts'
import { keyFingerprint } from '../core/rsa.ts'
import type { Thread } from '../thread/thread.ts'
import { sealName } from './choice.ts'
import { wireName } from './wire-name.ts'

/** Fingerprints of the keys that will open what this spec seals. */
export const recipientsOf = async (spec: SealSpec): Promise<string[]> => {
  switch (spec.scheme) {
    case 'age':
      return Promise.all(spec.recipients.map(recipientFingerprint))
    case 'didww':
      return Promise.all(spec.publicKeys.map(keyFingerprint))
    case 'none':
      return []
  }
}

/** What only the page can make: the shares of post-quantum recipients. Their code loads with the first such recipient. */
const sharesOf = async (spec: SealSpec): Promise<readonly KemShare[]> => {
  if (spec.scheme !== 'age') return []
  const recipients = readRecipients(spec.recipients).map(([, recipient]) => recipient)
  const hybrid = recipients.filter(({ type }) => type === 'mlkem768x25519')
  if (hybrid.length === 0) return []
  const { sharesFor } = await import('./kem/kem.ts')
  return sharesFor(hybrid.map(({ key }) => key))
}

/** Puts what was sealed into the wrapper its spec asks for. That copies nothing; its code loads with the first wrapper. */
const wrapped = async (sealed: Sealed, spec: SealSpec): Promise<Sealed> => {
  if (spec.scheme !== 'age' || spec.wrap !== 'pdf') return sealed
  const { wrapPdf } = await import('./wrap/pdf.ts')
  const { body, facts, digests } = sealed
  // A digest of what is wrapped now is not one of the wrapper.
  return { body: wrapPdf(body), facts, digests: digests.then(({ digest }) => ({ digest })) }
}

/**
 * Seals one file off the main thread. The only maker of Parcels. Rejects with `keys-untrusted`, `unreadable` or
 * `seal-failed`; it never hands back a file that is not sealed, unless the spec is `none`.
 *
 * @returns the parcel, and the digests that come after it.
 */
export const sealFile = async (
  thread: Thread,
  id: string,
  { blob, ...plain }: Plain,
  spec: SealSpec,
  fileName: 'opaque' | 'original',
  job: Job,
): Promise<{ parcel: Parcel; digests: Promise<Digests> }> => {
  const recipients = Object.freeze(await recipientsOf(spec))
  const shares = await sharesOf(spec)
  const call = thread.call('seal', { blob, plain, spec, shares }, job)
  const sealed = await wrapped(
    await call.finally(() => {
      for (const { key } of shares) key.fill(0)
    }),
    spec,
  )
  const parcel = {
    id,
    name: wireName(fileName, plain.name, plain.type, sealName(spec)),
    body: sealed.body,
    size: sealed.body.size,
    scheme: spec.scheme,
    ...(spec.scheme === 'age' && spec.wrap && { wrap: spec.wrap }),
    recipients,
    // DIDWW's format has no MAC; `none` has nothing at all.
    authenticated: spec.scheme === 'age',
    facts: Object.freeze({ ...sealed.facts }),
  }
  return { parcel: Object.freeze(parcel) as Parcel, digests: sealed.digests }
}
