import { createHash, generateKeyPair, type KeyObject, randomUUID } from 'node:crypto'
import { promisify } from 'node:util'

const generate = promisify(generateKeyPair)

/** One RSA pair. The private half lives in this process only. */
export interface KeyPair {
  readonly id: string
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
  /** Bytes of one encrypted block. */
  readonly blockBytes: number
}

/** The two keys that are valid together. */
export interface KeySet {
  readonly a: KeyPair
  readonly b: KeyPair
  /** As DIDWW writes it: SHA-1 of each key's DER, joined by three colons. */
  readonly fingerprint: string
}

export const generatePair = async (modulusLength: number): Promise<KeyPair> => ({
  id: randomUUID(),
  ...(await generate('rsa', { modulusLength })),
  blockBytes: Math.ceil(modulusLength / 8),
})

/** Side by side in the thread pool: a 4,096-bit pair takes seconds. */
export const generateKeySet = async (modulusLength: number): Promise<KeySet> => {
  const [a, b] = await Promise.all([generatePair(modulusLength), generatePair(modulusLength)])
  return { a, b, fingerprint: `${sha1(a.publicKey)}:::${sha1(b.publicKey)}` }
}

/** A key on a curve, which no RSA seal can use. */
export const generateCurveKey = async (): Promise<KeyObject> =>
  (await generate('ec', { namedCurve: 'P-256' })).publicKey

export const pemOf = (key: KeyObject): string =>
  key.export({ type: 'spki', format: 'pem' }).toString()

const sha1 = (key: KeyObject): string =>
  createHash('sha1')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
