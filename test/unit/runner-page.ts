import { vi } from 'vitest'

export type SealDrop = HTMLElementTagNameMap['seal-drop']

/** What the page and the console are told that nobody asked for. */
export const watchForNoise = (): (() => readonly unknown[]) => {
  const heard: unknown[] = []
  const keep = (thing: unknown): void => void heard.push(thing)
  const logged = vi.spyOn(console, 'error').mockImplementation(keep)
  addEventListener('error', keep)
  addEventListener('unhandledrejection', keep)
  process.on('unhandledRejection', keep)
  return () => {
    removeEventListener('error', keep)
    removeEventListener('unhandledrejection', keep)
    process.off('unhandledRejection', keep)
    logged.mockRestore()
    return heard
  }
}

export const only = <Found extends Element>(selector: string): Found => {
  const found = document.querySelector<Found>(selector)
  if (!found) throw new Error(`There is no ${selector}.`)
  return found
}

export const drawn = async (markup: string): Promise<SealDrop> => {
  document.body.replaceChildren(
    ...new DOMParser().parseFromString(markup, 'text/html').body.childNodes,
  )
  const element = only<SealDrop>('seal-drop')
  await element.updateComplete
  return element
}

export const textOf = (element: SealDrop, part: string): string =>
  element.shadowRoot?.querySelector(`[part~="${part}"]`)?.textContent?.trim() ?? ''
