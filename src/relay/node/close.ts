import type { Server } from 'node:http'

export interface CloseOptions {
  /** How long requests that are under way may take (25,000): less than what runs the server waits before it kills. */
  readonly graceMs?: number
}

const LOOK_MS = 100

/**
 * Takes no new connection, lets requests that are under way finish, and cuts what is left after `graceMs`. Resolves when every connection is
 * closed. What is cut is sent again by the page, and stored once where the relay's `store` is shared.
 */
export const closeServer = async (
  server: Server,
  { graceMs = 25_000 }: CloseOptions = {},
): Promise<void> => {
  const closed = new Promise<void>(resolve => {
    server.close(() => resolve())
  })
  // A connection that stays open after its answer is idle then.
  const looking = setInterval(() => server.closeIdleConnections(), LOOK_MS)
  const cutting = setTimeout(() => server.closeAllConnections(), graceMs)
  server.closeIdleConnections()
  await closed
  clearInterval(looking)
  clearTimeout(cutting)
}
