import type { RelayCall } from '../core/relay/route.ts'
import { MAC_LENGTH, type Signer } from '../core/relay/sign.ts'
import type { Reply } from './respond.ts'
import { KEPT_SECONDS, type RelayStore } from './store.ts'

/** What is known of a parcel that was sent before: its answer, or that all of it went on and nobody heard what became of it. */
export type Known = { readonly is: 'stored'; readonly reply: Reply } | { readonly is: 'unknown' }

type Owner = Pick<RelayCall, 'client' | 'provider'>

/** What was answered to a parcel: kept for ten minutes, and for its own client alone. */
export interface Answers {
  /**
   * Of client, provider, what is asked and the parcel: a hash, so that whoever reads the store learns of none of them. One for each ticket
   * key, the first one first: servers that have another one first share the store while keys are changed.
   */
  keysOf(owner: Owner, words: readonly string[]): Promise<readonly string[]>
  /** By the first of the keys that has something; else the first of them. */
  find(keys: readonly string[]): Promise<{ readonly key: string; readonly known?: Known }>
  keepUnknown(key: string): Promise<void>
  /** One over 64 KiB is not kept. */
  keep(key: string, reply: Reply, owner: Owner): Promise<void>
  drop(key: string): Promise<void>
  /** The owner's own request for a parcel was answered with this reference, and that is still remembered. */
  isUploaderOf(reference: string, owner: Owner): Promise<boolean>
  /** Drops the answer that named this upload. */
  forget(reference: string, owner: Owner): Promise<void>
}

const PURPOSE = 'sealdrop answer v1'
/** Another version where `Known` has another shape. */
const VALUE_PURPOSE = 'sealdrop kept answer v1'
const MAX_LENGTH = 65_536

/** What a reply says was made, by the names that later requests have for it. */
export const referencesIn = ({ uploads, created }: Reply): readonly string[] => [
  ...uploads.map(({ reference }) => reference),
  ...(created === undefined ? [] : [created]),
]

export const createAnswers = (store: RelayStore, signer: Signer): Answers => {
  const keysOf: Answers['keysOf'] = ({ client, provider }, words) =>
    signer.signByEach([PURPOSE, client, provider, ...words])
  const answerAt = (key: string): string => `sealdrop:answer:${key}`
  const uploadsAt = async (reference: string, owner: Owner): Promise<readonly string[]> =>
    (await keysOf(owner, ['upload', reference])).map(key => `sealdrop:upload:${key}`)
  /** Where the reference is noted, and the key of its answer. */
  const findUpload = async (reference: string, owner: Owner) => {
    for (const at of await uploadsAt(reference, owner)) {
      const key = await store.get(at)
      if (typeof key === 'string') return { at, key }
    }
    return undefined
  }
  /** Signed, and for this key: whoever can write to a store that is shared must not be able to make up an answer, with its tickets. */
  const write = async (key: string, known: Known): Promise<boolean> => {
    const text = JSON.stringify(known)
    if (text.length > MAX_LENGTH) return false
    const mac = await signer.sign([VALUE_PURPOSE, key, text])
    await store.set(answerAt(key), mac + text, KEPT_SECONDS)
    return true
  }
  const read = async (key: string): Promise<Known | undefined> => {
    const value = await store.get(answerAt(key))
    if (typeof value !== 'string' || value.length > MAC_LENGTH + MAX_LENGTH) return undefined
    const text = value.slice(MAC_LENGTH)
    const isOurs = await signer.verify([VALUE_PURPOSE, key, text], value.slice(0, MAC_LENGTH))
    return isOurs ? (JSON.parse(text) as Known) : undefined
  }
  return {
    keysOf,
    async find(keys) {
      for (const key of keys) {
        const known = await read(key)
        if (known) return { key, known }
      }
      return { key: keys[0] ?? '' }
    },
    async keepUnknown(key) {
      await write(key, { is: 'unknown' })
    },
    async keep(key, reply, owner) {
      if (!(await write(key, { is: 'stored', reply }))) return
      for (const reference of referencesIn(reply)) {
        const [at = ''] = await uploadsAt(reference, owner)
        await store.set(at, key, KEPT_SECONDS)
      }
    },
    async drop(key) {
      await store.delete(answerAt(key))
    },
    async isUploaderOf(reference, owner) {
      const upload = await findUpload(reference, owner)
      const known = upload && (await read(upload.key))
      return (
        known?.is === 'stored' &&
        known.reply.uploads.some(one => one.reference === reference && !one.foundByName)
      )
    },
    async forget(reference, owner) {
      // What was done is done, whatever becomes of the store.
      const upload = await findUpload(reference, owner).catch(() => undefined)
      if (!upload) return
      await store.delete(answerAt(upload.key))
      await store.delete(upload.at)
    },
  }
}
