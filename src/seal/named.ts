import { misconfigured } from '../core/errors.ts'

/** The seal that an integrator chooses. DIDWW's keys are not part of it: the transport fetches them. */
export type Seal =
  | { readonly scheme: 'age'; readonly recipients: readonly string[]; readonly wrap?: 'pdf' }
  | { readonly scheme: 'didww' }
  | { readonly scheme: 'none'; readonly because: string }

/** No seal, on purpose. The reason is for people who review the site. Throws `misconfigured` without one. */
export const none = (because: string): Seal => {
  if (typeof because !== 'string' || because.trim() === '')
    throw misconfigured('none() needs a reason, as none("the provider stamps the PDF").')
  return { scheme: 'none', because: because.trim() }
}

/**
 * Reads `seal="…"`: `age` or `age+pdf` (for these recipients, which `checkSeal` checks), `didww` or `none: <reason>`. Throws
 * `misconfigured` for anything else.
 */
export const readSeal = (text: string, recipients: readonly string[] = []): Seal => {
  const [, scheme = '', because = ''] = /^\s*([\w+]+)\s*(?::(.*))?$/s.exec(text) ?? []
  if (scheme === 'none') return none(because)
  if (scheme === 'age' && because === '') return { scheme, recipients }
  if (scheme === 'age+pdf' && because === '') return { scheme: 'age', recipients, wrap: 'pdf' }
  if (scheme === 'didww' && because === '') return { scheme }
  throw misconfigured(
    `seal="${scheme}" is not known: use "age", "age+pdf", "didww" or "none: <reason>".`,
  )
}
