import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

export interface Line {
  /** Origin. */
  readonly url: string
  /** Bytes that came from the browser, heads of requests included. */
  readonly sent: number
  /** Bytes a second that pass towards the server; all connections share them. */
  setRate(bytesPerSecond: number): void
  close(): Promise<void>
}

/** A slow line to a server. It knows nothing of HTTP: what it counts is what really came. */
export const startLine = async (to: string): Promise<Line> => {
  const { hostname, port } = new URL(to)
  const open = new Set<Socket>()
  let rate = Number.POSITIVE_INFINITY
  let sent = 0
  /** When the line has passed on what came so far. */
  let freeAt = 0

  const server = createServer({ allowHalfOpen: true }, near => {
    const far = connect({ host: hostname, port: Number(port), allowHalfOpen: true })
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('close', () => open.delete(socket))
      socket.on('error', () => {
        near.destroy()
        far.destroy()
      })
    }
    near.on('data', (bytes: Buffer) => {
      sent += bytes.length
      freeAt = Math.max(freeAt, performance.now()) + (bytes.length / rate) * 1_000
      const waitMs = freeAt - performance.now()
      far.write(bytes)
      if (waitMs < 1) return
      near.pause()
      setTimeout(() => near.resume(), waitMs)
    })
    near.on('end', () => far.end())
    near.on('close', () => far.destroy())
    far.pipe(near)
    far.on('close', () => near.end())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get sent() {
      return sent
    },
    setRate(bytesPerSecond) {
      rate = bytesPerSecond
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        for (const socket of open) socket.destroy()
      }),
  }
}
