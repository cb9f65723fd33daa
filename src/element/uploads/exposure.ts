import { misconfigured, type SealDropError } from '../../core/errors.ts'
import { tell } from '../../core/tell.ts'
import type { Settings } from '../settings.ts'
import { methodOf } from '../submit.ts'

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
