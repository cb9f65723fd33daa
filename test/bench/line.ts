import type { Kind } from './samples.ts'
import type { Site } from './site.ts'

/** What every line works with. */
export interface Bench {
  readonly site: Site
  readonly kind: Kind
  /** How often each contestant runs. */
  readonly pairs: number
}

/** One thing `npm run bench` measures: the figures for programs, and for people. */
export type Line = (bench: Bench) => Promise<{ readonly outcome: object; readonly words: string }>
