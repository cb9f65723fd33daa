import { MAC_LENGTH, type Signer } from './sign.ts'

const PURPOSE = 'sealdrop id v1'

/** Ids that only the caller they were signed for can use, so that the relay need not remember who owns what. */
export interface SignedIds {
  /** `<id>-<MAC>`. The id's characters must be those of base64url. */
  sign(id: string, client: string): Promise<string>
  /** Undefined where it is forged, of another provider, or another caller's. */
  verify(signed: string, client: string): Promise<string | undefined>
}

export const createSignedIds = (signer: Signer, provider: string): SignedIds => ({
  sign: async (id, client) => `${id}-${await signer.sign([PURPOSE, provider, client, id])}`,
  verify: async (signed, client) => {
    const cut = signed.length - MAC_LENGTH - 1
    if (cut < 1 || signed[cut] !== '-') return undefined
    const id = signed.slice(0, cut)
    const isGood = await signer.verify([PURPOSE, provider, client, id], signed.slice(cut + 1))
    return isGood ? id : undefined
  },
})
