import { fromHex } from '../../core/bytes.ts'
import type { SealSpec } from '../../core/contracts.ts'
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

/** As many bytes as the worker would make, of which the first are age's: the page looks at them. It wraps the body by itself. */
const bytesLike = (plainSize: number, spec: SealSpec): Uint8Array<ArrayBuffer> => {
  if (spec.scheme !== 'age') return new Uint8Array(sealedSize(plainSize, spec))
  const bytes = new Uint8Array(
    sealedSize(plainSize, { scheme: 'age', recipients: spec.recipients }),
  )
  new TextEncoder().encodeInto('age-encryption.org/v1\n-> ', bytes)
  return bytes
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
      const body = new Blob([bytesLike(blob.size, spec)])
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
