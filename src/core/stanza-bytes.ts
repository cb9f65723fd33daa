/** Bytes of one recipient's stanza: `-> X25519 ` and 43 characters, or `-> mlkem768x25519 ` and 1,494; a line of 43 under it. */
const STANZA_BYTES = { X25519: 98, mlkem768x25519: 1557 } as const

/** How many bytes the stanzas of these age recipients take. A recipient that is listed twice counts once. */
export const stanzaBytes = (recipients: readonly string[]): number => {
  let total = 0
  for (const recipient of new Set(recipients))
    total += STANZA_BYTES[/^age1pq1/.test(recipient) ? 'mlkem768x25519' : 'X25519']
  return total
}
