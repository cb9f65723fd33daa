import { readdir, readFile } from 'node:fs/promises'

/** A file of a process below `/proc`. Empty where the process has ended meanwhile. */
export const procText = (pid: number, name: string): Promise<string> =>
  readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '')

const parentOf = async (pid: number): Promise<number> => {
  // The program's name stands before it in brackets, and may hold spaces and brackets itself.
  const [, parent = '0'] = (await procText(pid, 'stat')).split(') ').at(-1)?.split(' ') ?? []
  return Number(parent)
}

/** The processes with this word on their command lines, and all that they started. Linux only. */
export const familyOf = async (word: string): Promise<readonly number[]> => {
  const pids = (await readdir('/proc')).map(Number).filter(Number.isInteger)
  const all = await Promise.all(
    pids.map(async pid => ({
      pid,
      parent: await parentOf(pid),
      isNamed: (await procText(pid, 'cmdline')).includes(word),
    })),
  )
  const family = new Set(all.flatMap(({ pid, isNamed }) => (isNamed ? [pid] : [])))
  for (let before = -1; before !== family.size; ) {
    before = family.size
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid)
  }
  return [...family]
}
