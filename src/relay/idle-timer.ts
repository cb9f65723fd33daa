export interface IdleTimer {
  /** Something moved: the time starts anew. */
  restart(): void
  stop(): void
}

/**
 * Calls `expire` when it was not restarted for `ms`. A restart only notes the time, since it happens for every chunk of every body; the
 * timer itself looks at that note when it goes off, and sleeps on for what is left.
 */
export const createIdleTimer = (ms: number, expire: () => void): IdleTimer => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let restartedAt = 0
  const check = (): void => {
    const left = restartedAt + ms - performance.now()
    timer = left > 0 ? setTimeout(check, left) : undefined
    if (!timer) expire()
  }
  return {
    restart() {
      restartedAt = performance.now()
      timer ??= setTimeout(check, ms)
    },
    stop() {
      clearTimeout(timer)
      timer = undefined
    },
  }
}
