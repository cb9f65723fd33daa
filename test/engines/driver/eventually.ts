import { setTimeout } from 'node:timers/promises'

const LONGEST_MS = 30_000

/** Tries until it succeeds. Rejects with the last failure. */
export const eventually = async <Value>(attempt: () => Promise<Value>): Promise<Value> => {
  const end = Date.now() + LONGEST_MS
  for (;;)
    try {
      return await attempt()
    } catch (error) {
      if (Date.now() > end) throw error
      await setTimeout(50)
    }
}
