import { misconfigured } from '../core/errors.ts'
import type { ProviderName } from './names.ts'
import { providers } from './page.ts'

/** What attributes and JSON can say of a transport. Every factory checks what it is given. */
export interface NamedOptions {
  readonly endpoint: string
  readonly [option: string]: unknown
}

const isKnown = (name: string): name is ProviderName => Object.hasOwn(providers, name)

/** The same name, as one of ours. Throws `misconfigured` for a name that is not known. */
export const knownProvider = (name: string): ProviderName => {
  if (isKnown(name)) return name
  throw misconfigured(`transport="${name}" is not known: use ${Object.keys(providers).join(', ')}.`)
}

/** What people call the provider, if anything; a transport that is not one of ours goes by its own name. */
export const titleOf = (name: string): string | undefined =>
  isKnown(name) ? providers[name].title : name
