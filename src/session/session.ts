import type { Receipt } from '../core/contracts.ts'
import { tellUnshelved } from '../core/debug.ts'
import { isSealDropError, misconfigured } from '../core/errors.ts'
import { yieldToEventLoop } from '../core/read.ts'
import { createDigestCache } from '../digest/digest.ts'
import { recipientsOf } from '../seal/seal.ts'
import { createThread } from '../thread/client.ts'
import type { Thread, WorkerUrl } from '../thread/thread.ts'
import { commitFiles } from './commit.ts'
import { createFileStore } from './file-store.ts'
import { FileUpload, type UploadContext } from './file-upload.ts'
import { readOptions } from './options.ts'
import { isWithdrawable, stageOf } from './phases.ts'
import { resolveOptions } from './resolved-options.ts'
import { ALL_TRIES, decide } from './retry.ts'
import type { ShelfPlace } from './shelf/place.ts'
import { createSessionShelf, leftOf } from './shelf/session-shelf.ts'
import type { Session, SessionOptions } from './surface.ts'
import { takeBackDelivered } from './take-back.ts'
import { createTransportLoader } from './transport-loader.ts'
import { createUploadGate, createUploadQueue } from './upload-queue.ts'

export type { Session, SessionOptions } from './surface.ts'

/**
 * Starts a session. Throws `misconfigured` at once for options that cannot work, `insecure-context` or `unsupported` where
 * the browser cannot seal.
 *
 * The worker starts with the first file, or with `warmUp()`; call `close()` when the session is no longer needed.
 */
export const createSession = (options: SessionOptions): Session =>
  openSession(options, createThread)

/** The same, with a thread and a shelf from elsewhere. */
export const openSession = (
  options: SessionOptions,
  startThread: (workerUrl?: WorkerUrl) => Thread,
  place?: ShelfPlace,
): Session => {
  const { fileName, upload, parallel, shelf: choice, rules, policy } = readOptions(options)
  const { authorize, origins, timeouts } = options
  const thread = startThread(options.workerUrl)
  const digests = createDigestCache(thread)
  const loader = createTransportLoader(options.transport, transport =>
    resolveOptions({ transport, authorize, origins, timeouts, digests }, options.seal, rules),
  )
  const store = createFileStore<FileUpload>()
  const gate = createUploadGate(upload)
  const queue = createUploadQueue({ parallel, gate, store, loader })
  const closing = new AbortController()

  const shelf = createSessionShelf(options, loader.resolved, place)
  /** A name of the document's own is not for the disk. */
  const isKept = choice === 'on' && fileName === 'opaque'

  const context: UploadContext = {
    thread,
    digests,
    fileName,
    store,
    queue,
    policy,
    closing: closing.signal,
    shelf: isKept ? shelf : undefined,
    loader,
    replace: options.onReplaced && (upload => replace(upload)),
    remove: id => removeFile(id),
  }

  const listOffers = async (): Promise<void> => {
    const offers = await shelf.offers()
    if (!isKept || closing.signal.aborted) return
    for (const offer of offers) store.add(new FileUpload({ ...leftOf(offer), offer }, context))
  }
  listOffers().catch(tellUnshelved)

  const uploadsOf = (id: string | undefined): readonly FileUpload[] => {
    if (id === undefined) return [...store.uploads.values()]
    const found = store.uploads.get(id)
    return found ? [found] : []
  }
  const withdrawn = (): readonly FileUpload[] => store.withdrawn.map(({ file }) => file)
  // Added again, the same File is a new file: it must neither be compared with what it was, nor wait for that.
  const forget = ({ file }: FileUpload): void => {
    if (file) digests.forget(file)
  }
  const remove = (file: FileUpload): void => {
    const isListed = store.uploads.has(file.id)
    const isWithdrawn = withdrawn().includes(file)
    file.cancel(isWithdrawn) // somebody removed what had arrived, and only now it is taken back
    file.leaveShelf()
    store.remove(file)
    if (isListed) forget(file)
    if (isWithdrawn) options.onWithdrawnForGood?.(file.snapshot)
    // Nobody sees a pause on an empty list: it ends with the files it was for.
    if (store.uploads.size === 0) gate.resume()
  }
  const removeFile = (id: string): void => {
    for (const file of [...uploadsOf(id), ...withdrawn()]) if (file.id === id) remove(file)
  }
  const replace = (file: FileUpload): void => {
    const { snapshot } = file
    remove(file)
    options.onReplaced?.(snapshot)
  }
  const settled = async (): Promise<Receipt[]> => {
    await store.settled()
    for (const { state } of store.files) if (state.phase === 'failed') throw state.error
    return [...store.receipts]
  }

  return {
    get files() {
      return store.files
    },
    get receipts() {
      return store.receipts
    },
    get withdrawn() {
      return store.withdrawn.map(({ file, place }) => ({ file: file.snapshot, place }))
    },
    get isHeld() {
      return gate.isPaused
    },
    warmUp: thread.warmUp,
    largest: async () => (await loader.resolved()).sizes.largest,
    async sealedFor() {
      const resolved = await loader.resolved()
      const ask = async (attempt: number): Promise<string[]> =>
        recipientsOf(await resolved.spec(resolved.call(attempt, closing.signal)))
      try {
        return await ask(1)
      } catch (thrown) {
        if (!isSealDropError(thrown)) throw thrown
        const tries = { ...ALL_TRIES, canReauthorize: resolved.hasAuthorize }
        if (decide(thrown, tries, policy).next !== 'reauthorize') throw thrown
        return ask(2)
      }
    },
    add(files) {
      if (closing.signal.aborted) throw misconfigured('The session is closed.')
      const choice = {}
      const added = [...files].map(file => new FileUpload(file, context, choice))
      // Not in the task in which the list is drawn: on a phone that has enough to do.
      if (isKept) yieldToEventLoop().then(shelf.warmUp, tellUnshelved)
      for (const file of added) {
        store.add(file)
        queue.addToCheck(file)
      }
      const snapshots = added.map(({ snapshot }) => snapshot)
      queue.pump()
      return snapshots
    },
    subscribe: store.subscribe,
    start() {
      gate.start()
      queue.pump()
    },
    pause(id) {
      if (id === undefined) gate.pause()
      for (const file of uploadsOf(id)) file.pause()
    },
    resume(id) {
      if (id === undefined) gate.resume()
      for (const file of uploadsOf(id)) file.resume()
      queue.pump()
    },
    resumeOwn() {
      gate.resume()
      for (const file of uploadsOf(undefined)) if (stageOf(file.state) !== 'offer') file.resume()
      queue.pump()
    },
    cancel(id) {
      for (const file of uploadsOf(id)) file.cancel()
    },
    retry(id) {
      for (const file of uploadsOf(id)) file.retry()
    },
    removeFile,
    withdraw(id) {
      const file = store.uploads.get(id)
      if (!file || !isWithdrawable(stageOf(file.state))) return false
      store.withdraw(file)
      forget(file)
      return true
    },
    reinstate(id) {
      for (const file of withdrawn()) if (file.id === id) store.reinstate(file)
    },
    clear() {
      for (const file of [...uploadsOf(undefined), ...withdrawn()]) remove(file)
      gate.resume()
    },
    restore(receipts) {
      const restored = receipts.map(
        receipt =>
          new FileUpload(
            {
              id: crypto.randomUUID(),
              size: receipt.size,
              type: receipt.type ?? '',
              addedAt: Date.parse(receipt.sentAt),
              state: { phase: 'done', receipt },
            },
            context,
          ),
      )
      restored.forEach(store.add)
      return restored.map(({ snapshot }) => snapshot)
    },
    settled,
    takeBack: receipt => takeBackDelivered(receipt, loader),
    async finish() {
      withdrawn().forEach(remove) // a batch is closed without them
      await gate.openWhile(() => {
        queue.pump()
        return settled()
      })
      await commitFiles(store.uploads.values(), await loader.resolved(), policy, closing.signal)
      return settled()
    },
    close() {
      withdrawn().forEach(remove) // nobody can stop what takes them back
      closing.abort() // before the others: who hears of a cancelled file and adds or retries one must start nothing
      for (const file of uploadsOf(undefined)) {
        if (stageOf(file.state) !== 'offer') file.cancel()
        file.leaveBehind()
      }
      thread.close()
    },
  }
}
