import { asArray, asRecord } from '../core/answer.ts'
import type { Reference, RelayCall } from '../core/relay/route.ts'
import type { Signer } from '../core/relay/sign.ts'
import type { Reply } from './respond.ts'
import type { RelayStore } from './store.ts'

/** What is known of a parcel that was sent before: its answer, or that all of it went on and nobody heard what became of it. */
export type Known = { readonly is: 'stored'; readonly reply: Reply } | { readonly is: 'unknown' }

type Owner = Pick<RelayCall, 'client' | 'provider'>

/** What was answered to a parcel: kept for ten minutes, and for its own client alone. */
export interface Answers {
  /** Of client, provider, what is asked and the parcel: a hash, so that whoever reads the store learns of none of them. */
  keyOf(owner: Owner, words: readonly string[]): Promise<string>
  /** By the first of the keys that has something; else the first of them. */
  find(keys: readonly string[]): Promise<{ readonly key: string; readonly known?: Known }>
  keepUnknown(key: string): Promise<void>
  /** One over 64 KiB is not kept. */
  keep(key: string, reply: Reply, owner: Owner): Promise<void>
  drop(key: string): Promise<void>
  /** Drops the answer that named this upload. */
  forget(reference: string, owner: Owner): Promise<void>
  /** Nobody else sends the parcel until the function that it gives is called. Undefined where somebody does. */
  claim(keys: readonly string[]): Promise<(() => Promise<void>) | undefined>
}

const PURPOSE = 'sealdrop answer v1'
const KEPT_SECONDS = 600
const MAX_LENGTH = 65_536
/** A claim whose process died ends by itself. */
const CLAIM_SECONDS = 60
const RENEW_MS = 20_000
const UNKNOWN = 'unknown'

/** What a reply says was made, by the names that later requests have for it. */
export const referencesIn = ({ uploads, created }: Reply): readonly string[] => [
  ...uploads.map(({ reference }) => reference),
  ...(created === undefined ? [] : [created]),
]

export const createAnswers = (store: RelayStore, signer: Signer): Answers => {
  const keyOf: Answers['keyOf'] = ({ client, provider }, words) =>
    signer.sign([PURPOSE, client, provider, ...words])
  const answerAt = (key: string): string => `sealdrop:answer:${key}`
  const claimAt = (key: string): string => `sealdrop:claim:${key}`
  const uploadAt = async (reference: string, owner: Owner): Promise<string> =>
    `sealdrop:upload:${await keyOf(owner, ['upload', reference])}`
  return {
    keyOf,
    async find(keys) {
      for (const key of keys) {
        const text = await store.get(answerAt(key))
        if (text === UNKNOWN) return { key, known: { is: 'unknown' } }
        const reply = typeof text === 'string' ? replyIn(text) : undefined
        if (reply) return { key, known: { is: 'stored', reply } }
      }
      return { key: keys[0] ?? '' }
    },
    async keepUnknown(key) {
      await store.set(answerAt(key), UNKNOWN, KEPT_SECONDS)
    },
    async keep(key, reply, owner) {
      const text = JSON.stringify(reply)
      if (text.length > MAX_LENGTH) return
      await store.set(answerAt(key), text, KEPT_SECONDS)
      for (const reference of referencesIn(reply))
        await store.set(await uploadAt(reference, owner), key, KEPT_SECONDS)
    },
    async drop(key) {
      await store.delete(answerAt(key))
    },
    async forget(reference, owner) {
      const at = await uploadAt(reference, owner)
      const key = await store.get(at)
      if (typeof key !== 'string') return
      await store.delete(answerAt(key))
      await store.delete(at)
    },
    async claim(keys) {
      const owner = crypto.randomUUID()
      const claimed: string[] = []
      const renewal = setInterval(() => {
        for (const at of claimed) void store.set(at, owner, CLAIM_SECONDS)
      }, RENEW_MS)
      const release = async (): Promise<void> => {
        clearInterval(renewal)
        for (const at of claimed) if ((await store.get(at)) === owner) await store.delete(at)
      }
      for (const at of keys.map(claimAt)) {
        if (await store.add(at, owner, CLAIM_SECONDS)) claimed.push(at)
        else {
          await release()
          return undefined
        }
      }
      return release
    },
  }
}

/** Undefined for what this version of the relay did not write. */
const replyIn = (text: string): Reply | undefined => {
  try {
    const { status, headers, body, uploads } = asRecord(JSON.parse(text))
    if (typeof status !== 'number' || (body !== null && typeof body !== 'string')) return undefined
    return {
      status,
      body,
      headers: asArray(headers).flatMap(entry => {
        const [name, value] = asArray(entry)
        return typeof name === 'string' && typeof value === 'string' ? [[name, value] as const] : []
      }),
      uploads: asArray(uploads).flatMap(entry => {
        const { reference, transfer } = asRecord(entry)
        if (typeof reference !== 'string') return []
        const upload: Reference = { reference, ...(typeof transfer === 'string' && { transfer }) }
        return [upload]
      }),
    }
  } catch {
    return undefined
  }
}
