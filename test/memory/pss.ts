import { familyOf, procText } from '../process-family.ts'

/** MiB by the kind of process, and their sum. */
export interface Pss {
  readonly all: number
  /** `browser`, `renderer`, `gpu-process`, `zygote`, or a service such as `NetworkService`. */
  readonly kinds: Readonly<Record<string, number>>
}

const kindOf = async (pid: number): Promise<string> => {
  const words = await procText(pid, 'cmdline')
  const service = /--utility-sub-type=(?:\w+\.)*(\w+)/.exec(words)?.[1]
  return service ?? /--type=([\w-]+)/.exec(words)?.[1] ?? 'browser'
}

/** Chromium starts this one, of 58 MiB, two or three minutes after itself, whatever its pages do (measured). */
const STARTS_BY_ITSELF = 'OnDeviceModelService'

/** To look for processes takes more than to look at them: it is done no more often than so. */
const LOOK_MS = 1_000

interface Family {
  readonly lookedAt: number
  readonly kinds: ReadonlyMap<number, string>
}

const families = new Map<string, Family>()

const kindsOf = async (profile: string): Promise<ReadonlyMap<number, string>> => {
  const known = families.get(profile)
  if (known && performance.now() - known.lookedAt < LOOK_MS) return known.kinds
  const kinds = new Map<number, string>()
  for (const pid of await familyOf(profile)) {
    const kind = await kindOf(pid)
    if (kind !== STARTS_BY_ITSELF) kinds.set(pid, kind)
  }
  families.set(profile, { lookedAt: performance.now(), kinds })
  return kinds
}

/**
 * The proportional set size of the browser with this folder for its profile: what two processes share counts half in each, so that
 * the sum over all of its processes is what it takes of the machine. Linux only.
 */
export const pssOf = async (profile: string): Promise<Pss> => {
  const kinds: Record<string, number> = {}
  let all = 0
  for (const [pid, kind] of await kindsOf(profile)) {
    const kb = Number(/^Pss:\s+(\d+) kB/m.exec(await procText(pid, 'smaps_rollup'))?.[1] ?? 0)
    kinds[kind] = (kinds[kind] ?? 0) + kb / 1024
    all += kb / 1024
  }
  return { all, kinds }
}
