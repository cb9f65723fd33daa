import type { HttpStack } from 'tus-js-client'
import type { Answer } from '../../core/request.ts'

/** One request as tus-js-client wants it made. */
export interface TusRequest {
  readonly method: string
  /** Absolute. */
  readonly url: string
  /** Those of the protocol, without what `authorize` gives. */
  readonly headers: Headers
  readonly body: Blob | undefined
  /** Bytes of the body that left. */
  progress(done: number): void
}

/** Makes a request, and rejects for every status but a good one: tus-js-client sees no other. */
export type SendRequest = (request: TusRequest) => Promise<Pick<Answer, 'status' | 'header'>>

/**
 * tus-js-client's way to make requests, on top of ours. What `sendRequest` rejects with ends the upload, as the `causingError` of
 * tus-js-client's error: that would start from zero or try again by itself if it saw the status.
 */
export const httpStackOn = (sendRequest: SendRequest): HttpStack => ({
  getName: () => 'sealdrop',
  createRequest(method, url) {
    const headers = new Headers()
    let progress = (_done: number): void => {}
    return {
      getMethod: () => method,
      getURL: () => url,
      setHeader: (name, value) => headers.set(name, value),
      getHeader: name => headers.get(name) ?? undefined,
      setProgressHandler: handler => {
        progress = handler
      },
      async send(body: unknown) {
        const { status, header } = await sendRequest({
          method,
          url,
          headers,
          body: body instanceof Blob ? body : undefined,
          progress: done => progress(done),
        })
        return {
          getStatus: () => status,
          getHeader: name => header(name) ?? undefined,
          getBody: () => '',
          getUnderlyingObject: () => undefined,
        }
      },
      // The signal of the job ends a request.
      abort: async () => {},
      getUnderlyingObject: () => undefined,
    }
  },
})
