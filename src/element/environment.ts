import { SealDropError } from '../core/errors.ts'

/**
 * The youngest things of the platform that we use, with which the older ones come. What is used is named here, and what is
 * named is used: test/unit/baseline.test.ts.
 */
const missing = (): string | undefined => {
  const needs: Record<string, boolean> = {
    WebCrypto: typeof crypto.subtle === 'object',
    Worker: typeof Worker === 'function',
    'Web Locks': 'locks' in navigator,
    ElementInternals:
      typeof ElementInternals === 'function' && 'setFormValue' in ElementInternals.prototype,
    adoptedStyleSheets: 'adoptedStyleSheets' in Document.prototype,
    'Promise.withResolvers': 'withResolvers' in Promise,
    'URL.canParse': 'canParse' in URL,
  }
  return Object.keys(needs).find(name => !needs[name])
}

/** What keeps us from working here, before anything is chosen: `insecure-context`, or `unsupported`. */
export const environmentError = (): SealDropError | undefined => {
  if (!isSecureContext)
    return new SealDropError(
      'insecure-context',
      'The page is not a secure context: serve it over https.',
    )
  const name = missing()
  return name ? new SealDropError('unsupported', `The browser has no ${name}.`) : undefined
}
