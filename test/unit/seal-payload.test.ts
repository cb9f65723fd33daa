import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { backgroundJob } from '../../src/core/abort.ts'
import type { Job } from '../../src/core/contracts.ts'
import { generateIdentity, open, recipientOf } from '../../src/open/index.ts'
import type { Aead } from '../../src/seal/schemes/age/aead.ts'
import { sealPayload, slicesOf } from '../../src/seal/schemes/age/payload.ts'
import { bodyInMemory } from '../../src/seal/schemes/body.ts'
import { ageScheme } from '../age/scheme.ts'

const CHUNK = 65_536
/** Encrypts nothing, so that only the order of the bytes is judged: 16 bytes follow each chunk, its nonce and zeros. */
const clear: Aead = async (nonce, text) => {
  const sealed = new Uint8Array(text.length + 16)
  sealed.set(text)
  sealed.set(nonce, text.length)
  return sealed
}
/** No two chunks are alike. */
const numbered = (size: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(size)
  for (let at = 0; at < size; at += CHUNK) bytes.fill(1 + (at / CHUNK) * 3, at, at + CHUNK)
  return bytes
}

/** The chunks of what came out, each with the number and the last byte of its nonce. */
const chunksOf = async (sealed: Blob) => {
  const bytes = Buffer.from(await sealed.arrayBuffer())
  const chunks: { text: Buffer; index: number; isLast: boolean }[] = []
  for (let at = 0; at < bytes.length; at += CHUNK + 16) {
    const chunk = bytes.subarray(at, at + CHUNK + 16)
    const nonce = chunk.subarray(chunk.length - 16, chunk.length - 4)
    const index = nonce.readUIntBE(5, 6)
    chunks.push({ text: chunk.subarray(0, -16), index, isLast: nonce[11] === 1 })
  }
  return chunks
}

describe('a payload', () => {
  it.each([
    [0, CHUNK],
    [1, CHUNK],
    [CHUNK - 1, CHUNK],
    [CHUNK, CHUNK],
    [CHUNK + 1, CHUNK],
    [3 * CHUNK, CHUNK],
    [3 * CHUNK + 5, 2 * CHUNK],
    [64 * CHUNK, CHUNK],
    [64 * CHUNK + 1, undefined],
    [66 * CHUNK + 9, 65 * CHUNK],
  ])('of %i bytes, of which %i are read first, is every chunk in order', async (size, first) => {
    const plain = numbered(size)
    const body = bodyInMemory()
    const digest = await sealPayload(new Blob([plain]), clear, body, backgroundJob, first)
    const chunks = await chunksOf(await body.end([]))
    expect(Buffer.concat(chunks.map(({ text }) => text)).equals(plain)).toBe(true)
    expect(chunks.map(({ index }) => index)).toEqual(chunks.map((_, at) => at))
    expect(chunks.map(({ isLast }) => isLast)).toEqual(
      chunks.map((_, at) => at === chunks.length - 1),
    )
    expect(Buffer.from(digest)).toEqual(createHash('sha256').update(plain).digest())
  })

  it('over 64 MiB is hashed as it is read', async () => {
    const plain = new Uint8Array(64 * 1024 * 1024 + 1).fill(7)
    const body = bodyInMemory()
    const digest = await sealPayload(new Blob([plain]), clear, body, backgroundJob)
    expect((await body.end([])).size).toBe(plain.length + 16 * 1025)
    expect(Buffer.from(digest)).toEqual(createHash('sha256').update(plain).digest())
  })

  it('says how far it is, up to all of it', async () => {
    const progress = vi.fn()
    const blob = new Blob([numbered(3 * CHUNK + 5)])
    await sealPayload(blob, clear, bodyInMemory(), { ...backgroundJob, progress })
    expect(progress.mock.lastCall).toEqual([3 * CHUNK + 5, 3 * CHUNK + 5])
    const done = progress.mock.calls.map(([bytes]) => bytes)
    expect(done).toEqual(done.toSorted((one, other) => one - other))
  })

  it('is given up between two slices when it is aborted', async () => {
    const controller = new AbortController()
    const progress = vi.fn(() => controller.abort(new Error('left')))
    const job: Job = { signal: controller.signal, progress }
    const blob = new Blob([numbered(3 * CHUNK)])
    await expect(sealPayload(blob, clear, bodyInMemory(), job, CHUNK)).rejects.toThrow('left')
    expect(progress).toHaveBeenCalledOnce()
  })
})

it('slices are read in order, the first of its own size, and what cannot be read is told', async () => {
  const seen: [number, string][] = []
  for await (const { at, slice } of slicesOf(new Blob(['abcdefgh']), 3, 2))
    seen.push([at, new TextDecoder().decode(slice)])
  expect(seen).toEqual([
    [0, 'abc'],
    [3, 'de'],
    [5, 'fg'],
    [7, 'h'],
  ])
})

describe('a recipient’s key pair', () => {
  afterEach(() => void vi.restoreAllMocks())
  const seal = async () => {
    const identity = await generateIdentity()
    const plain = { blob: new Blob(['words']), name: 'a', type: 'application/pdf', remarks: [] }
    const spec = { scheme: 'age', recipients: [await recipientOf(identity)] } as const
    return { identity, plain, spec }
  }

  it('is made again where the browser fails at it, which WebKit does now and then', async () => {
    const { identity, plain, spec } = await seal()
    const made = vi.spyOn(crypto.subtle, 'generateKey')
    for (let time = 0; time < 9; time++) made.mockRejectedValueOnce(new Error('OperationError'))
    const { body } = await ageScheme.seal(plain, spec, backgroundJob)
    expect(made).toHaveBeenCalledTimes(10)
    expect(await (await open(body, identity)).file.text()).toBe('words')
  })

  it('is given up after ten times', async () => {
    const { plain, spec } = await seal()
    const made = vi.spyOn(crypto.subtle, 'generateKey').mockRejectedValue(new Error('never'))
    await expect(ageScheme.seal(plain, spec, backgroundJob)).rejects.toThrow('never')
    expect(made).toHaveBeenCalledTimes(10)
  })

  it('that gives a secret everybody knows seals nothing', async () => {
    const { plain, spec } = await seal()
    vi.spyOn(crypto.subtle, 'deriveBits').mockResolvedValueOnce(new ArrayBuffer(32))
    await expect(ageScheme.seal(plain, spec, backgroundJob)).rejects.toMatchObject({
      code: 'bad-recipient',
      cause: expect.any(Error),
    })
  })
})
