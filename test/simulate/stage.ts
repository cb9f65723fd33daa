import type { Authorize, SessionFile, Transport } from '../../src/core/contracts.ts'
import { isSealDropError } from '../../src/core/errors.ts'
import type { SessionOptions } from '../../src/session/session.ts'
import { chance } from './chance.ts'
import { clock } from './clock.ts'
import { type Copies, createCopies } from './copies.ts'
import { createDisk, type Disk } from './disk.ts'
import { type Fate, Fates } from './fates.ts'
import { network } from './network.ts'
import { page } from './page.ts'
import type { Scene } from './scenes.ts'
import { serverAt } from './server.ts'
import { judgeEntry } from './shelf.ts'
import type { Action, Step, Story } from './story.ts'
import { Tab } from './tab.ts'
import { viewNow } from './view.ts'
import { setBrowser } from './xhr.ts'

/** Longer than it takes to send a file when nothing goes wrong. */
const HASHING_MS = 5_000
/** Over one receipt: what the worker owes since the seal is asked of it again, for two digests, and maybe before the commit is over. */
const MOST_DEATHS = 8
const DAY_MS = 25 * 60 * 60 * 1_000

/** Tabs with a session each, their network, workers, storage and server, and all that a story can do to them. */
export class Stage {
  readonly scene: Scene
  /** What happened, in words. */
  readonly log: string[] = []
  /** What did not hold, in words. */
  readonly broken: string[] = []
  readonly copies: Copies = createCopies()
  readonly fates: Fates
  readonly disk: Disk
  /** All that were ever open. */
  readonly tabs: Tab[] = []
  /** What is kept there may be gone, though nobody is done with it. */
  isShelfDisturbed = false
  /** What says that something is kept was lost. */
  isMarkerLost = false
  readonly #story: Story
  #faults: Story['faults']
  #delays: Story['delays']
  #token: 'good' | 'expired' | 'revoked' = 'good'
  #atNextEvent: Step[] = []
  /** So often the worker is still to die over a receipt. */
  #deathsOverReceipt = 0

  constructor(story: Story, scene: Scene) {
    this.scene = scene
    this.#story = story
    this.#faults = story.faults
    this.#delays = story.delays
    chance.reset(1)
    clock.reset()
    page.reset('https://page.example', story.engine, story.isBehindServiceWorker)
    scene.reset()
    setBrowser(story.engine, story.isBehindServiceWorker)
    this.fates = new Fates(
      words => this.note(words),
      words => void this.broken.push(words),
    )
    this.disk = createDisk(this.#nextDelay, (entry, body) => {
      this.broken.push(...judgeEntry(entry, body, story.shelf, this.copies))
    })
    this.#begin(story.arrivesWhenGivenUp)
    this.open()
  }

  /** Those that somebody can use. */
  get openTabs(): readonly Tab[] {
    return this.tabs.filter(({ isOpen }) => isOpen)
  }
  /** Every page was left as a page is left that knows: nobody comes back to it. */
  get isClosed(): boolean {
    return this.tabs.every(({ isClosed }) => isClosed)
  }
  /** What all open tabs list. */
  get files(): readonly SessionFile[] {
    return this.openTabs.flatMap(({ session }) => session.files)
  }
  get isShelving(): boolean {
    return this.#story.shelf === 'on'
  }
  /** Calls to the workers that have no answer yet. */
  get workerCalls(): number {
    return this.tabs.reduce((sum, { workerCalls }) => sum + workerCalls, 0)
  }
  /** The device is offline, and nothing but looks for the network is to come. */
  get isWaitingForNetwork(): boolean {
    const { open } = this.disk
    return !page.navigator.onLine && network.open.length + this.workerCalls + open === 0
  }
  note(words: string): void {
    this.log.push(words)
  }
  /** Opens the page once more. */
  open(): void {
    const { upload, parallel, variant, hashesSlowly, shelf, isWrittenWhenKilled } = this.#story
    const name = `tab ${this.tabs.length}`
    const session = (): SessionOptions => ({
      transport: this.#watched(this.scene.transport(variant, this.#authorize)),
      ...(this.scene.seal && { seal: this.scene.seal }),
      upload,
      parallel,
      shelf: shelf === undefined || shelf === 'off' ? 'off' : 'on',
      fileName: shelf === 'original names' ? 'original' : 'opaque',
    })
    this.tabs.push(
      new Tab({
        name,
        disk: this.disk,
        worker: this.copies.worker,
        nextDelay: this.#nextDelay,
        hashingMs: hashesSlowly ? HASHING_MS : 0,
        isWrittenWhenKilled: isWrittenWhenKilled === true,
        session,
        changed: (tab, file) => {
          // It was killed as it told of another one.
          if (!tab.view.isAlive) return
          this.#judgeOffer(file)
          this.fates.changed(tab.view, file)
          const [step, ...rest] = this.#atNextEvent
          this.#atNextEvent = rest
          if (step) this.perform(step)
        },
      }),
    )
  }
  /** Whether the worker died now, as a story said: files have arrived, and nothing but their receipts is under way. */
  diesOverReceipt(): boolean {
    if (this.#deathsOverReceipt === 0) return false
    if (network.open.length > 0 || this.workerCalls === 0) return false
    const isMaking = ({ phase }: Fate): boolean => phase === 'confirming' || phase === 'committing'
    const fates = [...this.fates.all.values()]
    if (!fates.some(isMaking)) return false
    // It is told, and what comes next is somebody's retry.
    if (fates.some(({ phase }) => phase === 'failed')) this.#deathsOverReceipt = 0
    if (this.#deathsOverReceipt === 0) return false
    this.#deathsOverReceipt--
    this.note('> the worker dies twice over a receipt')
    for (const tab of this.openTabs) this.#killWorkerTwice(tab)
    return true
  }
  /** This step comes as the page is told of the next change. */
  performAtNextEvent(step: Step): void {
    this.#atNextEvent.push(step)
  }
  perform({ action, file, tab: at = 0 }: Step): void {
    if (this.isClosed) return
    const tabs = this.openTabs
    const tab = tabs[at % tabs.length]
    const id = tab?.session.files[file]?.id
    const words = id === undefined ? action : `${action} (${this.fates.nameOf(id)})`
    const where = tab && tab.view.name !== 'tab 0' ? ` in ${tab.view.name}` : ''
    this.tryTo(words + where, () => {
      this.#actOnPage(action)
      if (tab) tab.run(() => this.#actIn(tab, action, file, id))
    })
  }
  /** Notes it, and what it threw: nothing that a page calls in time may throw. */
  tryTo(words: string, act: () => void): void {
    this.note(`> ${words}`)
    try {
      act()
    } catch (thrown) {
      this.broken.push(`${words} threw ${thrown}`)
    }
  }
  add(tab: Tab, at: number): void {
    tab.run(() => tab.session.add([this.copies.file(at) as unknown as File]))
  }
  retry(tab: Tab, id: string): void {
    this.fates.resend(id)
    tab.run(() => tab.session.retry(id))
  }
  /** Resolves when it settles: with receipts, or an error of ours. */
  async finish(tab: Tab): Promise<void> {
    try {
      await tab.run(() => tab.session.finish())
    } catch (thrown) {
      if (!isSealDropError(thrown)) this.broken.push(`finish() rejected with ${thrown}`)
    }
  }
  close(): void {
    this.fates.disturb()
    for (const tab of this.openTabs) tab.close()
  }
  /** From now on nothing goes wrong, and nobody holds anything back. */
  becomeFair(): void {
    this.#faults = []
    this.#delays = []
    this.#atNextEvent = []
    this.#deathsOverReceipt = 0
    this.#token = 'good'
    this.disk.fault = 'none'
    this.tryTo('the network is fair, and the token good', () => page.goes('online'))
  }
  /** And nobody holds anything back. */
  letAllGoOn(): void {
    this.tryTo('all may go on', () => {
      for (const tab of this.openTabs) {
        this.#resume(tab)
        tab.run(() => tab.session.start())
      }
    })
  }

  /** The same transport: nothing that it committed may be committed again. */
  #watched(transport: Transport): Transport {
    const { commit } = transport
    if (!commit) return transport
    // By one page: a later one asks again, and finds the transfer.
    const committed = new Set<string>()
    return {
      ...transport,
      commit: async (deliveries, job) => {
        if (deliveries.some(({ reference }) => committed.has(reference)))
          this.broken.push('What was committed is committed again.')
        const results = await commit(deliveries, job)
        for (const result of results) if ('reference' in result) committed.add(result.reference)
        return results
      },
    }
  }
  #judgeOffer({ addedAt, state }: SessionFile): void {
    if (state.phase !== 'paused' || !state.offered) return
    if (addedAt + DAY_MS < clock.now()) this.broken.push('What has expired is offered.')
    if (!this.isShelving) this.broken.push('Something is offered where nothing is kept.')
  }
  #begin(arrivesWhenGivenUp: boolean): void {
    network.begin({
      nextFault: () => {
        const [next = 'as it should', ...rest] = this.#faults
        this.#faults = rest
        return next
      },
      nextDelay: this.#nextDelay,
      arrivesWhenGivenUp,
      givenUpUntold: ({ body }) => this.copies.countUntold(body),
      leaves: (request, fault) => {
        const { origin, pathname } = new URL(request.url)
        this.note(`${request.method} ${pathname}: ${fault}`)
        if (fault !== 'as it should') this.fates.disturb()
        const kind = serverAt(origin)?.kind(request.method, pathname) ?? ''
        const wrong = this.copies.wrongIn(request, kind, fault)
        if (wrong) this.broken.push(wrong)
        this.#judgeBody(request.body)
      },
    })
  }
  /** No two tabs send one file at once, and none sends what it only offers. */
  #judgeBody(body: Uint8Array | undefined): void {
    const view = viewNow()
    const file = body && this.copies.owner(body)
    if (!view || !file) return
    this.fates.leaves(view, file)
    for (const { body: other } of network.elsewhere(view))
      if (other && this.copies.owner(other) === file)
        this.broken.push('Two tabs send the same file at once.')
  }
  readonly #nextDelay = (): number => {
    const [next = 1, ...rest] = this.#delays
    this.#delays = rest
    return next
  }
  readonly #authorize: Authorize = ({ attempt }) => {
    // As the documentation says: a cached token is renewed after a failure.
    if (attempt > 1 && this.#token === 'expired') this.#token = 'good'
    if (this.#token === 'good') return this.scene.headers
    return Object.fromEntries(Object.keys(this.scene.headers).map(name => [name, 'wrong']))
  }
  #killWorkerTwice(tab: Tab): void {
    tab.workerDies()
    tab.workerDies()
  }
  #kill(tab: Tab): void {
    const isLate = this.disk.open > 0
    tab.kill()
    this.fates.killed(tab.view, isLate)
  }
  #killAll(): void {
    for (const tab of this.openTabs) this.#kill(tab)
  }
  #resume(tab: Tab, id?: string): void {
    // A listener may do so while another one is resumed.
    const { isResuming } = this.fates
    this.fates.isResuming = true
    this.fates.take(tab.view, id)
    tab.run(() => tab.session.resume(id))
    this.fates.isResuming = isResuming
  }
  /** What happens to the browser, the device and the server. */
  #actOnPage(action: Action): void {
    const { fates, scene, disk } = this
    const acts: Partial<Readonly<Record<Action, () => void>>> = {
      offline: () => {
        fates.disturb()
        page.goes('offline')
        network.breakAll()
      },
      online: () => page.goes('online'),
      'worker dies over a receipt': () => {
        this.#deathsOverReceipt = MOST_DEATHS
      },
      // Not between a look at what it has and the commit of it.
      'server forgets': () => {
        if (![...fates.all.values()].some(({ phase }) => phase === 'committing')) scene.forget?.()
      },
      'keys rotate': () => void scene.rotate?.(),
      'token expires': () => {
        fates.disturb()
        scene.expire?.()
        this.#token = 'expired'
      },
      'token is revoked': () => {
        fates.disturb()
        this.#token = 'revoked'
      },
      'token is good again': () => {
        this.#token = 'good'
      },
      'browser is killed': () => {
        this.#killAll()
        disk.loseMarker()
        this.isMarkerLost = true
        this.open()
      },
      // DokStamp's tokens are over by then.
      'a day passes, then reload': () => {
        if (scene.name === 'dokstamp') return
        this.#killAll()
        clock.jump(DAY_MS)
        this.open()
      },
      'second tab': () => {
        if (this.openTabs.length < 2) this.open()
      },
      'storage wiped': () => {
        this.isShelfDisturbed = true
        disk.wipe()
      },
      'storage full': () => {
        this.isShelfDisturbed = true
        disk.fault = 'full'
      },
      'storage blocked': () => {
        this.isShelfDisturbed = true
        disk.fault = 'blocked'
      },
      'storage as it was': () => {
        disk.fault = 'none'
      },
    }
    acts[action]?.()
  }
  /** What somebody does in one tab, or what happens to it. */
  #actIn(tab: Tab, action: Action, at: number, id: string | undefined): void {
    const { fates } = this
    const { session, view } = tab
    const everyone = session.files.map(file => file.id)
    const one = id ?? 'nobody'
    const acts: Partial<Readonly<Record<Action, () => void>>> = {
      add: () => this.add(tab, at),
      pause: () => session.pause(one),
      resume: () => this.#resume(tab, one),
      retry: () => this.retry(tab, one),
      cancel: () => fates.cancel(view, [one], () => session.cancel(one)),
      remove: () => fates.cancel(view, [one], () => session.removeFile(one)),
      'cancel all': () => fates.cancel(view, everyone, () => session.cancel()),
      clear: () => fates.cancel(view, everyone, () => session.clear()),
      'pause all': () => session.pause(),
      'resume all': () => this.#resume(tab),
      'resume own': () => {
        const { isResuming } = fates
        fates.isResuming = true
        session.resumeOwn()
        fates.isResuming = isResuming
      },
      start: () => session.start(),
      finish: () => void this.finish(tab),
      'worker dies': () => tab.workerDies(),
      'worker dies twice': () => this.#killWorkerTwice(tab),
      reload: () => {
        this.#kill(tab)
        this.open()
      },
      'tab is killed': () => this.#kill(tab),
      'clear the shelf': () => {
        this.isShelfDisturbed = true
        tab.clearShelf().catch(thrown => {
          if (!isSealDropError(thrown)) this.broken.push(`clearShelf() rejected with ${thrown}`)
        })
      },
      close: () => {
        fates.disturb()
        tab.close()
      },
    }
    acts[action]?.()
  }
}
