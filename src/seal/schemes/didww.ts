import { hex } from '../../core/bytes.ts'
import type { Digests, Job, Scheme, SealSpec } from '../../core/contracts.ts'
import { readBytes, yieldToEventLoop } from '../../core/read.ts'
import { release } from '../../core/release.ts'
import { importKeyPair, keyFingerprint } from '../../core/rsa.ts'
import { compareWith } from './as-checked.ts'

const KEY_BYTES = 32
const BLOCK_BYTES = 16
/** A multiple of the block; in Chromium slices of this size take two thirds of the time of larger ones (measured). */
const SLICE_BYTES = 512 * 1024
/** Slices in one Blob. The browser moves its bytes out of the worker while the next slices are encrypted: a tenth less time. */
const PART_SLICES = 8

/** PKCS#7: there is always some padding. */
const paddedSize = (size: number): number => BLOCK_BYTES * (Math.floor(size / BLOCK_BYTES) + 1)

/**
 * AES-256-CBC of `bytes`, as slices and as Blobs of several slices. WebCrypto has no incremental CBC, so the slices are chained by
 * hand: the last ciphertext block of one is the IV of the next, and the padding that WebCrypto adds to every slice is dropped from
 * all but the last. The result is the same as that of one call.
 */
const encrypt = async (
  bytes: Uint8Array<ArrayBuffer>,
  key: CryptoKey,
  firstIv: Uint8Array<ArrayBuffer>,
  job: Job,
): Promise<{ slices: readonly Uint8Array<ArrayBuffer>[]; parts: readonly Blob[] }> => {
  const slices: Uint8Array<ArrayBuffer>[] = []
  const parts: Blob[] = []
  let iv = firstIv
  for (let at = 0; at === 0 || at < bytes.length; at += SLICE_BYTES) {
    job.signal.throwIfAborted()
    const slice = bytes.subarray(at, at + SLICE_BYTES)
    const isLast = at + SLICE_BYTES >= bytes.length
    const sealed = await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, key, slice)
    const part = new Uint8Array(sealed, 0, isLast ? sealed.byteLength : slice.length)
    slices.push(part)
    iv = part.slice(-BLOCK_BYTES)
    if (isLast || slices.length % PART_SLICES === 0)
      parts.push(new Blob(slices.slice(parts.length * PART_SLICES)))
    job.progress(at + slice.length, bytes.length)
  }
  return { slices, parts }
}

/**
 * Begins after the encryption, and after other tasks had their turn: Chromium runs WebCrypto on the thread that calls it, so
 * hashing at once would delay the message that the body is ready (measured). The body is assembled in the memory of the plain
 * bytes, because fresh memory costs more time than the hash (measured).
 */
const digestsOf = async (
  room: Uint8Array<ArrayBuffer>,
  plain: Uint8Array<ArrayBuffer>,
  sealed: readonly Uint8Array<ArrayBuffer>[],
): Promise<Digests> => {
  await yieldToEventLoop()
  const digest = hex(await crypto.subtle.digest('SHA-256', plain))
  let end = plain.byteOffset
  for (const slice of sealed) {
    room.set(slice, end)
    end += slice.length
    release(slice)
  }
  const hashing = crypto.subtle.digest('SHA-256', room.subarray(0, end))
  release(room) // it has a copy
  return { digest, bodyDigest: hex(await hashing) }
}

/**
 * DIDWW's format, byte for byte (their page "Encryption details" and SDKs): RSA-OAEP(SHA-256) of `key || iv` for key A,
 * the same for key B, then AES-256-CBC with PKCS#7 padding. No MAC: confidentiality only. Needs the file in memory.
 */
export const didwwScheme: Scheme<Extract<SealSpec, { scheme: 'didww' }>> = {
  name: 'didww',
  async seal({ blob, reading, cuts }, { publicKeys }, job) {
    const [keyA, keyB] = await importKeyPair(publicKeys)
    const secret = crypto.getRandomValues(new Uint8Array(KEY_BYTES + BLOCK_BYTES))
    try {
      const key = await crypto.subtle.importKey(
        'raw',
        secret.subarray(0, KEY_BYTES),
        'AES-CBC',
        false,
        ['encrypt'],
      )
      const oaep = { name: 'RSA-OAEP' }
      const [blockA, blockB, fingerprintA, fingerprintB] = await Promise.all([
        crypto.subtle.encrypt(oaep, keyA, secret),
        crypto.subtle.encrypt(oaep, keyB, secret),
        keyFingerprint(publicKeys[0]),
        keyFingerprint(publicKeys[1]),
      ])
      const start = blockA.byteLength + blockB.byteLength
      // Read with the two blocks in front and room for the padding behind, so that digestsOf can assemble the body here.
      const padding = new Uint8Array(paddedSize(blob.size) - blob.size)
      const room = await readBytes(new Blob([blockA, blockB, blob, padding]))
      const comparison = compareWith(reading, cuts)
      const bytes = await comparison.see(0, room.subarray(start, start + blob.size))
      comparison.end()
      const iv = secret.slice(KEY_BYTES)
      const { slices, parts } = await encrypt(bytes, key, iv, job)
      return {
        body: new Blob([blockA, blockB, ...parts]),
        facts: { fingerprint: `${fingerprintA}:::${fingerprintB}` },
        digests: digestsOf(room, bytes, slices),
      }
    } finally {
      secret.fill(0)
    }
  },
}
