import type { Transport } from '../../core/contracts.ts'
import { misconfigured } from '../../core/errors.ts'
import type { Format } from '../../intake/formats.ts'
import { parseLimits } from '../../intake/limits.ts'
import { transportByName } from '../../providers/by-name.ts'
import { age, parseSeal, type Seal } from '../../seal/choice.ts'
import type { SessionOptions } from '../../session/session.ts'
import { maxFilesOf, type Settings } from '../settings.ts'

const CHOICES = {
  upload: ['auto', 'submit', 'manual'],
  valueFormat: ['reference', 'ticket', 'receipt'],
  fileName: ['opaque', 'original'],
} as const

/**
 * The settings as they are now: the element's own go on changing, and a file is sent as the settings were when it was
 * added. Only `authorize` stays the page's newest.
 */
export const snapshotSettings = (settings: Settings): Settings => ({
  transport: settings.transport,
  endpoint: settings.endpoint,
  options: settings.options,
  seal: settings.seal,
  recipients: settings.recipients,
  pin: settings.pin,
  accept: settings.accept,
  maxSize: settings.maxSize,
  maxFiles: settings.maxFiles,
  multiple: settings.multiple,
  upload: settings.upload,
  valueFormat: settings.valueFormat,
  fileName: settings.fileName,
  workerUrl: settings.workerUrl,
  parallel: settings.parallel,
  origins: settings.origins,
  retryPolicy: settings.retryPolicy,
  get authorize() {
    return settings.authorize
  },
})

/** The formats that `accept` names; none where it cannot be read, which the session will say. */
export const formatsOf = ({ accept }: Settings): readonly Format[] => {
  try {
    return parseLimits({ accept }).accept
  } catch {
    return []
  }
}

/** The formats for a file chooser. Systems differ in whether they go by extension or by media type. */
export const acceptOf = (formats: readonly Format[]): string =>
  formats.flatMap(({ type, extensions }) => [...extensions.map(name => `.${name}`), type]).join()

/** Undefined stands for what the transport prescribes. */
const sealOf = ({ seal, recipients }: Settings): Seal | undefined => {
  const isGiven = recipients !== undefined && recipients !== null
  const keys = typeof recipients === 'string' ? recipients.split(/\s+/).filter(Boolean) : recipients
  if (typeof seal === 'string') return parseSeal(seal, keys ?? [])
  return seal ?? (isGiven ? age(...(keys ?? [])) : undefined)
}

const transportOf = (settings: Settings): Promise<Transport> => {
  const { transport, endpoint, options, pin } = settings
  if (!transport) throw misconfigured('transport is missing: say where files go.')
  if (typeof transport === 'object') return Promise.resolve(transport)
  if (!endpoint) throw misconfigured(`endpoint is missing: give the URL for "${transport}".`)
  if (typeof options === 'string' || Array.isArray(options))
    throw misconfigured('options is not a JSON object.')
  // An empty pin is one that a template did not fill in: it must not count as none.
  const isGiven = pin !== undefined && pin !== null
  return transportByName(transport, { ...options, ...(isGiven && { pin }), endpoint })
}

/** Throws `misconfigured` with what to change, or rejects `transport` with it where only its code can know. */
export const sessionOptions = (
  settings: Settings,
): SessionOptions & { readonly transport: Promise<Transport> } => {
  for (const [name, choices] of Object.entries(CHOICES)) {
    const chosen = settings[name as keyof typeof CHOICES]
    if (!(choices as readonly string[]).includes(chosen))
      throw misconfigured(`${name} must be ${choices.join(', ')}, not "${chosen}".`)
  }
  const { accept, maxSize, fileName, workerUrl, parallel, origins, retryPolicy } = settings
  const seal = sealOf(settings)
  const maxFiles = maxFilesOf(settings)
  return {
    transport: transportOf(settings),
    ...(seal && { seal }),
    limits: { accept, maxSize, ...(maxFiles !== undefined && { maxFiles }) },
    fileName,
    upload: settings.upload === 'auto' ? 'auto' : 'manual',
    ...(workerUrl && { workerUrl }),
    ...(parallel !== undefined && { parallel }),
    ...(origins && { origins }),
    ...(retryPolicy && { retryPolicy }),
    // Asked for anew each time: the page may set another one while files are on their way.
    ...(settings.authorize && { authorize: context => settings.authorize?.(context) ?? {} }),
  }
}

const identities = new WeakMap<object, number>()
let nextIdentity = 1

const identityOf = (thing: object): number => {
  const known = identities.get(thing) ?? nextIdentity++
  identities.set(thing, known)
  return known
}

/**
 * Settings with equal keys are served by the same session. Objects written anew on every render, as frameworks do, compare
 * by what is in them; functions and transports by identity. A new `authorize` needs no new session.
 */
export const settingsKey = (settings: Settings): string => {
  const { transport, authorize, workerUrl, ...others } = settings
  const carrier = typeof transport === 'object' ? identityOf(transport) : transport
  const worker = workerUrl && String(workerUrl) // JSON may see nothing of an object that stands for its text
  return JSON.stringify([carrier, Boolean(authorize), worker, others], (_, value: unknown) => {
    if (typeof value === 'function') return identityOf(value)
    return Number.isNaN(value) ? 'NaN' : value // JSON would write null, as for a value that is not set
  })
}
