import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Http2SecureServer, ServerHttp2Session } from 'node:http2'
import type { Server as HttpsServer } from 'node:https'
import type { Socket } from 'node:net'

/** A server of `node:http`, of `node:https`, or `createSecureServer` of `node:http2`. */
export type AnyServer = Server | HttpsServer | Http2SecureServer

/** One connection of HTTP/1. */
interface Line {
  /** Under way, in the order in which they were asked for. */
  readonly answers: ServerResponse[]
  isUsed: boolean
}

export interface Connections {
  /** From now on each answer is the last on its connection, and says so. */
  retire(): void
  /** Closes connections on which nothing is under way; with `unused` also those on which nothing was ever asked. */
  closeIdle(unused: boolean): void
  cut(): void
}

/** Knows the connections of a server that came after this call. */
export const watchConnections = (server: AnyServer): Connections => {
  const sockets = new Set<Socket>()
  const lines = new Map<Socket, Line>()
  const sessions = new Set<ServerHttp2Session>()
  const retired = new WeakSet<ServerResponse>()
  let isRetiring = false

  const lineOf = (socket: Socket): Line => {
    const known = lines.get(socket)
    if (known) return known
    const line = { answers: [], isUsed: false }
    lines.set(socket, line)
    socket.once('close', () => lines.delete(socket))
    return line
  }
  /** Of pipelined requests only the last answer may end the connection. */
  const retireLast = ({ answers }: Line): void => {
    for (const answer of answers)
      if (retired.has(answer) && !answer.headersSent) answer.shouldKeepAlive = true
    const last = answers.at(-1)
    if (!last?.shouldKeepAlive || last.headersSent) return
    retired.add(last)
    last.shouldKeepAlive = false
  }
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    // Of TLS it is not yet known which protocol it will speak.
    if (!('setSecureContext' in server)) lineOf(socket)
  })
  server.on('secureConnection', (socket: Socket & { readonly alpnProtocol?: unknown }) => {
    if (socket.alpnProtocol !== 'h2') lineOf(socket)
  })
  server.on('session', (session: ServerHttp2Session) => {
    sessions.add(session)
    session.once('close', () => sessions.delete(session))
  })
  const onRequest = ({ httpVersionMajor, socket }: IncomingMessage, answer: ServerResponse) => {
    // Answers of HTTP/2 are no affair of the connection's.
    if (httpVersionMajor !== 1) return
    const line = lineOf(socket)
    line.isUsed = true
    line.answers.push(answer)
    answer.once('close', () => line.answers.splice(line.answers.indexOf(answer), 1))
    if (isRetiring) retireLast(line)
  }
  ;(server as Server).prependListener('request', onRequest)

  return {
    retire() {
      isRetiring = true
      for (const line of lines.values()) retireLast(line)
    },
    closeIdle(unused) {
      for (const session of sessions) session.close()
      for (const [socket, { answers, isUsed }] of lines)
        if (answers.length === 0 && (isUsed || unused)) socket.destroy()
    },
    cut() {
      for (const session of sessions) session.destroy()
      for (const socket of sockets) socket.destroy()
    },
  }
}
