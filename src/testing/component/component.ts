import type { Receipt, SessionFile } from '../../core/contracts.ts'
import { misconfigured, type SealDropError } from '../../core/errors.ts'
import type { SealDropElement } from '../../element/seal-drop.ts'
import {
  deliveryOf,
  type FailureCode,
  type FakeFile,
  failureOf,
  type Outcome,
  type RefusalCode,
  refusalOf,
} from './outcome.ts'
import { lendTo, lendToAll } from './stand-ins.ts'

export interface Allowance {
  /** Says that this is a test in a real browser, where the calls throw otherwise: no page should deliver fakes. */
  readonly allowInBrowser?: boolean
}

const USUAL_BYTES = 1000
const A_TERABYTE = 1e12

const checkPlace = ({ allowInBrowser }: Allowance): void => {
  const { Worker, crypto, TextEncoder } = globalThis
  if (Worker && crypto?.subtle && allowInBrowser !== true)
    throw misconfigured(
      'sealdrop/testing/component delivers nothing, and this place can: it looks like a real page. A test that means it passes allowInBrowser: true.',
    )
  if (!crypto?.subtle || !TextEncoder)
    throw misconfigured(
      'This test environment hides crypto.subtle or TextEncoder, which Node has: put them back on globalThis.',
    )
}

const fileOf = (name: string, type: string, bytes: number): File => {
  const file = new File([new Uint8Array(Math.min(bytes, USUAL_BYTES))], name, { type })
  // No byte is ever read, so a large file needs none.
  return Object.defineProperty(file, 'size', { value: bytes })
}

/** As a person does it: by the file chooser. */
const choose = (element: SealDropElement, file: File): void => {
  const input = element.shadowRoot?.querySelector<HTMLInputElement>('input[type=file]')
  if (!input || input.disabled)
    throw misconfigured('Nobody can choose a file now: the element is disabled, read-only or full.')
  Object.defineProperty(input, 'files', { value: [file], configurable: true })
  input.dispatchEvent(new Event('change'))
  Reflect.deleteProperty(input, 'files')
}

/** Where a chosen file ends. Rejects where it does not come in at all. */
const stateOf = async (element: SealDropElement, file: File): Promise<SessionFile['state']> => {
  const listed = (): SessionFile | undefined => element.files.find(known => known.file === file)
  const why = await element.settled().then(
    () => misconfigured(`The page kept ${file.name} out: it cancelled sealdrop-add.`),
    (thrown: unknown) => thrown,
  )
  const phase = listed()?.state.phase
  if (phase === 'ready' || phase === 'delivered') await element.finish().catch(() => {}) // its state says why
  await element.updateComplete
  const state = listed()?.state
  if (!state) throw why
  return state
}

const play = async (
  element: SealDropElement,
  { name = 'document.pdf', type = '', size = USUAL_BYTES }: FakeFile,
  allowance: Allowance,
  outcomeOf: (file: File) => Outcome,
): Promise<{ readonly file: File; readonly state: SessionFile['state'] }> => {
  checkPlace(allowance)
  const fakes = await lendTo(element)
  const file = fileOf(name, type, size)
  fakes.expect(file, outcomeOf(file))
  await element.updateComplete
  choose(element, file)
  return { file, state: await stateOf(element, file) }
}

const otherwise = (state: SessionFile['state']): unknown =>
  'error' in state ? state.error : misconfigured(`The file is ${state.phase}.`)

/**
 * From now on every `<seal-drop>` takes files and delivers them, but reads, encrypts and sends nothing. For a test's set-up:
 * an element that is in the page already has said by then that it cannot upload.
 */
export const simulate = (allowance: Allowance = {}): void => {
  checkPlace(allowance)
  lendToAll()
}

/**
 * Has a person choose a file, and the element deliver it: with every event, and the value, files and receipts that a real
 * delivery leaves behind. Resolves with the receipt when it is all drawn. Rejects with the SealDropError of a file that the
 * element itself does not take.
 */
export const deliver = async (
  element: SealDropElement,
  fake: FakeFile & Allowance = {},
): Promise<Receipt> => {
  const { state } = await play(element, fake, fake, file => deliveryOf(file, fake))
  if (state.phase === 'done') return state.receipt
  throw otherwise(state)
}

/** Has a person choose a file that the element refuses. Resolves with why. */
export const refuse = async (
  element: SealDropElement,
  code: RefusalCode,
  fake: FakeFile & Allowance = {},
): Promise<SealDropError> => {
  const size = code === 'empty' ? 0 : code === 'too-large' ? A_TERABYTE : fake.size
  const { state } = await play(
    element,
    { ...fake, ...(size !== undefined && { size }) },
    fake,
    file => refusalOf(file, fake, code),
  )
  if (state.phase === 'refused') return state.error
  throw otherwise(state)
}

/** Has a person choose a file that does not arrive. Resolves with why. When it is tried again it is delivered. */
export const fail = async (
  element: SealDropElement,
  code: FailureCode,
  fake: FakeFile & Allowance = {},
): Promise<SealDropError> => {
  const { file, state } = await play(element, fake, fake, file => failureOf(file, fake, code))
  const fakes = await lendTo(element)
  fakes.expect(file, deliveryOf(file, fake))
  if (state.phase === 'failed') return state.error
  throw otherwise(state)
}
