import type { Engine } from '../engines/driver/engine.ts'
import { fileBytes, writeDocuments } from './documents.ts'
import { inEngines } from './engines.ts'
import { inTurn } from './in-turn.ts'
import type { Line } from './line.ts'
import { mapped } from './mapped.ts'
import type { PartsBench } from './page/parts.ts'
import { remote, visit } from './remote.ts'
import { median, type Ratio, ratioOf, ratioWords, type Spread, spreadOf } from './statistics.ts'
import { table } from './table.ts'

const titles = {
  read: 'read the file',
  hash: 'SHA-256, WebCrypto',
  slowHash: 'SHA-256, JavaScript (above 64 MiB)',
  cipher: 'ChaCha20-Poly1305',
  overlapped: 'hash and cipher, in one thread',
  cipherTwice: 'the cipher in two threads',
  hashBesideCipher: 'hash in one thread, cipher in another',
} as const
type Part = keyof typeof titles

interface Figures {
  readonly version: string
  readonly ms: Readonly<Record<Part, Spread>>
  /** How many times as fast two threads encrypt. */
  readonly threads: Ratio
  /** Processor time of read, hash and cipher over two threads: less cannot be done on two cores. */
  readonly floorMs: number
}

const names = Object.keys(titles) as Part[]

const wordsOf = (name: string, { version, ms, threads, floorMs }: Figures): string =>
  `${name} ${version}
${table(
  ['', 'median', 'quarter', '3/4'],
  names.map(part => [titles[part], ms[part].median, ms[part].q1, ms[part].q3]),
)}
Two threads encrypt ${ratioWords(threads)} times as fast as one. Floor (read + hash + cipher, over 2): ${floorMs.toFixed(0)} ms.`

/** What sealing is made of, each part by itself: what bounds an engine, and what a second thread would bring. */
export const parts: Line = async ({ site, kind, pairs }) => {
  const [file = ''] = writeDocuments(kind, 1)
  const measure = async (engine: Engine): Promise<Figures> => {
    const tab = await engine.open()
    const page = remote<PartsBench>(tab)
    await visit(tab, `${site.url}parts.html`, [file])
    for (const name of names) await page.run(name)
    const all = await inTurn(names, pairs, name => page.run(name))
    const ms = mapped(names, name => spreadOf(all[name]))
    const sums = all.read.map((read, at) => read + (all.hash[at] ?? 0) + (all.cipher[at] ?? 0))
    return {
      version: engine.version,
      ms,
      threads: ratioOf(all.cipher, all.cipherTwice),
      floorMs: median(sums) / 2,
    }
  }
  const { engines, words } = await inEngines(measure, wordsOf)
  return {
    outcome: { pairs, engines },
    words: `The parts of the age seal: one ${kind} of ${fileBytes} bytes, in memory but for the read; ${pairs} rounds; milliseconds

${words}`,
  }
}
