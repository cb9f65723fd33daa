/** One recipient's stanza: `-> X25519 ` and 43 characters, a line of 43 under it. */
const X25519_BYTES = 98
/** In its place `-> p256tag `, a tag of 6 and 87 characters. */
const TAG_BYTES = 52
/** `mlkem768` in the name, and its 1,088 bytes with those of the curve. */
const MLKEM_BYTES = 1459

/** How many bytes the stanzas of these age recipients take. A recipient that is listed twice counts once. */
export const stanzaBytes = (recipients: readonly string[]): number => {
  let total = 0
  for (const recipient of new Set(recipients)) {
    const [, tag, pq] = /^age1(tag)?(pq)?1/.exec(recipient) ?? []
    total += X25519_BYTES + (tag ? TAG_BYTES : 0) + (pq ? MLKEM_BYTES : 0)
  }
  return total
}
