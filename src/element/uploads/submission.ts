import type { Gate } from '../gate.ts'
import { opensWindow } from './form-target.ts'

/** A button that was taken out of the form meanwhile can no longer send it. */
const ownedBy = (form: HTMLFormElement, submitter: HTMLElement | null): HTMLElement | null =>
  submitter && (submitter as HTMLButtonElement).form === form ? submitter : null

/** Works until no widget has work left, for files may be added while others are sent. Returns one that did not succeed. */
const workAll = async (all: ReadonlySet<Gate>, signal: AbortSignal): Promise<Gate | undefined> => {
  const atWork = (): readonly Gate[] => [...all].filter(gate => gate.hasWork())
  for (let gates = atWork(); gates.length > 0; gates = atWork()) {
    const hasSucceeded = await Promise.all(gates.map(gate => gate.work()))
    // Work that took no time ends within the submit event, and while that is dispatched requestSubmit() does nothing.
    await new Promise(resolve => setTimeout(resolve))
    // While the others still worked, the person may have resumed the file, or taken it away.
    const failed = gates.find((gate, index) => !hasSucceeded[index] && gate.isBlocked())
    if (failed || signal.aborted) return failed
  }
  return undefined
}

/** Whether the last press is only seconds ago. */
const isPersonActive = (): boolean => navigator.userActivation?.isActive ?? true

/** A button that the page disabled after the press would be left out of the form's data: it is enabled while that is made. */
const sendBy = (form: HTMLFormElement, button: HTMLElement | null): void => {
  const isDisabled = button?.hasAttribute('disabled')
  button?.removeAttribute('disabled')
  form.requestSubmit(button)
  if (isDisabled) button?.setAttribute('disabled', '')
}

/** A submit that was held back. */
interface Submission {
  readonly form: HTMLFormElement
  readonly submitter: HTMLElement | null
  /** Of the form's widgets, as they come and go. */
  readonly gates: ReadonlySet<Gate>
  /** Aborted when nothing of what was submitted is there any more. */
  readonly signal: AbortSignal
  /** From then on the next submit is another one. */
  end(): void
}

/** Does the work of every widget of the form, then sends it again, once, with the same button. */
export const sendAfterWork = async ({
  form,
  submitter,
  gates,
  signal,
  end,
}: Submission): Promise<void> => {
  const atWork = [...gates].find(gate => gate.hasWork())
  const failed = await workAll(gates, signal)
  if (signal.aborted) return
  end()
  const button = ownedBy(form, submitter)
  if (failed) failed.reportValidity(false)
  else if (atWork && opensWindow(form, button) && !isPersonActive()) atWork.askAgain(button)
  else sendBy(form, button)
}
