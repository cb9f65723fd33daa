import { createChance, drawsOf, replay } from './chance.ts'
import { Broken, type Target } from './target.ts'

/** Processor time of one case. */
const LIMIT_MS = 1000
/** A case waits for nothing outside, so what takes so long has stopped. */
const HUNG_MS = 10_000
/** What one case may add to the most memory that the process ever had. */
const LIMIT_MIB = 192

const realTimeout = globalThis.setTimeout
const realClear = globalThis.clearTimeout
const rejections: unknown[] = []
let isListening = false

/** Called where the process is the fuzz's own: a rejection that nobody caught is then the case's fault. */
export const listenForRejections = (): void => {
  if (isListening) return
  isListening = true
  process.on('unhandledRejection', reason => void rejections.push(reason))
}

const turn = (): Promise<void> => new Promise(resolve => void setImmediate(resolve))

const inTime = async (work: Promise<void>): Promise<void> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const hung = new Promise<never>((_, reject) => {
    timer = realTimeout(() => reject(new Broken(`It never ended (${HUNG_MS} ms).`)), HUNG_MS)
  })
  await Promise.race([work, hung]).finally(() => realClear(timer))
}

const processorMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Why this input breaks a promise; undefined where all of them hold. */
export const whyBroken = async (target: Target, input: unknown): Promise<string | undefined> => {
  rejections.length = 0
  const began = processorMs()
  const memory = process.resourceUsage().maxRSS
  try {
    await inTime(target.judge(input))
    await turn()
  } catch (thrown) {
    return thrown instanceof Broken
      ? thrown.message
      : `It threw: ${(thrown as Error)?.stack ?? thrown}`
  }
  if (rejections.length > 0) return `A rejection that nobody caught: ${String(rejections[0])}`
  const ms = processorMs() - began
  if (ms > LIMIT_MS) return `It took ${Math.round(ms)} ms.`
  const mib = (process.resourceUsage().maxRSS - memory) / 1024
  return mib > LIMIT_MIB ? `It took ${Math.round(mib)} MiB.` : undefined
}

export interface Finding {
  readonly target: string
  readonly index: number
  readonly why: string
  readonly input: unknown
}

/** So many simpler cases are tried. */
const MOST_TRIES = 400

const firstLine = (text: string): string =>
  text.split('\n')[0]?.replace(/\d+/g, '0').slice(0, 60) ?? ''

/** Draws are taken away and made smaller as long as the same promise stays broken. */
const shrink = async (
  target: Target,
  tape: readonly number[],
  why: string,
  begins: () => void,
): Promise<Finding['input']> => {
  const input = (draws: readonly number[]): unknown => target.make(createChance(replay(draws)))
  let best = [...tape]
  let tries = 0
  const isBroken = async (draws: readonly number[]): Promise<boolean> => {
    if (tries++ >= MOST_TRIES) return false
    begins()
    try {
      return firstLine((await whyBroken(target, input(draws))) ?? '') === firstLine(why)
    } catch {
      return false // no case at all
    }
  }
  for (let size = Math.ceil(best.length / 2); size >= 1; size = Math.floor(size / 2))
    for (let at = 0; at < best.length; ) {
      const without = [...best.slice(0, at), ...best.slice(at + size)]
      const zeroed = best.map((draw, place) => (place >= at && place < at + size ? 0 : draw))
      if (await isBroken(without)) best = without
      else {
        if (zeroed.some((draw, place) => draw !== best[place]) && (await isBroken(zeroed)))
          best = zeroed
        at += size
      }
    }
  return input(best)
}

export interface Asked {
  readonly seed: number
  readonly runs: number
  readonly from?: number
  readonly shrinks?: boolean
  /** Told of every case before it is played. */
  readonly begins?: (index: number) => void
}

export interface Played {
  readonly played: number
  readonly found?: Finding
  /** Processor time of the slowest case, in milliseconds. */
  readonly slowestMs: number
}

/** Plays so many cases of a target, up to the first that breaks a promise. */
export const fuzz = async (target: Target, asked: Asked): Promise<Played> => {
  const { seed, runs, from = 0, shrinks = true, begins } = asked
  let slowestMs = 0
  for (let index = from; index < from + runs; index++) {
    begins?.(index)
    const tape: number[] = []
    const draw = drawsOf(seed, target.name, index)
    const input = target.make(
      createChance(() => {
        const drawn = draw()
        tape.push(drawn)
        return drawn
      }),
    )
    const began = processorMs()
    let why = await whyBroken(target, input)
    // The first cases compile the code, and another program may have had the processor.
    if (why && /^It took/.test(why)) why = await whyBroken(target, input)
    slowestMs = Math.max(slowestMs, processorMs() - began)
    if (!why) continue
    const smaller = shrinks ? await shrink(target, tape, why, () => begins?.(index)) : input
    const found = { target: target.name, index, why, input: smaller }
    return { played: index - from + 1, found, slowestMs }
  }
  return { played: runs, slowestMs }
}
