import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption'

/** Whoever a sandbox holds files for. */
export interface SandboxRecipient {
  /** `age1…`; the identity never leaves this process. */
  readonly recipient: string
  /** The original of what was sealed for the recipient, out of its PDF wrapper where it has one. Rejects where it does not open. */
  open(body: Buffer): Promise<Buffer>
}

/** Makes a new identity. Opens with age's own library, so that it can disagree with ours. */
export const createRecipient = async (): Promise<SandboxRecipient> => {
  const identity = await generateIdentity()
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  return {
    recipient: await identityToRecipient(identity),
    open: async body => Buffer.from(await decrypter.decrypt(unwrapped(body))),
  }
}

/** What a PDF carries as its embedded file, by what it says of itself; anything else as it is. */
export const unwrapped = (body: Buffer): Buffer => {
  const text = body.toString('latin1', 0, 8192)
  if (!text.startsWith('%PDF-')) return body
  const found = /\/Type\s*\/EmbeddedFile\b.*?\/Length\s+(\d+)\s*>>\s*stream\r?\n/s.exec(text)
  if (!found) throw new Error('The PDF has no embedded file.')
  const start = found.index + found[0].length
  return body.subarray(start, start + Number(found[1]))
}
