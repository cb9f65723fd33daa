import { Decrypter, generateHybridIdentity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backgroundJob } from '../../../src/core/abort.ts'
import { readRecipients } from '../../../src/core/recipient.ts'
import { encapsulate, native, noble, sharesFor } from '../../../src/seal/kem/kem.ts'
import { ageScheme } from '../../age/scheme.ts'
import { schemeContract } from '../scheme.ts'
import { bytesOf } from '../transport.ts'

const identities = Promise.all([generateHybridIdentity(), generateHybridIdentity()])
const recipients = async (count: number): Promise<string[]> =>
  Promise.all((await identities).slice(0, count).map(identityToRecipient))

const keysOf = (texts: readonly string[]) => readRecipients(texts).map(([, { key }]) => key)

/** By age's author's own library, with one of the identities. */
const openWith = async (which: number, sealed: Uint8Array): Promise<Uint8Array> => {
  const decrypter = new Decrypter()
  decrypter.addIdentity((await identities)[which] ?? '')
  return decrypter.decrypt(sealed)
}

const makers = { 'the browser': native, JavaScript: noble, 'whichever there is': encapsulate }

for (const [maker, by] of Object.entries(makers))
  schemeContract(
    {
      scheme: ageScheme,
      spec: async () => {
        const texts = await recipients(2)
        return { scheme: 'age', recipients: texts, shares: await sharesFor(keysOf(texts), by) }
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
    const [key = bytesOf(0)] = keysOf(await recipients(1))
    for (const make of [native, noble]) {
      const [a, b] = await Promise.all([make(key), make(key)])
      expect(a?.secret).toHaveLength(32)
      expect(a?.ciphertext).toHaveLength(1120)
      expect(a?.secret).not.toEqual(b?.secret)
    }
  })

  it('without a share is not sealed for', async () => {
    const plain = { blob: new Blob(['a']), name: 'a.pdf', type: 'application/pdf', remarks: [] }
    const spec = { scheme: 'age', recipients: await recipients(1) } as const
    await expect(ageScheme.seal(plain, spec, backgroundJob)).rejects.toThrow('share')
  })
})
