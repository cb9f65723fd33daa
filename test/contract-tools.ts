import { commands } from 'vitest/browser'
import type { ProviderName } from '../src/providers/names.ts'
import type { Sandbox } from '../src/sandbox/sandbox.ts'
import type { Peer } from '../src/testing/index.ts'

/** Every provider's sandbox, and three servers that only tests need. */
type Sandboxes = typeof import('../src/sandbox/sandboxes.ts') & {
  readonly relayed: typeof import('./contract/relayed.ts')['startRelayed']
  readonly scripted: typeof import('./contract/scripted.ts')['startScripted']
  readonly tusnode: typeof import('./contract/tus-node.ts')['startTusnode']
}

declare module 'vitest/internal/browser' {
  interface BrowserCommands {
    startSandbox(name: string, options?: unknown): Promise<{ id: string; facts: object }>
    sandbox(id: string, method: string, args: unknown[]): Promise<unknown>
    closeSandbox(id: string): Promise<void>
    readTestFile(path: string): Promise<string>
  }
}

/** The sandbox as a test in the browser sees it: the same, but every method answers later. */
type Remote<Thing> = {
  readonly [Key in keyof Thing]: Thing[Key] extends (...args: infer Args) => infer Result
    ? (...args: Args) => Promise<Awaited<Result>>
    : Thing[Key]
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), character => character.charCodeAt(0))

const revived = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(revived)
  if (typeof value !== 'object' || value === null) return value
  if ('$bytes' in value) return bytesOf(String(value.$bytes))
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, revived(part)]))
}

/** Starts one of them outside the browser. Close it; what is left open ends with the run. */
export const startSandbox = async <Name extends keyof Sandboxes>(
  name: Name,
  ...options: Parameters<Sandboxes[Name]>
): Promise<Remote<Awaited<ReturnType<Sandboxes[Name]>>>> => {
  const { id, facts } = await commands.startSandbox(name, ...options)
  const known = revived(facts) as Record<string, unknown>
  return new Proxy(known, {
    get(target, key) {
      // Asked for by `await`: this is not a promise.
      if (typeof key === 'symbol' || key === 'then') return undefined
      if (key in target) return target[key]
      if (key === 'close') return () => commands.closeSandbox(id)
      return async (...args: unknown[]) => revived(await commands.sandbox(id, key, args))
    },
  }) as unknown as Remote<Awaited<ReturnType<Sandboxes[Name]>>>
}

/** The same for any provider, as far as all sandboxes are alike. */
export const startProvider = (name: ProviderName, options?: object): Promise<Remote<Sandbox>> =>
  startSandbox(name, options) as Promise<Remote<Sandbox>>

/** The bytes of a file below `test/`, such as `samples/pdf/160F-2019.pdf`. */
export const readTestFile = async (path: string): Promise<Uint8Array<ArrayBuffer>> =>
  bytesOf(await commands.readTestFile(path))

/** A sample as a person would choose it. */
export const sampleFile = async (path: string, type = ''): Promise<File> =>
  new File([await readTestFile(path)], path.slice(path.lastIndexOf('/') + 1), { type })

type Inside = Pick<Peer, 'opened' | 'count' | 'traffic' | 'flip' | 'reset' | 'close'>

/** What the contract asks of every sandbox alike: what it holds and opens, what it heard, and its switches. */
export const insideOf = (sandbox: {
  plaintext(id: string): Promise<Uint8Array>
  received(): Promise<readonly unknown[]>
  readonly requests: Peer['traffic']
  readonly flip: Peer['flip']
  readonly reset: Peer['reset']
  readonly close: Peer['close']
}): Inside => ({
  opened: id => sandbox.plaintext(id),
  count: async () => (await sandbox.received()).length,
  traffic: sandbox.requests,
  flip: sandbox.flip,
  reset: sandbox.reset,
  close: sandbox.close,
})
