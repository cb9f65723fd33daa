import { createECDH, ECDH } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { wholePoint } from '../../src/core/p256.ts'
import { pseudoRandom } from './pseudo-random.ts'

const CURVE = 'prime256v1'

/** What OpenSSL makes of it. */
const byOpenssl = (bytes: Uint8Array): string | undefined => {
  try {
    const whole = ECDH.convertKey(bytes, CURVE, undefined, undefined, 'uncompressed')
    return Buffer.from(whole as Uint8Array).toString('hex')
  } catch {
    return undefined
  }
}
const byUs = (bytes: Uint8Array): string | undefined => {
  const whole = wholePoint(bytes)
  return whole && Buffer.from(whole).toString('hex')
}

describe('a point of P-256', () => {
  it('is made whole as OpenSSL does it, from both of its forms', () => {
    for (let at = 0; at < 100; at++) {
      const pair = createECDH(CURVE)
      pair.setPrivateKey(pseudoRandom(32, at).with(0, 1))
      const whole = pair.getPublicKey()
      for (const form of [whole, pair.getPublicKey(null, 'compressed')])
        expect(byUs(form)).toBe(whole.toString('hex'))
    }
  })

  it('is told from what is none as OpenSSL tells it', () => {
    let points = 0
    for (let at = 0; at < 300; at++) {
      const bytes = pseudoRandom(33, 7000 + at).with(0, 2 + (at % 2))
      expect(byUs(bytes), `number ${at}`).toBe(byOpenssl(bytes))
      if (byUs(bytes)) points++
    }
    // Half of all numbers have a root.
    expect(points).toBeGreaterThan(100)
    expect(points).toBeLessThan(200)
  })

  const P = Buffer.from('ffffffff00000001000000000000000000000000ffffffffffffffffffffffff', 'hex')
  it.each([
    ['nothing', ''],
    ['the point at infinity', '00'],
    ['the prime itself', `02${P.toString('hex')}`],
    ['a number beyond the prime', `03${'ff'.repeat(32)}`],
    ['another form', `05${'11'.repeat(32)}`],
    ['whole, 0 and 0', `04${'00'.repeat(64)}`],
    ['whole, the prime and 0', `04${P.toString('hex')}${'00'.repeat(32)}`],
    ['a byte more', `02${'00'.repeat(33)}`],
    ['a byte less', `02${'00'.repeat(31)}`],
  ])('is not: %s', (_, text) => {
    const bytes = new Uint8Array(Buffer.from(text, 'hex'))
    expect(wholePoint(bytes)).toBeUndefined()
  })

  it('that is whole and off the curve by one bit is none', () => {
    const whole = createECDH(CURVE).generateKeys()
    for (let bit = 8; bit < 8 * whole.length; bit++) {
      const bytes = Uint8Array.from(whole)
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(wholePoint(bytes), `bit ${bit}`).toBeUndefined()
    }
  })
})
