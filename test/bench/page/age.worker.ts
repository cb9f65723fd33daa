import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { type Sealer, sealers } from './age-sealers.ts'

export interface Order {
  readonly name: Sealer
  readonly file: File
  /** Whether to prove that what was sealed opens to the file. */
  readonly isProof: boolean
}
/** Milliseconds from the file to the sealed Blob, or what went wrong. */
export type Outcome = { readonly ms: number } | { readonly error: string }

const identity = generateIdentity()
const recipient = identity.then(identityToRecipient)

/** Whoever skipped the work would be fast. Opened by the peer's code, which knows nothing of ours. */
const prove = async (sealed: Blob, file: File): Promise<void> => {
  const decrypter = new Decrypter()
  decrypter.addIdentity(await identity)
  const opened = await decrypter.decrypt(new Uint8Array(await sealed.arrayBuffer()))
  const original = new Uint8Array(await file.arrayBuffer())
  if (opened.length !== original.length || opened.some((byte, at) => byte !== original[at]))
    throw new Error('What was sealed does not open to the file.')
}

const carryOut = async ({ name, file, isProof }: Order): Promise<Outcome> => {
  const to = await recipient
  ;(self as { gc?: () => void }).gc?.()
  // The browser gives back what the last run left behind: not beside this one.
  await new Promise(resolve => setTimeout(resolve, 50))
  const start = performance.now()
  const sealed = await sealers[name](file, to)
  const ms = performance.now() - start
  if (isProof) await prove(sealed, file)
  return { ms }
}

self.onmessage = async ({ data }: MessageEvent<Order>) => {
  const outcome = await carryOut(data).catch(error => ({ error: `${data.name}: ${error}` }))
  self.postMessage(outcome)
}
