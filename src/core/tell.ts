const told = new WeakSet<Error>()

/** For the page's developer: shows an error in the console, as the browser shows one that nobody caught. Each only once. */
export const tell = (error: Error): void => {
  if (told.has(error)) return
  told.add(error)
  globalThis.reportError?.(error) // test runners have none
}
