import { generateKeySet as generate, type KeySet } from '../../src/sandbox/keys.ts'

export { generateCurveKey, generatePair, pemOf } from '../../src/sandbox/keys.ts'

/** Made once: to make such keys takes longer than a thousand stories. */
const BITS = 2048
export const keySets: readonly KeySet[] = await Promise.all([1, 2, 3].map(() => generate(BITS)))
let used = 0

/** In place of the sandbox's own: the next of the keys that are there. */
export const generateKeySet = async (): Promise<KeySet> => {
  const next = keySets[used++ % keySets.length]
  if (!next) throw new Error('There are no keys.')
  return next
}
