import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tsImport } from 'tsx/esm/api'
import type { BrowserCommand } from 'vitest/node'

/** A local server of `src/sandbox`: what it answers is its own business, that it can be closed is ours. */
interface Sandbox {
  close(): unknown
  readonly [method: string]: unknown
}

/** Bytes and dates do not survive the way to the browser as they are. `contract-tools.ts` undoes this. */
const portable = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') }
  if (Array.isArray(value)) return value.map(portable)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, part]) => typeof part !== 'function')
        .map(([key, part]) => [key, portable(part)]),
    )
  return value
}

const running = new Map<string, Sandbox>()

/** Where each server comes from that tests in a browser may start. */
const sources: Readonly<Record<string, { readonly path: string; readonly start: string }>> = {
  relayed: { path: './contract/relayed.ts', start: 'startRelayed' },
  scripted: { path: './contract/scripted.ts', start: 'startScripted' },
  tusnode: { path: './contract/tus-node.ts', start: 'startTusnode' },
}
const anyProvider = '../src/sandbox/sandboxes.ts'

const modules = new Map<string, Promise<Record<string, unknown>>>()
const load = (path: string): Promise<Record<string, unknown>> => {
  const loading = modules.get(path) ?? tsImport(path, import.meta.url)
  modules.set(path, loading)
  return loading
}

/** Starts the server of this name; answers with what is plain data in it. */
const startSandbox: BrowserCommand<[name: string, options?: unknown]> = async (
  _,
  name,
  options,
) => {
  const { path, start: key } = sources[name] ?? { path: anyProvider, start: name }
  const start = (await load(path))[key]
  if (typeof start !== 'function') throw new Error(`There is no sandbox ${name}`)
  const started: Sandbox = await start(options)
  const id = randomUUID()
  running.set(id, started)
  return { id, facts: portable(started) }
}

/** Calls a method of a running sandbox. */
const sandbox: BrowserCommand<[id: string, method: string, args: unknown[]]> = async (
  _,
  id,
  method,
  args,
) => {
  const target = running.get(id)
  const call = target?.[method]
  if (typeof call !== 'function') throw new Error(`No running sandbox with a method ${method}`)
  return portable(await call.apply(target, args))
}

const closeSandbox: BrowserCommand<[id: string]> = async (_, id) => {
  const target = running.get(id)
  running.delete(id)
  await target?.close()
}

/** The bytes of a file below `test/`, as base64. */
const readTestFile: BrowserCommand<[path: string]> = async (_, path) => {
  if (!/^(samples|vectors)\//.test(path) || path.includes('..'))
    throw new Error(`Not a sample: ${path}`)
  return (await readFile(join(import.meta.dirname, path))).toString('base64')
}

export const commands: {
  readonly startSandbox: typeof startSandbox
  readonly sandbox: typeof sandbox
  readonly closeSandbox: typeof closeSandbox
  readonly readTestFile: typeof readTestFile
} = {
  startSandbox,
  sandbox,
  closeSandbox,
  readTestFile,
}

/** Whatever a test left running. */
export const closeSandboxes = async (): Promise<void> => {
  const left = [...running.values()]
  running.clear()
  await Promise.all(left.map(target => target.close()))
}
