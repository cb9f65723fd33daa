import { stat } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { visible } from '../desk/text.ts'
import { filesIn, isFolder, type SealedFile } from './sealed-files.ts'
import type { Terminal } from './terminal.ts'

/** A file as a look at its folder finds it. */
export interface Look {
  readonly file: SealedFile
  readonly size: number
  /** Milliseconds since 1970. */
  readonly changedMs: number
}

interface Seen {
  readonly look: Look
  readonly sinceMs: number
  isTaken: boolean
}

/** Tells which files rest: their size and time were the same for so long. Each is told once, and again when it changed. */
export const createRest = (restMs: number) => {
  let seen = new Map<string, Seen>()
  return (looks: readonly Look[], nowMs: number): readonly SealedFile[] => {
    const next = new Map<string, Seen>()
    const resting: SealedFile[] = []
    for (const look of looks) {
      const before = seen.get(look.file.path)
      const isSame =
        before && before.look.size === look.size && before.look.changedMs === look.changedMs
      const entry = isSame ? before : { look, sinceMs: nowMs, isTaken: false }
      next.set(look.file.path, entry)
      if (entry.isTaken || nowMs - entry.sinceMs < restMs) continue
      entry.isTaken = true
      resting.push(look.file)
    }
    seen = next
    return resting
  }
}

const REST_MS = 2000
const LOOK_MS = 500

const lookAt = async (paths: readonly string[]): Promise<readonly Look[]> => {
  const looks: Look[] = []
  for (const path of paths) {
    const files = (await isFolder(path))
      ? await filesIn(path).catch(() => [])
      : [{ path, isNamed: true }]
    for (const file of files) {
      const found = await stat(file.path).catch(() => undefined)
      if (found?.isFile()) looks.push({ file, size: found.size, changedMs: found.mtimeMs })
    }
  }
  return looks
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/** Hands on each file, now and later, once it rests; until the signal aborts. Says which paths are not there yet: one may be mistyped. */
export const watchFiles = async (
  paths: readonly string[],
  { signal, err }: Pick<Terminal, 'signal' | 'err'>,
  take: (file: SealedFile) => Promise<void>,
): Promise<void> => {
  const resting = createRest(REST_MS)
  for (const path of paths)
    if (!(await isThere(path)))
      err(`${visible(path, 400)}: it is not there yet, and is waited for.`)
  while (!signal.aborted) {
    for (const file of resting(await lookAt(paths), performance.now())) {
      if (signal.aborted) return
      await take(file)
    }
    // Not every file system tells of changes.
    await wait(LOOK_MS, undefined, { signal }).catch(() => {})
  }
}
