import { html, nothing, render, type TemplateResult } from 'lit'
import type { FaultSwitches } from '../src/sandbox/faults.ts'
import type { Choice } from './choice.ts'
import { faultsView } from './faults.ts'
import type { Fact, Seen } from './providers/provider.ts'

/** One request as it ended; without a status the connection was cut. */
interface Answered {
  readonly kind: string
  readonly method: string
  readonly path: string
  readonly status: number | null
}

const MAX_ANSWERS = 6

/** Shows what a provider's sandbox received from `sender`, as it happens, and the switches that make life harder. */
export const showPanel = (
  panel: HTMLElement,
  sender: HTMLElement,
  { provider, key }: Choice,
): void => {
  /** SHA-256 of the originals by that of what was sent: what the page claims. */
  const receipts = new Map<string, string | undefined>()
  let uploads: readonly Seen[] = []
  let answers: readonly Answered[] = []
  let switches: Partial<FaultSwitches> = {}
  let isRotating = false

  const context: UploadContext = { provider: provider.name, receipts, hasOwnKey: key !== '' }

  const ask = async (action: string, body?: unknown) => {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
    return (await fetch(`${provider.url}/_sandbox/${action}`, init)).json()
  }
  const draw = (): void => {
    render(view(), panel)
  }

  const rotate = async (): Promise<void> => {
    isRotating = true
    draw()
    await ask('rotate', {})
    isRotating = false
    draw()
  }

  const view = (): TemplateResult => html`
    ${faultsView({
      switches,
      flip: asked => ask('switches', asked),
      rotate: provider.name === 'didww' ? rotate : undefined,
      isRotating,
    })}
    <ol class="uploads">
      ${[...uploads].reverse().map(upload => uploadView(upload, context))}
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

interface UploadContext {
  readonly provider: string
  readonly receipts: ReadonlyMap<string, string | undefined>
  /** The visitor chose the recipient: that the server opens nothing is as it should be. */
  readonly hasOwnKey: boolean
}

const uploadView = (upload: Seen, context: UploadContext): TemplateResult => {
  const { id, head, size, wireName, sealedSha256, sha256 } = upload
  const claimed = context.receipts.get(sealedSha256)
  const isForVisitor = context.hasOwnKey && claimed !== undefined && sha256 === undefined
  const download = new URLSearchParams({ provider: context.provider, id })
  return html`
    <li class="upload">
      <h3><code>${id}</code></h3>
      <p class="cipher">${head.match(/.{1,4}/g)?.join(' ')} …</p>
      <dl class="facts">
        <dt>On the wire</dt>
        <dd>${numbers.format(size)} bytes, ${wireName ? html`named <code>${wireName}</code>` : 'without a name'}</dd>
        ${
          claimed === sealedSha256
            ? factView({
                name: 'Sealed',
                text: 'No: whoever has the server has the document',
                isGood: false,
              })
            : isForVisitor
              ? factView({ name: 'Sealed', text: 'for your key: the server cannot read it' })
              : openedView(upload, claimed)
        }
      </dl>
      <p class="links">
        <a href="/sealed?${download.toString()}" download>Download what arrived</a>
        ${isForVisitor ? html`<a href="/desk/" target="_blank">Open it at the desk</a>` : nothing}
      </p>
    </li>
  `
}

/** What came of it at the recipient's, and whether it is what the page says. */
const openedView = ({ facts, sha256 }: Seen, claimed: string | undefined): TemplateResult => html`
  ${facts.map(factView)}
  <dt>SHA-256 of what came out</dt>
  <dd>${sha256 ? html`<code>${sha256}</code>` : 'Nothing came out.'}</dd>
  <dt>Receipt</dt>
  <dd>${receiptView(claimed, sha256)}</dd>
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
