import { Decrypter, generateHybridIdentity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRecipients } from '../../../src/core/recipient.ts'
import { KEMS, native, xWing } from '../../../src/seal/kem/encapsulate.ts'
import { type KemRecipient, shareFor } from '../../../src/seal/kem/kem.ts'
import { ageScheme } from '../../age/scheme.ts'
import { schemeContract } from '../scheme.ts'

const identities = Promise.all([generateHybridIdentity(), generateHybridIdentity()])
const recipients = async (count: number): Promise<string[]> =>
  Promise.all((await identities).slice(0, count).map(identityToRecipient))

const kemRecipients = (texts: readonly string[]) =>
  readRecipients(texts).map(([, recipient]) => recipient as KemRecipient)

/** By age's author's own library, with one of the identities. */
const openWith = async (which: number, sealed: Uint8Array): Promise<Uint8Array> => {
  const decrypter = new Decrypter()
  decrypter.addIdentity((await identities)[which] ?? '')
  return decrypter.decrypt(sealed)
}

const { encapsulate } = KEMS.mlkem768x25519
const makers = {
  'the browser': native,
  'ML-KEM in JavaScript': xWing,
  'whichever there is': encapsulate,
}

for (const [maker, by] of Object.entries(makers))
  schemeContract(
    {
      scheme: ageScheme,
      spec: async () => {
        const texts = await recipients(2)
        const keys = await Promise.all(kemRecipients(texts).map(one => shareFor(one, by)))
        return { scheme: 'age', recipients: texts, keys }
      },
      open: sealed => openWith(1, sealed),
    },
    {
      describe: (name, body) => describe(`${name}, post-quantum, its secrets by ${maker}`, body),
      it,
      beforeAll,
      afterAll,
    },
  )

describe('a post-quantum recipient', () => {
  it('gets a new secret every time', async () => {
    for (const { key } of kemRecipients(await recipients(1)))
      for (const make of [native, xWing]) {
        const [a, b] = await Promise.all([make(key), make(key)])
        expect(a?.secret).toHaveLength(32)
        expect(a?.ciphertext).toHaveLength(1120)
        expect(a?.secret).not.toEqual(b?.secret)
      }
  })
})
