import { Stopped } from './exit.ts'

/** Where the command speaks, and what stops it. */
export interface Terminal {
  readonly signal: AbortSignal
  /** Results. */
  out(line: string): void
  /** All else. */
  err(line: string): void
  /** One line that the next one replaces; nothing where nobody watches. */
  status(line: string): void
}

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const
const EPIPE_EXIT = 128 + 13
const MIN_STATUS_MS = 100

/**
 * The second signal ends the process at once: what it leaves, the next run removes. Heard until the process is gone: one that
 * comes when all is done changes nothing of how it ended.
 */
const stopOnSignals = (controller: AbortController): void => {
  for (const [name, number] of Object.entries(SIGNALS))
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(128 + number)
      controller.abort(new Stopped(128 + number))
    })
}

/** Runs `work` with a terminal on this process; a signal, or a reader who closes the output, aborts it. */
export const withTerminal = async (
  work: (terminal: Terminal) => Promise<number>,
): Promise<number> => {
  const controller = new AbortController()
  stopOnSignals(controller)
  const { stdout, stderr } = process
  let isUnheard = false
  for (const stream of [stdout, stderr])
    stream.on('error', () => {
      isUnheard = true
      controller.abort(new Stopped(EPIPE_EXIT))
    })
  /** An error of the last line is only told after it. */
  const written = (stream: NodeJS.WriteStream): Promise<void> =>
    new Promise(resolve => stream.write('', () => resolve()))

  let hasStatus = false
  let lastMs = Number.NEGATIVE_INFINITY
  const clear = (): void => {
    if (hasStatus) stderr.write('\r\u001b[K')
    hasStatus = false
  }
  const say = (stream: NodeJS.WriteStream, line: string): void => {
    clear()
    stream.write(`${line}\n`)
  }
  try {
    const exit = await work({
      signal: controller.signal,
      out: line => say(stdout, line),
      err: line => say(stderr, line),
      status(line) {
        if (!stderr.isTTY || performance.now() - lastMs < MIN_STATUS_MS) return
        lastMs = performance.now()
        stderr.write(`\r\u001b[K${line.slice(0, Math.max(0, stderr.columns - 1))}`)
        hasStatus = true
      },
    })
    await Promise.all([written(stdout), written(stderr)])
    return isUnheard && exit === 0 ? EPIPE_EXIT : exit
  } finally {
    clear()
  }
}
