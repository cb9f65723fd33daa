import { dropSubmit, type Gate } from '../submit.ts'

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

/** Does the work of every widget of the form, then sends it again, once, with the same button. */
export const sendAfterWork = async (
  form: HTMLFormElement,
  submitter: HTMLElement | null,
  gates: ReadonlySet<Gate>,
  signal: AbortSignal,
): Promise<void> => {
  const failed = await workAll(gates, signal)
  if (signal.aborted) return
  dropSubmit(form)
  if (failed) failed.reportValidity(false)
  else form.requestSubmit(ownedBy(form, submitter))
}
