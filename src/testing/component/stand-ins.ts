import { misconfigured } from '../../core/errors.ts'
import { SealDropElement } from '../../element/seal-drop.ts'
import { lendStandIns, type StandIns } from '../../element/stand-ins.ts'
import { openSession } from '../../session/session.ts'
import { createFakeThread } from './fake-thread.ts'
import { createFakeTransport } from './fake-transport.ts'
import { createHiddenInputs } from './hidden-inputs.ts'
import { deliveryOf, type Outcome } from './outcome.ts'

/** What an element works with instead of a worker and a provider. */
export interface Fakes extends StandIns {
  /** What is to come of a file. One that nobody speaks of is delivered. */
  expect(file: File, outcome: Outcome): void
}

const createFakes = (element: SealDropElement): Fakes => {
  const outcomes = new WeakMap<Blob, Outcome>()
  let lastReference = 0
  const outcomeOf = (file: Blob): Outcome =>
    outcomes.get(file) ?? deliveryOf(file as File, { type: file.type })
  const outcomeOfId = (id: string): Outcome =>
    outcomeOf(element.files.find(listed => listed.id === id)?.file ?? new File([], ''))
  return {
    expect: (file, outcome) => void outcomes.set(file, outcome),
    setFormValue: createHiddenInputs(element),
    createSession: ({ transport, ...options }) => {
      const load = async () =>
        createFakeTransport(
          await (typeof transport === 'function' ? transport() : transport),
          outcomeOfId,
          () => `fake-${++lastReference}`,
        )
      const made = { ...options, transport: load, shelf: 'off' } as const
      return openSession(made, () => createFakeThread(outcomeOf))
    },
  }
}

const known = new WeakMap<SealDropElement, Fakes>()
let isForAll = false

const fakesOf = (element: SealDropElement): Fakes => {
  const fakes = known.get(element) ?? createFakes(element)
  known.set(element, fakes)
  return fakes
}

const lend = (): void => {
  lendStandIns(element =>
    element instanceof SealDropElement && (isForAll || known.has(element))
      ? fakesOf(element)
      : undefined,
  )
}

/** From now on every element has fakes. */
export const lendToAll = (): void => {
  isForAll = true
  lend()
}

/** The fakes of this element, which has them from now on. */
export const lendTo = async (element: SealDropElement): Promise<Fakes> => {
  if (!(element instanceof SealDropElement))
    throw misconfigured('This is no <seal-drop> of this copy of sealdrop: import sealdrop/define.')
  const { parentNode, nextSibling } = element
  if (!parentNode || !element.isConnected) throw misconfigured('The element is not in a page.')
  const isNew = !known.has(element)
  const fakes = fakesOf(element)
  if (!isNew) return fakes
  lend()
  // Put in again it asks anew what there is; taken out, it has let go of what it had.
  element.remove()
  await Promise.resolve()
  parentNode.insertBefore(element, nextSibling)
  return fakes
}
