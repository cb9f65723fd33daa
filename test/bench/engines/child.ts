import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'

const START_MS = 60_000

/** Tries until it succeeds, for as long as a browser may take to start. Rejects with the last failure. */
export const eventually = async <Value>(attempt: () => Promise<Value>): Promise<Value> => {
  const end = Date.now() + START_MS
  for (;;)
    try {
      return await attempt()
    } catch (error) {
      if (Date.now() > end) throw error
      await setTimeout(50)
    }
}

/** Ends a process and waits until it has. */
export const stop = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill()
  await exit
}

/** What was started so far, to be undone in reverse: when all is done, or when the next step fails. */
export const undoOnFailure = async <Value>(
  build: (
    later: (undo: () => Promise<unknown>) => void,
    close: () => Promise<void>,
  ) => Promise<Value>,
): Promise<Value> => {
  const undoes: (() => Promise<unknown>)[] = []
  const close = async (): Promise<void> => {
    for (;;) {
      const undo = undoes.pop()
      if (!undo) return
      await undo()
    }
  }
  try {
    return await build(undo => undoes.push(undo), close)
  } catch (error) {
    await close()
    throw error
  }
}
