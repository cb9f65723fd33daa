import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { type Sealer, sealers } from './age-sealers.ts'

/** To seal it by this name, or to prove that what was sealed opens to it. `whom`: tell whom to seal for. */
export type Order =
  | { readonly kind: 'whom' }
  | { readonly kind: 'seal'; readonly name: Sealer; readonly file: File }
  | { readonly kind: 'prove'; readonly sealed: Blob; readonly file: File }

/** Milliseconds from the file to the sealed Blob. */
export interface Outcome {
  readonly ms: number
  readonly sealed: Blob
}
export type Answer = { readonly result: Outcome | string | undefined } | { readonly error: string }

/** age-encryption draws private keys of which WebKitGTK refuses one of 256: such a run of it is made again. */
const untilTaken = async <Result>(run: () => Promise<Result>, tries = 5): Promise<Result> => {
  try {
    return await run()
  } catch (error) {
    const isRefused = error instanceof DOMException && error.name === 'DataError'
    if (isRefused && tries > 1) return untilTaken(run, tries - 1)
    throw error
  }
}

const pair = untilTaken(async () => {
  const identity = await generateIdentity()
  return { identity, recipient: await identityToRecipient(identity) }
})

/** Whoever skipped the work would be fast. Opened by the peer's code, which knows nothing of ours. */
const prove = async (sealed: Blob, file: File): Promise<void> => {
  const decrypter = new Decrypter()
  decrypter.addIdentity((await pair).identity)
  const opened = await decrypter.decrypt(new Uint8Array(await sealed.arrayBuffer()))
  const original = new Uint8Array(await file.arrayBuffer())
  if (opened.length !== original.length || opened.some((byte, at) => byte !== original[at]))
    throw new Error('What was sealed does not open to the file.')
}

const carryOut = async (order: Order): Promise<Outcome | string | undefined> => {
  const { recipient } = await pair
  if (order.kind === 'whom') return recipient
  if (order.kind === 'prove') {
    await prove(order.sealed, order.file)
    return undefined
  }
  const run = async (): Promise<Outcome> => {
    ;(self as { gc?: () => void }).gc?.()
    // The browser gives back what the last run left behind: not beside this one.
    await new Promise(resolve => setTimeout(resolve, 50))
    const start = performance.now()
    const sealed = await sealers[order.name](order.file, recipient)
    return { ms: performance.now() - start, sealed }
  }
  return order.name === 'peer' || order.name === 'peerBytes' ? untilTaken(run) : run()
}

self.onmessage = async ({ data }: MessageEvent<Order>) => {
  const answer: Answer = await carryOut(data).then(
    result => ({ result }),
    error => ({ error: String(error) }),
  )
  self.postMessage(answer)
}
