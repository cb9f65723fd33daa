import { methodOf } from './form-method.ts'
import type { Gate } from './gate.ts'
import { loadUploads } from './load-uploads.ts'

const gatesOf = new WeakMap<HTMLFormElement, Set<Gate>>()
/** The submit that waits for the form's widgets. */
const pending = new WeakMap<HTMLFormElement, AbortController>()

/** Has the widgets work, by code that loads when there is work; then the form is sent again. */
const sendAfterWork = async (
  form: HTMLFormElement,
  submitter: HTMLElement | null,
  gates: ReadonlySet<Gate>,
): Promise<void> => {
  const submit = new AbortController()
  pending.set(form, submit)
  const late = await loadUploads().catch(() => undefined) // the control says that its files still wait
  const end = (): void => dropSubmit(form)
  if (late)
    return late.Uploads.sendAfterWork({ form, submitter, gates, signal: submit.signal, end })
  if (submit.signal.aborted) return
  end()
  const blocked = [...gates].find(gate => gate.isBlocked())
  blocked?.reportValidity(false)
}

const onSubmit = (event: Event): void => {
  const form = event.composedPath()[0]
  // An event that a script dispatches sends nothing, so there is nothing to hold back.
  if (!(form instanceof HTMLFormElement) || !event.isTrusted) return
  const { submitter } = event as SubmitEvent
  const gates = gatesOf.get(form) ?? new Set()
  const exposed = [...gates].find(gate => gate.isExposedBy(submitter))
  const isPending = pending.has(form)
  for (const gate of gates) gate.touch()
  if (methodOf(form, submitter) === 'dialog') {
    // It sends nothing: the dialog closes, often by a button that says Cancel. The page's own listeners may still keep it open.
    setTimeout(() => event.defaultPrevented || dropSubmit(form))
    return
  }
  if (!exposed && !isPending && ![...gates].some(gate => gate.hasWork())) return
  event.preventDefault()
  event.stopImmediatePropagation()
  if (exposed) exposed.reportValidity(true)
  else if (!isPending) void sendAfterWork(form, submitter, gates)
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
  target.addEventListener('submit', listener, true)
  return () => {
    const isAwaited = gate.hasWork()
    gates.delete(gate)
    target.removeEventListener('submit', listener, true)
    queueMicrotask(() => {
      if (isAwaited && !gates.has(gate)) dropSubmit(form)
    })
  }
}
