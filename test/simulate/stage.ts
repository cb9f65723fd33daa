import type { Authorize, Transport } from '../../src/core/contracts.ts'
import { isSealDropError } from '../../src/core/errors.ts'
import { openSession, type Session } from '../../src/session/session.ts'
import { chance } from './chance.ts'
import { clock } from './clock.ts'
import { type Copies, createCopies } from './copies.ts'
import { type Fate, Fates } from './fates.ts'
import { network } from './network.ts'
import { page } from './page.ts'
import type { Scene } from './scenes.ts'
import { serverAt } from './server.ts'
import type { Action, Step, Story } from './story.ts'
import { createSimulatedThread } from './thread.ts'
import { setBrowser } from './xhr.ts'

/** Longer than it takes to send a file when nothing goes wrong. */
const HASHING_MS = 5_000
/** Over one receipt: what the worker owes since the seal is asked of it again, for two digests, and maybe before the commit is over. */
const MOST_DEATHS = 8

/** A session on its page, with its network, its worker and its server, and all that a story can do to them. */
export class Stage {
  readonly scene: Scene
  /** What happened, in words. */
  readonly log: string[] = []
  /** What did not hold, in words. */
  readonly broken: string[] = []
  readonly copies: Copies = createCopies()
  readonly fates: Fates
  readonly session: Session
  isClosed = false
  readonly #thread: ReturnType<typeof createSimulatedThread>
  #faults: Story['faults']
  #delays: Story['delays']
  #token: 'good' | 'expired' | 'revoked' = 'good'
  #atNextEvent: Step[] = []
  /** So often the worker is still to die over a receipt. */
  #deathsOverReceipt = 0

  constructor(story: Story, scene: Scene) {
    this.scene = scene
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
    this.#begin(story.arrivesWhenGivenUp)
    this.#thread = createSimulatedThread(
      this.copies.worker,
      this.#nextDelay,
      story.hashesSlowly ? HASHING_MS : 0,
    )
    this.session = openSession(
      {
        transport: this.#watched(scene.transport(story.variant, this.#authorize)),
        ...(scene.seal && { seal: scene.seal }),
        upload: story.upload,
        parallel: story.parallel,
      },
      () => this.#thread,
    )
    this.session.subscribe(file => {
      this.fates.changed(file)
      const [step, ...rest] = this.#atNextEvent
      this.#atNextEvent = rest
      if (step) this.perform(step)
    })
  }

  /** Calls to the worker that have no answer yet. */
  get workerCalls(): number {
    return this.#thread.open
  }
  /** The device is offline, and nothing but looks for the network is to come. */
  get isWaitingForNetwork(): boolean {
    return !page.navigator.onLine && network.open.length + this.#thread.open === 0
  }
  note(words: string): void {
    this.log.push(words)
  }
  /** Whether the worker died now, as a story said: files have arrived, and nothing but their receipts is under way. */
  diesOverReceipt(): boolean {
    if (this.#deathsOverReceipt === 0) return false
    if (network.open.length > 0 || this.#thread.open === 0) return false
    const isMaking = ({ phase }: Fate): boolean => phase === 'confirming' || phase === 'committing'
    const fates = [...this.fates.all.values()]
    if (!fates.some(isMaking)) return false
    // It is told, and what comes next is somebody's retry.
    if (fates.some(({ phase }) => phase === 'failed')) this.#deathsOverReceipt = 0
    if (this.#deathsOverReceipt === 0) return false
    this.#deathsOverReceipt--
    this.note('> the worker dies twice over a receipt')
    this.#killTwice()
    return true
  }
  /** This step comes as the page is told of the next change. */
  performAtNextEvent(step: Step): void {
    this.#atNextEvent.push(step)
  }
  perform({ action, file }: Step): void {
    if (this.isClosed) return
    const id = this.session.files[file]?.id
    const words = id === undefined ? action : `${action} (${this.fates.nameOf(id)})`
    this.tryTo(words, () => this.#act(action, file, id))
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
  add(at: number): void {
    this.session.add([this.copies.file(at) as unknown as File])
  }
  retry(id: string): void {
    this.fates.resend(id)
    this.session.retry(id)
  }
  /** Resolves with true when it settles: with receipts, or an error of ours. */
  async finish(): Promise<void> {
    try {
      await this.session.finish()
    } catch (thrown) {
      if (!isSealDropError(thrown)) this.broken.push(`finish() rejected with ${thrown}`)
    }
  }
  close(): void {
    this.isClosed = true
    this.fates.disturb()
    this.session.close()
  }
  /** From now on nothing goes wrong, and nobody holds anything back. */
  becomeFair(): void {
    this.#faults = []
    this.#delays = []
    this.#atNextEvent = []
    this.#deathsOverReceipt = 0
    this.#token = 'good'
    this.tryTo('the network is fair, the token good, and all may go on', () => {
      page.goes('online')
      this.#resume()
      this.session.start()
    })
  }

  /** The same transport: nothing that it committed may be committed again. */
  #watched(transport: Transport): Transport {
    const { commit } = transport
    if (!commit) return transport
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
      },
    })
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
  #killTwice(): void {
    this.#thread.die()
    this.#thread.die()
  }
  #resume(id?: string): void {
    // A listener may do so while another one is resumed.
    const { isResuming } = this.fates
    this.fates.isResuming = true
    this.session.resume(id)
    this.fates.isResuming = isResuming
  }
  #act(action: Action, at: number, id: string | undefined): void {
    const { session, fates, scene } = this
    const everyone = [...fates.all.keys()]
    const one = id ?? 'nobody'
    const acts: Readonly<Record<Action, () => void>> = {
      add: () => this.add(at),
      pause: () => session.pause(one),
      resume: () => this.#resume(one),
      retry: () => this.retry(one),
      cancel: () => fates.cancel([one], () => session.cancel(one)),
      remove: () => fates.cancel([one], () => session.removeFile(one)),
      'cancel all': () => fates.cancel(everyone, () => session.cancel()),
      clear: () => fates.cancel(everyone, () => session.clear()),
      'pause all': () => session.pause(),
      'resume all': () => this.#resume(),
      start: () => session.start(),
      finish: () => void this.finish(),
      offline: () => {
        fates.disturb()
        page.goes('offline')
        network.breakAll()
      },
      online: () => page.goes('online'),
      'worker dies': () => this.#thread.die(),
      'worker dies twice': () => this.#killTwice(),
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
      close: () => this.close(),
    }
    acts[action]()
  }
}
