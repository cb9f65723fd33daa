import { generateKeyPairSync } from 'node:crypto'
import { Decrypter } from 'age-encryption'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { backgroundJob } from '../../src/core/abort.ts'
import type { Job } from '../../src/core/contracts.ts'
import { open } from '../../src/open/index.ts'
import { ageScheme } from '../../src/seal/schemes/age/age.ts'
import { didwwScheme } from '../../src/seal/schemes/didww.ts'
import { bytesOf } from '../age/forge.ts'
import { identity, PDF, recipient, sealed } from './open-tools.ts'

afterEach(() => void vi.restoreAllMocks())

const isErased = (bytes: Uint8Array): boolean => bytes.every(byte => byte === 0)

/** The memory of every random value that is drawn, and of every key that is derived, from now on. */
const watchSecrets = () => {
  const random: Uint8Array[] = []
  const derived: Uint8Array[] = []
  const draw = crypto.getRandomValues.bind(crypto)
  const derive = crypto.subtle.deriveBits.bind(crypto.subtle)
  vi.spyOn(crypto, 'getRandomValues').mockImplementation(array => {
    if (array instanceof Uint8Array) random.push(array)
    return draw(array)
  })
  vi.spyOn(crypto.subtle, 'deriveBits').mockImplementation(async (...asked) => {
    const bits = await derive(...asked)
    derived.push(new Uint8Array(bits))
    return bits
  })
  return { random, derived }
}

const rsaKey = (): string =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).publicKey

const plain = { blob: new Blob([PDF]), name: 'a.pdf', type: 'application/pdf', remarks: [] }
const age = { scheme: 'age', recipients: [recipient] } as const

describe('once a file is sealed with age', () => {
  it('its file key and every key derived on the way are overwritten', async () => {
    const { random, derived } = watchSecrets()
    const { body } = await ageScheme.seal(plain, age, backgroundJob)
    vi.restoreAllMocks()

    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    const file = await bytesOf(body)
    const headerEnd = Buffer.from(file).indexOf('\n--- ') + 5 + 44
    const fileKey = await decrypter.decryptHeader(file.subarray(0, headerEnd))
    expect(fileKey).toHaveLength(16)
    expect(random.filter(one => Buffer.from(one).equals(fileKey))).toEqual([])
    expect(random.filter(one => one.length === 16).some(isErased)).toBe(true)
    // The shared secret and the wrap key of one recipient, and the keys of payload, record and MAC.
    expect(derived).toHaveLength(5)
    expect(derived.filter(one => !isErased(one))).toEqual([])
  })

  it('they are overwritten as well where it is given up half-way', async () => {
    const controller = new AbortController()
    const job: Job = { signal: controller.signal, progress: () => controller.abort() }
    const large = { ...plain, blob: new Blob([new Uint8Array(1_000_000)]) }
    const { random, derived } = watchSecrets()
    await expect(ageScheme.seal(large, age, job)).rejects.toMatchObject({ name: 'AbortError' })
    expect(random.filter(one => one.length === 16).some(isErased)).toBe(true)
    expect(derived).toHaveLength(3)
    expect(derived.filter(one => !isErased(one))).toEqual([])
  })
})

describe('once a file is sealed for DIDWW', () => {
  const spec = { scheme: 'didww', publicKeys: [rsaKey(), rsaKey()] } as const

  it('its key is overwritten', async () => {
    const { random } = watchSecrets()
    await didwwScheme.seal(plain, spec, backgroundJob)
    expect(random.map(({ length }) => length)).toEqual([48])
    expect(random.every(isErased)).toBe(true)
  })

  it('it is overwritten as well where sealing is given up', async () => {
    const { random } = watchSecrets()
    const job: Job = { signal: AbortSignal.abort(), progress: () => {} }
    await expect(didwwScheme.seal(plain, spec, job)).rejects.toMatchObject({ name: 'AbortError' })
    expect(random.every(isErased)).toBe(true)
  })
})

it('once the record of a file was read, the opener has overwritten the file key', async () => {
  const file = new Blob([await sealed(PDF)])
  const fileKeys: Uint8Array[] = []
  const { decryptHeader } = Decrypter.prototype
  vi.spyOn(Decrypter.prototype, 'decryptHeader').mockImplementation(async function (
    this: Decrypter,
    header,
  ) {
    const fileKey = await decryptHeader.call(this, header)
    fileKeys.push(fileKey)
    return fileKey
  })
  await open(file, identity)
  expect(fileKeys).toHaveLength(1)
  expect(fileKeys.every(isErased)).toBe(true)
})
