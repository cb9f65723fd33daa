import { createHash } from 'node:crypto'
import { setMaxListeners } from 'node:events'
import { SimulatedBlob, SimulatedFile, SimulatedFormData } from './blobs.ts'
import { chance } from './chance.ts'
import { clock } from './clock.ts'
import { page } from './page.ts'
import { viewNow } from './view.ts'
import { SimulatedXhr, simulatedFetch } from './xhr.ts'

// What the source finds under these names in a simulation (`bundle.ts` puts them there): nothing in it can see the real clock,
// chance or network.

// Pages that were killed leave what they waited for in this one process.
setMaxListeners(0)

const RealDate: DateConstructor = globalThis.Date
class SimulatedDate extends RealDate {
  constructor(...given: [] | [number | string | Date]) {
    super(given.length === 0 ? clock.now() : given[0])
  }
  static override now(): number {
    return clock.now()
  }
}

const timers = new Map<number, () => void>()
let lastTimer = 0
const setTimer = (run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]): number => {
  const id = ++lastTimer
  const callOff = clock.plan(ms, `timer of ${ms} ms`, () => {
    timers.delete(id)
    run(...given)
  })
  timers.set(id, callOff)
  return id
}
const clearTimer = (id: number | undefined): void => {
  if (id === undefined) return
  timers.get(id)?.()
  timers.delete(id)
}

/** Digests that are there at once, and keys that were read before: WebCrypto's own take a time that nobody orders. */
const realCrypto = globalThis.crypto
const imported: Map<string, Promise<CryptoKey>> = new Map()
type KeyRest = [RsaHashedImportParams, boolean, KeyUsage[]]
const subtle: Partial<SubtleCrypto> = {
  digest: async (name: string, bytes: BufferSource): Promise<ArrayBuffer> => {
    const view = ArrayBuffer.isView(bytes) ? bytes : new Uint8Array(bytes)
    const hash = createHash(name.replace('-', '')).update(view as Uint8Array)
    return new Uint8Array(hash.digest()).buffer
  },
  importKey: ((
    format: 'spki',
    bytes: Uint8Array<ArrayBuffer>,
    ...rest: KeyRest
  ): Promise<CryptoKey> => {
    const read = (): Promise<CryptoKey> => realCrypto.subtle.importKey(format, bytes, ...rest)
    if (format !== 'spki') return read()
    const name = Buffer.from(bytes).toString('base64')
    const key = imported.get(name) ?? read()
    imported.set(name, key)
    return key
  }) as SubtleCrypto['importKey'],
  encrypt: realCrypto.subtle.encrypt.bind(realCrypto.subtle),
  deriveBits: realCrypto.subtle.deriveBits.bind(realCrypto.subtle),
  generateKey: realCrypto.subtle.generateKey.bind(realCrypto.subtle),
  exportKey: realCrypto.subtle.exportKey.bind(realCrypto.subtle),
  sign: realCrypto.subtle.sign.bind(realCrypto.subtle),
}
const simulatedCrypto: Pick<Crypto, 'getRandomValues' | 'randomUUID'> & {
  readonly subtle: Partial<SubtleCrypto>
} = { getRandomValues: chance.fill, randomUUID: chance.uuid, subtle }

/** Every AbortController, so that a story can tell which listeners were left on a signal. */
class WatchedAbortController extends globalThis.AbortController {
  constructor() {
    super()
    page.signals.push({ signal: this.signal, view: viewNow() })
  }
}

export {
  clearTimer as clearInterval,
  clearTimer as clearTimeout,
  SimulatedBlob as Blob,
  SimulatedDate as Date,
  SimulatedFile as File,
  SimulatedFormData as FormData,
  SimulatedXhr as XMLHttpRequest,
  setTimer as setTimeout,
  simulatedCrypto as crypto,
  simulatedFetch as fetch,
  WatchedAbortController as AbortController,
}
export const performance: Pick<Performance, 'now'> = { now: (): number => clock.elapsed() }
export const navigator: typeof page.navigator = page.navigator
export const location: typeof page.location = page.location
export const document: typeof page.document = page.document
export const addEventListener: typeof page.addEventListener = page.addEventListener
export const removeEventListener: typeof page.removeEventListener = page.removeEventListener
export const reportError: typeof page.reportError = page.reportError
export const localStorage: undefined = undefined

// Node 20 lacks what every browser has that SealDrop runs in.
Promise.withResolvers ??= <Value>(): PromiseWithResolvers<Value> => {
  let resolve: PromiseWithResolvers<Value>['resolve'] = () => {}
  let reject: PromiseWithResolvers<Value>['reject'] = () => {}
  const promise = new Promise<Value>((...given) => ([resolve, reject] = given))
  return { promise, resolve, reject }
}
