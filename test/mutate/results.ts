import { appendFileSync, rmSync } from 'node:fs'
import type { MutantResult } from '@stryker-mutator/api/core'
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin'

/** One mutation as a line: what became of it, where it is, and what it puts there. */
export const lineOf = (result: MutantResult): string => {
  const { status, fileName, location, mutatorName, replacement = '' } = result
  const { line, column } = location.start
  const path = fileName.replaceAll('\\', '/').replace(/^.*\/(?=src\/)/, '')
  return `${status} ${path}:${line}:${column} ${mutatorName}: ${replacement.replace(/\s+/g, ' ')}`
}

const path = `.cache/mutate/${process.env.SEALDROP_ROOM}.txt`

/** Writes each result as soon as it is known: StrykerJS's own reports come only at the end of an hour. */
export const strykerPlugins: readonly unknown[] = [
  declareValuePlugin(PluginKind.Reporter, 'results', {
    onMutationTestingPlanReady: () => rmSync(path, { force: true }),
    onMutantTested: result => appendFileSync(path, `${lineOf(result)}\n`),
  }),
]
