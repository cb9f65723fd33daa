import { hex } from './bytes.ts'

/** The first 10 bytes of SHA-256 of the recipient's text, as 5 groups of 4 hex digits: short enough to compare by phone. */
export const recipientFingerprint = async (recipient: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(recipient))
  return (hex(digest).slice(0, 20).match(/.{4}/g) ?? []).join(' ')
}
