import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'
import { endingsIn, engines } from './browser.ts'
import { type Killed, type KillPlan, killEarly, killOnce } from './kill.ts'
import { type Provider, startProvider, type Way, ways } from './provider.ts'
import { startSite } from './site.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    engine: { type: 'string', default: 'chromium' },
    /** One way only. */
    way: { type: 'string' },
    /** On tus; a fifth of them on each other way. */
    kills: { type: 'string', default: '50' },
    bytes: { type: 'string', default: String(20 * 1024 * 1024) },
    /** Before anything is sent, on the first way. */
    early: { type: 'string', default: '20' },
    rate: { type: 'string', default: String(8 * 1024 * 1024) },
  },
})

const engine = engines.find(name => name === values.engine)
if (!engine) throw new Error(`There is no engine ${values.engine}, but ${engines.join(', ')}.`)

/** From 0 to 1, and dependent on nothing but these words. */
const drawn = (...words: readonly (string | number)[]): number =>
  createHash('sha256').update(words.join(' ')).digest().readUInt32LE(0) / 2 ** 32

const planOf = ({ name, transport, rotates, pieceBytes, bytes }: Way, n: number): KillPlan => {
  const hows = endingsIn(engine)
  const share = drawn('kill', values.seed, name, n)
  return {
    engine,
    how: hows[n % hows.length] ?? 'tab',
    // Most providers take 20 MiB with all that is around it.
    bytes: bytes ?? Number(values.bytes) - (transport === 'tus' ? 0 : 131_072),
    bytesPerSecond: Number(values.rate),
    // What resumes is cut anywhere. Of the others three in ten have arrived, and nobody knows.
    at: pieceBytes === undefined && !rotates && n % 10 > 6 ? 'answer' : share * 0.9,
  }
}

const lineOf = (n: number, killed: Killed): string => {
  const { how, afterMs, phase, offers, ended, copies, sentTimes, broken } = killed
  const end = ended ? `${ended.phase}${ended.code ? ` (${ended.code})` : ''}` : 'nothing went on'
  const figures = `${copies} there, ${sentTimes.toFixed(2)} times sent`
  return `  ${n} ${how} after ${afterMs} ms (${phase}): ${offers.length} offered, ${end}, ${figures} ${broken.length > 0 ? `BROKEN: ${broken.join('; ')}` : ''}`
}

const runKills = async (provider: Provider): Promise<void> => {
  const { way } = provider
  const kills = way.name === 'tus' ? Number(values.kills) : Math.ceil(Number(values.kills) / 5)
  console.log(`${way.name}: ${kills} kills in ${engine}, seed ${values.seed}`)
  const all: Killed[] = []
  for (let n = 0; n < kills; n++) {
    const killed = await killOnce(site.url, provider, planOf(way, n))
    all.push(killed)
    console.log(lineOf(n, killed))
  }
  const count = (is: (killed: Killed) => boolean): number => all.filter(is).length
  const broken = count(killed => killed.broken.length > 0)
  const most = Math.max(...all.map(({ sentTimes }) => sentTimes))
  const done = count(({ ended }) => ended?.phase === (way.rotates ? 'failed' : 'done'))
  const twice = count(({ copies }) => copies > 1)
  console.log(
    `${way.name}: ${done} of ${kills} ${way.rotates ? 'ended as keys-rotated' : 'went on'}, ${twice} stored twice, at most ${most.toFixed(2)} times sent, ${broken} broken`,
  )
  if (broken > 0) process.exitCode = 1
}

/** So long after the choice nothing has left yet, or hardly. */
const EARLY_MS = 700
/** Takes a moment to be sealed. */
const EARLY_BYTES = 64 * 1024 * 1024

const runEarly = async (provider: Provider): Promise<void> => {
  const hows = endingsIn(engine)
  const wanted = Number(values.early)
  let late = 0
  for (let n = 0; n < wanted + late && late < 3 * wanted; n++) {
    const share = drawn('early', values.seed, n)
    const killed = await killEarly(site.url, provider, {
      engine,
      how: hows[n % hows.length] ?? 'tab',
      bytes: EARLY_BYTES,
      at: n % 5 === 0 ? 'ready' : Math.round(share * EARLY_MS),
    })
    const { how, phase, isLate, broken } = killed
    if (isLate) late++
    const end = isLate ? 'too late' : broken.length > 0 ? `BROKEN: ${broken.join('; ')}` : 'nothing'
    console.log(`  early ${n} ${how} (${phase}): ${end}`)
    if (!isLate && broken.length > 0) process.exitCode = 1
  }
}

const site = await startSite()
try {
  for (const way of ways) {
    if (values.way !== undefined && way.name !== values.way) continue
    const provider = await startProvider(way, site.url)
    if (way === ways[0]) await runEarly(provider)
    await runKills(provider)
    await provider.close()
  }
} finally {
  await site.close()
}
