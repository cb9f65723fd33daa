import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backgroundJob } from '../../../src/core/abort.ts'
import type { Plain } from '../../../src/core/contracts.ts'
import { backend, native, noble } from '../../../src/seal/schemes/age/aead.ts'
import { ageScheme } from '../../age/scheme.ts'
import { schemeContract } from '../scheme.ts'
import { bytesOf } from '../transport.ts'

const identities = Promise.all([generateIdentity(), generateIdentity(), generateIdentity()])
const recipients = async (count: number): Promise<string[]> =>
  Promise.all((await identities).slice(0, count).map(identityToRecipient))

/** By age's author's own library, with one of the identities. */
const openWith = async (which: number, sealed: Uint8Array): Promise<Uint8Array> => {
  const decrypter = new Decrypter()
  decrypter.addIdentity((await identities)[which] ?? '')
  return decrypter.decrypt(sealed)
}

for (const count of [1, 3])
  schemeContract(
    {
      scheme: ageScheme,
      spec: async () => ({ scheme: 'age', recipients: await recipients(count) }),
      open: sealed => openWith(count - 1, sealed),
    },
    {
      describe: (name, body) => describe(`${name}, ${count} recipients`, body),
      it,
      beforeAll,
      afterAll,
    },
  )

describe('age’s seal', () => {
  const plain: Plain = {
    blob: new Blob([bytesOf(10)]),
    name: 'a.pdf',
    type: 'application/pdf',
    remarks: [],
  }

  it('is the browser’s own cipher here, and JavaScript gives the same bytes', async () => {
    expect(await backend()).toBe(native)
    for (const size of [0, 1, 65_535, 65_536]) {
      const [a, b] = await Promise.all(
        [native, noble].map(async make =>
          (await make(bytesOf(32, 7)))(bytesOf(12, 8), bytesOf(size)),
        ),
      )
      expect(a?.length).toBe(size + 16)
      expect(a?.every((byte, at) => byte === b?.[at])).toBe(true)
    }
  })

  it.each([
    ['none', [], 'no-recipient'],
    ['an empty one', [''], 'bad-recipient'],
    ['a wrong letter', ['age1wrong'], 'bad-recipient'],
    ['a secret key', ['AGE-SECRET-KEY-1QQQQ'], 'bad-recipient'],
  ])('refuses recipients: %s', async (_, given, code) => {
    await expect(
      ageScheme.seal(plain, { scheme: 'age', recipients: given }, backgroundJob),
    ).rejects.toMatchObject({ code })
  })
})
