import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface Gate {
  /** Origin. */
  readonly url: string
  /** Lets so many bytes through from now on, then nothing, and no new connection either. Resolves when they are through. */
  holdAfter(bytes: number): Promise<void>
  /** All goes on; new connections lead to this port. */
  open(port: number): void
  close(): Promise<void>
}

/** So much passes before the gate looks again. */
const MOST = 65_536

/** A way to a server that stops when it is told. It knows nothing of HTTP: what it counts is what really came. */
export const startGate = async (port: number): Promise<Gate> => {
  const sockets = new Set<Socket>()
  let target = port
  let left = Number.POSITIVE_INFINITY
  let isThrough = (): void => {}
  let waiting: (() => void)[] = []

  const passing = async (): Promise<void> => {
    while (left <= 0) await new Promise<void>(resolve => waiting.push(resolve))
  }
  const pass = async (near: Socket, far: Socket): Promise<void> => {
    for await (const bytes of near as AsyncIterable<Buffer>) {
      for (let at = 0; at < bytes.length; at += MOST) {
        await passing()
        const piece = bytes.subarray(at, at + MOST)
        if (far.destroyed) return
        if (!far.write(piece)) await Promise.race([once(far, 'drain'), once(far, 'close')])
        left -= piece.length
        if (left <= 0) isThrough()
      }
    }
    far.end()
  }
  const server = createServer(async near => {
    sockets.add(near)
    near.on('error', () => {}).on('close', () => sockets.delete(near))
    await passing()
    const far = connect(target, '127.0.0.1')
    sockets.add(far)
    far.on('error', () => near.destroy())
    far.on('close', () => {
      sockets.delete(far)
      near.destroy()
    })
    near.on('close', () => far.destroy())
    far.pipe(near)
    await pass(near, far).catch(() => far.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    holdAfter(bytes) {
      left = bytes
      if (bytes === 0) return Promise.resolve()
      return new Promise(resolve => {
        isThrough = resolve
      })
    },
    open(port) {
      target = port
      left = Number.POSITIVE_INFINITY
      for (const go of waiting) go()
      waiting = []
    },
    async close() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
