import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { LoopDelay, RelayFigures } from './messages.ts'
import { serveWords } from './serve-words.ts'

/** What is counted of a log entry: an older relay's has no `reason`. */
interface Entry {
  readonly status: number
  readonly bytes: number
  readonly code?: string
  readonly reason?: string
}

interface Options {
  readonly providers: object
  readonly authorize: () => { readonly client: string }
  readonly ticketKey: string
  readonly log: (entry: Entry) => void
}

/** Of any commit. */
export interface Build<Relay> {
  createRelay(options: Options): Relay
  listenerOf(relay: Relay): RequestListener
}

const RESOLUTION_MS = 10
const PER_MS = 1_000_000

/** A relay of one upstream, named on the command line by provider, endpoint and further options, that counts what it does. */
export const serveRelay = <Relay>({ createRelay, listenerOf }: Build<Relay>): void => {
  const [, , provider = '', endpoint = '', more = '{}'] = process.argv
  const loop = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  loop.enable()
  let held = 0
  let cpu = process.cpuUsage()
  setInterval(() => {
    const { user, system } = process.cpuUsage(cpu)
    held = Math.max(held, (user + system) / 1000)
    cpu = process.cpuUsage()
  }, RESOLUTION_MS)
  let bytes = 0
  let logged: Record<string, Record<string, number>> = {}
  const relay = createRelay({
    providers: { [provider]: { endpoint, ...JSON.parse(more) } },
    authorize: () => ({ client: 'load' }),
    ticketKey: 'a key for one measurement only, no secret',
    log(entry) {
      bytes += entry.bytes
      if (entry.status < 400) return
      const { code = '', reason = '' } = entry
      const heard = `${entry.status} ${code}`
      logged[heard] = { ...logged[heard], [reason]: (logged[heard]?.[reason] ?? 0) + 1 }
    },
  })
  const late = (ns: number): number => Math.max(0, ns / PER_MS - RESOLUTION_MS)
  const loopDelay = (): LoopDelay => ({
    p50: late(loop.percentile(50)),
    p99: late(loop.percentile(99)),
    max: late(loop.max),
    held,
  })
  serveWords({
    begin() {
      loop.reset()
      held = 0
      bytes = 0
      logged = {}
    },
    tell: (): Omit<RelayFigures, 'cpuSeconds'> => ({ loop: loopDelay(), bytes, logged }),
  })
  const server = createServer(listenerOf(relay))
  server.listen(0, '127.0.0.1', () =>
    process.send?.({ port: (server.address() as AddressInfo).port }),
  )
}
