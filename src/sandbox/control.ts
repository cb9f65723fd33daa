import type { IncomingMessage, ServerResponse } from 'node:http'
import { readBody } from './body.ts'

/** What one request to the controls does: gets the request's JSON, gives the answer's. Throws a TypeError for what it does not understand. */
export type ControlAction = (asked: unknown) => unknown

/** By method and name, as `POST reset`. */
export type ControlActions = Readonly<Record<string, ControlAction>>

export const CONTROL_PATH = '/_sandbox/'

const OPEN_TO_ALL = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
  'Access-Control-Allow-Headers': '*',
  'Cache-Control': 'no-store',
} as const

/**
 * Lets the playground and browser tests see and change what a sandbox does: under a path that no provider has, always open to other
 * origins. Any page this browser visits could ask here too, so no action gives out a document or a key.
 */
export class Control {
  readonly #actions: ControlActions
  readonly #listeners = new Set<ServerResponse>()
  readonly #signal: AbortSignal

  constructor(actions: ControlActions, signal: AbortSignal) {
    this.#actions = actions
    this.#signal = signal
  }

  /** Tells everyone who listens at `events`. */
  announce(event: string, fact: unknown): void {
    for (const listener of this.#listeners)
      listener.write(`event: ${event}\ndata: ${JSON.stringify(fact)}\n\n`)
  }

  get isWatched(): boolean {
    return this.#listeners.size > 0
  }

  async answer(request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
    if (request.method === 'OPTIONS') return void response.writeHead(204, OPEN_TO_ALL).end()
    if (name === 'events') return this.#listen(response)
    const action = this.#actions[`${request.method} ${name}`]
    const body = await readBody(request, { maxBytes: 65_536, signal: this.#signal })
    if (!action)
      return reply(response, 404, { actions: [...Object.keys(this.#actions), 'GET events'] })
    try {
      reply(response, 200, (await action(parse(body.bytes))) ?? null)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      reply(response, 400, { error: error.message })
    }
  }

  #listen(response: ServerResponse): void {
    response.writeHead(200, { ...OPEN_TO_ALL, 'Content-Type': 'text/event-stream' })
    response.write('retry: 1000\n\n')
    this.#listeners.add(response)
    response.on('close', () => this.#listeners.delete(response))
  }
}

const reply = (response: ServerResponse, status: number, fact: unknown): void => {
  response.writeHead(status, { ...OPEN_TO_ALL, 'Content-Type': 'application/json' })
  response.end(JSON.stringify(fact))
}

const parse = (bytes: Buffer): unknown => {
  if (bytes.length === 0) return undefined
  try {
    return JSON.parse(bytes.toString())
  } catch {
    throw new TypeError('The body is not JSON.')
  }
}
