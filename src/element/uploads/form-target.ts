import { methodOf } from '../form-method.ts'

/** The name of the window that the form's answer is for, as it is written. */
const targetOf = (form: HTMLFormElement, submitter: HTMLElement | null): string =>
  submitter?.getAttribute('formtarget') ??
  form.getAttribute('target') ??
  document.querySelector('base[target]')?.getAttribute('target') ??
  ''

/**
 * Whether sending the form by this button opens another window or tab. A browser allows that for some seconds after a press,
 * and later blocks it: unseen by the page, and mostly by the person.
 */
export const opensWindow = (form: HTMLFormElement, submitter: HTMLElement | null): boolean => {
  const target = targetOf(form, submitter)
  if (methodOf(form, submitter) === 'dialog' || /^(_self|_parent|_top)?$/i.test(target))
    return false
  const frames = document.querySelectorAll<HTMLIFrameElement>('iframe, frame, object')
  return target !== window.name && ![...frames].some(({ name }) => name === target)
}
