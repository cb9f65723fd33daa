import { createHash } from 'node:crypto'
import { getEventListeners } from 'node:events'
import type { FileState, Receipt } from '../../src/core/contracts.ts'
import { clock } from './clock.ts'
import type { Fate } from './fates.ts'
import { network } from './network.ts'
import { page } from './page.ts'
import type { Stored } from './scenes.ts'
import type { Stage } from './stage.ts'

interface Case {
  readonly stage: Stage
  readonly fate: Fate
  readonly state: FileState | undefined
  readonly phase: string
  /** What the server has of the file, delivered or only begun. */
  readonly own: readonly Stored[]
  readonly begun: number
  readonly isHelped: boolean
  /** What an earlier visit left cannot, where its keys hold no longer. */
  readonly canBeSealed: boolean
  /** Another file failed: then the batch waits for a person. */
  readonly isHeldBack: boolean
}

const OVER = ['done', 'cancelled', 'refused']

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** No page lists it any more: its page is gone, and it was not over; or it was an offer, which is gone from where it was kept. */
const isLost = ({ view, phase, sightings }: Fate): boolean =>
  sightings.get(view)?.isOffer === true || (!view.isAlive && !OVER.includes(phase))

/** What was kept of it may be wrong: then a later visit cannot go on from where it was. */
const isKeptBadly = ({ stage, fate }: Case): boolean =>
  fate.sightings.size > 1 && (stage.isShelfDisturbed || fate.isKeptLate)

const judgeReceipt = ({ receipt }: { receipt: Receipt }, file: Case): string[] => {
  const { stage, fate, own } = file
  const { reference, sealed, sha256: digest, size } = receipt
  const named = own.find(({ id }) => id === reference)
  const document = stage.copies.documentOf(fate.file)
  return [
    // A later visit that took it for unfinished found two copies, and left the other one.
    named || isKeptBadly(file) ? '' : 'its receipt names what is not there.',
    named && (sealed.sha256 !== sha256(named.bytes) || sealed.size !== named.bytes.length)
      ? 'its receipt is not of the bytes that are there.'
      : '',
    digest !== undefined && digest !== document.sha256 ? 'its receipt has a wrong digest.' : '',
    size === document.bytes.length ? '' : 'its receipt has a wrong size.',
  ]
}

const judgeDone = (file: Case): string[] => {
  const { stage, fate, state, own, begun } = file
  const { scene, copies } = stage
  const allowed =
    1 +
    (scene.storesRepeats || fate.isUnchecked
      ? copies.repeatsOf(fate.file) + fate.resends + fate.kills
      : 0) +
    // What could not be deleted or kept up to date may be taken for unfinished.
    (isKeptBadly(file) ? fate.sightings.size - 1 : 0)
  return [
    own.length < 1 ? 'it is not at the server.' : '',
    own.length > allowed ? `it is there ${own.length} times.` : '',
    begun > 0 && !isKeptBadly(file) ? 'an upload with bytes of it never ended.' : '',
    ...(state?.phase === 'done' ? judgeReceipt(state, file) : []),
  ]
}

const judgeFailed = ({ state, fate, own, isHelped, canBeSealed }: Case): string[] => {
  const error = state?.phase === 'failed' ? state.error : undefined
  // Of a page that is gone, what it said last.
  const mayBeThere = error ? error.outcome === 'unknown' : fate.mayHaveArrived
  return [
    own.length > 0 && !mayBeThere
      ? `it is there, and ${error?.code} does not say that it may be.`
      : '',
    error && isHelped && (canBeSealed || error.code !== 'keys-rotated')
      ? `it cannot be sent: ${error.code}, ${error.message} ${error.cause ?? ''}`
      : '',
  ]
}

const judgeCancelled = (file: Case): string[] => {
  const { stage, fate, state, own, begun } = file
  if (isKeptBadly(file)) return []
  const isTold = state?.phase !== 'cancelled' || state.mayHaveArrived || stage.scene.listsDeleted
  return [
    own.length > 0 && !isTold ? 'it is there, and nothing says that it may be.' : '',
    stage.scene.takesBack && !fate.isDisturbed && own.length + begun > 0
      ? 'something of it is still there.'
      : '',
  ]
}

const judgeOne = (file: Case): string[] => {
  const { state, phase, own, begun, isHelped, isHeldBack } = file
  const left = own.length + begun
  switch (phase) {
    case 'done':
      return judgeDone(file)
    case 'failed':
      return judgeFailed(file)
    case 'cancelled':
      return judgeCancelled(file)
    case 'refused':
      return state?.phase === 'refused' && (state.error.code !== 'duplicate' || left > 0)
        ? [`it is refused as ${state.error.code}, or is there.`]
        : []
    // With its page, before it was kept, or its keeping was disturbed. Nobody hears of it any more.
    case 'lost':
      return []
    case 'delivered':
      return isHeldBack && !isHelped ? [] : ['it is never committed.']
    // Taken off the list when it could no longer be cancelled: nobody hears of it any more.
    case 'committing':
      return state ? ['it is stuck.'] : []
    default:
      return ['it is stuck.']
  }
}

/** What does not hold of the files and the server, in words. */
export const judgeFiles = (when: 'without help' | 'with help', stage: Stage): string[] => {
  const { files, fates, scene, copies } = stage
  const stored = scene.stored()
  const unfinished = scene.unfinished()
  const isHeldBack = files.some(({ state }) => state.phase === 'failed')
  const wrong = [...fates.all].flatMap(([id, fate]) => {
    // Where two tabs list it, one of them only offers it.
    const listed = files.filter(one => one.id === id)
    const file = listed.find(one => one.state.phase !== 'paused') ?? listed[0]
    const state = file?.state
    const phase = state?.phase ?? (isLost(fate) ? 'lost' : fate.phase)
    const own = stored.filter(({ bytes }) => copies.owner(bytes) === fate.file)
    const begun = unfinished.filter(bytes => copies.owner(bytes) === fate.file).length
    const isHelped = when === 'with help'
    const canBeSealed = file?.file !== undefined
    const found = judgeOne({
      stage,
      fate,
      state,
      phase,
      own,
      begun,
      isHelped,
      canBeSealed,
      isHeldBack,
    }).filter(words => words !== '')
    return found.map(words => `${fate.name} (${phase}, ${when}): ${words}`)
  })
  const strays = stored.filter(({ bytes }) => !copies.owner(bytes))
  return [...wrong, ...strays.map(() => 'The server holds what no file was sealed to.')]
}

/** What a closed session left behind. */
export const judgeLeftovers = ({ workerCalls, disk }: Stage): readonly string[] => {
  const wrong: string[] = []
  if (clock.pending.length > 0) wrong.push(`Left after close(): ${clock.pending.join(', ')}`)
  if (network.open.length > 0) wrong.push(`Left on the line: ${network.open.join(', ')}`)
  if (disk.open > 0) wrong.push('Left at the storage: a question.')
  if (workerCalls > 0) wrong.push('Left at the worker: a call.')
  if (page.listeners > 0) wrong.push('Left on the page: a listener.')
  const listening = page.signals.filter(
    ({ signal, view }) =>
      view?.isAlive !== false && !signal.aborted && getEventListeners(signal, 'abort').length > 0,
  )
  if (listening.length > 0) wrong.push('Left on a signal: a listener.')
  return wrong
}
