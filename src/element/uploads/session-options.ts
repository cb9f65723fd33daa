import type { Transport } from '../../core/contracts.ts'
import { transportByName } from '../../providers/load.ts'
import type { SessionOptions } from '../../session/session.ts'
import { readSettings } from '../read-settings.ts'
import type { Settings } from '../settings.ts'

/** All settings but `authorize`, each once: the compiler names the one that is missing here. */
const SNAPSHOT = Object.keys({
  name: 0,
  transport: 0,
  endpoint: 0,
  options: 0,
  seal: 0,
  recipients: 0,
  pin: 0,
  accept: 0,
  maxSize: 0,
  maxFiles: 0,
  stripLocation: 0,
  refuseProtected: 0,
  multiple: 0,
  upload: 0,
  valueFormat: 0,
  fileName: 0,
  workerUrl: 0,
  parallel: 0,
  shelf: 0,
  previews: 0,
  shelfScope: 0,
  origins: 0,
  retryPolicy: 0,
  timeouts: 0,
} satisfies Readonly<Record<Exclude<keyof Settings, 'authorize'>, 0>>) as (keyof Settings)[]

/**
 * The settings as they are now: the element's own go on changing, and a file is sent as the settings were when it was
 * added. Only `authorize` stays the page's newest.
 */
export const snapshotSettings = (settings: Settings): Settings => ({
  ...(Object.fromEntries(SNAPSHOT.map(name => [name, settings[name]])) as unknown as Settings),
  get authorize() {
    return settings.authorize
  },
})

/** Throws what is wrong, or rejects `transport` with it where only its code can know. */
export const sessionOptions = (
  settings: Settings,
): SessionOptions & { readonly transport: Promise<Transport> } => {
  const { transport, seal, limits } = readSettings(settings)
  const { name, stripLocation, fileName, workerUrl, parallel, shelf, shelfScope } = settings
  const { origins, retryPolicy, timeouts } = settings
  return {
    ...(seal && { seal }),
    transport:
      'send' in transport
        ? Promise.resolve(transport)
        : transportByName(transport.name, transport.options),
    limits,
    name,
    stripLocation,
    fileName,
    shelf,
    ...(shelfScope !== undefined && { shelfScope: String(shelfScope) }),
    upload: settings.upload === 'auto' ? 'auto' : 'manual',
    ...(workerUrl && { workerUrl }),
    ...(parallel !== undefined && { parallel }),
    ...(origins && { origins }),
    ...(retryPolicy && { retryPolicy }),
    ...(timeouts && { timeouts }),
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
