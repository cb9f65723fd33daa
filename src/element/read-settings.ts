import type { Transport } from '../core/contracts.ts'
import { misconfigured } from '../core/errors.ts'
import type { Limits, Rules } from '../intake/limits.ts'
import { parseLimits } from '../intake/limits.ts'
import { knownProvider, type NamedOptions } from '../providers/by-name.ts'
import type { ProviderName } from '../providers/names.ts'
import type { Seal } from '../seal/choice.ts'
import { checkWriting, readSeal } from '../seal/named.ts'
import { maxFilesOf, type Settings } from './settings.ts'

/** One of our transports, by its name: its code loads when it is needed. */
export interface NamedTransport {
  readonly name: ProviderName
  readonly options: NamedOptions
}

/** What the settings say by themselves, before any code for uploads is loaded. */
export interface ReadSettings {
  readonly limits: Limits
  readonly rules: Rules
  readonly transport: Transport | NamedTransport
  /** Undefined stands for what the transport prescribes. Nobody has checked the recipients in it. */
  readonly seal: Seal | undefined
}

const CHOICES = {
  upload: ['auto', 'submit', 'manual'],
  valueFormat: ['reference', 'ticket', 'receipt'],
  fileName: ['opaque', 'original'],
  shelf: ['on', 'off'],
  previews: ['on', 'off'],
} as const

const sealOf = ({ seal, recipients }: Settings): Seal | undefined => {
  const keys = typeof recipients === 'string' ? recipients.split(/\s+/).filter(Boolean) : recipients
  const chosen =
    typeof seal === 'string'
      ? readSeal(seal, keys ?? [])
      : (seal ?? (keys ? { scheme: 'age', recipients: keys } : undefined))
  if (chosen) checkWriting(chosen)
  return chosen
}

const transportOf = (settings: Settings): ReadSettings['transport'] => {
  const { transport, endpoint, options, pin } = settings
  if (!transport) throw misconfigured('transport is missing: say where files go.')
  if (typeof transport === 'object') return transport
  const name = knownProvider(transport)
  if (!endpoint) throw misconfigured(`endpoint is missing: give the URL for "${name}".`)
  if (typeof options === 'string' || Array.isArray(options))
    throw misconfigured('options is not a JSON object.')
  // An empty pin is one that a template did not fill in: it must not count as none.
  const isGiven = pin !== undefined && pin !== null
  return { name, options: { ...options, ...(isGiven && { pin }), endpoint } }
}

/** Throws `misconfigured`, with what to change, where the settings alone show that nothing can be sent. */
export const readSettings = (settings: Settings): ReadSettings => {
  for (const [name, choices] of Object.entries(CHOICES)) {
    const chosen = settings[name as keyof typeof CHOICES]
    if (!(choices as readonly string[]).includes(chosen))
      throw misconfigured(`${name} must be ${choices.join(', ')}, not "${chosen}".`)
  }
  const { accept, maxSize, refuseProtected } = settings
  const maxFiles = maxFilesOf(settings)
  const limits = { accept, maxSize, refuseProtected, ...(maxFiles !== undefined && { maxFiles }) }
  const seal = sealOf(settings)
  return { limits, rules: parseLimits(limits), transport: transportOf(settings), seal }
}
