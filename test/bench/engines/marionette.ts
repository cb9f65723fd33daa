import { once } from 'node:events'
import { connect } from 'node:net'

/** Answers one command, or rejects with what the browser says went wrong. */
export type Send = (command: string, params: object) => Promise<unknown>

/** Each message is its length in bytes, a colon and that much JSON. */
const readMessages = (buffered: Buffer): { messages: unknown[]; rest: Buffer } => {
  const messages: unknown[] = []
  let rest = buffered
  for (;;) {
    const colon = rest.indexOf(':')
    const end = colon + 1 + Number(rest.toString('latin1', 0, colon))
    if (colon < 0 || rest.length < end) return { messages, rest }
    messages.push(JSON.parse(rest.toString('utf8', colon + 1, end)))
    rest = rest.subarray(end)
  }
}

/**
 * Firefox's own remote protocol: WebDriver's commands over TCP. It is what geckodriver, which not every distribution has,
 * speaks to Firefox. Commands are `[0, id, name, params]`, answers `[1, id, error, result]`.
 */
export const connectMarionette = async (port: number): Promise<Send> => {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  const waiting = new Map<number, (error: unknown, result: unknown) => void>()
  let rest: Buffer = Buffer.alloc(0)
  let last = 0
  socket.on('data', bytes => {
    const read = readMessages(Buffer.concat([rest, bytes]))
    rest = read.rest
    for (const message of read.messages)
      if (Array.isArray(message)) waiting.get(message[1])?.(message[2], message[3]) // else a greeting
  })
  socket.on('close', () => {
    for (const answer of waiting.values()) answer('closed', null)
  })
  return (command, params) =>
    new Promise((resolve, reject) => {
      const id = ++last
      waiting.set(id, (error, result) => {
        waiting.delete(id)
        if (error) reject(new Error(`${command}: ${JSON.stringify(error)}`))
        else resolve(result)
      })
      const json = JSON.stringify([0, id, command, params])
      socket.write(`${Buffer.byteLength(json)}:${json}`)
    })
}
