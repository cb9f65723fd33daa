import { hashesNow, scriptFrom } from '../thread/script.ts'
import { held } from './held.ts'
import type { ProviderName } from './names.ts'
import type { TransportFactory, Transports } from './transports.ts'

/** The classic script's own tag, where it has one. Set by vite.config.ts. */
declare const __SCRIPT__: HTMLScriptElement | null

const own = import.meta.url
/** An import map stands before the first script that it is for. */
const hashes = typeof document === 'object' ? hashesNow() : new Map<string, string>()

/**
 * A page uses one transport of seven: for the classic script each lies in a file of its own beside it (vite.config.ts). As a module
 * it is imported only where CORS can be expected, and only once: a browser remembers that this failed. Where the page tells its
 * hash, it is a script in any case: not every browser keeps a module to that.
 */
const loadBeside = async (
  name: ProviderName,
  asModule: () => Promise<unknown>,
): Promise<TransportFactory> => {
  const { href, origin } = new URL(`./transport-${name}.js`, own)
  const hash = hashes.get(href)
  const asScript = (): Promise<void> => scriptFrom(href, __SCRIPT__, hash)
  const isModule = !hash && (origin === self.origin || __SCRIPT__?.crossOrigin !== null)
  await (isModule ? asModule().catch(asScript) : asScript())
  const factory = held()[name]
  if (!factory) throw new Error(`${href} holds no transport of this version.`)
  return factory
}

export const transports: Transports = {
  didww: () => loadBeside('didww', () => import('./didww/transport.ts')),
  privasfer: () => loadBeside('privasfer', () => import('./privasfer/transport.ts')),
  dokstamp: () => loadBeside('dokstamp', () => import('./dokstamp/transport.ts')),
  cryptshare: () => loadBeside('cryptshare', () => import('./cryptshare/transport.ts')),
  tus: () => loadBeside('tus', () => import('./tus/transport.ts')),
  http: () => loadBeside('http', () => import('./http/transport.ts')),
  s3: () => loadBeside('s3', () => import('./s3/transport.ts')),
}
