import type { FaultSwitches } from '../../src/sandbox/faults.ts'
import { Switchboard } from '../../src/sandbox/faults.ts'
import type {
  RecordedRequest,
  Reply,
  SandboxProvider,
  SandboxServer,
} from '../../src/sandbox/server.ts'

export { json } from '../../src/sandbox/server.ts'

/** A provider's local server without a socket, as the simulated network finds it. */
export interface ServerInProcess {
  answer(request: RecordedRequest): Promise<Reply>
  cut(request: RecordedRequest): Promise<void>
  kind(method: string, path: string): string
}

const servers = new Map<string, ServerInProcess>()

export const serveAt = (origin: string, server: ServerInProcess): void => {
  servers.set(origin, server)
}

/** The server at this origin. */
export const serverAt = (origin: string): ServerInProcess | undefined => servers.get(origin)

/**
 * In place of `startServer` of `src/sandbox/server.ts`: the same provider, without sockets and without faults, for those are the simulated network's
 * (`network.ts`).
 */
export const startServer = async <Switches extends FaultSwitches>(
  provider: SandboxProvider<Switches>,
): Promise<SandboxServer<Switches>> => {
  const url = `https://server-${servers.size + 1}.example`
  const board = new Switchboard(provider.defaults, () => {})
  servers.set(url, {
    answer: request => provider.answer(request),
    cut: async request => provider.cut?.(request),
    kind: (method, path) => provider.kind(method, path),
  })
  return {
    url,
    get switches() {
      return board.now
    },
    requests: () => [],
    flip: switches => board.flip(switches),
    closeIdleConnections: () => {},
    reset() {
      provider.reset()
      board.reset()
    },
    announce: () => {},
    close: async () => {
      servers.delete(url)
    },
  }
}
