import { createPublicKey, type KeyObject } from 'node:crypto'
import { backgroundJob } from '../../../src/core/abort.ts'
import { asSealDropError } from '../../../src/core/errors.ts'
import { importKeyPair } from '../../../src/core/rsa.ts'
import { didwwScheme } from '../../../src/seal/schemes/didww.ts'
import { sealedSize } from '../../../src/seal/size.ts'
import { type Chance, createChance, drawsOf } from '../chance.ts'
import { type Bytes, changeBytes, changeText, join } from '../mutate.ts'
import { expect, outcomeOf, type Target } from '../target.ts'

type Pems = readonly string[]

/** One value of ASN.1: either its bytes, or the values in it. */
interface Tlv {
  readonly tag: number
  readonly body: Bytes | readonly Tlv[]
  /** How its length is written, where not as it should be. */
  readonly length?: Bytes
}

/** Big-endian, as short as it can be. */
const digitsOf = (value: number): Bytes => {
  const hex = value.toString(16)
  return new Uint8Array(Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex'))
}
const lengthOf = (count: number): Bytes => {
  if (count < 128) return Uint8Array.of(count)
  const digits = digitsOf(count)
  return join(Uint8Array.of(0x80 | digits.length), digits)
}
const written = ({ tag, body, length }: Tlv): Bytes => {
  const content = body instanceof Uint8Array ? body : join(...body.map(written))
  return join(Uint8Array.of(tag), length ?? lengthOf(content.length), content)
}

const RSA = Uint8Array.from(Buffer.from('2a864886f70d010101', 'hex'))
const OIDS = ['2a864886f70d010101', '2a864886f70d01010a', '2a8648ce3d0201', '2b6570', '00', '']

const modulusOf = (chance: Chance): Bytes => {
  const bytes = chance.pick([256, 256, 257, 255, 128, 512, 0, 1, 2048, 2049])
  const digits = chance.bytes(bytes)
  if (bytes > 0) digits[0] = (digits[0] ?? 0) | (chance.isOneIn(4) ? 0 : 0x80)
  if (bytes > 0 && !chance.isOneIn(5)) digits[bytes - 1] = (digits[bytes - 1] ?? 0) | 1
  const zeros = chance.pick([1, 1, 1, 0, 2, 9])
  return join(new Uint8Array(zeros), digits)
}
const exponentOf = (chance: Chance): Bytes =>
  chance.pick([
    Uint8Array.of(1, 0, 1),
    Uint8Array.of(3),
    Uint8Array.of(1),
    Uint8Array.of(0),
    Uint8Array.of(2),
    Uint8Array.of(4),
    Uint8Array.of(0, 0, 3),
    Uint8Array.of(),
    Uint8Array.of(0x81),
    chance.bytes(8),
    chance.bytes(32),
  ])

/** A SubjectPublicKeyInfo that may be one, or nearly. */
const keyInfo = (chance: Chance): Bytes => {
  const odd = (tag: number, body: Tlv['body']): Tlv => ({
    tag: chance.isOneIn(40) ? chance.int(256) : tag,
    body,
    ...(chance.isOneIn(40) && { length: chance.bytes(1 + chance.int(6)) }),
  })
  const oid = chance.isOneIn(10) ? Uint8Array.from(Buffer.from(chance.pick(OIDS), 'hex')) : RSA
  const inner = written(odd(0x30, [odd(0x02, modulusOf(chance)), odd(0x02, exponentOf(chance))]))
  const bits = join(Uint8Array.of(chance.isOneIn(30) ? chance.int(9) : 0), inner)
  const parameters = chance.isOneIn(10) ? [] : [odd(0x05, new Uint8Array(0))]
  const whole = written(odd(0x30, [odd(0x30, [odd(0x06, oid), ...parameters]), odd(0x03, bits)]))
  return chance.isOneIn(10) ? changeBytes(whole, chance) : whole
}

const derOfPem = (pem: string): Bytes =>
  new Uint8Array(Buffer.from(pem.replace(/-----[^-]*-----/g, ''), 'base64'))

const pemText = (der: Uint8Array, chance: Chance): string => {
  const label = chance.pick(['PUBLIC KEY', 'PUBLIC KEY', 'RSA PUBLIC KEY', 'CERTIFICATE', ''])
  const body = Buffer.from(der).toString('base64')
  const lines = chance.isOneIn(3) ? body : (body.match(/.{1,64}/g) ?? []).join('\n')
  return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`
}

/** Good ones as far as anybody can tell from outside: that their modulus has two prime factors shows nowhere. */
const goodPems = [1, 2, 3, 4].map(seed => {
  const chance = createChance(drawsOf(seed, 'good keys', 0))
  const modulus = chance.bytes(256 + (seed % 2) * 256)
  modulus[0] = (modulus[0] ?? 0) | 0x80
  modulus[modulus.length - 1] = (modulus.at(-1) ?? 0) | 1
  const numbers = [join(Uint8Array.of(0), modulus), Uint8Array.of(1, 0, 1)]
  const inner = written({ tag: 0x30, body: numbers.map(body => ({ tag: 0x02, body })) })
  const kind = {
    tag: 0x30,
    body: [
      { tag: 0x06, body: RSA },
      { tag: 0x05, body: join() },
    ],
  }
  const bits = { tag: 0x03, body: join(Uint8Array.of(0), inner) }
  const body = Buffer.from(written({ tag: 0x30, body: [kind, bits] })).toString('base64')
  return `-----BEGIN PUBLIC KEY-----\n${(body.match(/.{1,64}/g) ?? []).join('\n')}\n-----END PUBLIC KEY-----\n`
})

const keyOf = (pem: string): KeyObject | undefined => {
  try {
    return createPublicKey({ key: Buffer.from(derOfPem(pem)), format: 'der', type: 'spki' })
  } catch {
    return undefined
  }
}

/** DIDWW's keys, as a server could send them. */
export const pem: Target<Pems> = {
  name: 'pem',
  make(chance) {
    const good = (): string => chance.pick(goodPems)
    const one = (): string => {
      switch (chance.int(5)) {
        case 0:
          return pemText(keyInfo(chance), chance)
        case 1:
          return pemText(changeBytes(derOfPem(good()), chance), chance)
        case 2:
          return changeText(good(), chance)
        case 3:
          return pemText(derOfPem(good()), chance)
        default:
          return pemText(keyInfo(chance), chance)
      }
    }
    const pair = chance.isOneIn(3) ? [one(), one()] : [good(), one()]
    return chance.isOneIn(40) ? [...pair, one()].slice(chance.int(3)) : pair
  },
  async judge(pems) {
    const outcome = await outcomeOf(() => importKeyPair(pems))
    const [a = '', b = ''] = pems
    if ('error' in outcome) {
      expect(outcome.error.code === 'keys-untrusted', `the code is ${outcome.error.code}`)
      const areGood = pems.length === 2 && pems.every(one => goodPems.includes(one))
      expect(a === b || !areGood, 'Two good keys are refused.')
      return
    }
    for (const one of [a, b]) {
      const { modulusLength = 0, publicExponent = 0n } = keyOf(one)?.asymmetricKeyDetails ?? {}
      expect(modulusLength >= 2048 && modulusLength <= 16_384, `taken: ${modulusLength} bits`)
      expect(publicExponent > 1n && publicExponent % 2n === 1n, `taken: exponent ${publicExponent}`)
    }
    const spec = { scheme: 'didww', publicKeys: [a, b] } as const
    const plain = { blob: new Blob(['%PDF']), name: 'a.pdf', type: 'application/pdf', remarks: [] }
    const sealed = await outcomeOf(() =>
      // As the worker tells it to the page (`src/thread/serve.ts`).
      didwwScheme.seal(plain, spec, backgroundJob).catch((thrown: unknown) => {
        throw asSealDropError(thrown, 'seal-failed', 'The worker failed.')
      }),
    )
    if ('error' in sealed) return
    await sealed.value.digests
    const [size, foretold] = [sealed.value.body.size, sealedSize(4, spec)]
    expect(size === foretold, `Sealed it has ${size} bytes, and ${foretold} were foretold.`)
  },
}
