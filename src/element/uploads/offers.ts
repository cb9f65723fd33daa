import type { SessionFile } from '../../core/contracts.ts'
import { stageOf } from '../../session/phases.ts'
import type { Session } from '../../session/session.ts'

const isOffer = ({ state }: SessionFile): boolean => stageOf(state) === 'offer'

/**
 * Lets files go on. What an earlier view of the page left takes no place while it is offered, so there may be none when
 * somebody takes it: then it stays where it is, and nothing of it is sent.
 */
export class Offers {
  /** Taken, but still listed as offers: it is being found out whether another tab has them. */
  readonly #taken = new Set<string>()

  /** The file with this id, or all. Returns whether there was a place for each. `active`: how many places are taken. */
  resume(
    session: Session,
    id: string | undefined,
    maxFiles: number | undefined,
    active: number,
  ): boolean {
    const chosen = session.files.filter(file => id === undefined || file.id === id)
    const [offers, own] = [chosen.filter(isOffer), chosen.filter(file => !isOffer(file))]
    if (id === undefined) session.resumeOwn()
    else for (const file of own) session.resume(file.id)
    const free = (): number =>
      (maxFiles ?? Number.POSITIVE_INFINITY) -
      active -
      session.files.filter(file => isOffer(file) && this.#taken.has(file.id)).length
    let hasPlaces = true
    for (const offer of offers) {
      if (this.#taken.has(offer.id)) continue
      if (free() > 0) {
        this.#taken.add(offer.id)
        session.resume(offer.id)
      } else hasPlaces = false
    }
    return hasPlaces
  }
}
