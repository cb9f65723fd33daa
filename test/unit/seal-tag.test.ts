import { Encrypter } from 'age-encryption'
import { describe, expect, it } from 'vitest'
import { backgroundJob } from '../../src/core/abort.ts'
import { hex } from '../../src/core/bytes.ts'
import type { KemShare } from '../../src/core/contracts.ts'
import { readRecipient } from '../../src/core/recipient.ts'
import { generateIdentity, type Identity, open, recipientOf } from '../../src/open/index.ts'
import { wrapKeyFor } from '../../src/seal/kem/kem.ts'
import { sealedSize } from '../../src/seal/size.ts'
import { CARD, createCard } from '../age/card.ts'
import { bytesOf } from '../age/forge.ts'
import { ageScheme } from '../age/scheme.ts'
import { turnsOf } from '../turns.ts'
import { pseudoRandom } from './pseudo-random.ts'

const other = createCard('another')
const identity = await generateIdentity()
const classic = await recipientOf(identity)
const hybridIdentity = await generateIdentity({ postQuantum: true })
const hybrid = await recipientOf(hybridIdentity)

const asIdentity = ({ fileKeyIn }: typeof CARD): Identity => ({
  unwrapFileKey: async stanzas => fileKeyIn(stanzas),
})

it('the played key has the recipients that filippo.io/age publishes for it', () => {
  expect(CARD.classic).toBe('age1tag1qwe0kafsjrar4txm6heqnhpfuggzr0gvznz7fvygxrlq90u5mq2pysxtw6h')
  expect(CARD.hybrid).toMatch(
    /^age1tagpq14h4z7cks9sxftfc8tq4xektt4854ur9.*fd5quw79ljg3q5nvs6ggmm4gkc$/,
  )
})

const lists: readonly (readonly [string, readonly string[]])[] = [
  ['one', [CARD.classic]],
  ['one beside another key’s and a classic one', [other.classic, classic, CARD.classic]],
  ['a post-quantum one', [CARD.hybrid]],
  ['a post-quantum one beside others', [hybrid, other.hybrid, CARD.hybrid]],
]

/** For each of the lists. */
const FILES = turnsOf(250)

describe.each(lists)('a recipient in hardware, %s,', { timeout: 120_000 }, (_, recipients) => {
  it(`opens what is sealed for it, with name and hash restored: ${FILES} files`, async () => {
    for (let file = 0; file < FILES; file++) {
      const original = pseudoRandom(file < 5 ? file : (file * file * 37) % 3000, file)
      const plain = { blob: new Blob([original]), name: `n${file}.pdf`, type: 'application/pdf' }
      const spec = { scheme: 'age', recipients } as const
      const { body } = await ageScheme.seal({ ...plain, remarks: [] }, spec, backgroundJob)
      expect(body.size).toBe(sealedSize(original.length, spec))
      const opened = await open(body, asIdentity(CARD))
      expect([opened.file.name, opened.intact]).toEqual([plain.name, true])
      expect(Buffer.from(await bytesOf(opened.file)).equals(original)).toBe(true)
    }
  })

  it('opens what age’s own library seals for it', async () => {
    for (let file = 0; file < 25; file++) {
      const original = pseudoRandom(file * 97, file)
      const encrypter = new Encrypter()
      for (const one of recipients) encrypter.addRecipient(one)
      const sealed = await encrypter.encrypt(original)
      const opened = await open(new Blob([new Uint8Array(sealed)]), asIdentity(CARD))
      expect(Buffer.from(await bytesOf(opened.file)).equals(original)).toBe(true)
    }
  })
})

it.each([CARD.classic, CARD.hybrid])('gets a fresh key for each file: %.9s…', async recipient => {
  const one = readRecipient(recipient)
  const made = await Promise.all(Array.from({ length: 20 }, () => wrapKeyFor(one)))
  const shares = made.filter((key): key is KemShare => !(key instanceof Uint8Array))
  for (const part of [({ args }: KemShare) => args[1], ({ args }: KemShare) => args[2]])
    expect(new Set(shares.map(part)).size).toBe(20)
  expect(new Set(shares.map(({ key }) => hex(key))).size).toBe(20)
})
