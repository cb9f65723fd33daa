import type { SealDropElement } from '../../element/seal-drop.ts'
import type { StandIns } from '../../element/stand-ins.ts'

/** Puts what the element holds into its form, where no browser does: one hidden input for each entry, beside the element. */
export const createHiddenInputs = (element: SealDropElement): StandIns['setFormValue'] => {
  let inputs: readonly HTMLInputElement[] = []
  let form: HTMLFormElement | null = null
  const onReset = (event: Event): void => {
    if (!event.defaultPrevented) element.formResetCallback()
  }
  return data => {
    for (const input of inputs) input.remove()
    inputs = [...(data ?? [])].map(([name, value]) => {
      const input = element.ownerDocument.createElement('input')
      input.type = 'hidden'
      input.name = name
      input.value = String(value)
      return input
    })
    element.after(...inputs)
    // A browser would tell the element itself.
    form?.removeEventListener('reset', onReset)
    form = data && element.form
    form?.addEventListener('reset', onReset)
  }
}
