/** How the form is sent by this button. Read as written: a field called `method` hides the form's own. */
export const methodOf = (form: HTMLFormElement, submitter: HTMLElement | null): string => {
  const written = submitter?.getAttribute('formmethod') ?? form.getAttribute('method') ?? ''
  return /^(post|dialog)$/i.test(written) ? written.toLowerCase() : 'get'
}
