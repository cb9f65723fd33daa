import { neverAborted, shared } from '../../core/abort.ts'
import type { CallContext } from '../../core/api.ts'

/** Asks Cryptshare for a token by the client id alone. */
export type IssueToken = (signal: AbortSignal, context: CallContext) => Promise<string>

/** The verification token of one sender: proven by a mailed code, or issued for the client id. */
export class SenderToken {
  readonly #issue: IssueToken | undefined
  #proven: string | undefined
  #issued: string | undefined
  #issuing: IssueToken

  /** Without `issue`, a relay or `authorize` adds the token, unless a person proves one. */
  constructor(issue: IssueToken | undefined) {
    this.#issue = issue
    this.#issuing = this.#shareIssue()
  }

  /** Undefined where a relay or `authorize` adds it. Issued once for all who ask at the same time. */
  async get(context: CallContext): Promise<string | undefined> {
    const token = this.#proven ?? this.#issued
    if (token !== undefined || !this.#issue) return token
    return this.#issuing(context.signal ?? neverAborted, context)
  }

  /** A person proved this one by a mailed code. */
  prove(token: string): void {
    this.#proven = token
  }

  /** The server refused this token. Gives whether the next `get` can be for another one. */
  refuse(token: string | undefined): boolean {
    if (token === undefined) return true // a relay or `authorize` may renew its own
    if (token === this.#proven) {
      this.#proven = undefined
      return false // only a person can enter a new code
    }
    // Several files hear of one refusal; whoever comes later uses what the first one renewed.
    if (token === this.#issued) this.#issued = undefined
    return true
  }

  #shareIssue(): IssueToken {
    return shared(async (signal, context) => {
      const token = (await this.#issue?.(signal, context)) ?? ''
      this.#issued = token
      this.#issuing = this.#shareIssue() // for the next one, once this one is refused
      return token
    })
  }
}
