import { hex } from '../../core/bytes.ts'
import type { Digests, Job, Scheme, SealSpec } from '../../core/contracts.ts'
import { readBytes, turn } from '../../core/read.ts'
import { importKeyPair, keyFingerprint } from '../../core/rsa.ts'

const KEY_BYTES = 32
const BLOCK_BYTES = 16
/** A multiple of the block; in Chromium slices of this size take two thirds of the time of larger ones (measured). */
const SLICE_BYTES = 512 * 1024
/** A multiple of the slice. The browser carries a Blob's bytes away while the next part is in the cipher: a tenth less time in all. */
const PART_BYTES = 8 * SLICE_BYTES

/** PKCS#7: there is always some padding. */
const paddedSize = (size: number): number => BLOCK_BYTES * (Math.floor(size / BLOCK_BYTES) + 1)

/**
 * AES-256-CBC of `bytes` into `out`, which it also gives back as Blobs in order. WebCrypto has no incremental CBC. Slices are chained instead: the last ciphertext block
 * of one is the IV of the next, and the padding WebCrypto adds to every slice is dropped from all but the last. The bytes
 * are those of one call.
 */
const encryptInto = async (
  out: Uint8Array<ArrayBuffer>,
  bytes: Uint8Array<ArrayBuffer>,
  key: CryptoKey,
  firstIv: Uint8Array<ArrayBuffer>,
  job: Job,
): Promise<readonly Blob[]> => {
  const parts: Blob[] = []
  let iv = firstIv
  for (let at = 0; at === 0 || at < bytes.length; at += SLICE_BYTES) {
    job.signal.throwIfAborted()
    const slice = bytes.subarray(at, at + SLICE_BYTES)
    const isLast = at + SLICE_BYTES >= bytes.length
    const sealed = await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, key, slice)
    const part = new Uint8Array(sealed, 0, isLast ? sealed.byteLength : slice.length)
    out.set(part, at)
    iv = part.slice(-BLOCK_BYTES)
    const end = at + part.length
    if (isLast || end % PART_BYTES === 0)
      parts.push(new Blob([out.subarray(parts.length * PART_BYTES, end)]))
    job.progress(at + slice.length, bytes.length)
  }
  return parts
}

/**
 * Begun when the cipher is through, and a turn later: Chromium does WebCrypto on the thread that asks for it, so this would hold
 * up the answer that the body is ready (measured).
 */
const digestsOf = async (
  bytes: Uint8Array<ArrayBuffer>,
  body: Uint8Array<ArrayBuffer>,
): Promise<Digests> => {
  await turn()
  return {
    digest: hex(await crypto.subtle.digest('SHA-256', bytes)),
    bodyDigest: hex(await crypto.subtle.digest('SHA-256', body)),
  }
}

/**
 * DIDWW's format, byte for byte (their page "Encryption details" and SDKs): RSA-OAEP(SHA-256) of `key || iv` for key A,
 * the same for key B, then AES-256-CBC with PKCS#7 padding. No MAC: confidentiality only. Needs the file in memory.
 */
export const didwwScheme: Scheme<Extract<SealSpec, { scheme: 'didww' }>> = {
  name: 'didww',
  async seal({ blob }, { publicKeys }, job) {
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
      const head = Promise.all([
        crypto.subtle.encrypt(oaep, keyA, secret),
        crypto.subtle.encrypt(oaep, keyB, secret),
        keyFingerprint(publicKeys[0]),
        keyFingerprint(publicKeys[1]),
      ])
      const bytes = await readBytes(blob)
      const [blockA, blockB, fingerprintA, fingerprintB] = await head
      const start = blockA.byteLength + blockB.byteLength
      const body = new Uint8Array(start + paddedSize(bytes.length))
      body.set(new Uint8Array(blockA))
      body.set(new Uint8Array(blockB), blockA.byteLength)
      const iv = secret.slice(KEY_BYTES)
      const parts = await encryptInto(body.subarray(start), bytes, key, iv, job)
      return {
        body: new Blob([blockA, blockB, ...parts]),
        facts: { fingerprint: `${fingerprintA}:::${fingerprintB}` },
        later: digestsOf(bytes, body),
      }
    } finally {
      secret.fill(0)
    }
  },
}
