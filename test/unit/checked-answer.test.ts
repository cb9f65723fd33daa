import { describe, expect, it, vi } from 'vitest'
import { backgroundJob } from '../../src/core/abort.ts'
import type { Sealed, SealSpec } from '../../src/core/contracts.ts'
import { digestBytes } from '../../src/digest/digest.ts'
import { hashBlob } from '../../src/digest/hash.ts'
import { open } from '../../src/open/index.ts'
import { didwwScheme } from '../../src/seal/schemes/didww.ts'
import { noneScheme } from '../../src/seal/schemes/none.ts'
import { sealFile } from '../../src/seal/seal.ts'
import { sealedSize } from '../../src/seal/size.ts'
import type { Thread } from '../../src/thread/thread.ts'
import { ageScheme } from '../age/scheme.ts'
import { identity, PDF, recipient } from './open-tools.ts'
import { rsaKey } from './rsa-key.ts'

const plain = { blob: new Blob([PDF]), name: 'a.pdf', type: 'application/pdf', remarks: [] }
const specs: Readonly<Record<string, SealSpec>> = {
  age: { scheme: 'age', recipients: [recipient] },
  'age+pdf': { scheme: 'age', recipients: [recipient], wrap: 'pdf' },
  didww: { scheme: 'didww', publicKeys: [rsaKey(), rsaKey()] },
}
const none: SealSpec = { scheme: 'none', because: 'a test' }

const honestly = (spec: SealSpec): Promise<Sealed> => {
  switch (spec.scheme) {
    case 'age':
      return ageScheme.seal(plain, spec, backgroundJob)
    case 'didww':
      return didwwScheme.seal(plain, spec, backgroundJob)
    case 'none':
      return noneScheme(hashBlob).seal(plain, spec, backgroundJob)
  }
}

/** A thread whose worker answers so. */
const answering = (answer: unknown): Thread =>
  ({ call: vi.fn(async () => answer), warmUp: async () => {}, close() {} }) as unknown as Thread
const sealWith = async (
  spec: SealSpec,
  lie: (honest: Sealed) => Partial<Record<keyof Sealed, unknown>>,
) => {
  const honest = await honestly(spec)
  return sealFile(
    answering({ ...honest, ...lie(honest) }),
    'file-1',
    plain,
    spec,
    'opaque',
    backgroundJob,
  )
}
const padded = (blob: Blob, size: number): Blob =>
  new Blob([blob, new Uint8Array(size - blob.size)])
const FAILED = { code: 'seal-failed' }

describe.each(Object.entries(specs))('a worker that is to seal with %s', (_name, spec) => {
  it('is believed where it does', async () => {
    const { parcel } = await sealWith(spec, () => ({}))
    expect(parcel.size).toBe(sealedSize(plain.blob.size, spec))
  })

  it('is not where it returns the file', async () => {
    await expect(sealWith(spec, () => ({ body: plain.blob }))).rejects.toMatchObject(FAILED)
  })

  it('is not where it returns the file and as many bytes as a sealed one has', async () => {
    const lie = sealWith(spec, ({ body }) => ({ body: padded(plain.blob, body.size) }))
    await expect(lie).rejects.toMatchObject(FAILED)
  })

  it.each([-1, 1])('is not where its body has %i bytes more', async more => {
    const lie = sealWith(spec, ({ body }) => ({
      body: more > 0 ? padded(body, body.size + more) : body.slice(0, more),
    }))
    await expect(lie).rejects.toMatchObject(FAILED)
  })

  it('is not where a fact is no text', async () => {
    const lie = sealWith(spec, () => ({ facts: { fingerprint: { toString: () => 'a' } } }))
    await expect(lie).rejects.toMatchObject(FAILED)
  })

  it.each([
    { digest: 'A'.repeat(64) },
    { digest: 'a'.repeat(63) },
    { digest: 7 },
    { digest: 'a'.repeat(64), bodyDigest: '' },
  ])('is not where it says %o, and gives no digest where it says so later', async digests => {
    const lie = sealWith(spec, () => ({ digests: Promise.resolve(digests) }))
    await expect(lie).rejects.toMatchObject(FAILED)
    let say: (digests: unknown) => void = () => {}
    const later = new Promise(resolve => {
      say = resolve
    })
    const sealed = await sealWith(spec, () => ({ digests: later }))
    say(digests)
    await expect(sealed.digests).rejects.toMatchObject(FAILED)
  })

  it('has sealed all the same where it died before it said the digests', async () => {
    const dead = Promise.reject(new Error('dead'))
    dead.catch(() => {})
    const { parcel, digests } = await sealWith(spec, () => ({ digests: dead }))
    expect(parcel.size).toBe(sealedSize(plain.blob.size, spec))
    await expect(digests).rejects.toThrow('dead')
  })
})

it('where nothing seals, the file that was chosen is sent, and no other', async () => {
  const other = new Blob([new Uint8Array(plain.blob.size)])
  const { parcel } = await sealWith(none, () => ({ body: other }))
  expect(parcel.body).toBe(plain.blob)
  const longer = sealWith(none, () => ({ body: padded(other, other.size + 1) }))
  await expect(longer).rejects.toMatchObject(FAILED)
})

it('what was sealed with age opens', async () => {
  const { parcel } = await sealWith(specs.age ?? none, () => ({}))
  expect((await open(parcel.body, identity)).intact).toBe(true)
})

it('a digest of another length is none', async () => {
  const digest = (bytes: number, algorithm: 'SHA-256' | 'SHA-1') =>
    digestBytes(answering(new Uint8Array(bytes)), plain.blob, algorithm, backgroundJob)
  expect(await digest(32, 'SHA-256')).toHaveLength(32)
  expect(await digest(20, 'SHA-1')).toHaveLength(20)
  await expect(digest(20, 'SHA-256')).rejects.toMatchObject(FAILED)
})
