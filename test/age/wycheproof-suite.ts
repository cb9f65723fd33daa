import { describe, expect, it } from 'vitest'
import type { Backend } from '../../src/seal/schemes/age/aead.ts'
import type { Name, Read } from './wycheproof.ts'
import {
  type Cipher,
  deriveNatively,
  deriveWithNoble,
  judgeBackend,
  judgeCipher,
  judgeHkdf,
  judgeHmac,
  judgeOpening,
  judgeOurHkdf,
  judgePoints,
  judgeRecipients,
  judgeWrapping,
} from './wycheproof-judges.ts'

/** A cipher under test: as the seal calls it, and whole. */
export interface Way {
  readonly backend: Backend
  readonly cipher: Cipher
}

/** Everything that age is built of, judged by Wycheproof wherever this runs. Each kind of vector is counted. */
export const wycheproofSuite = async (
  read: <File extends Name>(name: File) => Promise<readonly Read<File>[]>,
  ways: Readonly<Record<string, Way>>,
): Promise<void> => {
  const chacha = await read('chacha20_poly1305')
  const hkdfs = await read('hkdf_sha256')
  const hmacs = await read('hmac_sha256')
  const x25519s = await read('x25519')
  const points = await read('ecdh_secp256r1_ecpoint')

  describe('Wycheproof finds nothing wrong', { timeout: 60_000 }, () => {
    it.each(Object.entries(ways))('in ChaCha20-Poly1305, both ways: %s', async (_, way) => {
      expect(await judgeCipher(chacha, way.cipher)).toEqual({
        counts: { valid: 256, invalid: 69 },
        wrong: [],
      })
    })

    it.each(Object.entries(ways))(
      'in ChaCha20-Poly1305 as the seal calls it: %s',
      async (_, way) => {
        expect(await judgeBackend(chacha, way.backend)).toEqual({
          counts: { text: 271, tag: 45, 'wrong nonce': 9 },
          wrong: [],
        })
      },
    )

    it.each([
      ['the platform’s', deriveNatively],
      ['noble’s, which the reader uses', deriveWithNoble],
    ])('in HKDF-SHA-256: %s', async (_, derive) => {
      expect(await judgeHkdf(hkdfs, derive)).toEqual({
        counts: { valid: 83, invalid: 3 },
        wrong: [],
      })
    })

    it('in HKDF-SHA-256 as the seal calls it', async () => {
      expect(await judgeOurHkdf(hkdfs)).toEqual({
        counts: { judged: 31, 'not expressible': 55 },
        wrong: [],
      })
    })

    it('in HMAC-SHA-256 as the seal calls it', async () => {
      expect(await judgeHmac(hmacs)).toEqual({ counts: { valid: 66, invalid: 108 }, wrong: [] })
    })

    it('in X25519 as the seal calls it: what is of low order is refused', async () => {
      expect(await judgeWrapping(x25519s)).toEqual({
        counts: { wrapped: 487, refused: 31 },
        wrong: [],
      })
    })

    it('in X25519 as the reader calls it', async () => {
      expect(await judgeOpening(x25519s)).toEqual({
        counts: { opened: 487, refused: 31 },
        wrong: [],
      })
    })

    it('in the points of P-256 that are taken, from both of their forms, and in what is agreed on with them', async () => {
      expect(await judgePoints(points)).toEqual({
        counts: { agreed: 331, refused: 24 },
        wrong: [],
      })
    })

    it('in the recipients that are refused: those, and only those, that X25519 cannot use or that are not canonical', async () => {
      expect(await judgeRecipients(x25519s)).toEqual({
        counts: { read: 474, refused: 44 },
        wrong: [],
      })
    })
  })
}
