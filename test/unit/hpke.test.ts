import { createECDH } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ml_kem768_p256, ml_kem768_x25519 } from '@noble/post-quantum/hybrid.js'
import { describe, expect, it } from 'vitest'
import { fromHex, hex } from '../../src/core/bytes.ts'
import { dhkem, hybrid, KEMS, xWing } from '../../src/seal/kem/encapsulate.ts'
import { keySchedule } from '../../src/seal/kem/hpke.ts'

const file = join(import.meta.dirname, '..', 'vectors', 'hpke', 'vectors.json')
const vectors: Readonly<Record<string, Readonly<Record<string, string>>>> = JSON.parse(
  readFileSync(file, 'utf8'),
)
const bytesOf = (vector: string, field: string): Uint8Array<ArrayBuffer> =>
  fromHex(vectors[vector]?.[field] ?? '')

const DHKEM = 'DHKEM(P-256, HKDF-SHA256)'
const ECDH = { name: 'ECDH', namedCurve: 'P-256' }

/** A key pair of this private key, for WebCrypto. */
const pairOf = async (scalar: Uint8Array): Promise<CryptoKeyPair> => {
  const curve = createECDH('prime256v1')
  curve.setPrivateKey(scalar)
  const [x, y] = [curve.getPublicKey().subarray(1, 33), curve.getPublicKey().subarray(33)]
  const url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
  const jwk = { kty: 'EC', crv: 'P-256', x: url(x), y: url(y) }
  const { subtle } = crypto
  return {
    privateKey: await subtle.importKey('jwk', { ...jwk, d: url(scalar) }, ECDH, false, [
      'deriveBits',
    ]),
    publicKey: await subtle.importKey('jwk', jwk, ECDH, true, []),
  }
}

describe('HPKE as published', () => {
  it('encapsulates to a compressed point of P-256 (RFC 9180, A.5.1)', async () => {
    const whole = bytesOf(DHKEM, 'pkRm')
    const key = Uint8Array.from([2 + ((whole.at(-1) ?? 0) & 1), ...whole.subarray(1, 33)])
    const made = await dhkem(key, await pairOf(bytesOf(DHKEM, 'skEm')))
    expect(hex(made.ciphertext)).toBe(vectors[DHKEM]?.enc)
    expect(hex(made.secret)).toBe(vectors[DHKEM]?.shared_secret)
  })

  it.each([
    ['p256tag', DHKEM],
    ['mlkem768x25519', 'MLKEM768-X25519'],
  ] as const)('derives key and nonce: %s', async (type, name) => {
    const secret = bytesOf(name, 'shared_secret')
    const { key, nonce } = await keySchedule(KEMS[type].id, secret, bytesOf(name, 'info'))
    expect([hex(key), hex(nonce)]).toEqual([vectors[name]?.key, vectors[name]?.base_nonce])
  })

  it.each([
    ['MLKEM768-P256', ml_kem768_p256, KEMS.mlkem768p256tag.encapsulate],
    ['MLKEM768-X25519', ml_kem768_x25519, xWing],
  ] as const)('agrees with a KEM that agrees with the vectors: %s', async (name, kem, ours) => {
    const { secretKey, publicKey } = kem.keygen(bytesOf(name, 'skRm'))
    expect(hex(publicKey)).toBe(vectors[name]?.pkRm)
    expect(hex(kem.decapsulate(bytesOf(name, 'enc'), secretKey))).toBe(vectors[name]?.shared_secret)
    for (let round = 0; round < 10; round++) {
      const { ciphertext, secret } = await ours(new Uint8Array(publicKey))
      expect(hex(kem.decapsulate(ciphertext, secretKey))).toBe(hex(secret))
    }
  })

  it('has another secret under another label, and refuses a key that is none', async () => {
    const { secretKey, publicKey } = ml_kem768_p256.keygen(bytesOf('MLKEM768-P256', 'skRm'))
    const key = new Uint8Array(publicKey)
    const { ciphertext, secret } = await hybrid('P-256', 'MLKEM768-X25519')(key)
    expect(hex(ml_kem768_p256.decapsulate(ciphertext, secretKey))).not.toBe(hex(secret))
    await expect(
      KEMS.mlkem768p256tag.encapsulate(key.with(-1, (key.at(-1) ?? 0) ^ 1)),
    ).rejects.toThrow()
    await expect(dhkem(new Uint8Array(33).fill(255))).rejects.toThrow('no point')
  })
})
