import type { Tab } from '../engines/driver/engine.ts'

/** What a page's `window.bench` offers, seen from outside. */
export type Remote<Page> = {
  readonly [Method in keyof Page]: Page[Method] extends (...args: infer Args) => infer Result
    ? (...args: Args) => Promise<Awaited<Result>>
    : never
}

/** Runs in the page. */
const ask = (method: string, args: readonly unknown[]): unknown =>
  (window.bench as Readonly<Record<string, (...args: readonly unknown[]) => unknown>>)[method]?.(
    ...args,
  )

/** Calls that go to the page of a tab. */
export const remote = <Page>(tab: Tab): Remote<Page> =>
  new Proxy({} as Remote<Page>, {
    get:
      (_, method) =>
      (...args: unknown[]) =>
        tab.evaluate(ask, String(method), args),
  })

/** Goes to a page and chooses files in its only file input. WebDriver does not click on the input itself. */
export const visit = async (tab: Tab, url: string, files: readonly string[]): Promise<void> => {
  await tab.goto(url)
  await tab.choose(() => tab.click(() => document.querySelector('label')), files)
}
