import { createHmac } from 'node:crypto'
import { armor, Decrypter, Encrypter, webauthn } from 'age-encryption'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { toBech32 } from '../../src/core/to-bech32.ts'
import { noPasskeyAt } from '../../src/desk/webauthn.ts'
import { generateIdentity, recipientOf } from '../../src/open/index.ts'
import {
  isSealedWithPasskey,
  openWithPasskey,
  type PrfPair,
  sealWithPasskey,
} from '../../src/open/passkey.ts'
import { passkeyIdentityText, readPasskeyIdentity } from '../../src/open/passkey-identity.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** What a passkey does with an input (WebAuthn Level 3, 10.1.4), each of them with a secret of its own. */
const answerOf =
  (secret: string) =>
  (input: BufferSource): Bytes =>
    new Uint8Array(
      createHmac('sha256', secret)
        .update(new Uint8Array(input as Bytes))
        .digest(),
    )
const prfOf =
  (secret: string) =>
  async ({ first, second }: PrfPair): Promise<PrfPair> => ({
    first: answerOf(secret)(first),
    second: answerOf(secret)(second),
  })
const passkey = {
  credentialId: Uint8Array.of(1, 2, 3),
  rpId: 'desk.example',
  transports: ['internal', 'hybrid'],
}
const TEXT = '# created: today\nAGE-SECRET-KEY-1EXAMPLE\n'
const seal = (secret: string): Promise<string> =>
  sealWithPasskey(TEXT, async inputs => ({ passkey, prf: await prfOf(secret)(inputs) }))

describe('what a passkey seals', () => {
  it('opens by that passkey, and by no other', async () => {
    const sealed = new Blob([await seal('one')])
    expect(await isSealedWithPasskey(sealed)).toBe(true)
    const asked: unknown[] = []
    const text = await openWithPasskey(sealed, async (inputs, known) => {
      asked.push(known)
      return prfOf('one')(inputs)
    })
    expect(text).toBe(TEXT)
    expect(asked).toEqual([passkey])
    await expect(openWithPasskey(sealed, prfOf('another'))).rejects.toMatchObject({
      code: 'no-identity',
    })
  })

  it('says why nobody was asked, or did not answer', async () => {
    const sealed = new Blob([await seal('one')])
    const cancelled = new DOMException('no', 'NotAllowedError')
    await expect(openWithPasskey(sealed, () => Promise.reject(cancelled))).rejects.toBe(cancelled)
    await expect(sealWithPasskey(TEXT, () => Promise.reject(cancelled))).rejects.toBe(cancelled)
  })

  it('is sealed anew each time, and what the passkey answered is overwritten', async () => {
    expect(await seal('one')).not.toBe(await seal('one'))
    const answers: PrfPair[] = []
    const remembering = async (inputs: PrfPair): Promise<PrfPair> => {
      const pair = await prfOf('one')(inputs)
      answers.push(pair)
      return pair
    }
    const sealed = await sealWithPasskey(TEXT, async inputs => ({
      passkey,
      prf: await remembering(inputs),
    }))
    await openWithPasskey(new Blob([sealed]), remembering)
    expect(answers).toHaveLength(2)
    for (const { first, second } of answers)
      expect([...first, ...second].every(byte => byte === 0)).toBe(true)
  })

  it('is refused where any of its bytes is another', async () => {
    const binary = armor.decode(await seal('one'))
    for (let at = 22; at < binary.length; at += 7) {
      const changed = binary.slice()
      changed[at] = (changed[at] ?? 0) ^ 1
      await expect(openWithPasskey(new Blob([changed]), prfOf('one')), `${at}`).rejects.toThrow()
    }
    for (const length of [0, 30, binary.length - 1])
      await expect(
        openWithPasskey(new Blob([binary.slice(0, length)]), prfOf('one')),
      ).rejects.toThrow()
  })

  it('is told from what others sealed, and from what is no sealed file', async () => {
    const age = new Encrypter()
    age.addRecipient(await recipientOf(await generateIdentity()))
    const files = [await age.encrypt('x'), new TextEncoder().encode(TEXT), new Uint8Array(0)]
    for (const file of files)
      expect(await isSealedWithPasskey(new Blob([file as Bytes]))).toBe(false)
  })
})

describe('age’s own library', () => {
  const credential = (secret: string) => ({
    rawId: passkey.credentialId.buffer,
    response: { getTransports: () => passkey.transports },
    prf: answerOf(secret),
  })
  beforeEach(() => {
    const { rawId, response, prf } = credential('one')
    vi.stubGlobal('navigator', {
      credentials: {
        create: async () => ({
          rawId,
          response,
          getClientExtensionResults: () => ({ prf: { enabled: true } }),
        }),
        get: async ({ publicKey }: CredentialRequestOptions) => {
          const { first, second } = publicKey?.extensions?.prf?.eval ?? {}
          const results = first && second && { first: prf(first), second: prf(second) }
          return { getClientExtensionResults: () => ({ prf: { results } }) }
        },
      },
    })
    vi.stubGlobal('window', { origin: 'https://desk.example' })
  })
  afterEach(() => vi.unstubAllGlobals())

  it('writes a passkey’s identity in the same letters', async () => {
    const text = await webauthn.createCredential({ keyName: 'x', rpId: passkey.rpId })
    expect(passkeyIdentityText(passkey)).toBe(text)
    expect(readPasskeyIdentity(text)).toEqual(passkey)
  })

  it('opens what is sealed here', async () => {
    const decrypter = new Decrypter()
    decrypter.addIdentity(new webauthn.WebAuthnIdentity({ identity: passkeyIdentityText(passkey) }))
    expect(await decrypter.decrypt(armor.decode(await seal('one')), 'text')).toBe(TEXT)
  })

  it('seals what opens here, also where it does not say which passkey it is', async () => {
    const age = new Encrypter()
    age.addRecipient(new webauthn.WebAuthnRecipient({ rpId: passkey.rpId }))
    const sealed = new Blob([(await age.encrypt(TEXT)) as Bytes])
    expect(await isSealedWithPasskey(sealed)).toBe(true)
    const text = await openWithPasskey(sealed, async (inputs, known) => {
      expect(known).toBeUndefined()
      return prfOf('one')(inputs)
    })
    expect(text).toBe(TEXT)
  })
})

describe('a passkey’s identity', () => {
  const bytes = (maxLength: number) =>
    fc.uint8Array({ maxLength }).map(array => Uint8Array.from(array))
  it('comes back as it was, whatever it holds', () => {
    fc.assert(
      fc.property(
        bytes(1100),
        fc.string({ maxLength: 300, unit: 'grapheme' }),
        fc.array(fc.string({ maxLength: 30 }), { maxLength: 30 }),
        (credentialId, rpId, transports) => {
          const text = passkeyIdentityText({ credentialId, rpId, transports })
          expect(text).toMatch(/^AGE-PLUGIN-FIDO2PRF-1[A-Z0-9]+$/)
          expect(readPasskeyIdentity(text)).toEqual({ credentialId, rpId, transports })
        },
      ),
    )
  })

  it('is none where it was invented', () => {
    fc.assert(
      fc.property(bytes(60), items => {
        const text = toBech32('age-plugin-fido2prf-', items).toUpperCase()
        const read = readPasskeyIdentity(text)
        if (read) expect(passkeyIdentityText(read).length).toBeLessThanOrEqual(text.length)
      }),
    )
    const text = passkeyIdentityText(passkey)
    for (const wrong of ['', text.toLowerCase(), `${text}A`, text.slice(0, -1), 'AGE-SECRET-KEY-1'])
      expect(readPasskeyIdentity(wrong)).toBeUndefined()
  })
})

describe('whether there are passkeys here', () => {
  const all = { isSecureContext: true, hasPasskeys: true }
  it.each([
    ['https://desk.example/', all, undefined],
    ['http://localhost:5173/', all, undefined],
    ['https://10.example/', all, undefined],
    ['file:///home/desk.html', all, 'file'],
    ['http://127.0.0.1:5173/', all, 'address'],
    ['https://0x7f000001/', all, 'address'],
    ['https://[::1]/', all, 'address'],
    ['http://desk.example/', { isSecureContext: false, hasPasskeys: false }, 'address'],
    ['https://desk.example/', { isSecureContext: true, hasPasskeys: false }, 'browser'],
  ] as const)('at %s', (url, browser, lack) => {
    expect(noPasskeyAt(new URL(url), browser)).toBe(lack)
  })
})
