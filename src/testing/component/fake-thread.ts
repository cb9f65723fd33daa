import { fromHex } from '../../core/bytes.ts'
import { sealedSize } from '../../seal/size.ts'
import type { Args, MethodName, Result } from '../../thread/protocol.ts'
import type { Thread } from '../../thread/thread.ts'
import type { Outcome } from './outcome.ts'

type Methods = { readonly [Name in MethodName]: (args: Args<Name>) => Promise<Result<Name>> }

/** Made up, and another one for each blob: files of a test are no duplicates of each other. */
const createDigests = (): ((blob: Blob) => string) => {
  const known = new WeakMap<Blob, string>()
  let last = 0
  return blob => {
    const digest = known.get(blob) ?? (++last).toString(16).padStart(64, '0')
    known.set(blob, digest)
    return digest
  }
}

/** Answers as the worker would, at once, and reads no byte. */
export const createFakeThread = (outcomeOf: (file: Blob) => Outcome): Thread => {
  const digestOf = createDigests()
  const methods: Methods = {
    async examine({ blob }) {
      const { found } = outcomeOf(blob)
      if (found instanceof Error) throw found
      return { ...found, reading: { key: new Uint8Array(0), pieces: [] } }
    },
    digest: async ({ blob }) => fromHex(digestOf(blob)),
    async seal({ blob, spec }) {
      const body = new Blob([new Uint8Array(sealedSize(blob.size, spec))])
      const digests = { digest: digestOf(blob), bodyDigest: digestOf(body) }
      return { body, facts: {}, digests: Promise.resolve(digests) }
    },
  }
  return {
    async call(name, args, job) {
      job.signal.throwIfAborted()
      return methods[name](args)
    },
    warmUp: async () => {},
    close: () => {},
  }
}
