import fc from 'fast-check'
import { play } from './play.ts'
import { sceneNames, sceneOf } from './scenes.ts'
import { inWords, type Story, storyOf } from './story.ts'

export { play } from './play.ts'
export { sceneNames } from './scenes.ts'
export { inWords, type Story } from './story.ts'
export { replayXhr } from './xhr-replay.ts'

export interface Outcome {
  /** How many stories were played until the first that broke a promise, or all. */
  readonly played: number
  readonly seconds: number
  readonly broken?: {
    readonly path: string
    readonly story: Story
    readonly words: string
    readonly why: string
  }
}

/** Plays as many stories as asked for, and shrinks the first that breaks a promise. */
export const simulate = async (asked: {
  readonly seed: number
  readonly runs: number
  readonly path?: string
  readonly transports?: readonly string[]
  /** Whether the shortest story is looked for (true). */
  readonly shrinks?: boolean
}): Promise<Outcome> => {
  const { seed, runs, path, transports = sceneNames, shrinks = true } = asked
  await Promise.all(transports.map(sceneOf))
  const startedAt = globalThis.performance.now()
  const told = await fc.check(
    fc.asyncProperty(storyOf(transports), async story => void (await play(story))),
    { seed, numRuns: runs, ...(path !== undefined && { path }), endOnFailure: !shrinks },
  )
  const seconds = (globalThis.performance.now() - startedAt) / 1000
  const outcome = { played: told.numRuns, seconds }
  const [story] = told.counterexample ?? []
  if (!story) return outcome
  const why = String((told.errorInstance as Error | undefined)?.message ?? told.errorInstance)
  return {
    ...outcome,
    broken: { path: told.counterexamplePath ?? '', story, words: inWords(story), why },
  }
}

/** Plays them all, whatever breaks, and counts what broke: for each kind how often, and the shortest story. */
export const survey = async (asked: {
  readonly seed: number
  readonly runs: number
  readonly transports?: readonly string[]
}): Promise<ReadonlyMap<string, { count: number; words: string; why: string }>> => {
  const { seed, runs, transports = sceneNames } = asked
  await Promise.all(transports.map(sceneOf))
  const found = new Map<string, { count: number; story: Story; why: string }>()
  const sizeOf = (story: Story): number => JSON.stringify(story).length
  for (const story of fc.sample(storyOf(transports), { seed, numRuns: runs })) {
    try {
      await play(story)
    } catch (thrown) {
      const first = String(thrown).split('\n')[0] ?? ''
      const kind = `${story.transport}: ${first.replaceAll(/file \d+/g, 'a file')}`
      const told = { story, why: String(thrown) }
      const known = found.get(kind) ?? { count: 0, ...told }
      const shorter = sizeOf(story) < sizeOf(known.story) ? told : known
      found.set(kind, { ...shorter, count: known.count + 1 })
    }
  }
  return new Map(
    [...found].map(([kind, { count, story, why }]) => [
      kind,
      { count, words: inWords(story), why },
    ]),
  )
}
