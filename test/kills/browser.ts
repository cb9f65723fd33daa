import { type Browser, launch, type Page } from 'puppeteer-core'
import { browserPath } from '../browser-path.ts'
import { firefoxPath } from '../engine-paths.ts'
import { callOf, type InPage } from '../engines/driver/engine.ts'
import { endWithUs } from '../engines/driver/group.ts'
import { gone, kill, processesOf } from './processes.ts'

export const engines = ['chromium', 'firefox'] as const
export type EngineName = (typeof engines)[number]

/** `crash`: the tab, as when its memory runs out; `tab`: its process, from outside; `browser`: all of it. */
export const endings = ['crash', 'tab', 'browser'] as const
export type Ending = (typeof endings)[number]

export interface KillableTab {
  /** Errors that nobody caught. */
  readonly complaints: readonly string[]
  goto(url: string): Promise<void>
  choose(path: string): Promise<void>
  evaluate<Args extends readonly unknown[], Result>(
    run: InPage<Args, Result>,
    ...args: Args
  ): Promise<Awaited<Result>>
}

/** One run of a browser on a profile that outlives it. */
export interface Visit {
  readonly tab: KillableTab
  /** A second one. */
  open(): Promise<KillableTab>
  /** Finds out what to kill, which takes a moment. What it gives kills at once, without a chance to clean up. */
  aim(how: Ending): Promise<() => Promise<void>>
  close(): Promise<void>
}

/** Firefox has no order that crashes a tab. */
export const endingsIn = (engine: EngineName): readonly Ending[] =>
  engine === 'firefox' ? endings.filter(how => how !== 'crash') : endings

const isTab = (command: string): boolean =>
  / --type=renderer /.test(command) || / -isForBrowser .* tab *$/.test(command)

const start = async (engine: EngineName, profile: string): Promise<Browser> => {
  const shared = { userDataDir: profile, headless: true, env: { ...process.env, TMPDIR: profile } }
  if (engine === 'chromium') return launch({ ...shared, ...(await browserPath()) })
  const executablePath = firefoxPath()
  if (!executablePath) throw new Error('There is no Firefox.')
  return launch({
    ...shared,
    browser: 'firefox',
    executablePath,
    extraPrefsFirefox: { 'browser.chrome.site_icons': false },
  })
}

const tabOn = (page: Page): KillableTab => {
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(String(error)))
  return {
    complaints,
    goto: async url => void (await page.goto(url)),
    choose: async path => void (await (await page.$('input'))?.uploadFile(path)),
    evaluate: <Args extends readonly unknown[], Result>(run: InPage<Args, Result>, ...args: Args) =>
      page.evaluate(callOf(run, args)) as Promise<Awaited<Result>>,
  }
}

/** Starts a browser on this profile, with one page. Whatever it writes down, also for the moment, it writes there. */
export const visit = async (engine: EngineName, profile: string): Promise<Visit> => {
  const browser = await start(engine, profile)
  const { pid } = browser.process() ?? {}
  if (pid === undefined) throw new Error('The browser did not start.')
  const guard = endWithUs(pid)
  const page = await browser.newPage()
  const killAll = async (): Promise<void> => {
    const own = await processesOf(pid)
    kill(own)
    await gone(own.map(one => one.pid))
  }
  return {
    tab: tabOn(page),
    open: async () => tabOn(await browser.newPage()),
    async aim(how) {
      if (how === 'crash') {
        const session = await page.createCDPSession()
        // A crashed page answers no more.
        return async () => void session.send('Page.crash').catch(() => {})
      }
      const own = await processesOf(pid)
      const targets = how === 'tab' ? own.filter(({ command }) => isTab(command)) : own
      if (targets.length === 0) throw new Error('There is no process to kill.')
      return async () => {
        kill(targets)
        await gone(targets.map(one => one.pid))
        if (how === 'browser') await killAll()
      }
    },
    async close() {
      await browser.close().catch(() => {})
      await killAll()
      await guard()
    },
  }
}
