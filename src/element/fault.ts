import type { SealDropError } from '../core/errors.ts'
import { SealDropFailEvent } from './events.ts'
import type { Words } from './words.ts'

/** Why the element cannot work, for whoever looks at it. */
export const faultText = ({ strings: { fault } }: Words, { code }: SealDropError): string =>
  (fault as Readonly<Record<string, string>>)[code] ?? fault.misconfigured

/** Tells the person and the page why the element cannot work, once for each reason. */
export class FaultTeller {
  #told: SealDropError | undefined

  tell(
    fault: SealDropError | undefined,
    to: { words(): Words; say(text: string): void; dispatch(event: Event): boolean },
  ): void {
    const told = this.#told
    this.#told = fault
    if (!fault || fault.message === told?.message) return
    to.say(faultText(to.words(), fault))
    to.dispatch(new SealDropFailEvent(undefined, fault))
    // For who builds the page; what is wrong with the browser is not for them.
    if (fault.code === 'misconfigured' || fault.code.endsWith('-recipient')) reportError(fault)
  }
}
