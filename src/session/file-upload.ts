import { neverAborted, orAborted } from '../core/abort.ts'
import { FILE_BYTES } from '../core/body-files.ts'
import type { Delivery, FileState, Remark, SessionFile, Taken } from '../core/contracts.ts'
import { traceState } from '../core/debug.ts'
import { asSealDropError, type ErrorCode, type SealDropError } from '../core/errors.ts'
import { safeName } from '../core/name.ts'
import { aTask } from '../core/pace.ts'
import { withTimeout } from '../core/timer.ts'
import { isGivenUp } from '../core/unknown.ts'
import { type Attempt, attemptFrom, isTooLateFor, unconfirmed, withoutReceipt } from './attempt.ts'
import { FileCommit } from './file-commit.ts'
import type { FileStore, StoredFile } from './file-store.ts'
import { keptOf } from './kept.ts'
import { isActive, isCancellable, isFinal, isPausable, move, stageOf } from './phases.ts'
import { requirePrescribed } from './prescribed.ts'
import type { ResolvedOptions } from './resolved-options.ts'
import { ALL_TRIES, type AnnounceRetry, type RetryPolicy, recover, type Tries } from './retry.ts'
import type { SharedRequest } from './shared-request.ts'
import type { SessionShelf, SessionSpot } from './shelf/session-shelf.ts'
import type { Offer } from './shelf/shelf.ts'
import { takeBack } from './take-back.ts'
import {
  type Checked,
  checkFile,
  isRefusal,
  makeReceipt,
  type StepTools,
  sealAccepted,
  sendParcel,
} from './upload-steps.ts'
import { withFileId } from './with-file-id.ts'

/** What every file of a session uses. */
export interface UploadContext extends StepTools {
  readonly store: FileStore<FileUpload>
  readonly policy: RetryPolicy
  /** Aborts when the session ends. */
  readonly closing: AbortSignal
  /** Absent where nothing of this session may be kept. */
  readonly shelf: SessionShelf | undefined
  readonly loader: { readonly commits: boolean; resolved(): Promise<ResolvedOptions> }
  /** Takes a file off the list, for one that takes its place. Absent where none is replaced. */
  readonly replace: ((upload: FileUpload) => void) | undefined
  /** Takes a file off for good, also one that is withdrawn. */
  remove(id: string): void
  /** Nothing starts before `pump`. */
  readonly queue: {
    addToCheck(upload: FileUpload): void
    addNext(upload: FileUpload): void
    pump(): void
  }
}

/** What an earlier visit left of a file: an offer, or what was delivered. */
export interface Left extends Pick<SessionFile, 'id' | 'size' | 'type' | 'addedAt' | 'state'> {
  readonly offer?: Offer
}

const NO_REMARKS: readonly Remark[] = Object.freeze([])

/** The disk is waited for no longer before a file is shown as being sent, in milliseconds. */
const HELD_BACK_MS = 1_000

/**
 * One file on its way from choice to receipt. It owns everything that changes about the file: its state, what stops it,
 * and its one attempt. Pausing and cancelling abort `signal`; whoever runs under it then leaves the state alone.
 */
export class FileUpload implements StoredFile {
  readonly id: string
  /** Absent where an earlier visit chose it: then it cannot be sealed again. */
  readonly file: File | undefined
  readonly name: string
  /** Bytes; once it is accepted, of what is sealed. */
  size: number
  cuts: Checked['cuts']
  readonly addedAt: number
  /** Files that were added together have the same one. */
  readonly choice: object
  /** Its part in the commit of its batch. */
  readonly commit: FileCommit
  readonly #context: UploadContext
  readonly #leftType: string
  #state: FileState
  #snapshot: SessionFile | undefined
  /** A new one for each start. */
  #controller = new AbortController()
  #accepted: Checked | undefined
  #attempt: Attempt | undefined
  #tries: Tries
  /** Times it was started or tried again; `authorize` is told. */
  #calls = 0
  /** Paused while its answer was awaited: it stops where it would have to be sent again. */
  #pauseRequested = false
  /** What an earlier visit left of it, until it is this page's own. */
  #offer: Offer | undefined
  readonly #spot: SessionSpot | undefined
  /** It is being sent, and a reload could not go on with it yet: till then it is shown as being sealed. */
  #isHeldBack = false
  /** The request it shares with other files. */
  #sharedRequest: SharedRequest | undefined

  constructor(from: File | Left, context: UploadContext, choice: object = {}) {
    const [file, left] = from instanceof File ? [from, undefined] : [undefined, from]
    this.id = left?.id ?? crypto.randomUUID()
    this.file = file
    this.name = file ? safeName(file.name) : ''
    this.addedAt = left?.addedAt ?? Date.now()
    this.choice = choice
    this.size = from.size
    this.#leftType = left?.type ?? ''
    this.#state = left?.state ?? { phase: 'waiting' }
    this.#tries = this.#allTries()
    this.#context = context
    this.#offer = left?.offer
    this.#spot = left?.offer?.spot ?? context.shelf?.spotOf(this.id)
    this.commit = new FileCommit({
      id: this.id,
      size: () => this.size,
      attempt: () => this.#attempt,
      startOver: attempt => {
        this.#attempt = attempt
        this.#sharedRequest = undefined
      },
      move: to => this.#move(to),
      finish: (attempt, delivery, transport) => this.#finish(attempt, delivery, transport),
    })
  }

  get state(): FileState {
    return this.#state
  }
  /** Aborts when the file is paused, cancelled or started anew. */
  get signal(): AbortSignal {
    return this.#controller.signal
  }
  get delivery(): Delivery | undefined {
    return this.#attempt?.delivery
  }
  get snapshot(): SessionFile {
    this.#snapshot ??= Object.freeze({
      id: this.id,
      ...(this.file && { file: this.file }),
      name: this.name,
      addedAt: this.addedAt,
      size: this.size,
      type: this.#accepted?.type ?? this.#leftType,
      remarks: this.#accepted?.remarks ?? NO_REMARKS,
      state: Object.freeze(this.#shown),
    })
    return this.#snapshot
  }

  /** Walks from `waiting` to `ready`, `refused` or `failed`. `judged`: when the files added before it are. */
  async check(judged: Promise<void>): Promise<void> {
    const { id, file, name, signal } = this
    if (!file) throw new Error('Only a chosen file is checked.')
    this.#move({ phase: 'checking' })
    try {
      const options = this.#context.loader.resolved()
      const earlier = (): readonly FileUpload[] => this.#context.store.before(this)
      const lasting = (): readonly FileUpload[] =>
        earlier().filter(upload => !this.#mayReplace(upload))
      const list = {
        judged,
        earlier,
        lasting,
        withdrawn: () => this.#context.store.withdrawn.map(({ file }) => file),
        supersede: ({ id }: StoredFile) => this.#context.remove(id),
      }
      const accepted = await checkFile({ id, file, name }, this.#context, options, list, signal)
      if (signal.aborted) return
      this.#accepted = accepted
      this.size = accepted.size
      this.cuts = accepted.cuts
      const { maxFiles } = (await options).rules
      this.#makeRoom(maxFiles)
      if (!signal.aborted) this.#move({ phase: 'ready' })
    } catch (thrown) {
      if (signal.aborted) return
      const error = this.#errorOf(thrown, 'unreadable', 'The file cannot be read.')
      this.#move({ phase: isRefusal(error) ? 'refused' : 'failed', error })
    }
  }

  #mayReplace(other: FileUpload): boolean {
    return this.#context.replace !== undefined && other.choice !== this.choice
  }
  /** The oldest make room for it, where there is none. */
  #makeRoom(maxFiles: number): void {
    const places = this.#context.store.before(this).filter(({ state }) => isActive(stageOf(state)))
    const replaceable = places.filter(upload => this.#mayReplace(upload))
    const tooMany = Math.max(0, places.length + 1 - maxFiles)
    for (const upload of replaceable.slice(0, tooMany)) this.#context.replace?.(upload)
  }

  /** Leaves `ready`, at once: whoever pauses it in the very next line must find it under way. */
  start(): void {
    if (this.#state.phase === 'ready') this.#move(this.#underWay(0))
  }
  /** From now on it sends through this request. */
  join(request: SharedRequest): void {
    this.#sharedRequest = request
  }

  /**
   * Walks to `delivered`, `done` or `failed`, from the start or from where it was paused. Ends early when `signal`, its
   * own as it was when it was queued, aborts.
   */
  async deliver(options: ResolvedOptions, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      this.#calls++
      try {
        await this.#deliverOnce(options, signal)
        return
      } catch (thrown) {
        this.#sharedRequest?.leave(this.id)
        if (signal.aborted) return
        const message = 'The transport failed in a way it does not know.'
        const error = this.#errorOf(thrown, 'protocol', message)
        try {
          if (!(await this.#recover(error, options, signal))) return
        } catch (unexpected) {
          if (!signal.aborted) throw unexpected
        }
      }
    }
  }

  pause(): void {
    if (this.delivery) return // it has arrived: what goes on is its receipt, or the commit
    const state = this.#state
    const isTooLate = state.phase === 'sending' && state.mayHaveArrived
    if (state.phase === 'confirming' || isTooLate || this.#attempt?.taken === 'perhaps') {
      this.#pauseRequested = true
      return
    }
    if (!isPausable(stageOf(state)) || !('done' in state)) return
    this.#stop()
    this.#move({ ...this.#pausedState, done: state.done, total: state.total })
  }
  resume(): void {
    this.#pauseRequested = false
    const offer = this.#offer
    if (offer) void this.#context.store.busyWhile(() => this.#takeUp(offer))
    else if (this.#state.phase === 'paused') this.#restart(this.#state.done)
  }
  /** `outlivesSession`: what takes it back goes on when the session ends. */
  cancel(outlivesSession = false): void {
    if (!isCancellable(stageOf(this.#state))) return
    if (this.#offer) {
      void this.#disown(this.#offer)
      return
    }
    const attempt = this.#attempt
    this.#stop() // only now a request that tells late says whether its bytes may have left
    const mayHaveArrived = isTooLateFor(attempt, this.#context.loader.commits)
    this.#move(cancelledState(mayHaveArrived))
    void this.#takeBack(attempt, mayHaveArrived, outlivesSession)
  }
  /** Somebody asks for it: a failed file has all its tries again, and one that waits for its next try need not wait. */
  retry(): void {
    const { closing, loader, queue } = this.#context
    if (closing.aborted) return
    if (this.#state.phase === 'retrying' && !this.delivery) this.#restart(this.#state.done)
    if (this.#state.phase !== 'failed') return
    const { error } = this.#state
    this.#controller = new AbortController()
    this.#tries = this.#allTries()
    this.#pauseRequested = false
    if (!this.#accepted && !this.#attempt) {
      this.#move({ phase: 'waiting' })
      queue.addToCheck(this)
    } else if (this.delivery && loader.commits) this.#move(deliveredState(this.delivery))
    else {
      // Under its old key it would not go up again. Without the file there is no other one.
      if (isGivenUp(error) && this.file) this.#attempt = undefined
      this.#move({ phase: 'ready' })
      queue.addNext(this) // it waits for no `start()`
    }
    queue.pump()
  }

  /** The session ends: what is still shelved is for another one. */
  leaveBehind(): void {
    this.#spot?.release()
  }
  /** It is off the list, also where it could not be cancelled any more. */
  leaveShelf(): void {
    if (!isFinal(stageOf(this.#state))) this.#spot?.leave()
  }

  /** An earlier visit's file becomes this one's, and goes on. */
  async #takeUp(offer: Offer): Promise<void> {
    const point = await offer.take()
    if (this.#offer !== offer) return // it goes on already, or is being taken back
    if (this.#context.closing.aborted) return offer.spot.release()
    if (!point) return this.#context.store.remove(this)
    this.#offer = undefined
    this.#attempt = { ...attemptFrom(point), isSent: true }
    this.#restart(0)
  }
  /** Nobody here wants it: it is deleted, and taken back. */
  async #disown(offer: Offer): Promise<void> {
    const { uncertain } = offer.entry
    this.#offer = undefined
    this.#move(cancelledState(uncertain))
    const point = await offer.take()
    if (!point) return
    offer.spot.leave()
    await this.#takeBack(attemptFrom(point), uncertain)
  }

  async #deliverOnce(options: ResolvedOptions, signal: AbortSignal): Promise<void> {
    if (!this.#attempt) {
      const sealed = await this.#seal(options, signal)
      // One that was cancelled meanwhile must not keep the sealed bytes in memory.
      signal.throwIfAborted()
      this.#attempt = sealed
    }
    const attempt = this.#attempt
    // An earlier visit sealed it.
    if (!this.file && !attempt.delivery) {
      this.#move(this.#underWay(0))
      await requirePrescribed(attempt.parcel, options, options.call(this.#calls, signal))
    }
    // Kept: when nothing but the receipt fails, a retry must not send it again.
    attempt.delivery ??= await this.#send(attempt, options, signal)
    const { delivery } = attempt
    if (this.#state.phase === 'sending') this.#move({ phase: 'confirming' })
    if (options.transport.commit) this.#move(deliveredState(delivery))
    else await this.#finish(attempt, delivery, options.transport.name, signal)
  }

  async #seal(options: ResolvedOptions, signal: AbortSignal): Promise<Attempt> {
    const accepted = this.#accepted
    if (!accepted) throw new Error('Only an accepted file is sealed.')
    const total = this.size
    this.#move({ phase: 'sealing', done: 0, total })
    if (options.seal.scheme !== 'none') this.#spot?.prepare()
    const call = options.call(this.#calls, signal, done => {
      if (this.#state.phase === 'sealing' && !signal.aborted)
        this.#move({ phase: 'sealing', done, total })
    })
    const fresh = !this.#tries.canReseal
    return attemptFrom({
      parcel: await sealAccepted(
        accepted,
        this.name,
        this.#context,
        options,
        { ...call, fresh },
        await this.#mayBeFile(options),
      ),
    })
  }

  /** Whether the sealed bytes may lie in a file instead of in memory. A wrapped one is put together on the page. */
  async #mayBeFile({ seal }: ResolvedOptions): Promise<boolean> {
    if (this.size <= FILE_BYTES || seal.scheme !== 'age' || seal.wrap) return false
    return (await this.#spot?.reserve(this.addedAt)) ?? false
  }

  async #send(attempt: Attempt, options: ResolvedOptions, signal: AbortSignal): Promise<Delivery> {
    signal.throwIfAborted()
    attempt.taken = 'no'
    /** What resumes can be stopped at any byte, and is asked later how many arrived. */
    const { resumes } = options.transport.traits
    const isUnstoppable = (): boolean => attempt.taken === 'yes' && !resumes
    const moveTo = (done: number, total: number): void =>
      this.#move({
        phase: 'sending',
        done,
        total,
        ...(isUnstoppable() && { mayHaveArrived: true }),
      })
    const isFirst = !attempt.isSent
    if (isFirst) this.#isHeldBack = this.#spot !== undefined && attempt.parcel.scheme !== 'none'
    moveTo(0, attempt.parcel.size)
    const call = options.call(this.#calls, signal, (done, total) => {
      if (this.#state.phase !== 'sending' || signal.aborted) return
      if (done >= total) attempt.taken = 'yes'
      // Once every byte has left, what is missing is the answer.
      if (done >= total) this.#move({ phase: 'confirming' })
      else moveTo(done, total)
    })
    const bodyTaken = (taken: Taken = 'yes'): void => {
      if (attempt.taken === 'yes' || (resumes && taken !== 'yes')) return
      attempt.taken = taken
      if (this.#state.phase !== 'sending' || signal.aborted) return
      if (taken === 'yes') moveTo(this.#state.done, this.#state.total)
      // It was asked for while nobody could tell whether that came too late. It did not.
      if (taken === 'no' && this.#pauseRequested) {
        this.#pauseRequested = false
        this.pause()
      }
    }
    const way = this.#sharedRequest ?? options.transport
    const sending = sendParcel(attempt, way, { ...call, bodyTaken }, () => this.#shelve())
    attempt.isSent = true
    this.#shelve() // now that the request has begun, which waits for nothing of this
    if (isFirst && this.#isHeldBack) void this.#showWhenKept(signal)
    return sending
  }

  /** Shows that it is sent, as soon as a reload could go on with it. */
  async #showWhenKept(signal: AbortSignal): Promise<void> {
    const kept = orAborted(this.#spot?.written() ?? Promise.resolve(), signal)
    await withTimeout(kept, HELD_BACK_MS, () => {}).catch(() => {})
    if (!signal.aborted) this.#show()
  }
  /** Holds nothing back any more. Whether whoever was told of it left the file as it was. */
  #show(): boolean {
    if (!this.#isHeldBack) return true
    const state = this.#state
    this.#isHeldBack = false
    this.#snapshot = undefined
    this.#context.store.changed(this, stageOf(state))
    return this.#state === state
  }

  async #finish(
    { parcel }: Attempt,
    delivery: Delivery,
    transport: string,
    signal?: AbortSignal,
  ): Promise<void> {
    const { digests } = this.#context
    // The answer was taken in now; what a receipt brings with it, events, the form's value, a picture, takes a phone as long again.
    await aTask()
    if (signal?.aborted) return
    const original = { ...this.snapshot, cuts: this.cuts }
    const receipt = await makeReceipt(original, parcel, delivery, transport, digests)
    if (!signal?.aborted) this.#move({ phase: 'done', receipt })
  }

  /** Readies the file for another try; false where there is none. */
  async #recover(
    error: SealDropError,
    options: ResolvedOptions,
    signal: AbortSignal,
  ): Promise<boolean> {
    const { policy } = this.#context
    const attempt = this.#attempt
    const { resumes } = options.transport.traits
    // What cannot resume is sent again from its first byte.
    const progress = attempt && !resumes ? { done: 0, total: attempt.parcel.size } : this.#progress
    if (attempt && error.outcome === 'unknown') attempt.uncertain = true
    // An upload that gets further each time may be cut any number of times.
    if (attempt && resumes && this.#state.phase === 'sending' && progress.done > attempt.reached) {
      attempt.reached = progress.done
      this.#tries.retries = 0
    }
    if (!options.hasAuthorize) this.#tries.canReauthorize = false
    /** This send is over, and its error says what became of it. Till then nothing can be paused that may have arrived. */
    const endSend = (): void => {
      if (attempt) attempt.taken = 'no'
    }
    const announce: AnnounceRetry = (at, next) => {
      endSend()
      if (next === 'reseal') this.#attempt = undefined
      if (this.#pauseRequested) {
        this.#pauseRequested = false
        this.#move({ phase: 'retrying', at: Date.now(), ...progress, error })
        this.#move({ ...this.#pausedState, ...progress })
        return false
      }
      if (at !== 'now') this.#move({ phase: 'retrying', at, ...progress, error })
      return true
    }
    const next = await recover(error, this.#tries, policy, announce, signal)
    if (next === 'fail') {
      endSend()
      // This try may be refused for certain, and an earlier one have arrived all the same.
      const mayBeThere = attempt?.uncertain ? unconfirmed(error) : error
      const known = attempt?.delivery ? withoutReceipt(error) : mayBeThere
      this.#move({ phase: 'failed', error: known })
    }
    return next === 'again'
  }

  /** Goes on where it stopped, with the same parcel where there is one, as soon as there is a place. */
  #restart(done: number): void {
    this.#stop()
    this.#controller = new AbortController()
    this.#context.queue.addNext(this)
    this.#move(this.#underWay(done))
    this.#context.queue.pump()
  }

  /** Ends what runs. Bytes that are on their way arrive all the same, perhaps. */
  #stop(): void {
    this.#controller.abort()
    const attempt = this.#attempt
    if (attempt && attempt.taken !== 'no') attempt.uncertain = true
  }

  /** Takes back what the provider has of it, and says where that could not be done. */
  async #takeBack(
    attempt: Attempt | undefined,
    mayHaveArrived: boolean,
    outlivesSession = false,
  ): Promise<void> {
    const { closing, loader } = this.#context
    const shared = this.#sharedRequest?.outcome(this.id)
    const sent = { attempt, shared, mayHaveArrived }
    const signal = outlivesSession ? neverAborted : closing
    const remains = await takeBack(sent, loader, this.#calls + 1, signal)
    if (remains !== mayHaveArrived && !closing.aborted) this.#move(cancelledState(remains))
  }

  /** The only place that changes the state. Throws for an illegal move. */
  #move(to: FileState): void {
    if (to.phase === 'confirming' && !this.#show()) return
    const from = this.#state
    this.#state = move(from, to)
    if (to.phase !== 'sending') this.#isHeldBack = false
    this.#snapshot = undefined
    traceState(this.id, from, to, this.#calls)
    // The page keeps the list as long as it likes; the sealed bytes would fill its memory.
    if (isFinal(stageOf(to))) this.#attempt = undefined
    this.#shelve()
    this.#context.store.changed(this, stageOf(from))
  }

  /** What is kept for after a reload follows from where the file stands, and from its attempt. */
  #shelve(): void {
    if (this.#offer) return
    if (isFinal(stageOf(this.#state))) this.#spot?.leave()
    else this.#spot?.keep(keptOf(this, this.#attempt))
  }

  /** With its parcel it is sent, without one it is sealed first. */
  #underWay(done: number): FileState {
    const parcel = this.#attempt?.parcel
    return parcel
      ? { phase: 'sending', done, total: parcel.size }
      : { phase: 'sealing', done, total: this.size }
  }
  get #shown(): FileState {
    const state = this.#state
    // Once all of it may have left, nothing is gained by a wait.
    const isHeldBack = this.#isHeldBack && state.phase === 'sending' && !state.mayHaveArrived
    return isHeldBack ? { phase: 'sealing', done: this.size, total: this.size } : state
  }
  get #pausedState(): { readonly phase: 'paused'; readonly from: 'sealing' | 'sending' } {
    return { phase: 'paused', from: this.#attempt ? 'sending' : 'sealing' }
  }
  /** How far it is, in bytes. */
  get #progress(): { readonly done: number; readonly total: number } {
    if ('done' in this.#state) return { done: this.#state.done, total: this.#state.total }
    const total = this.#attempt?.parcel.size ?? this.size
    return { done: total, total }
  }
  /** Without the file it cannot be sealed again. */
  #allTries(): Tries {
    return { ...ALL_TRIES, canReseal: this.file !== undefined }
  }
  #errorOf(thrown: unknown, code: ErrorCode, message: string): SealDropError {
    return withFileId(asSealDropError(thrown, code, message), this.id)
  }
}

const cancelledState = (mayHaveArrived: boolean): FileState => ({
  phase: 'cancelled',
  ...(mayHaveArrived && { mayHaveArrived }),
})

/** What is shown is a copy: a transport may know its own delivery by identity, and makes receipts of it. */
const deliveredState = (delivery: Delivery): FileState => ({
  phase: 'delivered',
  delivery: Object.freeze({ ...delivery, facts: Object.freeze({ ...delivery.facts }) }),
})
