import { hkdf, hmac } from '../../../core/kdf.ts'
import { base64, formatStanza, type Stanza } from './stanza.ts'

const encoder = new TextEncoder()

/** The whole header, its MAC last (C2SP age, "Header MAC"). */
export const formatHeader = async (
  stanzas: readonly Stanza[],
  fileKey: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> => {
  const signed = `age-encryption.org/v1\n${stanzas.map(formatStanza).join('')}---`
  const macKey = await hkdf(fileKey, new Uint8Array(0), 'header')
  const mac = await hmac(macKey, encoder.encode(signed)).finally(() => macKey.fill(0))
  return encoder.encode(`${signed} ${base64(mac)}\n`)
}
