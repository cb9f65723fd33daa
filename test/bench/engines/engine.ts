/** One browser with one page. */
export interface Engine {
  readonly name: string
  readonly version: string
  /** Goes to a page and chooses files from the disk in its only file input. */
  visit(url: string, files: readonly string[]): Promise<void>
  /** What `window.bench[method](...args)` answers there. Rejects with what it throws. */
  ask(method: string, args: readonly unknown[]): Promise<unknown>
  close(): Promise<void>
}

/** What a page's `window.bench` offers, seen from outside. */
export type Remote<Page> = {
  readonly [Method in keyof Page]: Page[Method] extends (...args: infer Args) => infer Result
    ? (...args: Args) => Promise<Awaited<Result>>
    : never
}

/** Calls that go to the page an engine visits. */
export const remote = <Page>(engine: Engine): Remote<Page> =>
  new Proxy({} as Remote<Page>, {
    get:
      (_, method) =>
      (...args: unknown[]) =>
        engine.ask(String(method), args),
  })
