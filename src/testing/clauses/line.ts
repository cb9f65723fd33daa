import { isAbortError } from '../../core/abort.ts'
import type { Json } from '../../core/contracts.ts'
import {
  assert,
  bytesOf,
  type Clause,
  failsWith,
  failureOf,
  mayGoAgain,
  opensTo,
  reasonOf,
} from '../scene.ts'

/**
 * Runs something with timers of a second and more thirty times as fast, so that no test waits half a minute for a stall, and a
 * busy machine still has a second for the requests before it.
 */
const hurried = async <Value>(run: () => Promise<Value>): Promise<Value> => {
  const real = globalThis.setTimeout
  const soon = (run: () => void, ms = 0): unknown => real(run, ms < 1000 ? ms : ms / 30)
  Reflect.set(globalThis, 'setTimeout', soon)
  try {
    return await run()
  } finally {
    globalThis.setTimeout = real
  }
}

/** Connections that are cut, slow or dead, and uploads that are aborted. */
export const line: readonly Clause[] = [
  [
    'a server that refuses the connection is a network error that may be tried again',
    async ({ another }) => {
      const { peer, parcel, send } = await another()
      const made = await parcel(bytesOf(1000)).finally(() => peer.close())
      const error = await failureOf(send(made))
      assert(error.code === 'network' && mayGoAgain(error), `code is ${error.code}`)
    },
  ],
  ...[0, undefined].map(
    (afterBytes): Clause => [
      `a connection cut ${afterBytes === 0 ? 'before the body' : 'mid-body'} is a network error that may be tried again`,
      async scene => {
        await scene.peer.flip({ dropBody: afterBytes === undefined ? true : { afterBytes } })
        await failsWith(scene, 'network', true)
        assert((await scene.peer.count()) === 0, 'half a body was stored')
      },
    ],
  ),
  [
    'a try after a cut connection delivers it once',
    async scene => {
      const { peer, parcel, send, transport } = scene
      await peer.flip({ dropBody: { times: 1, connection: 'fresh' } })
      const original = bytesOf(300_000)
      const made = await parcel(original)
      let resume: Json | undefined
      const keep = (point: Json): void => {
        resume = point
      }
      const { outcome } = await failureOf(send(made, { keep }))
      assert(!transport.traits.resumes || resume !== undefined, 'it kept no point to resume at')
      const delivery = await send(made, { resume, uncertain: outcome === 'unknown' })
      await opensTo(scene, delivery, original)
      assert((await peer.count()) === 1, `it is there ${await peer.count()} times`)
    },
  ],
  ...(['fresh', 'used'] as const).map(
    (connection): Clause => [
      `an answer lost on a ${connection} connection leaves the outcome unknown`,
      async scene => {
        // The browser sends what was lost on a used one again, on a fresh one.
        await scene.peer.flip({ dropAnswer: connection === 'fresh' ? { connection } : true })
        const error = await failsWith(scene, 'network')
        assert(error.outcome === 'unknown', `outcome is ${error.outcome}`)
      },
    ],
  ),
  ...(['body', 'answer'] as const).map(
    (at): Clause => [
      `a stalled ${at} is no endless wait, and may be tried again`,
      async ({ peer, parcel, send }) => {
        const made = await parcel(bytesOf(3_000_000))
        await peer.flip({ stall: { at } })
        const error = await hurried(() => failureOf(send(made)))
        assert(/^(stalled|timeout)$/.test(error.code) && mayGoAgain(error), `code is ${error.code}`)
        assert(error.outcome === 'unknown', `outcome is ${error.outcome}`)
      },
    ],
  ),
  [
    'a slow server gets it all the same',
    async scene => {
      await scene.peer.flip({ slow: { bytesPerSecond: 400_000 } })
      const original = bytesOf(100_000)
      await opensTo(scene, await scene.send(await scene.parcel(original)), original)
    },
  ],
  [
    'a server that CORS does not let us read is a network error',
    async ({ peer, parcel, send }) => {
      const made = await parcel(bytesOf(10))
      await peer.flip({ cors: 'off' })
      const error = await failureOf(send(made))
      assert(error.code === 'network' && mayGoAgain(error), `code is ${error.code}`)
    },
  ],
  [
    'an abort before the start sends nothing',
    async ({ peer, parcel, send }) => {
      const made = await parcel(bytesOf(10))
      const before = (await peer.traffic()).length
      const thrown = await reasonOf(send(made, { signal: AbortSignal.abort() }))
      assert(isAbortError(thrown), `rejected with ${thrown}`)
      assert((await peer.traffic()).length === before, 'a request was made')
    },
  ],
  [
    'an abort mid-body rejects with its reason and leaves nothing stored',
    async ({ peer, parcel, send }) => {
      await peer.flip({ slow: { bytesPerSecond: 200_000 } })
      const controller = new AbortController()
      const { signal } = controller
      const progress = (): void => controller.abort()
      const thrown = await reasonOf(send(await parcel(bytesOf(3_000_000)), { signal, progress }))
      assert(thrown === signal.reason, `rejected with ${thrown}`)
      assert((await peer.count()) === 0, 'it was stored all the same')
    },
  ],
  [
    'an abort while the answer is awaited rejects with its reason',
    async ({ peer, parcel, send }) => {
      await peer.flip({ stall: { at: 'answer' } })
      const controller = new AbortController()
      const { signal } = controller
      const progress = (done: number, total: number): void => {
        if (done >= total) controller.abort()
      }
      const thrown = await reasonOf(send(await parcel(bytesOf(1000)), { signal, progress }))
      assert(thrown === signal.reason, `rejected with ${thrown}`)
    },
  ],
]
