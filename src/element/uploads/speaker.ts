import type { SessionFile } from '../../core/contracts.ts'
import { isUnfinished, type Stage, stageOf } from '../../session/phases.ts'
import type { Session } from '../../session/session.ts'
import type { ControllerHost } from '../controller-host.ts'
import { fill } from '../words.ts'
import type { Counts } from './counts.ts'
import { type FileWords, shareOf } from './file-words.ts'
import { summaryOf } from './list.ts'
import { lineOf, type News, type NewsKind, newsKind } from './news.ts'

/** What happens within so many milliseconds is one line. */
const GATHER_MS = 500
/** So often that is put off while files are still being judged. */
const MOST_ROUNDS = 10
/** So often progress is spoken of, at most. */
const PROGRESS_MS = 10_000
/** What is read out of how much was sent. */
const STEPS = 4

const codeOf = ({ state }: SessionFile): string => ('error' in state ? state.error.code : '')

/** How much of all that is sent, from 0 to 1. */
const shareOfAll = (files: readonly SessionFile[]): number => {
  let [sent, total] = [0, 0]
  for (const file of files) {
    const stage = stageOf(file.state)
    const isThere = stage === 'done' || stage === 'delivered'
    if (!isThere && !isUnfinished(stage)) continue
    total += file.size
    sent += file.size * (isThere ? 1 : (shareOf(file) ?? 0))
  }
  return total > 0 ? sent / total : 0
}

/**
 * Says what happens to files, for whoever does not see it: politely, judged first, and gathered into one line. How far it is, it says
 * each 10 seconds at most, and only where that is another quarter, or another file.
 */
export class Speaker {
  readonly #host: ControllerHost
  readonly #words: () => FileWords
  readonly #counts: () => Counts
  readonly #news = new Map<string, News>()
  /** Of these it is known that they are tried again, and why. */
  readonly #hitches = new Map<string, string>()
  #session: Session | undefined
  #gathering: ReturnType<typeof setTimeout> | undefined
  #progress: ReturnType<typeof setTimeout> | undefined
  #rounds = 0
  #step = 0
  /** A file came to its end, and nobody has heard where the batch stands now. */
  #isSummaryDue = false
  #isOffline = false
  #isOfflineSaid = false
  /** Those that a form waits for, until that is said. */
  #awaited: readonly SessionFile[] = []

  constructor(host: ControllerHost, words: () => FileWords, counts: () => Counts) {
    this.#host = host
    this.#words = words
    this.#counts = counts
  }

  /** A file came from that stage into another, or is further within it. */
  follow(file: SessionFile, from: Stage | undefined, session: Session): void {
    const { id } = file
    this.#session = session
    const stage = stageOf(file.state)
    const news = this.#news.get(id)
    // Cancelled twice: now it is known whether it was taken back.
    const kind = from !== stage || stage === 'cancelled' ? newsKind(file, from) : undefined
    if (kind === 'retrying' && this.#hitches.get(id) === codeOf(file)) return
    if (kind) this.tell(kind, file)
    else if (news) {
      const isOver = news.kind === 'retrying' && stage !== 'retrying'
      this.#news.set(id, { ...news, file, kind: isOver ? undefined : news.kind })
    }
    if (this.#counts().moving > 0)
      this.#progress ??= setTimeout(() => this.#speakOfProgress(), PROGRESS_MS)
  }
  /** This happened to a file. */
  tell(kind: NewsKind, file: SessionFile): void {
    const isVerdict = kind === 'added' || kind === 'refused'
    const wasVerdict = this.#news.get(file.id)?.isVerdict ?? false
    this.#news.set(file.id, { file, kind, isVerdict: isVerdict || wasVerdict })
    if (kind !== 'retrying') this.#hitches.delete(file.id)
    if (kind === 'done' || kind === 'failed' || kind === 'unconfirmed') this.#isSummaryDue = true
    this.#gather()
  }
  /** It left the list. */
  forget(id: string): void {
    this.#news.delete(id)
    this.#hitches.delete(id)
  }
  /** The form is sent when all of them have arrived. */
  tellWork(session: Session): void {
    this.#session = session
    this.#awaited = session.files.filter(({ state }) => isUnfinished(stageOf(state)))
    this.#gather()
  }
  /** What the browser says of its network. */
  network(isOffline: boolean): void {
    this.#isOffline = isOffline
    if (isOffline !== this.#isOfflineSaid) this.#gather()
  }
  clear(): void {
    clearTimeout(this.#gathering)
    clearTimeout(this.#progress)
    this.#gathering = undefined
    this.#progress = undefined
    this.#news.clear()
    this.#hitches.clear()
    this.#session = undefined
    this.#awaited = []
    this.#rounds = 0
    this.#step = 0
    this.#isSummaryDue = false
    this.#isOfflineSaid = false
  }

  #gather(): void {
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined
      this.#speak(false)
    }, GATHER_MS)
  }
  #speakOfProgress(): void {
    this.#progress = undefined
    const isMoving = this.#counts().moving > 0
    const before = this.#step
    this.#step = isMoving ? Math.floor(shareOfAll(this.#session?.files ?? []) * STEPS) : 0
    const hasSpoken = this.#speak(true)
    if (!isMoving) return
    this.#progress = setTimeout(() => this.#speakOfProgress(), PROGRESS_MS)
    const { percent, fileStrings } = this.#words()
    if (!hasSpoken && this.#step > before && this.#step < STEPS)
      this.#host.announce(fill(fileStrings.gathered.sent, { percent: percent(this.#step / STEPS) }))
  }

  /** Returns whether there was something to say. */
  #speak(isProgress: boolean): boolean {
    const words = this.#words()
    const spoken = this.#take(isProgress)
    const line = [lineOf(spoken, this.#summary(spoken, isProgress), words), ...this.#ofAll(words)]
      .filter(Boolean)
      .join(words.fileStrings.gathered.between)
    if (line) this.#host.announce(line)
    return line !== ''
  }
  /** What can be said now. */
  #take(isProgress: boolean): readonly News[] {
    const { active, unfinished, judging } = this.#counts()
    const isJudging = judging > 0 && this.#rounds < MOST_ROUNDS
    const isUnderWay = active > 1 && unfinished > 0 && !isProgress
    const taken: News[] = []
    let isPutOff = false
    for (const [id, news] of this.#news) {
      if (news.isVerdict && isJudging) isPutOff = true
      else if (news.kind === 'done' && isUnderWay) {
        // One of many that arrives is progress.
        if (news.isVerdict) taken.push({ ...news, kind: undefined })
        this.#news.set(id, { ...news, isVerdict: false })
      } else {
        taken.push(news)
        this.#news.delete(id)
        if (news.kind === 'retrying') this.#hitches.set(id, codeOf(news.file))
      }
    }
    this.#rounds = isPutOff ? this.#rounds + 1 : 0
    if (isPutOff) this.#gather()
    return taken
  }
  /** Where the whole batch stands, when it has ended, or got on; else ''. */
  #summary(spoken: readonly News[], isProgress: boolean): string {
    const { active, unfinished } = this.#counts()
    const isEnd = unfinished === 0 && this.#isSummaryDue
    const isFurther = isProgress && spoken.some(({ kind }) => kind === 'done')
    if (isEnd) this.#isSummaryDue = false
    if (active < 2 || !(isEnd || isFurther)) return ''
    const words = this.#words()
    const line = summaryOf(words, this.#counts(), this.#session?.files ?? [])
    return fill(words.fileStrings.gathered.summary, { summary: line })
  }
  /** What concerns all files. */
  #ofAll(words: FileWords): readonly string[] {
    const { gathered } = words.fileStrings
    const awaited = this.#awaited
    this.#awaited = []
    const isOver = this.#counts().unfinished === 0
    if (isOver) {
      this.#isOfflineSaid &&= this.#isOffline
      return []
    }
    const [first] = awaited
    const values = first && { name: words.nameOf(first) }
    const work = first ? words.plural(gathered.work, awaited.length, values) : ''
    if (this.#isOffline === this.#isOfflineSaid) return [work]
    this.#isOfflineSaid = this.#isOffline
    return [work, this.#isOffline ? gathered.offline : gathered.online]
  }
}
