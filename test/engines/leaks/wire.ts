import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

/** Stands between browsers and a server, passes every byte on, and keeps what browsers sent. */
export interface Wire {
  readonly url: string
  /** All that browsers sent so far: request lines, headers and bodies, one connection after the other. */
  sent(): Buffer
  /** The requests in it that can carry a body, such as `POST /relay/files`. */
  bodies(): readonly string[]
  forget(): void
  close(): Promise<void>
}

export const startWire = async (target: string): Promise<Wire> => {
  const port = Number(new URL(target).port)
  const open = new Set<Socket>()
  let connections: Buffer[][] = []
  const server = createServer(browser => {
    const upstream = connect(port, '127.0.0.1')
    const mine: Buffer[] = []
    connections.push(mine)
    browser.on('data', chunk => {
      // Another test may have begun meanwhile: a connection outlives it.
      if (!connections.includes(mine)) connections.push(mine)
      mine.push(chunk)
    })
    for (const socket of [browser, upstream]) {
      open.add(socket)
      socket.on('close', () => open.delete(socket))
      socket.on('error', () => socket.destroy())
    }
    browser.pipe(upstream).pipe(browser)
    browser.on('close', () => upstream.destroy())
    upstream.on('close', () => browser.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const sent = (): Buffer => Buffer.concat(connections.flat())
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent,
    bodies: () =>
      [
        ...sent()
          .toString('latin1')
          .matchAll(/^((?:POST|PUT|PATCH) \S+) HTTP\/1\.1\r$/gm),
      ].map(([, request = '']) => request),
    forget() {
      for (const chunks of connections) chunks.length = 0
      connections = []
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        for (const socket of open) socket.destroy()
      }),
  }
}
