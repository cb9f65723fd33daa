import {
  constants,
  createDecipheriv,
  createHash,
  generateKeyPairSync,
  privateDecrypt,
} from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { backgroundJob } from '../../src/core/abort.ts'
import { keyFingerprint } from '../../src/core/rsa.ts'
import { didwwScheme } from '../../src/seal/schemes/didww.ts'
import { recipientsOf } from '../../src/seal/seal.ts'
import { sealedSize } from '../../src/seal/size.ts'

const pairOf = (modulusLength: number) =>
  generateKeyPairSync('rsa', {
    modulusLength,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
/** Of different sizes, so that no block can be taken for the other. */
const a = pairOf(2048)
const b = pairOf(3072)
const spec = { scheme: 'didww', publicKeys: [a.publicKey, b.publicKey] } as const

const plainOf = (size: number): Buffer => Buffer.alloc(size, 'SealDrop and DIDWW, ')
const seal = (bytes: Uint8Array<ArrayBuffer>, job = backgroundJob) =>
  didwwScheme.seal(
    { blob: new Blob([bytes]), name: 'a.pdf', type: 'application/pdf', remarks: [] },
    spec,
    job,
  )
const bytesOf = async (blob: Blob): Promise<Buffer> => Buffer.from(await blob.arrayBuffer())
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Opens it as DIDWW's own programs do, with Node's OpenSSL: either key alone is enough. */
const opened = (sealed: Buffer, key: string, at: number, length: number): Buffer => {
  const padding = constants.RSA_PKCS1_OAEP_PADDING
  const block = sealed.subarray(at, at + length)
  const secret = privateDecrypt({ key, padding, oaepHash: 'sha256' }, block)
  expect(secret).toHaveLength(48)
  const aes = createDecipheriv('aes-256-cbc', secret.subarray(0, 32), secret.subarray(32))
  return Buffer.concat([aes.update(sealed.subarray(256 + 384)), aes.final()])
}

const KiB = 1024
describe('a file sealed for DIDWW', () => {
  it.each([
    0,
    1,
    15,
    16,
    17,
    512 * KiB - 1,
    512 * KiB,
    512 * KiB + 1,
    1024 * KiB,
    4096 * KiB,
    4096 * KiB + 1,
    4608 * KiB + 5,
  ])('of %i bytes is opened by either key, and has the size that was foretold', async size => {
    const plain = plainOf(size)
    const { body, digests } = await seal(new Uint8Array(plain))
    const sealed = await bytesOf(body)
    expect(sealed).toHaveLength(sealedSize(size, spec))
    expect(opened(sealed, a.privateKey, 0, 256).equals(plain)).toBe(true)
    expect(opened(sealed, b.privateKey, 256, 384).equals(plain)).toBe(true)
    expect(await digests).toEqual({ digest: hashOf(plain), bodyDigest: hashOf(sealed) })
  })

  it('names its two keys, first to last', async () => {
    const { facts } = await seal(new Uint8Array(3))
    const prints = await Promise.all([a.publicKey, b.publicKey].map(keyFingerprint))
    expect(facts).toEqual({ fingerprint: prints.join(':::') })
    expect(await recipientsOf(spec)).toEqual(prints)
  })

  it('is never the same twice', async () => {
    const once = await bytesOf((await seal(new Uint8Array(3))).body)
    const again = await bytesOf((await seal(new Uint8Array(3))).body)
    for (const part of [once, again]) expect(part).toHaveLength(256 + 384 + 16)
    expect(once.subarray(640).equals(again.subarray(640))).toBe(false)
  })

  it('says how far it is, up to all of it', async () => {
    const progress = vi.fn()
    await seal(new Uint8Array(1024 * KiB + 7), { ...backgroundJob, progress })
    expect(progress.mock.calls.map(([done]) => done)).toEqual([
      512 * KiB,
      1024 * KiB,
      1024 * KiB + 7,
    ])
    expect(new Set(progress.mock.calls.map(([, total]) => total))).toEqual(
      new Set([1024 * KiB + 7]),
    )
  })

  it('is given up as soon as it is aborted', async () => {
    const controller = new AbortController()
    const progress = vi.fn(() => controller.abort(new Error('left')))
    const { signal } = controller
    await expect(seal(new Uint8Array(1024 * KiB), { signal, progress })).rejects.toThrow('left')
    expect(progress).toHaveBeenCalledOnce()
  })

  it('is not made for one key, for the same key twice, or for a key that is none', async () => {
    for (const publicKeys of [[a.publicKey], [a.publicKey, a.publicKey], [a.publicKey, 'none']])
      await expect(
        didwwScheme.seal(
          { blob: new Blob(['x']), name: 'a', type: 'application/pdf', remarks: [] },
          { scheme: 'didww', publicKeys: publicKeys as unknown as readonly [string, string] },
          backgroundJob,
        ),
      ).rejects.toMatchObject({ code: 'keys-untrusted' })
  })
})
