import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { generateIdentity, recipientOf } from '../../src/open/index.ts'
import { median } from '../bench/statistics.ts'
import { oracle } from '../oracle.ts'

const MIB = 1_048_576
/** Above the same command with a small file, in MiB. */
const MOST_MIB = 64
const CLI = join(import.meta.dirname, '../../dist/cli.js')

/** Has the process write down the most memory it ever had, in KiB, when it ends. */
const WATCH = `import { writeFileSync } from 'node:fs'
process.on('exit', () => writeFileSync(process.env.PEAK_AT, String(process.resourceUsage().maxRSS)))`

const endOf = async (child: ChildProcess): Promise<void> => {
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${child.spawnargs.slice(0, 3).join(' ')} ended with ${code}.`)
}

/**
 * Has the command reseal zeros that age sealed, and looks with age whether what came of it is the same. Prints how much more memory that
 * took than a small file does; whether it was little enough.
 */
export const runReseal = async (mib: number, rounds: number): Promise<boolean> => {
  const place = await mkdtemp(join(tmpdir(), 'sealdrop-memory-'))
  try {
    const age = oracle('age')
    const [old, next] = [await generateIdentity(), await generateIdentity()]
    const [from, to] = [await recipientOf(old), await recipientOf(next)]
    await writeFile(join(place, 'old.txt'), old)
    await writeFile(join(place, 'next.txt'), next)
    await writeFile(join(place, 'watch.mjs'), WATCH)
    const zeros = (bytes: number) => createReadStream('/dev/zero', { end: bytes - 1 })
    const seal = async (name: string, bytes: number): Promise<void> => {
      const sealing = spawn(age, ['-r', from, '-o', name], {
        cwd: place,
        stdio: ['pipe', 'ignore', 'inherit'],
      })
      const ended = endOf(sealing)
      await pipeline(zeros(bytes), sealing.stdin)
      await ended
    }
    const hashOf = async (stream: AsyncIterable<Buffer>): Promise<string> => {
      const hash = createHash('sha256')
      for await (const bytes of stream) hash.update(bytes)
      return hash.digest('hex')
    }
    const peakOf = async (name: string): Promise<number> => {
      const env = {
        ...process.env,
        PEAK_AT: join(place, 'peak'),
        NODE_OPTIONS: `--import=${join(place, 'watch.mjs')}`,
      }
      const words = ['reseal', name, '-i', 'old.txt', '-r', to, '--out', 'out']
      const stdio = ['ignore', 'ignore', 'inherit'] as const
      await endOf(spawn(process.execPath, [CLI, ...words], { cwd: place, env, stdio: [...stdio] }))
      return Number(await readFile(join(place, 'peak'), 'utf8')) / 1024
    }
    await seal('small.age', 65_536)
    await seal('big.age', mib * MIB)
    const above: number[] = []
    for (let round = 0; round < rounds; round++) {
      await rm(join(place, 'out'), { recursive: true, force: true })
      const start = await peakOf('small.age')
      const started = performance.now()
      const peak = await peakOf('big.age')
      const seconds = (performance.now() - started) / 1_000
      console.log(`  start ${start.toFixed()}, peak ${peak.toFixed()}; ${seconds.toFixed(1)} s`)
      above.push(peak - start)
    }
    const opening = spawn(age, ['-d', '-i', 'next.txt', join('out', 'big.age')], {
      cwd: place,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const opened = endOf(opening)
    const isSame = (await hashOf(opening.stdout)) === (await hashOf(zeros(mib * MIB)))
    await opened
    const isMet = median(above) <= MOST_MIB
    console.log(
      `${mib} MiB resealed by the command: ${median(above).toFixed()} MiB above its start, of at most ${MOST_MIB}${isMet ? '' : ' TOO MUCH'}${isSame ? '' : '; IT IS ANOTHER FILE NOW'}`,
    )
    return isMet && isSame
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}
