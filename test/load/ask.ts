import { type Agent, type IncomingHttpHeaders, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { bytesAt } from './content.ts'
import type { Pace } from './pace.ts'

export interface Asked {
  readonly origin: string
  readonly method: string
  /** Or a whole URL. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** The part of the body that is sent. */
  readonly from: number
  readonly to: number
  /** In place of that. */
  readonly said?: string
  /** Undefined: as fast as it goes. */
  readonly pace: Pace | undefined
  /** Undefined: a connection of its own. */
  readonly agent: Agent | undefined
}

export interface Answered {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  /** When the last byte was handed to the connection, by `performance.now()`. */
  readonly sentAt: number
}

/** One request. Rejects where there is no whole answer. */
export const ask = (asked: Asked): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const { origin, method, path, from, to, said, pace, agent = false } = asked
    const length = said === undefined ? to - from : Buffer.byteLength(said)
    const headers = { Origin: origin, 'Content-Length': length, ...asked.headers }
    let sentAt = performance.now()
    const asking = request(new URL(path, origin), { method, headers, agent }, answer => {
      const { statusCode: status = 0, headers } = answer
      text(answer).then(text => resolve({ status, headers, text, sentAt }), reject)
    })
    let at = from
    const sendNext = (until: number): boolean => {
      const bytes = bytesAt(at, until - at)
      at += bytes.length
      const isTaken = asking.write(bytes)
      if (at === to) {
        asking.end()
        sentAt = performance.now()
      }
      return isTaken
    }
    const sendAll = (): void => {
      while (at < to) if (!sendNext(to)) return void asking.once('drain', sendAll)
    }
    const leave = (said === undefined ? pace : undefined)?.join(bytes => {
      const until = Math.min(to, at + bytes)
      while (at < until) sendNext(until)
    })
    asking.once('close', () => leave?.())
    asking.once('error', reject)
    if (said !== undefined || from === to) asking.end(said)
    else if (!pace) sendAll()
  })
