import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createChance, drawsOf } from './chance.ts'

/** What a program of others says of a file. */
interface Opinion {
  readonly verdict: 'fine' | 'complains' | 'broken'
  /** Its first words of complaint, without numbers. */
  readonly words: string
  /** It wants a password, and so can say nothing of what is inside. */
  readonly isLocked: boolean
}

type Judging = (path: string) => Opinion

const wordsOf = (said: string, path: string): string => {
  const line = said
    .replaceAll(path, 'file')
    .split('\n')
    .map(text => text.trim())
    .find(text =>
      /error|warning|corrupt|invalid|damaged|premature|not|expected|missing|unknown|bogus|unsupported|illegal|EOF/i.test(
        text,
      ),
    )
  return (line ?? said.split('\n')[0] ?? '').replace(/0x[\da-f]+|\d+/gi, 'n').slice(0, 90)
}

const run = (
  program: string,
  args: readonly string[],
  path: string,
  fine: number,
  complains: number,
): Opinion => {
  const { status, stdout, stderr } = spawnSync(program, [...args, path], {
    encoding: 'latin1',
    timeout: 20_000,
    maxBuffer: 1 << 26,
  })
  const words = wordsOf(`${stderr}\n${program === 'djpeg' ? '' : stdout}`, path)
  const verdict = status === fine ? 'fine' : status === complains ? 'complains' : 'broken'
  return { verdict, words, isLocked: /invalid password/.test(stderr) }
}

/** The programs that judge, by their names: `oracle()` gives them where they are installed. */
export interface Programs {
  readonly pngcheck: string
  readonly djpeg: string
  readonly qpdf: string
  readonly pdftotext: string
}

const judgesOf = ({
  pngcheck,
  djpeg,
  qpdf,
  pdftotext,
}: Programs): Readonly<Record<string, Judging>> => ({
  png: path => run(pngcheck, ['-q'], path, 0, -1),
  jpg: path => run(djpeg, ['-outfile', '/dev/null'], path, 0, 2),
  pdf(path) {
    // It exits with 3 where it could mend what it complains of.
    const strict = run(qpdf, ['--check'], path, 0, 3)
    if (strict.isLocked) return { ...strict, verdict: 'fine' }
    if (strict.verdict !== 'broken') return strict
    const reader = run(pdftotext, ['-q', '-l', '1'], path, 0, -1)
    return reader.verdict === 'fine' ? { ...strict, verdict: 'complains' } : strict
  },
})

const extensionOf = (name: string): string => /\.(\w+)$/.exec(name)?.[1] ?? ''

interface Counted {
  count: number
  /** The case that shows it. */
  readonly first: number
}

export interface Comparison {
  /** How often each pair of verdicts came. */
  readonly counts: ReadonlyMap<string, number>
  readonly refused: ReadonlyMap<string, Counted>
  readonly unsaid: ReadonlyMap<string, Counted>
}

/**
 * Compares our verdict on changed real files with theirs. What they open without complaint must not be `damaged`; what they call
 * broken and we accept unsaid is listed, by their words.
 */
export const compareAll = async (
  path: string,
  { seed, runs }: { readonly seed: number; readonly runs: number },
  programs: Programs,
): Promise<Comparison> => {
  const { BUILT, makers, verdictOf, isUnsaid } = (await import(path)) as typeof import('./main.ts')
  const judges = judgesOf(programs)
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'))
  const tables = { refused: new Map<string, Counted>(), unsaid: new Map<string, Counted>() }
  const count = (table: Map<string, Counted>, words: string, index: number): void => {
    const known = table.get(words)
    if (known) known.count++
    else table.set(words, { count: 1, first: index })
  }
  const seen = new Map<string, number>()
  try {
    for (let index = 0, compared = 0; compared < runs; index++) {
      const make = makers[index % makers.length]
      if (!make) continue
      const { name, bytes } = make(createChance(drawsOf(seed, 'oracles', index)))
      if (name.startsWith(BUILT)) continue // they never were a picture
      const kind = extensionOf(name)
      const file = join(folder, `case.${kind}`)
      writeFileSync(file, bytes)
      const opinion = judges[kind]?.(file)
      if (!opinion) continue
      compared++
      const ours = await verdictOf(bytes, name)
      const both = `${kind}: ${opinion.verdict}, and ours is ${ours.replace(/image\/\w+|application\/\w+/, '').trim()}`
      seen.set(both, (seen.get(both) ?? 0) + 1)
      const words = `${kind}: ${opinion.words}`
      if (opinion.verdict === 'fine' && ours === 'refused: damaged')
        count(tables.refused, words, index)
      if (opinion.verdict === 'broken' && isUnsaid(ours)) count(tables.unsaid, words, index)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  return { counts: seen, ...tables }
}

const show = (title: string, table: ReadonlyMap<string, Counted>): void => {
  console.log(`\n${title}`)
  const sorted = [...table].sort(([, a], [, b]) => b.count - a.count)
  for (const [words, { count, first }] of sorted)
    console.log(`${String(count).padStart(6)}  ${words} (first: ${first})`)
}

export const showComparison = ({ counts, refused, unsaid }: Comparison): void => {
  for (const [both, times] of [...counts].sort())
    console.log(`${String(times).padStart(6)}  ${both}`)
  show('Opened by others without complaint, refused here as damaged:', refused)
  show('Broken for others, accepted here unsaid:', unsaid)
}
