import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** A server as a site writes it: it stores what comes under `/uploads`, once for each key, and knows nothing of ours. */
export class PlainServer {
  /** What is stored, by its hash or its key. */
  readonly stored: string[] = []
  readonly #answers = new Map<string, string>()
  arrived = 0
  /** Ends the next used connection when all is stored. */
  losesAnswer = false

  async answer(
    request: IncomingMessage,
    response: ServerResponse,
    wasUsed: boolean,
  ): Promise<void> {
    const hash = createHash('sha256')
    for await (const chunk of request) hash.update(chunk as Buffer)
    this.arrived += 1
    const key = request.headers['idempotency-key']
    const known = typeof key === 'string' ? this.#answers.get(key) : undefined
    const id = known ?? `upload-${this.stored.length + 1}`
    if (known === undefined) this.stored.push(hash.digest('hex'))
    if (typeof key === 'string') this.#answers.set(key, id)
    if (this.losesAnswer && wasUsed) {
      this.losesAnswer = false
      request.socket.destroy()
      return
    }
    response.writeHead(201, { 'Content-Type': 'application/json' }).end(JSON.stringify({ id }))
  }
}
