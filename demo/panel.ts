import { html, nothing, render, type TemplateResult } from 'lit'
import type { FaultSwitches } from '../src/sandbox/faults.ts'
import type { Fact, Seen } from './providers/provider.ts'
import type { Offer } from './serve.ts'

/** One request as it ended; without a status the connection was cut. */
interface Answered {
  readonly kind: string
  readonly method: string
  readonly path: string
  readonly status: number | null
}

const MAX_ANSWERS = 6
const RETRY_AFTER_SECONDS = 3

/** Shows what a provider's sandbox received from `sender`, as it happens, and the switches that make life harder. */
export const showPanel = (panel: HTMLElement, sender: HTMLElement, provider: Offer): void => {
  /** SHA-256 of the originals by that of what was sent: what the page claims. */
  const receipts = new Map<string, string | undefined>()
  let uploads: readonly Seen[] = []
  let answers: readonly Answered[] = []
  let switches: Partial<FaultSwitches> = {}
  let isRotating = false

  const ask = async (action: string, body?: unknown) => {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
    return (await fetch(`${provider.url}/_sandbox/${action}`, init)).json()
  }
  const draw = (): void => {
    render(view(), panel)
  }

  const isDropArmed = () => Boolean(switches.dropBody)
  const isBusyArmed = () => Boolean(switches.status)
  const rotate = async (): Promise<void> => {
    isRotating = true
    draw()
    await ask('rotate', {})
    isRotating = false
    draw()
  }

  const view = (): TemplateResult => html`
    <div class="switches" role="group" aria-label="Make it harder">
      <button
        type="button"
        aria-pressed=${isDropArmed()}
        @click=${() => ask('switches', { dropBody: !isDropArmed() && { times: 1, connection: 'fresh' } })}
      >Drop the next upload</button>
      <button
        type="button"
        aria-pressed=${isBusyArmed()}
        @click=${() =>
          ask('switches', {
            status: !isBusyArmed() && { code: 503, retryAfter: RETRY_AFTER_SECONDS, times: 1 },
          })}
      >Answer it with 503</button>
      ${
        provider.name === 'didww'
          ? html`<button
              type="button"
              aria-disabled=${isRotating}
              @click=${() => isRotating || rotate()}
            >${isRotating ? 'Making new keys…' : 'Rotate the keys'}</button>`
          : nothing
      }
    </div>
    <ol class="uploads">
      ${[...uploads].reverse().map(upload => uploadView(upload, receipts))}
    </ol>
    <p class="empty" role="status">
      ${uploads.length === 0 ? 'Nothing yet. Add a document to the form.' : nothing}
    </p>
    ${
      answers.length === 0
        ? nothing
        : html`<h3>Latest requests</h3>
          <ol class="answers">${answers.map(answerView)}</ol>`
    }
  `

  const look = async (): Promise<void> => {
    uploads = await (await fetch(`/seen.json?provider=${provider.name}`)).json()
    draw()
  }
  const refresh = async (): Promise<void> => {
    switches = await ask('switches')
    await look()
  }
  const events = new EventSource(`${provider.url}/_sandbox/events`)
  const hear = <Fact>(name: string, take: (fact: Fact) => void): void =>
    events.addEventListener(name, event => {
      take(JSON.parse(event.data))
      draw()
    })
  // Also after a lost connection: what was missed is asked for.
  events.addEventListener('open', refresh)
  hear<Answered>('answer', answer => {
    if (answer.kind === 'preflight') return
    answers = [answer, ...answers].slice(0, MAX_ANSWERS)
    void look()
  })
  hear<FaultSwitches>('switches', now => {
    switches = now
  })
  hear('reset', () => {
    uploads = answers = []
  })
  sender.addEventListener('sealdrop-receipt', ({ receipt }) => {
    receipts.set(receipt.sealed.sha256, receipt.sha256)
    draw()
  })
  draw()
}

const uploadView = (
  { id, head, size, wireName, facts, sealedSha256, sha256 }: Seen,
  receipts: ReadonlyMap<string, string | undefined>,
): TemplateResult => html`
  <li class="upload">
    <h3><code>${id}</code></h3>
    <p class="cipher">${head.match(/.{1,4}/g)?.join(' ')} …</p>
    <dl class="facts">
      <dt>On the wire</dt>
      <dd>${numbers.format(size)} bytes, ${wireName ? html`named <code>${wireName}</code>` : 'without a name'}</dd>
      ${facts.map(factView)}
      <dt>SHA-256 of what came out</dt>
      <dd>${sha256 ? html`<code>${sha256}</code>` : 'Nothing came out.'}</dd>
      <dt>Receipt</dt>
      <dd>${receiptView(receipts.get(sealedSha256), sha256)}</dd>
    </dl>
  </li>
`

const factView = ({ name, text, isGood }: Fact): TemplateResult => html`
  <dt>${name}</dt>
  <dd class=${isGood === undefined ? '' : isGood ? 'good' : 'bad'}>${text}</dd>
`

const receiptView = (claimed: string | undefined, found: string | undefined): TemplateResult =>
  !claimed
    ? html`<span class="muted">This page has none for it.</span>`
    : claimed === found
      ? html`<span class="good">The same SHA-256.</span>`
      : html`<span class="bad">Another SHA-256: <code>${claimed}</code></span>`

const answerView = ({ method, path, status }: Answered): TemplateResult => html`
  <li>
    <code>${method} ${path}</code>
    <span class=${status !== null && status < 400 ? 'good' : 'bad'}>
      ${status ?? 'connection cut'}
    </span>
  </li>
`

const numbers = new Intl.NumberFormat('en')
