import { createThread } from '../thread/client.ts'
import type { Thread, WorkerUrl } from '../thread/thread.ts'
import { answers } from './clauses/answers.ts'
import { arrival } from './clauses/arrival.ts'
import { line } from './clauses/line.ts'
import { once } from './clauses/once.ts'
import { secrecy } from './clauses/secrecy.ts'
import { type Clause, type Peer, setScene } from './scene.ts'

/** A clause that this provider cannot meet, and why. */
export interface Exemption {
  readonly clause: string
  readonly because: string
}

/** The transport under test. */
export interface Subject {
  readonly name: string
  /** Starts the provider's test server, on an origin that is not the page's. */
  start(): Promise<Peer>
  /** An exemption from an unknown clause fails, and so does one from a clause that the transport meets. */
  readonly exempt?: readonly Exemption[]
  /** Where `worker.js` lies, if the bundler does not find it by itself. */
  readonly workerUrl?: WorkerUrl
}

/** The runner's own functions, such as vitest's. They must run in a browser. */
export interface Runner {
  describe(name: string, body: () => void): void
  it(name: string, body: () => Promise<void>): void
  beforeAll(body: () => Promise<void>): void
  afterAll(body: () => Promise<void>): void
}

const clauses: readonly Clause[] = [...arrival, ...answers, ...line, ...once, ...secrecy]

/** Runs every clause of the transport contract against a real server, in a real browser. */
export const transportContract = (
  { name, start, exempt = [], workerUrl }: Subject,
  { describe, it, beforeAll, afterAll }: Runner,
): void => {
  const reasons = new Map(exempt.map(({ clause, because }) => [clause, because]))
  describe(`${name} as a transport`, () => {
    let peer: Peer
    let thread: Thread
    beforeAll(async () => {
      peer = await start()
      thread = createThread(workerUrl)
    })
    afterAll(async () => {
      thread.close()
      await peer.close()
    })

    for (const [clause, run] of clauses) {
      const play = async (): Promise<void> => {
        await peer.reset()
        await run(setScene(peer, thread, start))
      }
      const because = reasons.get(clause)
      if (because === undefined) it(clause, play)
      else
        it(`cannot promise: ${clause} (${because})`, async () => {
          const kept = await play().then(
            () => true,
            () => false,
          )
          if (kept) throw new Error('It can: this exemption is needless.')
        })
    }
    it('has no exemption without a clause and a reason', async () => {
      const known = new Set(clauses.map(([clause]) => clause))
      for (const { clause, because } of exempt)
        if (!known.has(clause) || because.trim() === '')
          throw new Error(`needless exemption: ${clause}`)
    })
  })
}
