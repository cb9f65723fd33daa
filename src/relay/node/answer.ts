import type { ServerResponse } from 'node:http'

const drained = (response: ServerResponse): Promise<void> =>
  new Promise(resolve => {
    const go = (): void => {
      response.off('drain', go).off('close', go)
      resolve()
    }
    response.on('drain', go).on('close', go)
  })

/** Sends what the relay answers, as fast as the visitor takes it. */
export const send = async (answer: Response, response: ServerResponse): Promise<void> => {
  response.statusCode = answer.status
  // HTTP/2 has no such header, and Node refuses it there.
  for (const [name, value] of answer.headers)
    if (name !== 'connection' || response.req.httpVersionMajor === 1)
      response.setHeader(name, value)
  const reader = answer.body?.getReader()
  const leave = (): void => void reader?.cancel().catch(() => {})
  response.once('close', leave)
  try {
    while (reader && !response.destroyed) {
      const { done, value } = await reader.read()
      if (done) break
      if (!response.write(value)) await drained(response)
    }
    response.end()
  } catch {
    // The provider broke off in the midst of a download: the visitor must not take it for whole.
    response.destroy()
  } finally {
    response.off('close', leave)
  }
}

/** For what only who runs the server can mend: the visitor gets the words, since nothing here writes to a console. */
export const sendProblem = (
  response: ServerResponse,
  status: 400 | 500,
  message: string,
): Promise<void> => {
  const code = status === 400 ? 'bad-request' : 'misconfigured'
  const headers = { 'Cache-Control': 'no-store', Connection: 'close' }
  return send(Response.json({ code, message }, { status, headers }), response)
}
