import { neverAborted, shared } from '../../core/abort.ts'
import type { CallContext, RequestPayload } from '../../core/api.ts'
import { isSealDropError, SealDropError } from '../../core/errors.ts'
import type { Answer } from '../../core/request.ts'
import type { CryptshareSession } from './answers.ts'
import { type Client, jsonBody } from './client.ts'
import { isTokenRefused } from './errors.ts'
import {
  checkPolicy,
  configureSession,
  createSession,
  diagnose,
  findSession,
  pathOf,
} from './opening.ts'
import type { CheckedOptions } from './options.ts'
import { TransferSession } from './transfer-session.ts'

/**
 * The transfer sessions of one transport, and all that changes about them: which one takes files, which ones are being closed, and which
 * were submitted. One at a time takes files.
 */
export class TransferSessions {
  readonly #client: Client
  readonly #options: CheckedOptions
  /** Those this page joined, by tracking id. */
  readonly #joined = new Map<string, TransferSession>()
  /** Tracking ids of those that take no more files. */
  readonly #closed = new Set<string>()
  /** A submit was sent, and may have been done. By tracking id: the transfer's id, as far as it is known. */
  readonly #submitted = new Map<string, string>()
  #current: TransferSession | undefined
  /** Created at the server, but not yet configured: the next try goes on with it. */
  #unfinished: string | undefined
  /** Creates or joins one, once for all files that need it meanwhile. */
  #opening = this.#shareOpening()

  constructor(client: Client, options: CheckedOptions) {
    this.#client = client
    this.#options = options
  }

  /** The one that takes files now. */
  get current(): TransferSession | undefined {
    return this.#current
  }

  /**
   * The one all files go to; created for the first of them. `earlier`: where a send before a reload got to, which is joined if it is
   * still there.
   */
  async open(
    { headers, signal = neverAborted }: CallContext,
    earlier?: string,
  ): Promise<TransferSession> {
    signal.throwIfAborted()
    if (this.#current) return this.#current
    const isOver = earlier !== undefined && this.#closed.has(earlier)
    return this.#opening(signal, headers, isOver ? undefined : earlier)
  }

  #shareOpening() {
    return shared(
      async (
        signal,
        headers: CallContext['headers'],
        earlier: string | undefined,
      ): Promise<TransferSession> => {
        const context = { signal, ...(headers && { headers }) }
        try {
          this.#current = await this.#join(context, earlier)
        } catch (thrown) {
          if (!isSealDropError(thrown)) throw thrown
          throw await diagnose(this.#client, this.#options, thrown, context)
        }
        this.#joined.set(this.#current.id, this.#current)
        this.#opening = this.#shareOpening() // for the next session, once this one takes no more files
        return this.#current
      },
    )
  }

  async #join(context: CallContext, earlier: string | undefined): Promise<TransferSession> {
    const policy = await checkPolicy(this.#client, this.#options, context)
    const found = earlier && (await findSession(this.#client, earlier, context))
    const [id, session] = found && earlier ? [earlier, found] : await this.#create(context)
    return new TransferSession(id, session, policy?.maxTotalSize)
  }

  async #create(context: CallContext): Promise<readonly [id: string, session: CryptshareSession]> {
    this.#unfinished ??= await createSession(this.#client, this.#options, context)
    const id = this.#unfinished
    try {
      const session = await configureSession(this.#client, this.#options, id, context)
      this.#unfinished = undefined
      return [id, session]
    } catch (thrown) {
      if (isSealDropError(thrown) && thrown.retryable) {
        if (thrown.code === 'not-found') this.#unfinished = undefined
        throw thrown
      }
      context.signal?.throwIfAborted()
      this.#unfinished = undefined
      await this.#client.askRenewing('DELETE', pathOf(id), context).catch(() => {})
      throw thrown
    }
  }

  /** One that this page joined, whether it still takes files or not. */
  find(id: string): TransferSession | undefined {
    return this.#joined.get(id)
  }

  /** It takes no more files: those that come from now on go elsewhere. */
  leave(id: string): void {
    this.#closed.add(id)
    if (this.#current?.id === id) this.#current = undefined
  }

  /** It takes files again, where no other one does. */
  rejoin(id: string): void {
    this.#closed.delete(id)
    this.#current ??= this.#joined.get(id)
  }

  /**
   * A request about one session. Rejects with `expired` where the session is lost: only the token that created it may touch it.
   *
   * An old token and a good one that did not create this session are refused alike. So the verification is looked at, and renewed where
   * it is over: a step of the protocol, not a retry, for the refused request was not payload out. It is then made once more, and a
   * session that refuses the good token, too, is lost.
   */
  async request(
    id: string,
    method: string,
    path: string,
    context: CallContext,
    payload?: RequestPayload,
  ): Promise<Answer> {
    const ask = () => this.#client.ask(method, `${pathOf(id)}${path}`, context, payload)
    const answer = await ask()
    if (!isTokenRefused(answer) || !(await this.#isVerified(context))) return answer
    const again = await ask()
    if (!isTokenRefused(again)) return again
    this.leave(id)
    throw new SealDropError(
      'expired',
      'The verification was renewed: the transfer session belongs to the earlier one.',
      { retryable: true, outcome: 'unsent' },
    )
  }

  /** Whether the token is good for anything at all, renewed where it can be. */
  async #isVerified({ headers, signal }: CallContext): Promise<boolean> {
    const context = { ...(headers && { headers }), ...(signal && { signal }) }
    const body = jsonBody({ recipients: this.#options.everyone })
    const answer = await this.#client.askRenewing('POST', '/transfer-policy', context, body)
    return !isTokenRefused(answer)
  }

  /** This session became, or may have become, this transfer. */
  markSubmitted(id: string, transfer: string): void {
    this.#submitted.delete(id) // the last one is the latest
    this.#submitted.set(id, transfer)
  }

  /** The submit was refused: this session became no transfer. */
  unmarkSubmitted(id: string): void {
    this.#submitted.delete(id)
  }

  /** The transfer that this session may have become: a submit was sent, and was not refused. */
  transferOf(id: string): string | undefined {
    return this.#submitted.get(id)
  }

  /** The transfer that was submitted last. */
  get lastTransfer(): string | undefined {
    return [...this.#submitted.values()].at(-1)
  }
}
