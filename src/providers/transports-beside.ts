import { scriptFrom } from '../thread/script.ts'
import { held } from './held.ts'
import type { ProviderName } from './names.ts'
import type { TransportFactory, Transports } from './transports.ts'

/** Whether the classic script was asked for as modules are: then all that lies beside it can be. Set by vite.config.ts. */
declare const __CORS__: boolean

const own = import.meta.url

/** A page uses one transport of six: for the classic script each lies in a file of its own beside it (vite.config.ts). */
const loadBeside = async (name: ProviderName): Promise<TransportFactory> => {
  const { href, origin } = new URL(`./transport-${name}.js`, own)
  // A module's hash can be in the page's import map.
  if (__CORS__ || origin === self.origin) await import(/* @vite-ignore */ href)
  else await scriptFrom(href)
  const factory = held()[name]
  if (!factory) throw new Error(`${href} holds no transport of this version.`)
  return factory
}

export const transports: Transports = {
  didww: () => loadBeside('didww'),
  privasfer: () => loadBeside('privasfer'),
  dokstamp: () => loadBeside('dokstamp'),
  cryptshare: () => loadBeside('cryptshare'),
  tus: () => loadBeside('tus'),
  http: () => loadBeside('http'),
}
