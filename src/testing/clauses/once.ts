import type { Json } from '../../core/contracts.ts'
import { isSealDropError, type SealDropError } from '../../core/errors.ts'
import type { FaultSwitches } from '../faults.ts'
import { assert, bytesOf, type Clause, opensTo, type Scene } from '../scene.ts'

const fresh = { times: 1, connection: 'fresh' } as const

/** What can happen to the answer of an upload that was stored. */
const lost: Readonly<Record<string, Partial<FaultSwitches>>> = {
  'an answer that never came': { dropAnswer: fresh },
  'an answer that was cut': { dropAnswer: { ...fresh, afterBytes: 40 } },
  'a page for an answer': { garble: { ...fresh, as: 'html' } },
  'an empty answer': { garble: { ...fresh, as: 'empty' } },
  'half an answer': { garble: { ...fresh, as: 'cut' } },
}

/** Sends a parcel; after a failure that may be tried again, once more, as a session does. */
const sendAsSessionsDo = async (
  { parcel, send }: Scene,
  original: Uint8Array<ArrayBuffer>,
): Promise<{ delivery?: Awaited<ReturnType<Scene['send']>>; failure?: SealDropError }> => {
  const made = await parcel(original)
  let resume: Json | undefined
  const keep = (point: Json): void => {
    resume = point
  }
  try {
    return { delivery: await send(made, { keep }) }
  } catch (failure) {
    if (!isSealDropError(failure)) throw failure
    if (!failure.retryable) return { failure }
    const uncertain = failure.outcome === 'unknown'
    return { failure, delivery: await send(made, { resume, uncertain }) }
  }
}

const isThereOnce = async ({ peer }: Scene): Promise<void> =>
  assert((await peer.count()) === 1, `it is there ${await peer.count()} times`)

/** What is stored is stored once, or the error says that a second send would store it twice. */
export const once: readonly Clause[] = [
  ...Object.entries(lost).map(
    ([what, fault]): Clause => [
      `after ${what} it is there once, or is not sent again by itself`,
      async scene => {
        await scene.peer.flip(fault)
        const original = bytesOf(3000)
        const { delivery, failure } = await sendAsSessionsDo(scene, original)
        if (delivery) await opensTo(scene, delivery, original)
        else assert(failure?.outcome === 'unknown', `outcome is ${failure?.outcome}`)
        await isThereOnce(scene)
      },
    ],
  ),
  [
    'an answer lost on a used connection, which browsers send again unseen, leaves one copy',
    async scene => {
      const { peer, parcel, send } = scene
      await send(await parcel(bytesOf(10)))
      const before = await peer.count()
      await peer.flip({ dropAnswer: { times: 1, connection: 'used' } })
      const original = bytesOf(3000)
      const { delivery } = await sendAsSessionsDo(scene, original)
      if (!delivery) throw new Error('it was not delivered')
      await opensTo(scene, delivery, original)
      const copies = (await peer.count()) - before
      assert(copies === 1, `it is there ${copies} times`)
    },
  ],
  [
    'a connection cut in the middle of a second body leaves one copy',
    async scene => {
      const { peer, parcel, send } = scene
      await send(await parcel(bytesOf(10)))
      const before = await peer.count()
      await peer.flip({ dropBody: { times: 1, connection: 'used' } })
      const original = bytesOf(300_000)
      const { delivery } = await sendAsSessionsDo(scene, original)
      if (!delivery) throw new Error('it was not delivered')
      await opensTo(scene, delivery, original)
      const copies = (await peer.count()) - before
      assert(copies === 1, `it is there ${copies} times`)
    },
  ],
]
