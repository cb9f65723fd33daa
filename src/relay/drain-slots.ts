/** Bodies that are read and thrown away at the same time: no connection is free, and whoever is refused sends as many as they like. */
export interface DrainSlots {
  /** What gives the slot back; undefined where all are taken. `name`: whose it is, where that is known. */
  take(name: string | undefined): (() => void) | undefined
}

const IN_ALL = 100
/** A page sends three files at once, where nothing else is said. */
const FOR_ONE = 4

export const createDrainSlots = (): DrainSlots => {
  let taken = 0
  const byName = new Map<string, number>()
  const change = (name: string | undefined, by: 1 | -1): void => {
    taken += by
    if (name === undefined) return
    const count = (byName.get(name) ?? 0) + by
    if (count === 0) byName.delete(name)
    else byName.set(name, count)
  }
  return {
    take(name) {
      const own = name === undefined ? 0 : (byName.get(name) ?? 0)
      if (taken >= IN_ALL || own >= FOR_ONE) return undefined
      change(name, 1)
      let isTaken = true
      return () => {
        if (isTaken) change(name, -1)
        isTaken = false
      }
    },
  }
}
