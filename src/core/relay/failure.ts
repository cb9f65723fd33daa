/** What the relay itself says instead of asking the provider. */
export type FailureStatus = 401 | 403 | 404 | 405 | 413 | 429 | 502 | 504

const CODES: Readonly<Record<FailureStatus, string>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  429: 'rate-limited',
  502: 'bad-gateway',
  504: 'timeout',
}

/** Ends a request with a status of the relay's own. Its message is told to the visitor: never a secret in it. */
export class Failure extends Error {
  override readonly name = 'RelayFailure'
  readonly status: FailureStatus
  readonly headers: Readonly<Record<string, string>>
  readonly #inTheirForm: object

  constructor(
    status: FailureStatus,
    message: string,
    headers: Readonly<Record<string, string>> = {},
    /** What this provider's transport looks for in an error. */
    inTheirForm: object = {},
  ) {
    super(message)
    this.status = status
    this.headers = headers
    this.#inTheirForm = inTheirForm
  }

  get code(): string {
    return CODES[this.status]
  }

  /** `{ "code": …, "message": … }` */
  response(): Response {
    const body = JSON.stringify({ code: this.code, message: this.message, ...this.#inTheirForm })
    return new Response(body, {
      status: this.status,
      headers: { ...this.headers, 'Content-Type': 'application/json' },
    })
  }
}
