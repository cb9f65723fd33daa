import type { ServerResponse } from 'node:http'
import { REQUEST_ID_HEADER, requestIdOf } from '../request-id.ts'

const drained = (response: ServerResponse): Promise<void> =>
  new Promise(resolve => {
    const go = (): void => {
      response.off('drain', go).off('close', go)
      resolve()
    }
    response.on('drain', go).on('close', go)
  })

/** The visitor left, or something else has ended the answer: a write would be an error then, which ends the process. */
const isOver = (response: ServerResponse): boolean => response.destroyed || response.writableEnded

/** Sends what the relay answers, as fast as the visitor takes it. Where something else has answered, such as a time limit, that is left. Never rejects. */
export const send = async (answer: Response, response: ServerResponse): Promise<void> => {
  const reader = answer.body?.getReader()
  const leave = (): void => void reader?.cancel().catch(() => {})
  if (response.headersSent || isOver(response)) return leave()
  response.once('close', leave)
  // Also while nobody asks for the next bytes: a visitor who does not read must not hold what was cut.
  reader?.closed.catch(() => isOver(response) || response.destroy())
  try {
    response.statusCode = answer.status
    // HTTP/2 has no such header, and Node refuses it there.
    for (const [name, value] of answer.headers)
      if (name !== 'connection' || response.req.httpVersionMajor === 1)
        response.setHeader(name, value)
    while (reader && !isOver(response)) {
      const { done, value } = await reader.read()
      if (done || isOver(response)) break
      if (!response.write(value)) await drained(response)
    }
    if (!isOver(response)) response.end()
  } catch {
    // The provider broke off in the midst of a download: the visitor must not take it for whole.
    response.destroy()
  } finally {
    response.off('close', leave)
    leave()
  }
}

const STATUSES = {
  'bad-request': 400,
  'method-not-allowed': 405,
  misconfigured: 500,
  'internal-error': 500,
} as const

/** For what only who runs the server can mend, and what no relay can read: the visitor gets the words, since nothing here writes to a console. */
export const sendProblem = (
  response: ServerResponse,
  code: keyof typeof STATUSES,
  message: string,
): Promise<void> => {
  const sent = response.req.headers[REQUEST_ID_HEADER.toLowerCase()]
  const requestId = requestIdOf({
    headers: { get: () => (typeof sent === 'string' ? sent : null) },
  })
  const headers = {
    'Cache-Control': 'no-store',
    Connection: 'close',
    [REQUEST_ID_HEADER]: requestId,
  }
  const answer = Response.json({ code, message, requestId }, { status: STATUSES[code], headers })
  return send(answer, response)
}
