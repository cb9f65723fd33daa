import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { backgroundJob } from '../../src/core/abort.ts'
import type { Plain, Sealed } from '../../src/core/contracts.ts'
import { sizeWithout } from '../../src/core/cuts.ts'
import { hashBlob } from '../../src/digest/hash.ts'
import { examine } from '../../src/intake/content/walk.ts'
import { open } from '../../src/open/index.ts'
import type { Aead } from '../../src/seal/schemes/age/aead.ts'
import { sealPayload } from '../../src/seal/schemes/age/payload.ts'
import { bodyInMemory } from '../../src/seal/schemes/body.ts'
import { didwwScheme } from '../../src/seal/schemes/didww.ts'
import { noneScheme } from '../../src/seal/schemes/none.ts'
import { sealFile } from '../../src/seal/seal.ts'
import { sealedSize } from '../../src/seal/size.ts'
import type { Thread } from '../../src/thread/thread.ts'
import { ageScheme } from '../age/scheme.ts'
import { bytes, sample } from './intake-build.ts'
import { identity, recipient } from './open-tools.ts'
import { rsaKey } from './rsa-key.ts'
import { stripped } from './strip-build.ts'

type Bytes = Uint8Array<ArrayBuffer>

const photo = bytes(sample('jpg/DSCN0010.jpg'), 'a video', sample('jpg/DSCN0010.jpg'))
const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')
const plainOf = async (content: Bytes): Promise<Plain> => {
  const blob = new Blob([content])
  const { cuts, reading } = await examine(blob, backgroundJob, true)
  return {
    ...{ blob, name: 'a.jpg', type: 'image/jpeg', lastModified: 1 },
    ...{ remarks: ['location-removed'], reading, cuts },
  }
}
const age = { scheme: 'age', recipients: [recipient] } as const
const didww = { scheme: 'didww', publicKeys: [rsaKey(), rsaKey()] } as const
const left = await stripped(photo)

describe('a sealed picture that was stripped', () => {
  it('is what is left of it when it is opened, and the record speaks of that', async () => {
    const { body, digests } = await ageScheme.seal(await plainOf(photo), age, backgroundJob)
    const { file, record, intact } = await open(body, identity)
    expect(Buffer.compare(new Uint8Array(await file.arrayBuffer()), left)).toBe(0)
    expect(intact).toBe(true)
    expect(record).toMatchObject({
      size: left.length,
      sha256: sha256(left),
      remarks: ['location-removed'],
    })
    expect((await digests).digest).toBe(sha256(left))
    expect(body.size).toBe(sealedSize(left.length, age))
  })

  it('is as large in DIDWW’s format as what is left of it, with both hashes of that', async () => {
    const { body, digests } = await didwwScheme.seal(await plainOf(photo), didww, backgroundJob)
    expect(body.size).toBe(sealedSize(left.length, didww))
    expect(await digests).toEqual({
      digest: sha256(left),
      bodyDigest: sha256(new Uint8Array(await body.arrayBuffer())),
    })
  })

  it.each([0, 500, 9000, photo.length - 150_000])(
    'is not sealed where byte %i changed since it was checked',
    async at => {
      const plain = await plainOf(photo)
      const other = photo.slice()
      other[at] = (other[at] ?? 0) ^ 1
      const blob = new Blob([other])
      const changed = { code: 'changed' }
      await expect(ageScheme.seal({ ...plain, blob }, age, backgroundJob)).rejects.toMatchObject(
        changed,
      )
      await expect(
        didwwScheme.seal({ ...plain, blob }, didww, backgroundJob),
      ).rejects.toMatchObject(changed)
    },
  )

  /** A thread whose worker answers so. */
  const answering = (answer: Sealed) => ({ call: async () => answer }) as unknown as Thread

  it('is not believed where the worker cut nothing out', async () => {
    const { cuts: _, ...whole } = await plainOf(photo)
    const plain = await plainOf(photo)
    for (const [scheme, spec] of [
      [ageScheme, age],
      [didwwScheme, didww],
    ] as const) {
      const answer = await scheme.seal(whole, spec as never, backgroundJob)
      const sealing = sealFile(answering(answer), 'id', plain, spec, 'opaque', backgroundJob)
      await expect(sealing).rejects.toMatchObject({ code: 'seal-failed' })
    }
  })

  it('is never sent without a seal', async () => {
    const spec = { scheme: 'none', because: 'a test' } as const
    const plain = await plainOf(photo)
    const answer = await noneScheme(hashBlob).seal(plain, spec, backgroundJob)
    await expect(
      sealFile(answering(answer), 'id', plain, spec, 'opaque', backgroundJob),
    ).rejects.toMatchObject({ code: 'seal-failed' })
  })

  it('is whole where it is over 64 MiB, and where only its head would be read first', async () => {
    /** Encrypts nothing: 16 bytes follow each chunk. */
    const clear: Aead = async (_nonce, text) => bytes(text, new Uint8Array(16))
    const big = new Uint8Array(66 * 2 ** 20)
    for (let at = 0; at < big.length; at += 4096) big[at] = at >> 12
    const cuts = [{ start: 10, end: big.length - 70_000, put: Uint8Array.of(7) }]
    const body = bodyInMemory()
    const job = backgroundJob
    const digest = await sealPayload(new Blob([big]), clear, body, job, 4096, undefined, cuts)
    const expected = bytes(big.slice(0, 10), 7, big.slice(-70_000))
    expect(Buffer.from(digest).toString('hex')).toBe(sha256(expected))
    const sealed = new Uint8Array(await (await body.end([])).arrayBuffer())
    const chunks = [sealed.slice(0, 65_536), sealed.slice(65_552, -16)]
    expect(Buffer.compare(bytes(...chunks), expected)).toBe(0)
    expect(expected.length).toBe(sizeWithout(big.length, cuts))
  })
})
