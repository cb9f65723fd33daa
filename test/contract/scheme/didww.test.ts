import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backgroundJob } from '../../../src/core/abort.ts'
import type { Plain, SealSpec } from '../../../src/core/contracts.ts'
import { didwwScheme } from '../../../src/seal/schemes/didww.ts'
import { schemeContract } from '../scheme.ts'
import { bytesOf } from '../transport.ts'

type Pair = Extract<SealSpec, { scheme: 'didww' }>['publicKeys']

const generate = (bits: number): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey(
    {
      name: 'RSA-OAEP',
      modulusLength: bits,
      publicExponent: new Uint8Array([1, 0, 1]),
      hash: 'SHA-256',
    },
    true,
    ['encrypt', 'decrypt'],
  )

const pemOf = async ({ publicKey }: CryptoKeyPair): Promise<string> => {
  const der = new Uint8Array(await crypto.subtle.exportKey('spki', publicKey))
  return `-----BEGIN PUBLIC KEY-----\n${btoa(String.fromCharCode(...der))}\n-----END PUBLIC KEY-----\n`
}

// Two sizes, so that a block's length is read from its key and nowhere else.
const keys = Promise.all([generate(2048), generate(3072)])
const publicKeys = async (): Promise<Pair> => {
  const [a, b] = await keys
  return [await pemOf(a), await pemOf(b)]
}

/** The recipient's side in one shot, with either key; it knows nothing of slices. */
const openWith = async (
  which: 0 | 1,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> => {
  const block = which === 0 ? sealed.slice(0, 256) : sealed.slice(256, 640)
  const { privateKey } = (await keys)[which]
  const secret = new Uint8Array(
    await crypto.subtle.decrypt({ name: 'RSA-OAEP' }, privateKey, block),
  )
  expect(secret.length).toBe(48)
  const key = await crypto.subtle.importKey('raw', secret.slice(0, 32), 'AES-CBC', false, [
    'decrypt',
  ])
  const algorithm = { name: 'AES-CBC', iv: secret.slice(32) }
  return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, sealed.slice(640)))
}

schemeContract(
  {
    scheme: didwwScheme,
    spec: async () => ({ scheme: 'didww', publicKeys: await publicKeys() }),
    async open(sealed) {
      const [withA, withB] = await Promise.all([openWith(0, sealed), openWith(1, sealed)])
      // Not toEqual: it takes seconds over megabytes.
      expect(withA.every((byte, at) => byte === withB[at])).toBe(true)
      expect(withA.length).toBe(withB.length)
      return withA
    },
  },
  { describe, it, beforeAll, afterAll },
)

describe('didww’s seal', () => {
  const plain: Plain = {
    blob: new Blob([bytesOf(10)]),
    name: 'a.pdf',
    type: 'application/pdf',
    remarks: [],
  }

  it('names the fingerprint of the keys it sealed for, A first', async () => {
    const pair = await publicKeys()
    const { facts } = await didwwScheme.seal(
      plain,
      { scheme: 'didww', publicKeys: pair },
      backgroundJob,
    )
    const sha1 = async (pem: string): Promise<string> => {
      const der = Uint8Array.from(atob(pem.split('\n')[1] ?? ''), c => c.charCodeAt(0))
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', der))
      return [...digest].map(byte => byte.toString(16).padStart(2, '0')).join('')
    }
    expect(facts.fingerprint).toBe(`${await sha1(pair[0])}:::${await sha1(pair[1])}`)
  })

  it('refuses keys it cannot trust, and gives nothing back', async () => {
    const [a] = await publicKeys()
    const weak = await pemOf(await generate(1024))
    for (const pair of [
      [a, a],
      [a, weak],
      [a, 'garbage'],
      ['', ''],
    ] satisfies Pair[])
      await expect(
        didwwScheme.seal(plain, { scheme: 'didww', publicKeys: pair }, backgroundJob),
      ).rejects.toMatchObject({ code: 'keys-untrusted' })
  })
})
