import type { ShelfEntry } from '../../src/session/shelf/place.ts'
import type { SimulatedBlob } from './blobs.ts'
import { clock } from './clock.ts'
import type { Copies } from './copies.ts'
import { documents } from './sealed.ts'
import type { Stage } from './stage.ts'
import type { Story } from './story.ts'

/** Phases in which a file that began to leave is kept. */
const KEPT = ['sending', 'confirming', 'retrying', 'paused', 'delivered']
const OVER = ['done', 'cancelled', 'refused']
/** So long at most a page waits for its disk before it shows that a file is being sent, in milliseconds. */
const HELD_BACK_MS = 1_000

/** What may not be written down, in words. */
export const judgeEntry = (
  entry: ShelfEntry,
  body: SimulatedBlob,
  shelf: Story['shelf'],
  copies: Copies,
): readonly string[] => {
  const text = JSON.stringify(entry)
  const isTold = documents.some(
    ({ name, sha256, mark }) =>
      text.includes(name) || text.includes(sha256) || text.includes(mark.toString()),
  )
  return [
    shelf === 'on' ? '' : 'Something is kept though nothing may be.',
    isTold ? 'What is kept tells of the document.' : '',
    copies.owner(body.bytes) ? '' : 'What is kept is no sealed file.',
  ].filter(words => words !== '')
}

/** Whenever the storage has done what it was asked: what does not hold, in words. */
export const judgeShelf = (stage: Stage): readonly string[] => {
  const { disk, fates, isShelfDisturbed, isShelving, openTabs } = stage
  if (disk.open > 0 || isShelfDisturbed || !isShelving) return []
  const wrong: string[] = []
  for (const [id, fate] of fates.all) {
    const isThere = disk.entries.has(id)
    if (isThere && OVER.includes(fate.phase) && fate.view.isAlive)
      wrong.push(`${fate.name} is over (${fate.phase}), and still kept.`)
    const sending = openTabs.find(({ view }) => {
      const sighting = fate.sightings.get(view)
      return sighting && !sighting.isOffer && KEPT.includes(sighting.phase)
    })
    if (!isThere && sending && fate.hasLeft && sending.session.files.some(file => file.id === id))
      wrong.push(`${fate.name} is sent (${fate.phase}), and not kept.`)
  }
  const isMarked = disk.place.marker.read() !== undefined
  if (disk.entries.size > 0 && !isMarked && !stage.isMarkerLost)
    wrong.push('Something is kept, and nothing says so.')
  return wrong
}

/** What a page shows as being sent, a reload can go on with: what does not hold, in words. */
export const judgeShown = (stage: Stage): readonly string[] => {
  const { disk, fates, isShelfDisturbed, isShelving, openTabs } = stage
  if (isShelfDisturbed || !isShelving) return []
  return openTabs.flatMap(({ session }) =>
    session.files.flatMap(({ id, state }) => {
      const { sealedAt, name } = fates.all.get(id) ?? {}
      const isWaitedFor = sealedAt !== undefined && clock.now() < sealedAt + HELD_BACK_MS
      const mayBeHeldBack = state.phase === 'sending' && !state.mayHaveArrived
      return mayBeHeldBack && isWaitedFor && !disk.entries.has(id)
        ? [`${name} is shown as sent, and a reload would lose it.`]
        : []
    }),
  )
}

/** What nobody holds is offered by a page that has just opened. */
export const judgeOffers = ({ disk, files, isShelfDisturbed }: Stage): readonly string[] =>
  isShelfDisturbed
    ? []
    : [...disk.entries.keys()].flatMap(id =>
        disk.isLocked(id) || files.some(file => file.id === id)
          ? []
          : ['What is kept, and nobody sends, is not offered.'],
      )
