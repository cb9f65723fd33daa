import { readdir, readFile } from 'node:fs/promises'

/** MiB by the kind of process, and their sum. */
export interface Pss {
  readonly all: number
  /** `browser`, `renderer`, `gpu-process`, `utility`, `zygote`. */
  readonly kinds: Readonly<Record<string, number>>
}

/** The file of a process that has ended meanwhile is gone. */
const read = (pid: number, name: string): Promise<string> =>
  readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '')

const pids = async (): Promise<readonly number[]> =>
  (await readdir('/proc')).map(Number).filter(Number.isInteger)

const parentOf = async (pid: number): Promise<number> => {
  // The program's name stands before it in brackets, and may hold spaces and brackets itself.
  const [, parent = '0'] = (await read(pid, 'stat')).split(') ').at(-1)?.split(' ') ?? []
  return Number(parent)
}

/** The process with this word on its command line, and all that it started. */
const familyOf = async (word: string): Promise<readonly number[]> => {
  const all = await Promise.all(
    (await pids()).map(async pid => ({
      pid,
      parent: await parentOf(pid),
      isNamed: (await read(pid, 'cmdline')).includes(word),
    })),
  )
  const family = new Set(all.flatMap(({ pid, isNamed }) => (isNamed ? [pid] : [])))
  for (let before = -1; before !== family.size; ) {
    before = family.size
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid)
  }
  return [...family]
}

const kindOf = async (pid: number): Promise<string> =>
  /--type=([\w-]+)/.exec(await read(pid, 'cmdline'))?.[1] ?? 'browser'

/**
 * The proportional set size of the browser with this folder for its profile: what two processes share counts half in each, so that
 * the sum over all of its processes is what it takes of the machine. Linux only.
 */
export const pssOf = async (profile: string): Promise<Pss> => {
  const kinds: Record<string, number> = {}
  let all = 0
  for (const pid of await familyOf(profile)) {
    const kb = Number(/^Pss:\s+(\d+) kB/m.exec(await read(pid, 'smaps_rollup'))?.[1] ?? 0)
    const kind = await kindOf(pid)
    kinds[kind] = (kinds[kind] ?? 0) + kb / 1024
    all += kb / 1024
  }
  return { all, kinds }
}
