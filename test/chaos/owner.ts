import type { IncomingHttpHeaders } from 'node:http'
import { numberIn } from './plan.ts'

export interface Passing {
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** What the server called what this file's request made. */
const idsIn = (location: string | undefined, body: string): readonly string[] => {
  const named = [
    ...body.matchAll(/"(?:id|uuid|fileId|key)":\s*"(?:[^"]*\/)?([^"/]{6,})"/g),
  ].flatMap(([, id]) => id ?? [])
  const last = location
    ?.replace(/[?#].*$/, '')
    .split('/')
    .at(-1)
  return last ? [...named, last] : named
}

/**
 * Tells which file a request is about: by the name it carries, or by an id that an earlier answer gave this file. What belongs to no file
 * alone, such as a transfer session, is asked about by all of them in no fixed order.
 */
export class Owners {
  readonly #byId = new Map<string, string>()

  /** The file's number, or undefined. */
  of({ path, headers, body }: Passing): string | undefined {
    const metadata = String(headers['upload-metadata'] ?? '')
      .split(',')
      .map(pair => Buffer.from(pair.trim().split(' ')[1] ?? '', 'base64').toString())
      .join(' ')
    const told = headers['x-chaos-file'] ?? ''
    const named = numberIn(
      `${told} ${decodeURIComponent(path)} ${metadata} ${body.toString('latin1', 0, 8192)}`,
    )
    if (named !== undefined) return named
    const segments = path.replace(/[?#].*$/, '').split('/')
    return segments.map(segment => this.#byId.get(segment)).find(number => number !== undefined)
  }

  /** Remembers what the server called it. */
  learn(
    { method, path }: Passing,
    owner: string,
    answer: { readonly location: string | undefined; readonly body: string },
  ): void {
    if (method !== 'POST' && method !== 'PUT') return
    const known = path.replace(/[?#].*$/, '').split('/')
    for (const id of idsIn(answer.location, answer.body))
      if (!known.includes(id)) this.#byId.set(id, owner)
  }
}
