import type { Transport } from '../../core/contracts.ts'
import { transportByName } from '../../providers/load.ts'
import type { SessionOptions } from '../../session/session.ts'
import { readSettings } from '../read-settings.ts'
import type { Settings } from '../settings.ts'

/**
 * The settings as they are now: the element's own go on changing, and a file is sent as the settings were when it was
 * added. Only `authorize` stays the page's newest.
 */
export const snapshotSettings = (settings: Settings): Settings => ({
  name: settings.name,
  transport: settings.transport,
  endpoint: settings.endpoint,
  options: settings.options,
  seal: settings.seal,
  recipients: settings.recipients,
  pin: settings.pin,
  accept: settings.accept,
  maxSize: settings.maxSize,
  maxFiles: settings.maxFiles,
  refuseProtected: settings.refuseProtected,
  multiple: settings.multiple,
  upload: settings.upload,
  valueFormat: settings.valueFormat,
  fileName: settings.fileName,
  workerUrl: settings.workerUrl,
  parallel: settings.parallel,
  shelf: settings.shelf,
  shelfScope: settings.shelfScope,
  origins: settings.origins,
  retryPolicy: settings.retryPolicy,
  timeouts: settings.timeouts,
  get authorize() {
    return settings.authorize
  },
})

/** Throws what is wrong, or rejects `transport` with it where only its code can know. */
export const sessionOptions = (
  settings: Settings,
): SessionOptions & { readonly transport: Promise<Transport> } => {
  const { transport, seal, limits } = readSettings(settings)
  const { name, fileName, workerUrl, parallel, shelf, shelfScope } = settings
  const { origins, retryPolicy, timeouts } = settings
  return {
    ...(seal && { seal }),
    transport:
      'send' in transport
        ? Promise.resolve(transport)
        : transportByName(transport.name, transport.options),
    limits,
    name,
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
