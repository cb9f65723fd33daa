import type { Engine } from '../engines/driver/engine.ts'
import { fileBytes, writeDocuments } from './documents.ts'
import { inEngines } from './engines.ts'
import { inTurn } from './in-turn.ts'
import type { Line } from './line.ts'
import { mapped } from './mapped.ts'
import type { AgeBench, Contestant } from './page/age.ts'
import { remote, visit } from './remote.ts'
import { type Ratio, ratioOf, ratioWords, type Spread, spreadOf } from './statistics.ts'
import { table } from './table.ts'

const names: readonly Contestant[] = ['sealdrop', 'peer', 'alone', 'plain', 'peerBytes']

const titles: Readonly<Record<Contestant, string>> = {
  sealdrop: 'SealDrop: with hash and record',
  alone: 'SealDrop: the same in one thread',
  plain: 'SealDrop: without, in one thread',
  peer: 'age-encryption, stream',
  peerBytes: 'age-encryption, bytes',
}

/** What one engine took, in milliseconds, and how much faster ours is than the peer's stream API. */
interface Figures {
  readonly version: string
  readonly ms: Readonly<Record<Contestant, Spread>>
  /** The peer's stream API against each: 2 is twice as fast as it. */
  readonly speed: Readonly<Record<Contestant, Ratio>>
}

const measureIn = async (
  engine: Engine,
  url: string,
  file: string,
  pairs: number,
): Promise<Figures> => {
  const tab = await engine.open()
  const page = remote<AgeBench>(tab)
  await visit(tab, url, [file])
  for (const name of names) await page.run(name, true)
  const ms = await inTurn(names, pairs, name => page.run(name, false))
  return {
    version: engine.version,
    ms: mapped(names, name => spreadOf(ms[name])),
    speed: mapped(names, name => ratioOf(ms.peer, ms[name])),
  }
}

const wordsOf = (name: string, { version, ms, speed }: Figures): string => {
  const rowOf = (sealer: Contestant): (string | number)[] => {
    const { median, q1, q3 } = ms[sealer]
    return [titles[sealer], median, q1, q3, `  ${ratioWords(speed[sealer])}`]
  }
  return `${name} ${version}\n${table(
    ['', 'median', 'quarter', '3/4', '  speed (95 %)'],
    names.map(rowOf),
  )}`
}

/** The age seal against age-encryption's stream: the same file, in every engine that is installed. */
export const age: Line = async ({ site, kind, pairs }) => {
  const [file = ''] = writeDocuments(kind, 1)
  const { engines, words } = await inEngines(
    engine => measureIn(engine, `${site.url}age.html`, file, pairs),
    wordsOf,
  )
  return {
    outcome: { pairs, engines },
    words: `The age seal: one ${kind} of ${fileBytes} bytes, from the file to a Blob; ${pairs} pairs; milliseconds;
how many times as fast as the stream: the median of the pairs' ratios, and its 95 % interval

${words}`,
  }
}
