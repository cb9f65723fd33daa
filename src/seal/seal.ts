import type { Digests, Job, Parcel, Plain, Sealed, SealSpec, WrapKey } from '../core/contracts.ts'
import { readRecipients } from '../core/recipient.ts'
import { recipientFingerprint } from '../core/recipient-fingerprint.ts'
import { keyFingerprint } from '../core/rsa.ts'
import type { Thread } from '../thread/thread.ts'
import { checkedAnswer } from './checked-answer.ts'
import { sealName } from './named.ts'
import { headSize } from './size.ts'
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

/**
 * What the worker wraps a file's key with, for each age recipient. The page reads them, and makes ready what X25519 alone does not
 * do: the worker is one file that everybody loads, has no code for it, and cannot load any when it is first needed.
 */
const keysOf = async (spec: SealSpec): Promise<readonly WrapKey[]> => {
  if (spec.scheme !== 'age') return []
  const recipients = readRecipients(spec.recipients).map(([, recipient]) => recipient)
  if (recipients.every(({ type }) => type === 'X25519')) return recipients.map(({ key }) => key)
  const { wrapKeyFor } = await import('./kem/kem.ts')
  return Promise.all(recipients.map(recipient => wrapKeyFor(recipient)))
}

/** Wraps what was sealed, where the spec says so. No byte is copied. The code of the wrapper loads when it is first needed. */
const wrapped = async (sealed: Sealed, spec: SealSpec): Promise<Sealed> => {
  if (spec.scheme !== 'age' || spec.wrap !== 'pdf') return sealed
  const { wrapPdf } = await import('./wrap/pdf.ts')
  const { body, facts, digests } = sealed
  // A `bodyDigest` would be that of the wrapped file, and the body is the wrapper now.
  return {
    body: wrapPdf(body),
    facts,
    digests: digests.then(({ digest }) => ({ digest })),
  }
}

/**
 * Seals one file off the main thread. Nothing else makes a Parcel. Rejects with `keys-untrusted`, `unreadable`, `changed` or
 * `seal-failed`, also where the worker answers with what this seal cannot be; it never returns a file that is not sealed, unless the spec is `none`.
 * `mayBeFile`: the body may lie in a file of the origin's, of the parcel's id, which the caller deletes.
 *
 * @returns the parcel, and a promise of the digests, which may take longer.
 */
export const sealFile = async (
  thread: Thread,
  id: string,
  { blob, ...plain }: Plain,
  spec: SealSpec,
  fileName: 'opaque' | 'original',
  job: Job,
  mayBeFile = false,
): Promise<{ parcel: Parcel; digests: Promise<Digests> }> => {
  const recipients = Object.freeze(await recipientsOf(spec))
  const keys = await keysOf(spec)
  const file = { name: id, headBytes: headSize(spec) }
  const call = thread.call('seal', { blob, plain, spec, keys, ...(mayBeFile && { file }) }, job)
  const answer = await call.finally(() => {
    for (const one of keys) if (!(one instanceof Uint8Array)) one.key.fill(0)
  })
  const sealed = await wrapped(await checkedAnswer(answer, { blob, cuts: plain.cuts }, spec), spec)
  const parcel = {
    id,
    key: crypto.randomUUID(),
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
