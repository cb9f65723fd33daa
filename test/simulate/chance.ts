/** Numbers that only look random: the same after each `reset` with the same seed (mulberry32). */
let state = 1

const next = (): number => {
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return (mixed ^ (mixed >>> 14)) >>> 0
}

export const chance = {
  reset: (seed: number): void => {
    state = seed
  },
  fill<Bytes extends ArrayBufferView>(view: Bytes): Bytes {
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
    for (let at = 0; at < bytes.length; at++) bytes[at] = next()
    return view
  },
  uuid(): `${string}-${string}-${string}-${string}-${string}` {
    const hex = Buffer.from(chance.fill(new Uint8Array(16))).toString('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
  },
}
