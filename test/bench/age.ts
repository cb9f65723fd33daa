import type { Engine } from '../engines/driver/engine.ts'
import { launchFirefox } from '../engines/driver/firefox.ts'
import { launchWebKit } from '../engines/driver/webkit.ts'
import { launchChromium } from './chromium.ts'
import { fileBytes, writeDocuments } from './documents.ts'
import { inTurn } from './in-turn.ts'
import type { Line } from './line.ts'
import type { AgeBench } from './page/age.ts'
import type { Sealer } from './page/age-sealers.ts'
import { remote, visit } from './remote.ts'
import { type Ratio, ratioOf, type Spread, spreadOf } from './statistics.ts'
import { table } from './table.ts'

const names: readonly Sealer[] = ['sealdrop', 'peer', 'plain', 'peerBytes']

const titles: Readonly<Record<Sealer, string>> = {
  sealdrop: 'SealDrop: with hash and record',
  plain: 'SealDrop: without',
  peer: 'age-encryption, stream',
  peerBytes: 'age-encryption, bytes',
}

/** What one engine took, in milliseconds, and how much faster ours is than the peer's stream API. */
interface Figures {
  readonly version: string
  readonly ms: Readonly<Record<Sealer, Spread>>
  /** The peer's stream API against the other three: 2 is twice as fast as it. */
  readonly speed: Readonly<Record<Exclude<Sealer, 'peer'>, Ratio>>
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
  const { sealdrop, plain, peer, peerBytes } = ms
  return {
    version: engine.version,
    ms: {
      sealdrop: spreadOf(sealdrop),
      plain: spreadOf(plain),
      peer: spreadOf(peer),
      peerBytes: spreadOf(peerBytes),
    },
    speed: {
      sealdrop: ratioOf(peer, sealdrop),
      plain: ratioOf(peer, plain),
      peerBytes: ratioOf(peer, peerBytes),
    },
  }
}

/** By the name of the engine. */
const launchers: Readonly<Record<string, () => Promise<Engine | undefined>>> = {
  Chromium: launchChromium,
  Firefox: launchFirefox,
  WebKitGTK: launchWebKit,
}

const wordsOf = (name: string, { version, ms, speed }: Figures): string => {
  const rowOf = (sealer: Sealer): (string | number)[] => {
    const { median, q1, q3 } = ms[sealer]
    const ratio = sealer === 'peer' ? undefined : speed[sealer]
    const ratios = [ratio?.ratioOfMedians ?? 1, ratio?.medianOfRatios ?? 1]
    return [titles[sealer], median, q1, q3, ...ratios.map(times => `${times.toFixed(2)}x`)]
  }
  return `${name} ${version}\n${table(
    ['', 'median', 'quarter', '3/4', 'medians', 'pairs'],
    names.map(rowOf),
  )}`
}

/** Words where there are no figures. One engine that fails does not take the others' figures with it. */
const tryIn = async (
  launch: () => Promise<Engine | undefined>,
  url: string,
  file: string,
  pairs: number,
): Promise<Figures | string> => {
  try {
    const engine = await launch()
    if (!engine) return 'not installed'
    try {
      return await measureIn(engine, url, file, pairs)
    } finally {
      await engine.close()
    }
  } catch (error) {
    process.exitCode = 1
    return `failed: ${error}`
  }
}

/** The age seal against age-encryption: the same file in the same worker, in every engine that is installed. */
export const age: Line = async ({ site, kind, pairs }) => {
  const [file = ''] = writeDocuments(kind, 1)
  const engines: Record<string, Figures | string> = {}
  for (const [name, launch] of Object.entries(launchers))
    engines[name] = await tryIn(launch, `${site.url}age.html`, file, pairs)
  const words = Object.entries(engines).map(([name, found]) =>
    typeof found === 'string' ? `${name}: ${found}` : wordsOf(name, found),
  )
  return {
    outcome: { pairs, engines },
    words: `The age seal: one ${kind} of ${fileBytes} bytes, from the file to a Blob, in one worker; ${pairs} pairs; milliseconds;
how many times as fast as the stream

${words.join('\n\n')}`,
  }
}
