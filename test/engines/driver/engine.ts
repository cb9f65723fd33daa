/** A browser under remote control, whichever program drives it. */
export interface Engine {
  readonly name: string
  readonly version: string
  /** An empty tab. Tabs share what the browser keeps: storage, workers, locks. */
  open(): Promise<Tab>
  /** Ends the browser and all it started. */
  close(): Promise<void>
}

/** Keys by the names that DOM events give them. */
export type Key = 'Tab' | 'Enter' | ' '

/** What a download was called, and its bytes. */
export interface Download {
  readonly name: string
  readonly bytes: Buffer
}

/** A function that runs in the page: it must use nothing from outside itself. Arguments and result travel as JSON. */
export type InPage<Args extends readonly unknown[], Result> = (...args: Args) => Result

export interface Tab {
  goto(url: string): Promise<void>
  reload(): Promise<void>
  /** What a function answers in the page. Rejects with what it throws. */
  evaluate<Args extends readonly unknown[], Result>(
    run: InPage<Args, Result>,
    ...args: Args
  ): Promise<Awaited<Result>>
  /** Clicks on the element that a function finds, as a mouse or a finger does. Rejects where it finds none. */
  click<Args extends readonly unknown[]>(
    find: InPage<Args, Element | null | undefined>,
    ...args: Args
  ): Promise<void>
  press(key: Key): Promise<void>
  /** Holds a key until it has come so often: the second and later ones are repeats. */
  hold(key: Key, times: number): Promise<void>
  /** Chooses files from the disk in the dialog that `open` brings up. */
  choose(open: () => Promise<void>, files: readonly string[]): Promise<void>
  /** What `start` makes the browser save. */
  download(start: () => Promise<void>): Promise<Download>
  /** A PNG. */
  screenshot(): Promise<Uint8Array>
  /** Errors that the console showed, and those nobody caught. WebKitGTK's driver cannot tell: there it stays empty. */
  readonly complaints: readonly string[]
  close(): Promise<void>
}

/** A call as text: what every driver can have evaluated, also under a policy without `unsafe-eval`. */
export const callOf = <Args extends readonly unknown[]>(
  run: InPage<Args, unknown>,
  args: Args,
): string => {
  const words = args.map(argument => JSON.stringify(argument) ?? 'undefined').join()
  // tsx, which runs the bench, puts a call of __name around each function that has a name.
  return `(__name => (${run})(${words}))(named => named)`
}

/** Runs in the page: a click must not land where the element was a moment ago. Playwright waits so by itself. */
const whenStill = async <Found extends Element | null | undefined>(
  element: Found,
): Promise<Found> => {
  if (!element) return element
  element.scrollIntoView({ block: 'nearest', behavior: 'instant' })
  const place = (): string => JSON.stringify(element.getBoundingClientRect())
  for (let before = ''; before !== place(); ) {
    before = place()
    // In a tab that is not shown there are no frames.
    await new Promise(resolve => {
      if (document.hidden) setTimeout(resolve)
      else requestAnimationFrame(() => requestAnimationFrame(resolve))
    })
  }
  return element
}

/** As text: the element that a function finds, once it no longer moves. */
export const stillCallOf = <Args extends readonly unknown[]>(
  find: InPage<Args, Element | null | undefined>,
  args: Args,
): string => `(__name => (${whenStill})(${callOf(find, args)}))(named => named)`
