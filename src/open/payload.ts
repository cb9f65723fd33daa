import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { SealDropError } from '../core/errors.ts'
import type { ByteReader, Pull } from './byte-reader.ts'

type Bytes = Uint8Array<ArrayBuffer>

const NONCE_BYTES = 16
const TAG_BYTES = 16
const CHUNK_BYTES = 64 * 1024
const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES

const damaged = (cause?: unknown): SealDropError =>
  new SealDropError('damaged', 'The file was cut or changed.', { cause })

/**
 * The payload behind a header (C2SP age, "Payload"), decrypted: a chunk of at most 64 KiB at a time, each one authenticated, with its
 * place and whether it is the last. Throws `damaged` for a chunk that was changed, and where the last one is missing. The key is
 * overwritten once nothing more is read, or `end` was called.
 */
export const decryptPayload = (
  reader: ByteReader,
  fileKey: Uint8Array,
): { readonly pull: Pull; end(): void } => {
  let key: Uint8Array | undefined
  let isEnded = false
  const nonce = new Uint8Array(12)
  const counter = new DataView(nonce.buffer)
  let chunks = 0

  const start = async (): Promise<Uint8Array> => {
    const salt = await reader.read(NONCE_BYTES)
    if (salt.length < NONCE_BYTES) throw damaged()
    return hkdf(sha256, fileKey, salt, new TextEncoder().encode('payload'), 32)
  }

  const end = (): void => {
    isEnded = true
    key?.fill(0)
    fileKey.fill(0)
  }

  const next = async (): Promise<Bytes> => {
    key ??= await start()
    const sealed = await reader.read(SEALED_CHUNK_BYTES)
    const isLast = await reader.isAtEnd()
    if (sealed.length < TAG_BYTES) throw damaged()
    // Eleven bytes count; six of them suffice for any file.
    counter.setUint32(7, chunks)
    counter.setUint32(3, chunks / 2 ** 32)
    nonce[11] = isLast ? 1 : 0
    let plain: Bytes
    try {
      plain = chacha20poly1305(key, nonce).decrypt(sealed)
    } catch (cause) {
      throw damaged(cause)
    }
    // Only the first chunk may be empty: otherwise a file could be written in two ways.
    if (isLast && plain.length === 0 && chunks > 0) throw damaged()
    chunks++
    if (isLast) end()
    return plain
  }

  return {
    end,
    async pull() {
      if (isEnded) return undefined
      try {
        return await next()
      } catch (thrown) {
        end()
        throw thrown
      }
    },
  }
}
