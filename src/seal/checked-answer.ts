import type { Digests, Plain, Sealed, SealSpec } from '../core/contracts.ts'
import { sizeWithout } from '../core/cuts.ts'
import { SealDropError } from '../core/errors.ts'
import { beginsSealed } from './first-bytes.ts'
import { sealedSize } from './size.ts'

const wrong = (what: string): SealDropError =>
  new SealDropError('seal-failed', `The worker answered with ${what}: nothing was sent.`)

const SHA256 = /^[0-9a-f]{64}$/
const isSha256 = (text: unknown): boolean => typeof text === 'string' && SHA256.test(text)

const areDigests = ({ digest, bodyDigest }: Digests): boolean =>
  isSha256(digest) && (bodyDigest === undefined || isSha256(bodyDigest))

/** The worker makes an age file; the page wraps it. */
const ofWorker = (spec: SealSpec): SealSpec =>
  spec.scheme === 'age' ? { scheme: 'age', recipients: spec.recipients } : spec

/**
 * What the worker answered, believed as far as it can be checked from outside: a body of exactly the size and with the first bytes
 * that this seal has, so never the file that went in; facts that are texts; digests that are some. For `none` the body is the blob
 * that went in, whatever came back; so nothing can be cut out of it. Rejects with `seal-failed`.
 */
export const checkedAnswer = async (
  { body, facts, digests }: Sealed,
  { blob, cuts = [] }: Pick<Plain, 'blob' | 'cuts'>,
  spec: SealSpec,
): Promise<Sealed> => {
  let hasLied = false
  const checked = digests.then(said => {
    hasLied = !areDigests(said)
    if (hasLied) throw wrong('a digest that is none')
    return said
  })
  checked.catch(() => {}) // whoever needs the digests sees why there are none
  const size = sizeWithout(blob.size, cuts)
  const isPlain = spec.scheme === 'none'
  if ((isPlain && cuts.length > 0) || body.size !== sealedSize(size, ofWorker(spec)))
    throw wrong('a body of another size')
  if (!(await beginsSealed(body, { scheme: spec.scheme })))
    throw wrong('a body that does not begin as this seal does')
  if (!Object.values(facts).every(fact => typeof fact === 'string'))
    throw wrong('a fact that is no text')
  // Age's are there by now. An upload does not wait for DIDWW's: whoever needs those computes them anew.
  if (hasLied) throw wrong('a digest that is none')
  return { body: isPlain ? blob : body, facts: { ...facts }, digests: checked }
}
