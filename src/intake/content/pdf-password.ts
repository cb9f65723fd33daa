import { md5 } from '@noble/hashes/legacy.js'
import { fromHex } from '../../core/bytes.ts'
import { type PdfDictionary, stringIn } from './pdf-dictionary.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** What a password is filled up with (ISO 32000-2, 7.6.4.3, algorithm 2): the empty one is nothing else. */
const PADDING = fromHex('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a')
const NOTHING = new Uint8Array(0)

const join = (...parts: readonly Uint8Array[]): Bytes =>
  Uint8Array.from(parts.flatMap(part => [...part]))

const startsAlike = (a: Uint8Array, b: Uint8Array, length: number): boolean =>
  a.subarray(0, length).every((byte, at) => byte === b[at])

const rc4 = (key: Uint8Array, input: Uint8Array): Uint8Array => {
  const state = Uint8Array.from({ length: 256 }, (_, at) => at)
  let j = 0
  const swap = (i: number, step: number): number => {
    const a = state[i] ?? 0
    j = (j + a + step) & 255
    const b = state[j] ?? 0
    state[i] = b
    state[j] = a
    return a + b
  }
  for (let i = 0; i < 256; i++) swap(i, key[i % key.length] ?? 0)
  j = 0
  return input.map((byte, at) => byte ^ (state[swap((at + 1) & 255, 0) & 255] ?? 0))
}

/** RC4 with the key, or since revision 3 with 20 keys made of it, from `first` on. */
const rc4Rounds = (key: Uint8Array, input: Uint8Array, rounds: readonly number[]): Uint8Array =>
  rounds.reduce<Uint8Array>(
    (text, round) =>
      rc4(
        key.map(byte => byte ^ round),
        text,
      ),
    input,
  )

const TWENTY = Array.from({ length: 20 }, (_, round) => round)

/** MD5, and since revision 3 fifty more times of its first bytes. */
const md5Rounds = (input: Uint8Array, isRepeated: boolean, length: number): Uint8Array => {
  let digest = md5(input)
  for (let left = isRepeated ? 50 : 0; left > 0; left--) digest = md5(digest.subarray(0, length))
  return digest
}

/** The first 32 bytes; in some files there are fewer, without the zeros at their end. */
const padded = (value: Uint8Array): Bytes => {
  const whole = new Uint8Array(32)
  whole.set(value.subarray(0, 32))
  return whole
}

/** Revisions 2 to 4: algorithms 6 and 7. */
const opensByRc4 = (
  encryption: PdfDictionary,
  revision: number,
  [ownerValue, userValue]: readonly [Bytes, Bytes],
  id: Uint8Array,
): boolean => {
  const [owner, user] = [padded(ownerValue), padded(userValue)]
  const permissions = new Uint8Array(4)
  new DataView(permissions.buffer).setInt32(0, Number(encryption.get('P')), true)
  const leavesMetadata = revision === 4 && encryption.get('EncryptMetadata') === 'false'
  const rest = join(owner, permissions, id, fromHex(leavesMetadata ? 'ffffffff' : ''))
  const isLater = revision > 2
  const rounds = isLater ? TWENTY : [0]

  const opens = (password: Uint8Array, length: number): boolean => {
    const key = md5Rounds(join(password, rest), isLater, length).subarray(0, length)
    const check = isLater ? md5(join(PADDING, id)) : PADDING
    return startsAlike(rc4Rounds(key, check, rounds), user, 32)
  }
  // The length of the key is often written down wrongly, or not at all: where one of them fits, it is the right one.
  return [Number(encryption.get('Length')) / 8, 16, 5].some(length => {
    if (!(length >= 5 && length <= 16)) return false
    const key = md5Rounds(PADDING, isLater, 16).subarray(0, length)
    const recovered = rc4Rounds(key, owner, [...rounds].reverse())
    return opens(PADDING, length) || opens(recovered, length)
  })
}

const sha = async (bits: number, input: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest(`SHA-${bits}`, input))

/** AES-128-CBC without the padding that WebCrypto adds. */
const aes = async (key: Bytes, iv: Bytes, input: Bytes): Promise<Bytes> => {
  const imported = await crypto.subtle.importKey('raw', key, 'AES-CBC', false, ['encrypt'])
  const output = await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, imported, input)
  return new Uint8Array(output, 0, input.length)
}

/** Algorithm 2.B for the empty password. It has 64 rounds at least, and 288 at most, whatever is in the file. */
const hardenedHash = async (salted: Bytes, user: Bytes): Promise<Bytes> => {
  let key = await sha(256, salted)
  for (let round = 0, last = 0; round < 64 || last > round - 32; round++) {
    const block = join(key, user)
    const input = new Uint8Array(64 * block.length).map((_, at) => block[at % block.length] ?? 0)
    const output = await aes(key.slice(0, 16), key.slice(16, 32), input)
    const bits = [256, 384, 512][output.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3]
    key = await sha(bits ?? 256, output)
    last = output.at(-1) ?? 0
  }
  return key
}

/** Revisions 5 and 6: algorithms 11 and 12. Undefined where the values are too short for them. */
const opensBySha = async (
  revision: number,
  [owner, user]: readonly [Bytes, Bytes],
): Promise<boolean | undefined> => {
  if (owner.length < 48 || user.length < 48) return undefined
  const opens = async (value: Bytes, further: Bytes): Promise<boolean> => {
    const salted = join(value.subarray(32, 40), further)
    const hash = revision === 5 ? await sha(256, salted) : await hardenedHash(salted, further)
    return startsAlike(hash, value, 32)
  }
  return (await opens(user, NOTHING)) || opens(owner, user.slice(0, 48))
}

/**
 * Whether the empty password opens a document as its user's or as its owner's (ISO 32000-2, 7.6.4), which any reader tries
 * before it asks; undefined where the encryption is not known.
 */
export const opensWithoutPassword = async (
  encryption: PdfDictionary,
  id: Uint8Array,
): Promise<boolean | undefined> => {
  const revision = Number(encryption.get('R'))
  const [owner, user] = [stringIn(encryption.get('O')), stringIn(encryption.get('U'))]
  if (!owner || !user) return undefined
  if (revision >= 2 && revision <= 4) return opensByRc4(encryption, revision, [owner, user], id)
  return revision === 5 || revision === 6 ? opensBySha(revision, [owner, user]) : undefined
}
