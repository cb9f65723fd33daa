import { misconfigured, SealDropError } from './errors.ts'

type Needs = Readonly<Record<string, boolean>>

/**
 * The youngest things of the platform that we use, with which the older ones come. What is used is named here, and what is
 * named is used: test/unit/baseline.test.ts. Test runners lack even the oldest, so none is taken for granted.
 */
const needs = (): Needs => ({
  WebCrypto: typeof globalThis.crypto?.subtle === 'object',
  Worker: typeof Worker === 'function',
  'Web Locks': 'locks' in (globalThis.navigator ?? {}),
  'Promise.withResolvers': 'withResolvers' in Promise,
  'URL.canParse': 'canParse' in URL,
})

/** A page whose origin no other page shares: it may hold no lock, and start no worker. */
const opaqueOriginError = (): SealDropError =>
  misconfigured(
    location.protocol === 'file:'
      ? 'A page opened from disk cannot start a worker: serve it over http.'
      : 'The sandbox of the page’s iframe needs allow-same-origin.',
  )

/**
 * What keeps us from working here, before anything is chosen: `insecure-context`, `unsupported`, or `misconfigured`. `more`: what the
 * caller needs beside all that, by name.
 */
export const environmentError = (more: Needs = {}): SealDropError | undefined => {
  // What is no browser at all does not say: it has no Worker or no cipher either.
  if (globalThis.isSecureContext === false)
    return new SealDropError(
      'insecure-context',
      'The page is not a secure context: serve it over https.',
    )
  const [missing] = Object.entries({ ...needs(), ...more }).find(([, isThere]) => !isThere) ?? []
  if (missing) return new SealDropError('unsupported', `The browser has no ${missing}.`)
  return globalThis.origin === 'null' ? opaqueOriginError() : undefined
}
