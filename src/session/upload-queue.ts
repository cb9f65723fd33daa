import type { FileStore } from './file-store.ts'
import type { FileUpload } from './file-upload.ts'
import type { ResolvedOptions } from './resolved-options.ts'
import { createSharedRequest, takesMany } from './shared-request.ts'

/** Whether ready files may leave: what the page, the person and an unfinished `finish()` say of it. */
export interface UploadGate {
  readonly isOpen: boolean
  /** The person paused everything. */
  readonly isPaused: boolean
  /** From now on ready files leave. */
  start(): void
  pause(): void
  resume(): void
  /** Ready files leave until this work ends; later ones wait again, unless the page called `start()`. */
  openWhile<Value>(work: () => Promise<Value>): Promise<Value>
}

export const createUploadGate = (upload: 'auto' | 'manual'): UploadGate => {
  let isStarted = upload === 'auto'
  let isPaused = false
  /** Several may run at once: the first to end must not close the gate for the others. */
  let openers = 0
  return {
    get isOpen() {
      return (isStarted || openers > 0) && !isPaused
    },
    get isPaused() {
      return isPaused
    },
    start() {
      isStarted = true
      isPaused = false
    },
    pause() {
      isPaused = true
    },
    resume() {
      isPaused = false
    },
    async openWhile(work) {
      openers++
      isPaused = false
      try {
        return await work()
      } finally {
        openers--
      }
    },
  }
}

/** A file's place in the queue. It is void when the signal aborts: the file was paused, cancelled or started anew. */
interface QueuedFile {
  readonly upload: FileUpload
  readonly signal: AbortSignal
}

/** Which files are checked and sent next, at most so many at once. Nothing starts before `pump`. */
export interface UploadQueue {
  /** To be checked, and sent when it is accepted and the gate is open. */
  addToCheck(upload: FileUpload): void
  /** To be sent before all others, by itself, and also while the gate is closed: somebody asked for this one. */
  addNext(upload: FileUpload): void
  /** Starts as much as may run. */
  pump(): void
}

export const createUploadQueue = (deps: {
  /** Files checked at once, and requests (of one file or several) at once. */
  readonly parallel: number
  readonly gate: Pick<UploadGate, 'isOpen'>
  readonly store: Pick<FileStore, 'busyWhile'>
  readonly loader: { readonly perRequest: number; resolved(): Promise<ResolvedOptions> }
}): UploadQueue => {
  const { parallel, gate, store, loader } = deps
  const toCheck: FileUpload[] = []
  const ready: QueuedFile[] = []
  const next: QueuedFile[] = []
  let checking = 0
  let sending = 0
  /** Settles when the file added last was judged. */
  let earlierChecks = Promise.resolve()

  const queued = (upload: FileUpload): QueuedFile => ({ upload, signal: upload.signal })

  /** Takes up to so many; passes over those that moved on meanwhile. */
  const take = (from: QueuedFile[], count: number): QueuedFile[] => {
    const taken: QueuedFile[] = []
    while (taken.length < count) {
      const file = from.shift()
      if (!file) break
      if (!file.signal.aborted) taken.push(file)
    }
    return taken
  }

  /** Those who are sent together next. A request that takes several files waits for those that are being checked. */
  const takeTogether = (): readonly QueuedFile[] => {
    const first = take(next, 1)
    if (first.length > 0 || !gate.isOpen) return first
    const count = loader.perRequest
    const files = take(ready, count)
    if (files.length === count || checking === 0) return files
    ready.unshift(...files)
    return []
  }

  const check = (upload: FileUpload): Promise<void> =>
    store.busyWhile(async () => {
      checking++
      const earlier = earlierChecks
      // Not withResolvers(): component tests come here, also in Node 20.
      let judge: (earlier: Promise<void>) => void = () => {}
      // A cancelled file is judged at once, but the files after it still wait for those before it.
      earlierChecks = new Promise(resolve => (judge = resolve))
      try {
        await upload.check(earlier)
      } finally {
        judge(earlier)
        checking--
        if (upload.state.phase === 'ready') ready.push(queued(upload))
        pump()
      }
    })

  const send = (files: readonly QueuedFile[]): Promise<void> =>
    store.busyWhile(async () => {
      sending++
      try {
        for (const { upload } of files) upload.start()
        const options = await loader.resolved()
        joinRequest(files, options)
        await Promise.all(files.map(({ upload, signal }) => upload.deliver(options, signal)))
      } finally {
        sending--
        pump()
      }
    })

  const pump = (): void => {
    while (checking < parallel) {
      const upload = toCheck.shift()
      if (!upload) break
      if (upload.state.phase === 'waiting') void check(upload)
    }
    while (sending < parallel) {
      const files = takeTogether()
      if (files.length === 0) break
      void send(files)
    }
  }

  return {
    addToCheck: upload => void toCheck.push(upload),
    addNext: upload => void next.push(queued(upload)),
    pump,
  }
}

/** Lets files share a request, where there are several and the transport takes them. */
const joinRequest = (files: readonly QueuedFile[], options: ResolvedOptions): void => {
  const { transport, call } = options
  const members = files.filter(({ signal }) => !signal.aborted)
  if (members.length < 2 || !takesMany(transport)) return
  const request = createSharedRequest(
    members.map(({ upload, signal }) => ({ id: upload.id, signal })),
    transport,
    // Only files that were never tried before go together.
    (signal, progress) => call(1, signal, progress),
  )
  for (const { upload } of members) upload.join(request)
}
