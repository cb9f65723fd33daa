import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { type Group, startGroup } from '../engines/driver/group.ts'

/** For programs that take no port 0. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

export const listens = (port: number): Promise<boolean> =>
  new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })

/** A program, once it listens on this port. */
export const startListening = async (
  program: string,
  words: readonly string[],
  port: number,
  later: (undo: () => Promise<unknown>) => void,
  env: Readonly<Record<string, string>> = {},
): Promise<Group> => {
  const group = startGroup(program, words, env)
  later(group.stop)
  while (!(await listens(port)))
    if (group.process.exitCode !== null)
      throw new Error(`${program} ended with ${group.process.exitCode}.`)
  return group
}
