import { expect, vi } from 'vitest'
import type { Tab } from './driver/engine.ts'
import { controlNamed, focusedName, shownText } from './in-page.ts'

/** How long a busy machine may take. */
const PATIENCE = { timeout: 20_000, interval: 50 } as const

/** A person in front of one tab. */
export interface Visitor {
  readonly tab: Tab
  goes(url: string): Promise<void>
  /** Waits until all these words are shown. */
  sees(...words: readonly string[]): Promise<void>
  doesNotSee(word: string): Promise<void>
  /** Clicks on the button or link with this name, or one that begins so, once it can be clicked. */
  clicks(name: string): Promise<void>
  /** Chooses files by the element's button. */
  chooses(...paths: readonly string[]): Promise<void>
  /** Waits until what has the focus is called so, or its name begins so. */
  isOn(name: string): Promise<void>
  /** The phases of all files, in order. */
  phases(): Promise<readonly string[]>
  /** Waits until the files are in these phases. */
  waitsFor(...phases: readonly string[]): Promise<void>
}

/** Runs in the page. */
const readPhases = (): string[] =>
  [...document.querySelectorAll('seal-drop')].flatMap(element =>
    element.files.map(({ state }) => state.phase),
  )

export const visitorOn = (tab: Tab): Visitor => {
  const text = (): Promise<string> => tab.evaluate(shownText)
  const clicks = async (name: string): Promise<void> =>
    vi.waitFor(() => tab.click(controlNamed, name), PATIENCE)
  const phases = (): Promise<string[]> => tab.evaluate(readPhases)
  return {
    tab,
    goes: tab.goto,
    async sees(...words) {
      for (const each of words) await expect.poll(text).toContain(each)
    },
    async doesNotSee(word) {
      expect(await text()).not.toContain(word)
    },
    clicks,
    // The name goes on: "Choose a file: Papers".
    chooses: (...paths) => tab.choose(() => clicks('Choose'), paths),
    async isOn(name) {
      const found = async (): Promise<string> =>
        (await tab.evaluate(focusedName)).slice(0, name.length)
      await expect.poll(found).toBe(name)
    },
    phases,
    async waitsFor(...wanted) {
      await expect.poll(phases).toEqual(wanted)
    },
  }
}
