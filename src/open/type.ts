import { HEAD_BYTES, sniff } from '../intake/content/signatures.ts'

const KNOWN = ['application/pdf', 'image/jpeg', 'image/png']

/** The media type by content: PDF, JPEG or PNG, otherwise `application/octet-stream`. What the sender claims plays no part. */
export const typeOf = async (blob: Blob): Promise<string> => {
  const head = new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer())
  const { type } = sniff(head) ?? { type: '' }
  return KNOWN.includes(type) ? type : 'application/octet-stream'
}
