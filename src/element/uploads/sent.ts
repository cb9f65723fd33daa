import { methodOf } from '../form-method.ts'
import type { SettingsElement } from '../settings.ts'

/**
 * Calls `onSent` when the element's form was sent: by a button, by `requestSubmit()`, or, where the browser tells of
 * navigations, by `submit()`. A page that sends it by a request of its own says so with `clear()`.
 */
export const onFormSent = (
  element: SettingsElement & { readonly form: HTMLFormElement | null },
  onSent: () => void,
  signal: AbortSignal,
): void => {
  const onSubmit = (event: Event): void => {
    const { form } = element
    if (!form || event.target !== form || !event.isTrusted) return
    const { submitter } = event as SubmitEvent
    // The page's own listeners, which may keep the form, come after this one.
    setTimeout(() => {
      if (!event.defaultPrevented && methodOf(form, submitter) !== 'dialog') onSent()
    })
  }
  // A submit event does not leave the shadow root of its form.
  element.getRootNode().addEventListener('submit', onSubmit, { capture: true, signal })
  const { navigation } = globalThis as { readonly navigation?: EventTarget }
  const onNavigate = (event: Event): void => {
    const { formData } = event as Event & { readonly formData?: FormData | null }
    if (element.name && formData?.has(element.name)) onSent()
  }
  navigation?.addEventListener('navigate', onNavigate, { signal })
}
