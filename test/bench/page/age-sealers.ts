import { Encrypter } from 'age-encryption'
import { hkdf } from '../../../src/core/kdf.ts'
import { readRecipient } from '../../../src/core/recipient.ts'
import { backend, noble } from '../../../src/seal/schemes/age/aead.ts'
import { ageScheme, HEAD_BYTES } from '../../../src/seal/schemes/age/age.ts'
import { formatHeader } from '../../../src/seal/schemes/age/header.ts'
import { slicesOf } from '../../../src/seal/schemes/age/payload.ts'
import { CHUNK_BYTES, roomFor, sealChunks } from '../../../src/seal/schemes/age/stream.ts'
import { wrapX25519 } from '../../../src/seal/schemes/age/x25519.ts'

/**
 * In one worker. `alone`: the seal with the hash and the record, without another thread. `plain`: the same code without those two,
 * which is all that the peer does. `peer`: age-encryption's stream API. `peerBytes`: the same library on the whole file at once.
 */
export type Sealer = 'alone' | 'plain' | 'peer' | 'peerBytes'

/** From a chosen file to an age file for this recipient, as a Blob that can be uploaded. */
export type Seal = (file: File, recipient: string) => Promise<Blob>

/** As much as the seal hands on at once. */
const PART_BYTES = 64 * CHUNK_BYTES

const { signal } = new AbortController()

const alone: Seal = async (file, recipient) => {
  const { name, type, lastModified } = file
  const { body, digests } = await ageScheme.seal(
    { blob: file, name, type, lastModified, remarks: [] },
    { scheme: 'age', recipients: [recipient], keys: [readRecipient(recipient).key] },
    { signal, progress: () => {} },
  )
  await digests
  return body
}

const plain: Seal = async (file, recipient) => {
  const makeAead = await backend()
  const fileKey = crypto.getRandomValues(new Uint8Array(16))
  const nonce = crypto.getRandomValues(new Uint8Array(16))
  const wrapped = await wrapX25519(fileKey, readRecipient(recipient).key, makeAead)
  const aead = await makeAead(await hkdf(fileKey, nonce, 'payload'))
  const parts: BlobPart[] = [await formatHeader([wrapped], fileKey), nonce]
  const head = makeAead === noble ? HEAD_BYTES : file.size
  const chunker = { aead, sealed: () => {}, signal, room: roomFor(PART_BYTES) }
  for await (const { at, slice } of slicesOf(file, head, file.size)) {
    for (let from = 0; from === 0 || from < slice.length; from += PART_BYTES) {
      const part = slice.subarray(from, from + PART_BYTES)
      const isEnd = at + from + part.length === file.size
      parts.push(new Blob([await sealChunks(part, (at + from) / CHUNK_BYTES, isEnd, chunker)]))
    }
  }
  return new Blob(parts)
}

const encrypterFor = (recipient: string): Encrypter => {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  return encrypter
}

const peer: Seal = async (file, recipient) =>
  new Response(await encrypterFor(recipient).encrypt(file.stream())).blob()

const peerBytes: Seal = async (file, recipient) => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const sealed = await encrypterFor(recipient).encrypt(bytes)
  return new Blob([sealed as Uint8Array<ArrayBuffer>])
}

export const sealers: Readonly<Record<Sealer, Seal>> = { alone, plain, peer, peerBytes }
