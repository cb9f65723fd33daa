import type { Locator } from 'playwright/test'

type SealDrop = HTMLElementTagNameMap['seal-drop']

interface Held {
  /** Lets through what is held, and all that comes. */
  release: () => void
}

/** Gives the element a transport of the page's own, which may keep every file, or the end of a batch, until `release`. */
export const courier = (widget: Locator, held?: 'send' | 'commit'): Promise<void> =>
  widget.evaluate((element: SealDrop, step) => {
    let open = (): void => {}
    const gate = new Promise<void>(resolve => (open = resolve))
    if (!step) open()
    let sent = 0
    Object.assign(element, { release: () => open() })
    element.seal = 'none: a test'
    element.transport = {
      name: 'courier',
      endpoint: location.origin,
      traits: { seals: ['none'], resumes: false, perRequest: 1 },
      send: async (_, { signal }) => {
        const stopped = new Promise<never>((_, reject) =>
          signal.addEventListener('abort', () => reject(signal.reason)),
        )
        if (step !== 'commit') await Promise.race([gate, stopped])
        return { reference: `r${++sent}`, facts: {} }
      },
      ...(step === 'commit' && {
        async commit(deliveries) {
          await gate
          return deliveries
        },
      }),
    }
  }, held)
export const release = (widget: Locator): Promise<void> =>
  widget.evaluate(element => (element as unknown as Held).release())
