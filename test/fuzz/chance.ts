/** Where a case comes from: every choice is one draw, so that a case is a list of numbers, and a smaller list a simpler case. */
export interface Chance {
  /** From 0 up to, and without, `below`. */
  int(below: number): number
  pick<Thing>(things: readonly Thing[]): Thing
  /** Zero, the simplest draw, says no. */
  isOneIn(count: number): boolean
  bytes(count: number): Uint8Array<ArrayBuffer>
}

/** 32 bits, mixed (mulberry32). */
const mixed = (state: number): number => {
  let bits = Math.imul(state ^ (state >>> 15), 1 | state)
  bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
  return (bits ^ (bits >>> 14)) >>> 0
}

export const createChance = (draw: () => number): Chance => {
  const int = (below: number): number => Math.floor((draw() / 2 ** 32) * below)
  return {
    int,
    pick(things) {
      const thing = things[int(things.length)]
      if (thing === undefined) throw new Error('There is nothing to pick from.')
      return thing
    },
    isOneIn: count => int(count) === count - 1,
    bytes(count) {
      let state = draw()
      return Uint8Array.from({ length: count }, () => {
        state = (state + 0x6d2b79f5) | 0
        return mixed(state)
      })
    },
  }
}

/** The draws of one case: they follow from the seed, the target and the number of the case alone. */
export const drawsOf = (seed: number, target: string, index: number): (() => number) => {
  let state = mixed(seed + 1) ^ mixed(index + 0x51ed)
  for (const letter of target) state = mixed(state ^ letter.charCodeAt(0))
  return () => {
    state = (state + 0x6d2b79f5) | 0
    return mixed(state)
  }
}

/** The same draws again, and zero where they end. */
export const replay = (tape: readonly number[]): (() => number) => {
  let at = 0
  return () => tape[at++] ?? 0
}
