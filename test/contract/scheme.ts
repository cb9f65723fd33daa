import { backgroundJob, isAbortError } from '../../src/core/abort.ts'
import type { Plain, Scheme, SealSpec } from '../../src/core/contracts.ts'
import { sealedSize } from '../../src/seal/size.ts'
import { bytesOf, type Runner } from './transport.ts'

export interface SchemeSubject<Spec extends SealSpec> {
  readonly scheme: Scheme<Spec>
  /** Asked anew for every seal. */
  readonly spec: () => Promise<Spec>
  /** Opens with an implementation that is not ours. Rejects where the bytes do not open. */
  open(sealed: Uint8Array<ArrayBuffer>): Promise<Uint8Array>
  readonly exempt?: readonly { readonly clause: string; readonly because: string }[]
}

const assert = (holds: boolean, message: string): void => {
  if (!holds) throw new Error(message)
}
const bytesIn = async (blob: Blob): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await blob.arrayBuffer())
const same = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at])
const plainOf = (bytes: Uint8Array<ArrayBuffer>): Plain => ({
  blob: new Blob([bytes]),
  name: 'document.pdf',
  type: 'application/pdf',
  remarks: [],
})

const MiB = 1024 * 1024
/** Around every edge: a cipher block, an age chunk, a slice. */
const SIZES = [
  0,
  1,
  15,
  16,
  17,
  65_535,
  65_536,
  65_537,
  2 * MiB - 1,
  2 * MiB,
  2 * MiB + 1,
  5 * MiB + 3,
]

export const schemeContract = <Spec extends SealSpec>(
  { scheme, spec, open, exempt = [] }: SchemeSubject<Spec>,
  { describe, it }: Runner,
): void => {
  const known = new Set<string>()
  const reasons = new Map(exempt.map(({ clause, because }) => [clause, because]))
  describe(`${scheme.name} as a scheme`, () => {
    const clause = (name: string, body: () => Promise<void>): void => {
      known.add(name)
      if (!reasons.has(name)) it(name, body)
    }
    for (const size of SIZES)
      clause(`seals ${size} bytes to the size foretold, and they open elsewhere`, async () => {
        const original = bytesOf(size)
        const made = await spec()
        const { body } = await scheme.seal(plainOf(original), made, backgroundJob)
        assert(
          body.size === sealedSize(size, made),
          `${body.size} bytes, not ${sealedSize(size, made)}`,
        )
        assert(same(await open(await bytesIn(body)), original), 'it opens to something else')
      })
    clause('tells the SHA-256 of exactly what it sealed', async () => {
      const original = bytesOf(100_000)
      const { body, digests } = await scheme.seal(plainOf(original), await spec(), backgroundJob)
      const { digest, bodyDigest } = await digests
      const expected = new Uint8Array(await crypto.subtle.digest('SHA-256', original))
      const hex = [...expected].map(byte => byte.toString(16).padStart(2, '0')).join('')
      assert(digest === hex, digest)
      const ofBody = new Uint8Array(await crypto.subtle.digest('SHA-256', await body.arrayBuffer()))
      const bodyHex = [...ofBody].map(byte => byte.toString(16).padStart(2, '0')).join('')
      assert(bodyDigest === undefined || bodyDigest === bodyHex, `${bodyDigest}`)
    })
    clause('never seals the same input to the same bytes', async () => {
      const plain = plainOf(bytesOf(1000))
      const sealing = [1, 2].map(async () => scheme.seal(plain, await spec(), backgroundJob))
      const [one, two] = await Promise.all(
        sealing.map(async sealed => bytesIn((await sealed).body)),
      )
      assert(
        one !== undefined && two !== undefined && !same(one.subarray(0, 64), two.subarray(0, 64)),
        'same head',
      )
      assert(
        one !== undefined && two !== undefined && !same(one.subarray(-64), two.subarray(-64)),
        'same tail',
      )
    })
    clause('never hands back its input', async () => {
      const original = bytesOf(4096)
      const sealed = await bytesIn(
        (await scheme.seal(plainOf(original), await spec(), backgroundJob)).body,
      )
      const text = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)
      assert(!text(sealed).includes(text(original.subarray(64, 96))), 'plaintext in the body')
    })
    clause('stops when it is aborted', async () => {
      const controller = new AbortController()
      const sealing = scheme.seal(plainOf(bytesOf(8 * MiB)), await spec(), {
        signal: controller.signal,
        progress: () => controller.abort(),
      })
      const thrown = await sealing.catch((reason: unknown) => reason)
      assert(isAbortError(thrown), `ended with ${thrown}`)
    })
    clause('reports progress that grows and ends at the total', async () => {
      const seen: (readonly [number, number])[] = []
      await scheme.seal(plainOf(bytesOf(5 * MiB)), await spec(), {
        ...backgroundJob,
        progress: (done, total) => seen.push([done, total]),
      })
      assert(seen.at(-1)?.[0] === 5 * MiB && seen.at(-1)?.[1] === 5 * MiB, `${seen.at(-1)}`)
      assert(
        seen.every(([done], at) => at === 0 || done > (seen[at - 1]?.[0] ?? 0)),
        'not growing',
      )
    })
    for (const [how, cut] of [
      ['shrank', (size: number) => size - 1],
      ['grew', (size: number) => size + 1],
    ] as const)
      clause(`refuses a file that ${how} on the disk after it was chosen`, async () => {
        const { arrayBuffer } = Blob.prototype
        const sealingSpec = await spec()
        // What Firefox does with such a file, whatever blob it is a part of.
        Blob.prototype.arrayBuffer = async function (this: Blob) {
          const bytes = await arrayBuffer.call(this)
          return bytes.transfer(cut(bytes.byteLength))
        }
        const sealing = scheme.seal(plainOf(bytesOf(1000)), sealingSpec, backgroundJob)
        const thrown = await sealing
          .catch((reason: unknown) => reason)
          .finally(() => {
            Blob.prototype.arrayBuffer = arrayBuffer
          })
        assert(
          thrown instanceof DOMException && thrown.name === 'NotReadableError',
          `ended with ${thrown}`,
        )
      })
    it('has no exemption without a clause and a reason', async () => {
      for (const [name, because] of reasons)
        assert(known.has(name) && because !== '', `needless exemption: ${name}`)
    })
  })
}
