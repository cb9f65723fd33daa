import type { Transport } from '../core/contracts.ts'
import { asSealDropError } from '../core/errors.ts'
import { takesMany } from './batch.ts'
import type { Plan } from './plan.ts'
import type { SessionOptions } from './surface.ts'

/** The session's plan, which waits for the transport's code. */
export interface Planning {
  /** Loads the code again where that failed before. */
  get(): Promise<Plan>
  /** Delivered is not done: the batch is closed in the end. */
  readonly commits: boolean
  /** Files in one request. */
  readonly perRequest: number
}

/** Plans at once, and throws at once, where the transport is there already. */
export const createPlanning = (
  given: SessionOptions['transport'],
  planFor: (transport: Transport) => Plan,
): Planning => {
  let made: Plan | undefined
  let planned: Promise<Plan> | undefined
  const plan = (transport: Transport): Plan => {
    made = planFor(transport)
    return made
  }
  const load = async (): Promise<Transport> => {
    try {
      return await (typeof given === 'function' ? given() : given)
    } catch (thrown) {
      throw asSealDropError(thrown, 'network', 'The transport could not be loaded.')
    }
  }
  const get = (): Promise<Plan> => {
    if (planned) return planned
    const loading = load()
    planned = loading.then(plan)
    // One that failed must not stand in the way of the next who asks.
    loading.catch(() => {
      planned = undefined
    })
    return planned
  }
  if (typeof given === 'object' && !('then' in given)) planned = Promise.resolve(plan(given))
  else get().catch(() => {}) // whoever waits for it hears of it
  return {
    get,
    get commits() {
      return made?.transport.commit !== undefined
    },
    get perRequest() {
      return made && takesMany(made.transport) ? made.transport.traits.perRequest : 1
    },
  }
}
