export interface ObjectUrls {
  /**
   * A blob: URL for saving, for a minute: a browser begins to save at once, and keeps what it saves. Its type is
   * `application/octet-stream`, so that nothing in it can run, however it is opened.
   */
  of(blob: Blob): string
  revokeAll(): void
}

const LIFE_MS = 60_000

/** blob: URLs that are revoked together, or by themselves. */
export const objectUrls = (): ObjectUrls => {
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const revoke = (url: string): void => {
    clearTimeout(timers.get(url))
    timers.delete(url)
    URL.revokeObjectURL(url)
  }
  return {
    of(blob) {
      const url = URL.createObjectURL(new Blob([blob], { type: 'application/octet-stream' }))
      timers.set(
        url,
        setTimeout(() => revoke(url), LIFE_MS),
      )
      return url
    },
    revokeAll() {
      for (const url of [...timers.keys()]) revoke(url)
    },
  }
}
