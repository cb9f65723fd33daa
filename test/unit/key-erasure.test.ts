import { Decrypter } from 'age-encryption'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { backgroundJob } from '../../src/core/abort.ts'
import type { Job } from '../../src/core/contracts.ts'
import { readRecipient } from '../../src/core/recipient.ts'
import { RECORD_BYTES, RECORD_TYPE, RECORD_VERSION } from '../../src/core/record.ts'
import { open } from '../../src/open/index.ts'
import { readRecord } from '../../src/open/record.ts'
import { wrapKeyFor } from '../../src/seal/kem/kem.ts'
import { didwwScheme } from '../../src/seal/schemes/didww.ts'
import { CARD } from '../age/card.ts'
import { bytesOf } from '../age/forge.ts'
import { ageScheme } from '../age/scheme.ts'
import { identity, PDF, recipient, sealed } from './open-tools.ts'
import { rsaKey } from './rsa-key.ts'

const recordKeys = vi.hoisted((): Uint8Array[] => [])

vi.mock('@noble/hashes/hkdf.js', async original => {
  const { hkdf } = await original<typeof import('@noble/hashes/hkdf.js')>()
  return {
    hkdf: (...given: Parameters<typeof hkdf>): Uint8Array => {
      const key = hkdf(...given)
      recordKeys.push(key)
      return key
    },
  }
})

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

const plain = { blob: new Blob([PDF]), name: 'a.pdf', type: 'application/pdf', remarks: [] }
const age = { scheme: 'age', recipients: [recipient] } as const

it.each([
  ['a key in hardware', CARD.classic],
  ['a post-quantum key in hardware', CARD.hybrid],
])('of what a share for %s is made of, nothing stays but the share', async (_, text) => {
  const signed: Uint8Array[] = []
  const messages: Uint8Array[] = []
  const sign = crypto.subtle.sign.bind(crypto.subtle)
  vi.spyOn(crypto.subtle, 'sign').mockImplementation(async (algorithm, key, message) => {
    const mac = await sign(algorithm, key, message)
    signed.push(new Uint8Array(mac))
    messages.push(message as Uint8Array)
    return mac
  })
  const share = await wrapKeyFor(readRecipient(text))
  vi.restoreAllMocks()
  if (share instanceof Uint8Array) throw new Error('That is no share.')
  const holds = (bytes: Uint8Array): boolean =>
    Buffer.from(bytes).includes(Buffer.from(share.key.buffer, share.key.byteOffset, 32))
  expect(holds(share.key)).toBe(true)
  expect(signed.length).toBeGreaterThan(4)
  expect(signed.filter(holds)).toEqual([])
  // What was extracted from, secrets among it.
  expect(messages.filter(isErased).length).toBeGreaterThanOrEqual(3)
})

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

describe('where sealing with age fails', () => {
  it('at the record, every key derived so far is overwritten', async () => {
    const { random, derived } = watchSecrets()
    const long = { ...plain, type: 'x'.repeat(1100) }
    await expect(ageScheme.seal(long, age, backgroundJob)).rejects.toThrow(RangeError)
    expect(random.filter(one => one.length === 16).some(isErased)).toBe(true)
    // The shared secret and the wrap key of one recipient, and the key of the payload: the record has none yet.
    expect(derived).toHaveLength(3)
    expect(derived.filter(one => !isErased(one))).toEqual([])
  })

  it('at the MAC of the header, its key is overwritten, too', async () => {
    const { derived } = watchSecrets()
    vi.spyOn(crypto.subtle, 'sign').mockRejectedValue(new Error('no MAC'))
    await expect(ageScheme.seal(plain, age, backgroundJob)).rejects.toThrow('no MAC')
    expect(derived).toHaveLength(5)
    expect(derived.filter(one => !isErased(one))).toEqual([])
  })

  it('at a recipient, the secret that is shared with them is overwritten', async () => {
    const { derived } = watchSecrets()
    const { importKey } = crypto.subtle
    vi.spyOn(crypto.subtle, 'importKey').mockImplementation(async (...asked) => {
      if (String(asked[2]) === 'HKDF') throw new Error('no key')
      return importKey.apply(crypto.subtle, asked as unknown as Parameters<typeof importKey>)
    })
    await expect(ageScheme.seal(plain, age, backgroundJob)).rejects.toThrow('no key')
    expect(derived).toHaveLength(1)
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

describe('the keys of the record and of the content', () => {
  it('are overwritten once both were read', async () => {
    recordKeys.length = 0
    await open(new Blob([await sealed(PDF)]), identity)
    expect(recordKeys).toHaveLength(2)
    expect(recordKeys.every(isErased)).toBe(true)
  })

  it('are overwritten as well where the record is malformed', async () => {
    recordKeys.length = 0
    const broken = new Uint8Array(RECORD_BYTES + 16)
    const stanza = { args: [RECORD_TYPE, RECORD_VERSION], body: broken }
    await expect(readRecord([stanza], new Uint8Array(16).fill(1))).rejects.toMatchObject({
      code: 'damaged',
    })
    expect(recordKeys).toHaveLength(1)
    expect(recordKeys.every(isErased)).toBe(true)
  })
})
