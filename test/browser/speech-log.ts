import type { CDPSession, Locator, Page } from 'playwright/test'

declare global {
  interface Window {
    /** What the live region did, and when in the page's time. */
    heard: { readonly start: number; readonly all: (readonly [ms: number, what: string])[] }
  }
}

type AxNode = Awaited<ReturnType<typeof readTree>>[number]

const readTree = async (client: CDPSession) =>
  (await client.send('Accessibility.getFullAXTree')).nodes.filter(({ ignored }) => !ignored)

/** What a screen reader gets of a page. */
export interface SpeechLog {
  /** A person does this, and all that follows from it is there when it resolves; no time passes in the page. */
  act(what: string, done: () => Promise<unknown>): Promise<void>
  /** Time passes in the page. */
  pass(ms: number): Promise<void>
  /** All so far: lines with the seconds since the start. */
  text(): string
}

/** Of these a person is told what they are, what they are called and what describes them. */
const TOLD = new Set(['button', 'listitem', 'list', 'progressbar'])

/** Whoever reads the log on another day, or on a slower machine, should read the same. */
const steady = (text: string): string =>
  text.replace(/expires .*?(?= —|$)/, 'expires …').replace(/\d+%/, '…%')

const toldOf = (node: AxNode): string => {
  const [role, name, description] = [node.role, node.name, node.description].map(value =>
    String(value?.value ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  const named = `${role} “${name}”`
  return steady(description ? `${named} — ${description}` : named)
}
const isFocused = ({ properties }: AxNode): boolean =>
  properties?.some(({ name, value }) => name === 'focused' && value.value === true) ?? false

/** Runs in the page: from now on `window.heard` has what the live region does. */
export const hear = (element: Element): void => {
  const region = element.shadowRoot?.querySelector('[role=status]')
  if (!region) throw new Error('No live region.')
  const start = Date.now()
  const all: (readonly [number, string])[] = []
  window.heard = { start, all }
  new MutationObserver(changes => {
    const at = Date.now() - start
    for (const { addedNodes, removedNodes } of changes) {
      for (const node of addedNodes) all.push([at, `says    ${node.textContent}`])
      for (const node of removedNodes) all.push([at, `silent  ${node.textContent}`])
    }
  }).observe(region, { childList: true })
}

/**
 * Writes down, as Chromium's accessibility tree has it: what the live region says, until when it can be read there, what has the
 * focus, and names and descriptions that are new. The page's clock stands still but for `pass`.
 */
export const startSpeechLog = async (page: Page, widget: Locator): Promise<SpeechLog> => {
  await widget.evaluate(hear)
  const client: CDPSession = await page.context().newCDPSession(page)
  const lines: string[] = []
  let [now, heard, focused] = [0, 0, '']
  let told = new Map<string, number>()
  const write = (ms: number, line: string): void => {
    lines.push(`${(ms / 1000).toFixed(1).padStart(5)} s  ${line}`)
  }
  const look = async (): Promise<void> => {
    await widget.evaluate((element: HTMLElementTagNameMap['seal-drop']) => element.updateComplete)
    const { ms: later, news } = await page.evaluate(
      from => ({ ms: Date.now() - window.heard.start, news: window.heard.all.slice(from) }),
      heard,
    )
    heard += news.length
    now = later
    for (const [ms, what] of news) write(ms, what)
    const shown = await readTree(client)
    const before = told
    told = new Map()
    for (const node of shown.filter(({ role }) => TOLD.has(String(role?.value)))) {
      const line = toldOf(node)
      told.set(line, (told.get(line) ?? 0) + 1)
    }
    for (const [line, count] of told)
      if (!before.has(line)) write(now, `shows   ${line}${count > 1 ? ` × ${count}` : ''}`)
    const focus = shown.filter(isFocused).map(toldOf).at(-1) ?? 'nothing'
    if (focus !== focused) write(now, `focus   ${focus}`)
    focused = focus
  }
  await look()
  return {
    async act(what, done) {
      write(now, `person  ${what}`)
      await done()
      await look()
    },
    async pass(ms) {
      // Step by step: each line is written down when it is said.
      for (let left = ms; left > 0; left -= 500) {
        await page.clock.runFor(Math.min(left, 500))
        await look()
      }
    },
    text: () => `${lines.join('\n')}\n`,
  }
}
