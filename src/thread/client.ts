import { additionError } from '../core/additions.ts'
import type { Job } from '../core/contracts.ts'
import { environmentError } from '../core/environment.ts'
import type { PageWorker } from './page-worker.ts'
import type { Args, MethodName, Result } from './protocol.ts'
import { createStarter } from './start.ts'
import { createTeam } from './team.ts'
import type { Thread, WorkerUrl } from './thread.ts'
import { checkWorkerUrl, isPlainUrl } from './worker-url.ts'

/** For as long as the page lives: an entry without users has no worker, and remembers how one starts. */
const workers = new Map<string, PageWorker>()

/** What the page made itself may be allowed where the same text is not. */
const keyOf = (url: WorkerUrl): string =>
  isPlainUrl(url) ? new URL(url, document.baseURI).href : `made ${url}`

const workerOf = (url: WorkerUrl | undefined): PageWorker => {
  const key = url ? keyOf(url) : ''
  const worker = workers.get(key) ?? createTeam(createStarter(url))
  workers.set(key, worker)
  return worker
}

/**
 * One user's lease on the page's worker, which starts with the first call and is shared by all who name the same `workerUrl`, or
 * none. Throws what keeps the browser or the page from running it, and `misconfigured` for a URL that no worker starts from.
 */
export const createThread = (workerUrl?: WorkerUrl): Thread => {
  const error = environmentError() ?? additionError()
  if (error) throw error
  checkWorkerUrl(workerUrl)
  const worker = workerOf(workerUrl)
  const user = {}
  worker.join(user)
  return {
    call: async <Name extends MethodName>(name: Name, args: Args<Name>, job: Job) =>
      (await worker.call(user, name, args, job)) as Result<Name>,
    warmUp: () => worker.warmUp(user),
    close: () => worker.leave(user),
  }
}
