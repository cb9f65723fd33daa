import { REQUEST_ID_HEADER } from '../request-id.ts'
import { BAD_CREDENTIALS, NO_REFERENCE, UNDER_WAY, UNKNOWN_OUTCOME } from '../unknown.ts'
import type { Background } from './reason.ts'

/** The statuses that the relay itself answers with. All others come from a provider. */
export type HttpErrorStatus = 401 | 403 | 404 | 405 | 408 | 409 | 413 | 429 | 500 | 502 | 503 | 504

const CODES: Readonly<Record<HttpErrorStatus, string>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  408: 'request-timeout',
  409: UNDER_WAY,
  413: 'too-large',
  429: 'rate-limited',
  500: 'misconfigured',
  502: 'bad-gateway',
  503: 'unavailable',
  504: 'timeout',
}

/** Of the body, beside `message`. */
export interface ErrorFields {
  readonly code?: string
  readonly [name: string]: unknown
}

/** Thrown to end a request with an answer of the relay's own. The visitor reads the message, so no secret may be in it. */
export class HttpError extends Error {
  override readonly name = 'HttpError'
  readonly status: HttpErrorStatus
  readonly headers: Readonly<Record<string, string>>
  /** For whoever runs the relay, in its log alone. */
  readonly background: Background
  readonly #fields: ErrorFields

  constructor(
    status: HttpErrorStatus,
    message: string,
    headers: Readonly<Record<string, string>> = {},
    /** Further fields of the body, where a provider's transport tells errors apart by its own; and `code`, where the status says too little. */
    fields: ErrorFields = {},
    background: Background = {},
  ) {
    super(message)
    this.status = status
    this.headers = headers
    this.background = background
    this.#fields = fields
  }

  get code(): string {
    return this.#fields.code ?? CODES[this.status]
  }

  /** The provider itself said so of a request that it got: nothing of it is stored. */
  get isRefusal(): boolean {
    return this.code === BAD_CREDENTIALS || this.status === 503
  }

  /** The same, said of a request whose file may be stored although nobody knows. `isFinal`: nor will anybody know later. */
  withUnknownOutcome(isFinal: boolean): HttpError {
    const code = isFinal ? { code: UNKNOWN_OUTCOME } : {}
    const fields = { ...this.#fields, outcome: 'unknown', ...code }
    return new HttpError(this.status, this.message, this.headers, fields, this.background)
  }

  /** The same answer, for what was thrown before: its reason is kept for the log. */
  because(thrown: unknown): HttpError {
    const background = thrown instanceof HttpError ? thrown.background : { cause: thrown }
    return new HttpError(this.status, this.message, this.headers, this.#fields, background)
  }

  /** `{ "code": …, "message": …, "requestId": … }`, and the provider's fields. */
  text(requestId: string): string {
    const { code, message } = this
    return JSON.stringify({ code, message, requestId, ...this.#fields })
  }

  response(requestId: string): Response {
    return new Response(this.text(requestId), {
      status: this.status,
      headers: {
        ...this.headers,
        'Content-Type': 'application/json',
        [REQUEST_ID_HEADER]: requestId,
      },
    })
  }
}

/** `option`: whose value the provider refuses, such as `providers.didww.apiKey`. */
export const badCredentials = (option: string): HttpError =>
  new HttpError(
    502,
    `The provider refuses the credentials of the relay: see its option ${option}.`,
    {},
    {
      code: BAD_CREDENTIALS,
    },
  )

/** The next request has another token. */
export const tokenIsOver = (): HttpError =>
  new HttpError(503, 'The relay’s token for the provider was over: send it again.', {
    'Retry-After': '0',
  })

/** `rule`: where the reference was looked for. Only the log says so. */
export const noReference = (rule: string): HttpError =>
  new HttpError(
    502,
    'The provider took the file, and its answer does not name it.',
    {},
    { code: NO_REFERENCE, outcome: 'unknown' },
    { rule },
  )
