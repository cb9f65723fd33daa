import { createECDH, ECDH } from 'node:crypto'
import { readRecipient } from '../../../src/core/recipient.ts'
import { age, checkSeal } from '../../../src/seal/choice.ts'
import { checkWriting, readSeal } from '../../../src/seal/named.ts'
import { identityText, toBech32, toBech32Values } from '../../age/bech32.ts'
import { type Bytes, changeBytes, changeText, hostileText } from '../mutate.ts'
import { expect, outcomeOf, type Target } from '../target.ts'

/** Made for these tests; the keys that belong to them are nobody's. */
const CLASSIC = 'age1gde3ncmahlqd9gg50tanl99r960llztrhfapnmx853s4tjum03uqfssgdh'
const PRIME = 2n ** 255n - 19n
const LOW_ORDER: readonly bigint[] = [
  0n,
  1n,
  PRIME - 1n,
  325606250916557431795983626356110631294008115727848805560023387167927233504n,
  39382357235489614581723060781553021112529911719440698176882885853963445705823n,
]

/** Little-endian. */
const numberOf = (key: Uint8Array): bigint =>
  BigInt(`0x${Buffer.from(key).reverse().toString('hex') || '0'}`)
const bytesOf = (value: bigint): Bytes =>
  new Uint8Array(Buffer.from(value.toString(16).padStart(64, '0'), 'hex').reverse())

const isGood = (key: Uint8Array): boolean => {
  const value = numberOf(key)
  return value < PRIME && !LOW_ORDER.includes(value)
}

/** Behind ML-KEM's part, where there is one, a point that OpenSSL takes. */
const isPoint = (key: Uint8Array): boolean => {
  try {
    ECDH.convertKey(key.length === 33 ? key : key.subarray(1184), 'prime256v1')
    return true
  } catch {
    return false
  }
}

const PREFIX = {
  X25519: 'age',
  mlkem768x25519: 'age1pq',
  p256tag: 'age1tag',
  mlkem768p256tag: 'age1tagpq',
} as const

const PREFIXES = [
  'age',
  'age',
  'age',
  'age1pq',
  'AGE',
  'ag',
  'age1',
  'age-secret-key-',
  'age1tag',
  'age1tagpq',
  '',
]

export const recipients: Target<readonly string[]> = {
  name: 'recipients',
  make(chance) {
    const point = (): Bytes => {
      switch (chance.int(5)) {
        case 0:
          return bytesOf(PRIME + BigInt(chance.int(19)) - BigInt(chance.int(3)))
        case 1:
          return bytesOf(chance.pick(LOW_ORDER))
        case 2:
          return bytesOf(chance.pick(LOW_ORDER) + (chance.isOneIn(2) ? PRIME : 2n ** 255n))
        case 3:
          return new Uint8Array(32).fill(chance.pick([0, 0xff, 0x80, 1]))
        default:
          return chance.bytes(32)
      }
    }
    const hybrid = (): Bytes => {
      const bytes = chance.bytes(1216)
      // Three bytes hold two coefficients of 12 bits: small ones are below the modulus.
      if (!chance.isOneIn(3)) for (let at = 1; at < 1152; at += 3) bytes[at] = 0
      if (!chance.isOneIn(3)) for (let at = 2; at < 1152; at += 3) bytes[at] = 9
      bytes.set(point(), 1184)
      return bytes
    }
    const onCurve = (): Bytes => {
      const curve = createECDH('prime256v1')
      curve.setPrivateKey(chance.bytes(32).with(0, 1))
      return new Uint8Array(curve.getPublicKey(null, chance.pick(['compressed', 'uncompressed'])))
    }
    const p256 = (): Bytes =>
      chance.isOneIn(2)
        ? onCurve()
        : chance.isOneIn(2)
          ? changeBytes(onCurve(), chance)
          : new Uint8Array([chance.pick([2, 3, 4]), ...chance.bytes(32)])
    const tagged = (): string =>
      chance.isOneIn(2)
        ? toBech32('age1tag', p256())
        : toBech32('age1tagpq', Uint8Array.from([...hybrid().slice(0, 1184), ...p256()]))
    const one = (): string => {
      switch (chance.int(9)) {
        case 0:
          return CLASSIC
        case 1:
          return toBech32('age', point())
        case 2:
          return toBech32('age1pq', hybrid())
        case 3:
          return toBech32(chance.pick(PREFIXES), changeBytes(point(), chance))
        case 4:
          return changeText(CLASSIC, chance)
        case 5: // padding that is not zero, or too long
          return toBech32Values(
            'age',
            Array.from(chance.bytes(50 + chance.int(6)), byte => byte & 31),
          )
        case 6:
        case 7:
          return tagged()
        default:
          return chance.isOneIn(4) ? identityText(point()) : hostileText(chance)
      }
    }
    return Array.from({ length: 1 + chance.int(3) }, one)
  },
  async judge(list) {
    for (const text of list) {
      const outcome = await outcomeOf(() => readRecipient(text))
      if ('error' in outcome) {
        const { code, message } = outcome.error
        expect(code === 'bad-recipient', `the code is ${code}`)
        expect(text !== CLASSIC, 'A good recipient is refused.')
        expect(text.length < 12 || !message.includes(text.slice(-12)), 'The message repeats it.')
        continue
      }
      const { type, key } = outcome.value
      expect(toBech32(PREFIX[type], key) === text, 'Written again, it is another recipient.')
      const isTaken = type.endsWith('tag') ? isPoint(key) : isGood(key.subarray(-32))
      expect(isTaken, `Taken: ${Buffer.from(key.subarray(-65)).toString('hex')}`)
      expect(
        (await outcomeOf(() => checkWriting({ scheme: 'age', recipients: [text] }))) !== undefined,
        '',
      )
    }
    const made = await outcomeOf(() => age(...list))
    const named = await outcomeOf(() => checkSeal(readSeal('age', list)))
    expect('error' in made === 'error' in named, 'age() and seal="age" disagree.')
    const early = await outcomeOf(() => checkWriting(readSeal('age', list)))
    expect('error' in made || 'value' in early, 'The element refuses what age() takes.')
  },
}
