import type { Provider, Server } from '../sandbox.ts'
import * as didww from './didww.ts'
import * as http from './http.ts'

/** Milliseconds spent in each phase of one file. */
export type Phases = Readonly<Record<string, number>>

/** Takes files from choice to the provider's answers. Ready-made things (worker, keys) are kept between calls. */
export type Contestant = (files: readonly File[]) => Promise<Phases>

/**
 * `sealdrop`: checks, hash, seal, upload, receipt. `peer`: what a site writes with the provider's own library.
 * `bare`: the floor, the same request with the file as it is. `unshelved`: ours, where nothing is kept for after a reload.
 */
export type Name = 'sealdrop' | 'peer' | 'bare' | 'unshelved'

export const contestants: Readonly<
  Record<Provider, Readonly<Partial<Record<Name, (server: Server) => Contestant>>>>
> = { didww, http }
