import {
  createCipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  type KeyObject,
} from 'node:crypto'
import type { FormatVector } from '../age/format-vectors.ts'

/**
 * A sealer written from FORMAT.md and C2SP age alone, with OpenSSL's ciphers. It shares no line with `src`: where both make
 * the same bytes, it is the format that says so.
 */

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()
const fromHex = (text: string): Buffer => Buffer.from(text, 'hex')
const unpadded = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '')
const derive = (key: Buffer, salt: Buffer, info: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, info, 32))

const seal = (key: Buffer, nonce: Buffer, text: Buffer): Buffer => {
  const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 })
  return Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()])
}

const privateKeyOf = (scalar: Buffer): KeyObject => {
  const key = Buffer.concat([fromHex('302e020100300506032b656e04220420'), scalar])
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' })
}
const publicBytesOf = (scalar: Buffer): Buffer =>
  createPublicKey(privateKeyOf(scalar)).export({ format: 'der', type: 'spki' }).subarray(-32)

/** The public key of test recipient 1, 2 or 3. */
export const recipientBytes = (which: number): Buffer =>
  publicBytesOf(sha256(`sealdrop.dev/test identity ${which}`))

/** A full line needs a shorter one behind it, if need be an empty one. */
const stanza = (line: string, body: Buffer): string =>
  `-> ${line}\n${unpadded(body).replace(/.{64}/g, '$&\n')}\n`

export const sealByOpenssl = (vector: Omit<FormatVector, 'sealed'>): Buffer => {
  const fileKey = fromHex(vector.fileKey)
  const nonce = fromHex(vector.nonce)
  const wrapped = vector.recipients.map((_, at) => {
    const ephemeral = sha256(`sealdrop.dev/test ephemeral ${vector.name} ${at + 1}`)
    const share = publicBytesOf(ephemeral)
    const recipient = recipientBytes(at + 1)
    const publicKey = createPublicKey({
      key: Buffer.concat([fromHex('302a300506032b656e032100'), recipient]),
      format: 'der',
      type: 'spki',
    })
    const secret = diffieHellman({ privateKey: privateKeyOf(ephemeral), publicKey })
    const key = derive(secret, Buffer.concat([share, recipient]), 'age-encryption.org/v1/X25519')
    return stanza(`X25519 ${unpadded(share)}`, seal(key, Buffer.alloc(12), fileKey))
  })
  const recordKey = derive(fileKey, Buffer.alloc(0), 'sealdrop.dev/record v1')
  const records = vector.stanzas.map(({ arguments: words, text }) => {
    const padded = Buffer.alloc(1024, ' ')
    padded.write(text)
    return stanza(words.join(' '), seal(recordKey, Buffer.alloc(12), padded))
  })
  const signed = `age-encryption.org/v1\n${[...wrapped, ...records].join('')}---`
  const macKey = derive(fileKey, Buffer.alloc(0), 'header')
  const mac = createHmac('sha256', macKey).update(signed).digest()

  const plaintext = Buffer.from(Uint8Array.from({ length: vector.size }, (_, at) => at * 7))
  const payloadKey = derive(fileKey, nonce, 'payload')
  const chunks: Buffer[] = []
  for (let at = 0; at === 0 || at < vector.size; at += 65_536) {
    const counter = Buffer.alloc(12)
    counter.writeUInt32BE(at / 65_536, 7)
    counter[11] = at + 65_536 >= vector.size ? 1 : 0
    chunks.push(seal(payloadKey, counter, plaintext.subarray(at, at + 65_536)))
  }
  return Buffer.concat([Buffer.from(`${signed} ${unpadded(mac)}\n`), nonce, ...chunks])
}
