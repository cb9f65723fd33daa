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

/**
 * The proportional set size of the browser with this folder for its profile: what two processes share counts half in each, so that
 * the sum over all of its processes is what it takes of the machine. Linux only.
 */
export const pssOf = async (profile: string): Promise<Pss> => {
  const kinds: Record<string, number> = {}
  let all = 0
  for (const pid of await familyOf(profile)) {
    const kb = Number(/^Pss:\s+(\d+) kB/m.exec(await procText(pid, 'smaps_rollup'))?.[1] ?? 0)
    const kind = await kindOf(pid)
    if (kind === STARTS_BY_ITSELF) continue
    kinds[kind] = (kinds[kind] ?? 0) + kb / 1024
    all += kb / 1024
  }
  return { all, kinds }
}
