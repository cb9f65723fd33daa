import { misconfigured } from './errors.ts'

/** Every option of a transport, once: the compiler names the one that is missing here. */
export type KnownOptions<Options> = Readonly<Record<keyof Options, true>>

const lettersOf = (name: string): readonly string[] => [...name.toLowerCase()]

/** How many letters must be put in, taken out or changed to make one word of the other (Levenshtein). */
const distance = (a: string, b: string): number => {
  const first = lettersOf(a)
  let row = [0, ...first.map((_, at) => at + 1)]
  for (const letter of lettersOf(b)) {
    const next = [(row[0] ?? 0) + 1]
    first.forEach((own, at) => {
      const kept = (row[at] ?? 0) + (own === letter ? 0 : 1)
      next.push(Math.min(kept, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1))
    })
    row = next
  }
  return row[first.length] ?? 0
}

/**
 * Throws `misconfigured` for an option that this transport does not know: one that is misspelt would change nothing, and nobody
 * would notice.
 */
export const refuseUnknown = <Options extends object>(
  transport: string,
  options: Options,
  known: KnownOptions<Options>,
): void => {
  const names = Object.keys(known)
  const unknown = Object.entries(options).find(
    ([name, value]) => value !== undefined && !names.includes(name),
  )?.[0]
  if (unknown === undefined) return
  const meant = names.find(name => distance(name, unknown.slice(0, 100)) <= 2)
  const hint = meant === undefined ? '' : ` Did you mean "${meant}"?`
  throw misconfigured(
    `${transport} has no option "${unknown}".${hint} It takes ${names.join(', ')}.`,
  )
}
