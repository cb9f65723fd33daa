import type { Receipt } from '../../core/contracts.ts'
import { misconfigured, type SealDropError } from '../../core/errors.ts'
import { tell } from '../../core/tell.ts'
import { methodOf } from '../form-method.ts'
import type { Settings, SettingsElement } from '../settings.ts'
import { entriesOf } from './form-entries.ts'

const EXPOSED = misconfigured(
  'value-format="receipt" puts the name and the hash of each document into the form’s data, and a form that is sent by GET puts its data into a URL: use method="post".',
)

/** Says to the page's developer that its form would write names and hashes into a URL. */
export const exposed = (): SealDropError => {
  tell(EXPOSED)
  return EXPOSED
}

/** Why there are no entries in a form that is sent by GET; undefined where they may be there. */
export const exposureIn = (
  form: HTMLFormElement | null,
  { valueFormat }: Pick<Settings, 'valueFormat'>,
): SealDropError | undefined =>
  form && valueFormat === 'receipt' && methodOf(form, null) === 'get' ? EXPOSED : undefined

/** A form control's element, and what it would put into a form's data. */
export interface Exposable {
  readonly element: SettingsElement & { readonly form: HTMLFormElement | null }
  readonly receipts: () => readonly Receipt[]
}

/**
 * Takes the receipts out of the data of a form that is sent by GET, however that came about: `submit()` fires no submit event, and
 * a script may change the method, or the element's form, after the entries were set. `onWithheld` hears of it.
 */
export const withholdReceipts = (
  root: Node,
  { element, receipts }: Exposable,
  onWithheld: () => void,
  signal: AbortSignal,
): void => {
  let submitter: HTMLElement | null = null
  const onSubmit = (event: Event): void => {
    submitter = (event as SubmitEvent).submitter
    // The form's data is made in the same task, or not at all.
    setTimeout(() => {
      submitter = null
    })
  }
  const onFormData = ({ target, formData }: FormDataEvent): void => {
    const { form, name } = element
    if (!form || target !== form || methodOf(form, submitter) !== 'get') return
    const own = entriesOf(receipts(), 'receipt')
    const isOwn = (entry: FormDataEntryValue): boolean =>
      Array.isArray(own) && own.includes(String(entry))
    const entries = formData.getAll(name)
    const others = entries.filter(entry => !isOwn(entry))
    if (others.length === entries.length) return
    formData.delete(name)
    for (const entry of others) formData.append(name, entry)
    onWithheld()
  }
  // Neither event leaves the shadow root of its form.
  root.addEventListener('submit', onSubmit, { capture: true, signal })
  root.addEventListener('formdata', event => onFormData(event as FormDataEvent), {
    capture: true,
    signal,
  })
}
