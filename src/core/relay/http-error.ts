import { UNKNOWN_OUTCOME } from '../unknown.ts'

/** The statuses that the relay itself answers with. All others come from a provider. */
export type HttpErrorStatus = 401 | 403 | 404 | 405 | 408 | 413 | 429 | 502 | 504

const CODES: Readonly<Record<HttpErrorStatus, string>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  408: 'request-timeout',
  413: 'too-large',
  429: 'rate-limited',
  502: 'bad-gateway',
  504: 'timeout',
}

/** Thrown to end a request with an answer of the relay's own. The visitor reads the message, so no secret may be in it. */
export class HttpError extends Error {
  override readonly name = 'HttpError'
  readonly status: HttpErrorStatus
  readonly headers: Readonly<Record<string, string>>
  readonly #providerFields: object

  constructor(
    status: HttpErrorStatus,
    message: string,
    headers: Readonly<Record<string, string>> = {},
    /** Further fields of the body, where a provider's transport tells errors apart by its own. */
    providerFields: object = {},
  ) {
    super(message)
    this.status = status
    this.headers = headers
    this.#providerFields = providerFields
  }

  get code(): string {
    return CODES[this.status]
  }

  /** The same, said of a request whose file may be stored although nobody knows. `isFinal`: nor will anybody know later. */
  withUnknownOutcome(isFinal: boolean): HttpError {
    const code = isFinal ? { code: UNKNOWN_OUTCOME } : {}
    const fields = { ...this.#providerFields, outcome: 'unknown', ...code }
    return new HttpError(this.status, this.message, this.headers, fields)
  }

  /** Its body is `{ "code": …, "message": … }`, and the provider's fields. */
  response(): Response {
    const body = JSON.stringify({ code: this.code, message: this.message, ...this.#providerFields })
    return new Response(body, {
      status: this.status,
      headers: { ...this.headers, 'Content-Type': 'application/json' },
    })
  }
}
