import type { Health } from '../health.ts'
import { type AnyServer, type Connections, watchConnections } from './connections.ts'

export interface CloseOptions {
  /** How long requests that are under way may take (25,000): less than what runs the server waits before it kills. */
  readonly graceMs?: number
}

export interface CloseOnSignalOptions extends CloseOptions {
  /** Its readiness is 503 from the signal on. */
  readonly health?: Pick<Health, 'close'>
  /** So long requests are taken after the signal, so that whoever looks at the readiness sends no more of them (0). */
  readonly drainMs?: number
  /** What begins it (`SIGTERM` alone). */
  readonly signals?: readonly NodeJS.Signals[]
}

const LOOK_MS = 100

/** So long a connection may be there without a request, such as one that a browser opens to have it at hand. */
const UNUSED_MS = 1000

const closeWith = async (
  server: AnyServer,
  connections: Connections,
  { graceMs = 25_000 }: CloseOptions,
): Promise<void> => {
  const since = performance.now()
  const closed = new Promise<void>(resolve => {
    server.close(() => resolve())
  })
  connections.retire()
  const look = (): void => {
    // Those that were there before anybody watched are known to Node alone.
    if ('closeIdleConnections' in server) server.closeIdleConnections()
    connections.closeIdle(performance.now() - since > UNUSED_MS)
  }
  const looking = setInterval(look, LOOK_MS)
  const cutting = setTimeout(() => {
    if ('closeAllConnections' in server) server.closeAllConnections()
    connections.cut()
  }, graceMs)
  look()
  await closed
  clearInterval(looking)
  clearTimeout(cutting)
}

/**
 * Takes no new connection, lets requests that are under way finish, and cuts what is left after `graceMs`. Resolves when every connection is
 * closed. What is cut is sent again by the page, and stored once where the relay's `store` is shared.
 */
export const closeServer = (server: AnyServer, options: CloseOptions = {}): Promise<void> =>
  closeWith(server, watchConnections(server), options)

/**
 * Closes a server when the process is asked to end, as `closeServer` does; `health` is not ready from that moment on. Call it before the server
 * listens: then it knows all connections, and each says with its answer that it is the last one. Resolves when every connection is closed. The
 * process ends by itself then, or when the provider has answered what was cut after its last byte. A second signal changes nothing.
 */
export const closeOnSignal = async (
  server: AnyServer,
  { health, drainMs = 0, signals = ['SIGTERM'], ...options }: CloseOnSignalOptions = {},
): Promise<void> => {
  const connections = watchConnections(server)
  await new Promise<void>(resolve => {
    for (const signal of signals) process.on(signal, () => resolve())
  })
  health?.close()
  connections.retire()
  if (drainMs > 0) await new Promise(resolve => setTimeout(resolve, drainMs))
  await closeWith(server, connections, options)
}
