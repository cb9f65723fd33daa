import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parsePin } from '../../src/core/pin.ts'
import { derOf, importKeyPair, keyFingerprint, modulusBytes } from '../../src/core/rsa.ts'
import { plainLimit, sealedSize } from '../../src/seal/size.ts'

const file = new URL('../vectors/didww/public_keys.json', import.meta.url)
const published: { data: { attributes: { key: string } }[] } = JSON.parse(
  readFileSync(file, 'utf8'),
)
const [keyA = '', keyB = ''] = published.data.map(({ attributes }) => attributes.key)
const FINGERPRINT =
  'ca5af2d14bee923a0a0d1687b7c77e7211a57f84:::683150ee69b4d906aa883d0ac12b0fdd79f95bcf'

const rsa = (bits: number, exponent = 65_537): string =>
  generateKeyPairSync('rsa', {
    modulusLength: bits,
    publicExponent: exponent,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).publicKey

/** The same key with another public exponent, of at most three bytes. */
const withExponent = (exponent: number): string => {
  const der = Buffer.from(derOf(usual))
  der.writeUIntBE(exponent, der.length - 3, 3)
  return der.toString('base64')
}

const small = rsa(1024)
const usual = rsa(2048)
const odd = rsa(2056)
const elliptic = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
}).publicKey
const pkcs1 = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
}).publicKey

describe('DIDWW’s keys', () => {
  it('have the published fingerprint', async () => {
    const both = await Promise.all([keyA, keyB].map(keyFingerprint))
    expect(both.join(':::')).toBe(FINGERPRINT)
  })

  it.each([
    ['CRLF line ends', (pem: string) => pem.replaceAll('\n', '\r\n')],
    ['no closing line end', (pem: string) => pem.trim()],
    ['blank lines and blanks around', (pem: string) => `\n  ${pem.replaceAll('\n', '\n\n  ')}\t`],
    ['the label RSA PUBLIC KEY', (pem: string) => pem.replaceAll('PUBLIC', 'RSA PUBLIC')],
    ['no marker lines', (pem: string) => pem.replace(/-----.*?-----/g, '')],
    ['all in one line', (pem: string) => pem.replaceAll('\n', '')],
  ])('are read the same with %s', async (_, spoil) => {
    expect(await keyFingerprint(spoil(keyA))).toBe(FINGERPRINT.slice(0, 40))
    await expect(importKeyPair([spoil(keyA), spoil(keyB)])).resolves.toHaveLength(2)
  })

  it('are taken with any odd exponent from 3 on', async () => {
    for (const exponent of [3, 17, 65_537, 65_539])
      await expect(importKeyPair([keyA, withExponent(exponent)])).resolves.toHaveLength(2)
  })

  it.each([
    ['none', []],
    ['one', [keyA]],
    ['three', [keyA, keyB, usual]],
    ['equal ones', [keyA, keyA]],
    ['equal ones, spelt differently', [keyA, keyA.replaceAll('\n', '\r\n')]],
    ['garbage', ['not a key', keyB]],
    ['base64 of nothing', [keyA, '-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----']],
    ['an elliptic curve’s', [elliptic, keyB]],
    ['1,024 bits', [keyA, small]],
    ['the exponent 0', [keyA, withExponent(0)]],
    ['the exponent 1', [keyA, withExponent(1)]],
    ['the exponent 2', [keyA, withExponent(2)]],
    ['an even exponent', [keyA, withExponent(65_536)]],
    ['PKCS #1 instead of SPKI', [pkcs1, keyB]],
    ['a cut one', [keyA, keyB.slice(0, 300)]],
  ])('are not trusted: %s', async (_, keys) => {
    await expect(importKeyPair(keys)).rejects.toMatchObject({
      name: 'SealDropError',
      code: 'keys-untrusted',
      retryable: false,
    })
  })

  it.each([
    ['4,096 bits', keyA, 512],
    ['2,048 bits', usual, 256],
    ['2,056 bits', odd, 257],
    ['1,024 bits', small, 128],
    ['an elliptic curve', elliptic, undefined],
  ])('tell the size of an RSA block before sealing: %s', (_, pem, bytes) => {
    expect(modulusBytes(derOf(pem))).toBe(bytes)
  })

  it('have no size when they are cut inside the modulus', () => {
    const der = derOf(keyA)
    const exponent = 5 // 02 03 01 00 01, the last bytes
    for (let at = 0; at < der.length - exponent; at++) {
      const spoilt = der.slice(0, at)
      expect(modulusBytes(spoilt)).toBeUndefined()
    }
  })
})

describe('a pin', () => {
  it.each([
    FINGERPRINT,
    FINGERPRINT.toUpperCase(),
    FINGERPRINT.replace(':::', ' '),
    FINGERPRINT.split(':::'),
    ` ${FINGERPRINT}, `,
  ])('is read from %s', pin => {
    expect(parsePin(pin)).toEqual(FINGERPRINT.split(':::'))
  })
  it('that is not given is none', () => expect(parsePin(undefined)).toBeUndefined())
  it.each(['', 'abc', FINGERPRINT.slice(0, 40), `${FINGERPRINT}0`, [], null, 42, {}])(
    'is refused: %s',
    pin => {
      expect(() => parsePin(pin as string)).toThrow(
        expect.objectContaining({ code: 'misconfigured' }),
      )
    },
  )
})

describe('the sealed size', () => {
  const spec = { scheme: 'didww', publicKeys: [usual, keyA] } as const
  it.each([
    [0, 16],
    [15, 16],
    [16, 32],
    [17, 32],
    [20_970_495, 20_970_496],
  ])('of %i bytes is two RSA blocks and %i bytes', (size, body) => {
    expect(sealedSize(size, { scheme: 'didww' })).toBe(1024 + body)
    expect(sealedSize(size, spec)).toBe(256 + 512 + body)
    expect(sealedSize(size, { scheme: 'none', because: 'test' })).toBe(size)
  })
  it('has an exact inverse', () => {
    expect(plainLimit(20_971_520, { scheme: 'didww' })).toBe(20_970_495)
    expect(plainLimit(20_000_000, { scheme: 'didww' })).toBe(19_998_975)
    const sizes = Array.from({ length: 4000 }, (_, index) => 1000 + index)
    for (const seal of [{ scheme: 'didww' } as const, spec]) {
      const inexact = sizes.filter(max => {
        const limit = plainLimit(max, seal)
        const fits = limit < 0 || sealedSize(limit, seal) <= max
        return !fits || sealedSize(limit + 1, seal) <= max
      })
      expect(inexact).toEqual([])
    }
    expect(plainLimit(100, { scheme: 'didww' })).toBe(-1)
  })
})
