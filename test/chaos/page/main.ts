import {
  age,
  createSession,
  cryptshare,
  didww,
  dokstamp,
  http,
  isSealDropError,
  privasfer,
  type Session,
  s3,
  type Transport,
  tus,
} from '../../../src/index.ts'
import type { Outcome, Task, VisitOutcome } from '../task.ts'

const transports = { cryptshare, didww, dokstamp, http, privasfer, s3, tus } as const

/** By this the proxy knows a request that the browser makes again by itself, to whomever it goes. */
class NumberedRequest extends XMLHttpRequest {
  override send(...given: Parameters<XMLHttpRequest['send']>): void {
    this.setRequestHeader('X-Chaos-Request', crypto.randomUUID())
    super.send(...given)
  }
}
globalThis.XMLHttpRequest = NumberedRequest

/** Workers that run now, so that one can be killed. */
const workers = new Set<Worker>()
const RealWorker = Worker
globalThis.Worker = class extends RealWorker {
  constructor(...given: ConstructorParameters<typeof Worker>) {
    super(...given)
    workers.add(this)
  }
}

/** As a browser that runs out of memory does: the worker is gone, and the page hears of an error. */
const killWorkers = (): void => {
  const running = [...workers]
  workers.clear()
  for (const worker of running) {
    worker.terminate()
    worker.dispatchEvent(new ErrorEvent('error'))
  }
}

/** A whole PDF of this size with bytes that no other number has. */
const pdfOf = (number: number, size: number, name: string): File => {
  const head = '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n2 0 obj\n<< /Length 0 >>\nstream\n'
  const tail = '\nendstream\nendobj\n'
  let state = number
  const noise = Uint8Array.from({ length: size }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state >>> 24
  })
  const at = head.length + size + tail.length
  const foot = `xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`
  return new File([head, noise, tail, foot], name, { type: 'application/pdf' })
}

const settle = async (session: Session): Promise<void> => {
  try {
    await session.finish()
  } catch (thrown) {
    if (!isSealDropError(thrown)) throw thrown
  }
}

const sha256 = async (blob: Blob): Promise<string> =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()))]
    .map(byte => byte.toString(16).padStart(2, '0'))
    .join('')

/** Says to the proxy, and to no bucket, whose request it is: whoever signs is not told a file's name. */
const naming = (transport: Transport): Transport => ({
  ...transport,
  send: (parcel, job) =>
    transport.send(parcel, {
      ...job,
      async headers(...asked) {
        const headers = new Headers(await job.headers(...asked))
        headers.set('X-Chaos-File', parcel.name)
        return headers
      },
    }),
})

/** `isNamed`: by the names of its files a proxy tells them apart; then nothing is kept of them. */
const sessionFor = (task: Task, isNamed = false): Session => {
  const create = transports[task.transport] as (options: object) => Transport
  const withNames =
    isNamed && task.transport === 'tus'
      ? { metadata: ({ name }: { name: string }) => ({ filename: name }) }
      : {}
  const transport = create({ ...task.options, ...withNames, timeouts: task.timeouts })
  return createSession({
    transport: isNamed && task.transport === 's3' ? naming(transport) : transport,
    ...(task.recipient && {
      seal: task.wrap ? age(task.recipient, { wrap: task.wrap }) : age(task.recipient),
    }),
    fileName: isNamed ? 'original' : 'opaque',
    parallel: task.parallel,
    limits: { maxFiles: task.files.length, maxSize: '128 MiB' },
    retryPolicy: { limit: task.retries, delayMs: 10, maxDelayMs: 50, maxRetryAfterMs: 5_000 },
    authorize: () => task.headers,
  })
}

/** Sends the files of one run, and retries by hand as often as it is told. */
const run = async (task: Task): Promise<readonly Outcome[]> => {
  const session = sessionFor(task, true)
  // As the element does: what dies is then a worker that runs, and not one that starts.
  await session.warmUp()
  const files = task.files.map(({ number, size, name }) => pdfOf(number, size, name))
  const added = session.add(files)
  const deadly = new Set(task.files.flatMap((file, at) => (file.killsWorker ? added[at]?.id : [])))
  session.subscribe(({ id, state }) => {
    if (state.phase === 'sealing' && deadly.delete(id)) killWorkers()
  })
  await settle(session)
  let byHand = 0
  for (; byHand < task.byHand; byHand++) {
    if (!session.files.some(({ state }) => state.phase === 'failed')) break
    session.retry()
    await settle(session)
  }
  const outcomes = await Promise.all(
    session.files.map(async ({ state, file }, at): Promise<Outcome> => {
      const error = state.phase === 'failed' ? state.error : undefined
      const receipt = state.phase === 'done' ? state.receipt : undefined
      return {
        number: task.files[at]?.number ?? 0,
        phase: state.phase,
        sha256: await sha256(file ?? new Blob()),
        byHand,
        ...(error && {
          code: error.code,
          message: error.message,
          outcome: error.outcome ?? 'none',
        }),
        ...(receipt && { reference: receipt.reference, sealed: receipt.sealed.sha256 }),
        ...(receipt?.facts.ticket && { ticket: receipt.facts.ticket }),
      }
    }),
  )
  session.close()
  return outcomes
}

/** As long as nothing is offered. */
const OFFER_MS = 1_500

/** What an earlier view of this page left, as soon as it is offered. */
const offered = (session: Session): Promise<boolean> =>
  new Promise(resolve => {
    const look = (): void => {
      if (session.files.length > 0) end(true)
    }
    const end = (isThere: boolean): void => {
      stop()
      clearTimeout(timer)
      resolve(isThere)
    }
    const stop = session.subscribe(look)
    const timer = setTimeout(() => end(false), OFFER_MS)
    look()
  })

/** Sends the one file of a task, or goes on with what an earlier view of the page left of it. */
const visit = async (task: Task, isFirst: boolean): Promise<VisitOutcome> => {
  const [planned] = task.files
  if (!planned) throw new Error('There is no file.')
  const session = sessionFor(task)
  const document = pdfOf(planned.number, planned.size, planned.name)
  const isOffered = !isFirst && (await offered(session))
  if (isOffered) session.resume()
  else session.add([document])
  await settle(session)
  let byHand = 0
  for (; byHand < task.byHand; byHand++) {
    if (!session.files.some(({ state }) => state.phase === 'failed')) break
    session.retry()
    await settle(session)
  }
  const [{ state } = { state: { phase: 'gone' } as const }] = session.files
  const outcome = {
    number: planned.number,
    phase: state.phase,
    sha256: await sha256(document),
    byHand,
    isOffered,
    ...('error' in state && { code: state.error.code, outcome: state.error.outcome ?? 'none' }),
    ...(state.phase === 'done' && { sealed: state.receipt.sealed.sha256 }),
  }
  session.close()
  return outcome
}

/** What is kept for a later view of this page. */
const kept = async (): Promise<number> => {
  if (!(await indexedDB.databases()).some(({ name }) => name === 'sealdrop')) return 0
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open('sealdrop')
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
  try {
    const [store] = database.objectStoreNames
    if (store === undefined) return 0
    return await new Promise<number>((resolve, reject) => {
      const asked = database.transaction(store).objectStore(store).count()
      asked.onsuccess = () => resolve(asked.result)
      asked.onerror = () => reject(asked.error)
    })
  } finally {
    database.close()
  }
}

Object.assign(globalThis, { runChaos: run, visitChaos: visit, keptChaos: kept })
