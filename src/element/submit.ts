/** A widget whose work happens when its form is sent. */
export interface Gate {
  hasWork(): boolean
  /** Does it. Resolves with whether nothing of it stands against sending the form. Never rejects. */
  work(): Promise<boolean>
  /** Whether something stands against sending the form now. */
  isBlocked(): boolean
  /** Whether it has entries that must not be in a URL. */
  isPrivate(): boolean
  /** `isExposed`: the form would be sent by GET. */
  reportValidity(isExposed: boolean): boolean
}

const gatesOf = new WeakMap<HTMLFormElement, Set<Gate>>()
/** The submit that waits for the form's widgets. */
const pending = new WeakMap<HTMLFormElement, AbortController>()
const passing = new WeakSet<HTMLFormElement>()

const atWork = (form: HTMLFormElement): readonly Gate[] =>
  [...(gatesOf.get(form) ?? [])].filter(gate => gate.hasWork())

/** A button that was taken out of the form meanwhile can no longer send it. */
const ownedBy = (form: HTMLFormElement, submitter: HTMLElement | null): HTMLElement | null =>
  submitter && (submitter as HTMLButtonElement).form === form ? submitter : null

/** How the form is sent by this button. Read as written: a field called `method` hides the form's own. */
export const methodOf = (form: HTMLFormElement, submitter: HTMLElement | null): string => {
  const written = submitter?.getAttribute('formmethod') ?? form.getAttribute('method') ?? ''
  return /^(post|dialog)$/i.test(written) ? written.toLowerCase() : 'get'
}

/** Works until no widget has work left, for files may be added while others are sent. Returns one that did not succeed. */
const workAll = async (form: HTMLFormElement, signal: AbortSignal): Promise<Gate | undefined> => {
  for (let gates = atWork(form); gates.length > 0; gates = atWork(form)) {
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
const sendAfter = async (form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> => {
  const submit = new AbortController()
  pending.set(form, submit)
  const failed = await workAll(form, submit.signal)
  if (submit.signal.aborted) return
  pending.delete(form)
  if (failed) {
    failed.reportValidity(false)
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
  // An event that a script dispatches sends nothing, so there is nothing to hold back.
  if (!(form instanceof HTMLFormElement) || !event.isTrusted) return
  const { submitter } = event as SubmitEvent
  const keep = (): void => {
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const exposed =
    methodOf(form, submitter) === 'get' &&
    [...(gatesOf.get(form) ?? [])].find(gate => gate.isPrivate())
  if (exposed) {
    keep()
    exposed.reportValidity(true)
    return
  }
  if (passing.has(form)) return
  const isPending = pending.has(form)
  if (!isPending && atWork(form).length === 0) return
  keep()
  if (!isPending) void sendAfter(form, submitter)
}

/** Drops the submit that waits for the form's widgets: nothing of what was submitted is there any more. */
export const dropSubmit = (form: HTMLFormElement): void => {
  pending.get(form)?.abort()
  pending.delete(form)
}

/**
 * Catches the form's submit before any other listener: at the window, or at the shadow root that holds the form, which a
 * submit event does not leave. Returns how to stop. A submit that waits for this gate is then dropped, unless the gate is
 * added again at once, as when the widget is moved.
 */
export const guardSubmit = (form: HTMLFormElement, gate: Gate): (() => void) => {
  const root = form.getRootNode()
  const target = root instanceof ShadowRoot ? root : window
  const gates = gatesOf.get(form) ?? new Set()
  gatesOf.set(form, gates.add(gate))
  const listener = (event: Event): void => onSubmit(event)
  target.addEventListener('submit', listener, { capture: true })
  return () => {
    const isAwaited = gate.hasWork()
    gates.delete(gate)
    target.removeEventListener('submit', listener, { capture: true })
    queueMicrotask(() => {
      if (isAwaited && !gates.has(gate)) dropSubmit(form)
    })
  }
}
