/** A widget whose work happens when its form is sent. */
export interface Gate {
  hasWork(): boolean
  /** Does it. True when every file arrived. */
  work(): Promise<boolean>
  reportValidity(): boolean
}

const gatesOf = new WeakMap<HTMLFormElement, Set<Gate>>()
const working = new WeakSet<HTMLFormElement>()
const passing = new WeakSet<HTMLFormElement>()

/** A button that was taken out of the form meanwhile can no longer send it. */
const ownedBy = (form: HTMLFormElement, submitter: HTMLElement | null): HTMLElement | null =>
  submitter && (submitter as HTMLButtonElement).form === form ? submitter : null

/** Does the work of every widget of the form, then sends it again, once, with the same button. */
const sendAfter = async (
  form: HTMLFormElement,
  submitter: HTMLElement | null,
  gates: readonly Gate[],
): Promise<void> => {
  working.add(form)
  const hasSucceeded = await Promise.all(gates.map(gate => gate.work()))
  // Work that took no time would end within the submit event, and a form is deaf while it fires one.
  await new Promise(resolve => setTimeout(resolve))
  working.delete(form)
  const failed = gates.find((_, index) => !hasSucceeded[index])
  if (failed) {
    failed.reportValidity()
    return
  }
  passing.add(form)
  try {
    form.requestSubmit(ownedBy(form, submitter))
  } finally {
    passing.delete(form)
  }
}

const onSubmit = (event: Event): void => {
  const form = event.composedPath()[0]
  // An event that a script made up sends nothing, so there is nothing to hold back.
  if (!(form instanceof HTMLFormElement) || !event.isTrusted || passing.has(form)) return
  const gates = [...(gatesOf.get(form) ?? [])].filter(gate => gate.hasWork())
  if (gates.length === 0 && !working.has(form)) return
  event.preventDefault()
  event.stopImmediatePropagation()
  if (!working.has(form)) void sendAfter(form, (event as SubmitEvent).submitter, gates)
}

/**
 * Catches the form's submit before anybody else: at the window, or at the shadow root that holds the form, for there the
 * event does not leave it. Returns how to stop.
 */
export const guardSubmit = (form: HTMLFormElement, gate: Gate): (() => void) => {
  const root = form.getRootNode()
  const target = root instanceof ShadowRoot ? root : window
  const gates = gatesOf.get(form) ?? new Set()
  gatesOf.set(form, gates.add(gate))
  const listener = (event: Event): void => onSubmit(event)
  target.addEventListener('submit', listener, { capture: true })
  return () => {
    gates.delete(gate)
    target.removeEventListener('submit', listener, { capture: true })
  }
}
