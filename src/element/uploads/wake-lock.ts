/**
 * Keeps the screen on. The browser takes that back whenever the tab is hidden, so it is asked again when the tab is shown. It
 * may refuse, such as with a low battery or in a frame, or know nothing of it: files are sent all the same.
 */
export const keepScreenOn = (signal: AbortSignal): void => {
  const ask = async (): Promise<void> => {
    if (document.hidden || !navigator.wakeLock) return
    try {
      const lock = await navigator.wakeLock.request('screen')
      const release = (): void => void lock.release()
      if (signal.aborted) release()
      else signal.addEventListener('abort', release)
    } catch {
      // A screen that goes off is no failure of the upload.
    }
  }
  document.addEventListener('visibilitychange', () => void ask(), { signal })
  void ask()
}
