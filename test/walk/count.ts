import type { Profiler } from 'node:inspector'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What ran of `src` during one walk. */
export interface Walked {
  /** How often a function of this file was entered, by its path below `src`. */
  readonly entries: ReadonlyMap<string, number>
  /** How many different functions ran. */
  readonly functions: number
}

/** A path such as `/home/me/sealdrop/src/`, as it stands in the URLs of Node's modules and of the dev server's. */
const SOURCE = pathToFileURL(join(import.meta.dirname, '..', '..', 'src', '/')).pathname

/** Where a page of the playground finds a module, by its path from `src`. */
export const devPathOf = (file: string): string =>
  `/@fs${new URL(file, `file://${SOURCE}`).pathname}`

const pathOf = (url: string): string | undefined => {
  const { pathname } = URL.canParse(url) ? new URL(url) : { pathname: '' }
  const at = pathname.indexOf(SOURCE)
  return at < 0 ? undefined : pathname.slice(at + SOURCE.length)
}

/** V8 reports the code of a module's top level as a function without a name that begins where the file does. */
const isModule = ({ functionName, ranges: [whole] }: Profiler.FunctionCoverage): boolean =>
  functionName === '' && whole?.startOffset === 0

/** Counts what V8 says was entered since it was asked the last time. */
export const walkedIn = (scripts: readonly Profiler.ScriptCoverage[]): Walked => {
  const entries = new Map<string, number>()
  const functions = new Set<string>()
  for (const script of scripts) {
    const path = pathOf(script.url)
    if (path === undefined) continue
    for (const entered of script.functions) {
      const [whole] = entered.ranges
      if (!whole?.count || isModule(entered)) continue
      entries.set(path, (entries.get(path) ?? 0) + whole.count)
      functions.add(`${path}:${whole.startOffset}-${whole.endOffset}`)
    }
  }
  return { entries, functions: functions.size }
}
