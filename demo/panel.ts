import { html, nothing, render, type TemplateResult } from 'lit'
import type { DidwwSwitches, Received } from './sandbox/didww.ts'
import type { Opened } from './sandbox/didww-opening.ts'

/** One request as it ended; without a status the connection was cut. */
interface Answered {
  readonly kind: string
  readonly method: string
  readonly path: string
  readonly status: number | null
}

const MAX_ANSWERS = 6
const RETRY_AFTER_SECONDS = 3

/** Shows what the sandbox received from `sender`, as it happens, and the switches that make its life harder. */
export const showPanel = (panel: HTMLElement, sender: HTMLElement, sandbox: string): void => {
  /** SHA-256 of the originals, by reference: what the page claims to have sent. */
  const receipts = new Map<string, string | undefined>()
  let uploads: readonly Received[] = []
  let answers: readonly Answered[] = []
  let switches: Partial<DidwwSwitches> = {}
  let fingerprint = ''
  let isRotating = false

  const ask = async (door: string, body?: unknown) => {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
    return (await fetch(`${sandbox}/_sandbox/${door}`, init)).json()
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
        @click=${() => ask('switches', { dropBody: !isDropArmed() && { times: 1 } })}
      >Drop the next upload</button>
      <button
        type="button"
        aria-pressed=${isBusyArmed()}
        @click=${() =>
          ask('switches', {
            status: !isBusyArmed() && { code: 503, retryAfter: RETRY_AFTER_SECONDS, times: 1 },
          })}
      >Answer it with 503</button>
      <button type="button" aria-disabled=${isRotating} @click=${() => isRotating || rotate()}>
        ${isRotating ? 'Making new keys…' : 'Rotate the keys'}
      </button>
    </div>
    <p class="small muted">Its keys now ${fingerprintView(fingerprint)}</p>
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

  const refresh = async (): Promise<void> => {
    const [received, now, keys] = await Promise.all(
      ['received', 'switches', 'fingerprint'].map(door => ask(door)),
    )
    uploads = received
    switches = now
    fingerprint = keys.fingerprint
    draw()
  }
  const events = new EventSource(`${sandbox}/_sandbox/events`)
  const hear = <Fact>(name: string, take: (fact: Fact) => void): void =>
    events.addEventListener(name, event => {
      take(JSON.parse(event.data))
      draw()
    })
  // Also after a lost connection: what was missed is asked for.
  events.addEventListener('open', refresh)
  hear<Received>('received', upload => {
    uploads = [...uploads.filter(({ id }) => id !== upload.id), upload]
  })
  hear<Answered>('answer', answer => {
    if (answer.kind !== 'preflight') answers = [answer, ...answers].slice(0, MAX_ANSWERS)
  })
  hear<DidwwSwitches>('switches', now => {
    switches = now
  })
  hear<{ fingerprint: string }>('rotated', keys => {
    fingerprint = keys.fingerprint
  })
  hear('reset', () => {
    uploads = answers = []
  })
  sender.addEventListener('sealdrop-receipt', ({ receipt }) => {
    receipts.set(receipt.reference, receipt.sha256)
    draw()
  })
  draw()
}

const uploadView = (
  upload: Received,
  receipts: ReadonlyMap<string, string | undefined>,
): TemplateResult => {
  const { openedWithA: a, openedWithB: b, verification } = upload
  return html`
    <li class="upload">
      <h3>
        <time datetime=${upload.at}>${clock(upload.at)}</time>
        <span class=${verification.ok ? 'good' : 'bad'}>
          ${verification.ok && 'type' in a ? `Opened: ${formatOf(a.type)}` : 'Not accepted'}
        </span>
      </h3>
      <p class="cipher">${upload.head.match(/.{1,4}/g)?.join(' ')} …</p>
      <dl class="facts">
        <dt>On the wire</dt>
        <dd>${bytes(upload.size)} of ciphertext, named <code>${upload.wireName}</code></dd>
        <dt>Sealed for</dt>
        <dd>${fingerprintView(upload.fingerprint)}</dd>
        ${
          JSON.stringify(a) === JSON.stringify(b)
            ? html`<dt>Keys A and B</dt>
              <dd>${openedView(a)}</dd>`
            : html`<dt>Key A</dt>
              <dd>${openedView(a)}</dd>
              <dt>Key B</dt>
              <dd>${openedView(b)}</dd>`
        }
        <dt>Verification</dt>
        <dd class=${verification.ok ? 'good' : 'bad'}>${verification.why}</dd>
        <dt>Receipt</dt>
        <dd>${receiptView(upload, receipts)}</dd>
      </dl>
    </li>
  `
}

const fingerprintView = (fingerprint: string): TemplateResult[] =>
  fingerprint
    .split(':::')
    .map((key, index) => html`<code class="key">${index === 0 ? 'A' : 'B'} ${key}</code>`)

const openedView = (opened: Opened): TemplateResult =>
  'error' in opened
    ? html`<span class="bad">do not open it: ${opened.error}</span>`
    : html`open it to ${bytes(opened.size)}, SHA-256 <code>${opened.sha256}</code>`

const receiptView = (
  { id, openedWithA, openedWithB }: Received,
  receipts: ReadonlyMap<string, string | undefined>,
): TemplateResult => {
  const claimed = receipts.get(id)
  if (!claimed) return html`<span class="muted">This page has none for it.</span>`
  const isSame = [openedWithA, openedWithB].every(
    opened => 'sha256' in opened && opened.sha256 === claimed,
  )
  return isSame
    ? html`<span class="good">The same SHA-256, with both keys.</span>`
    : html`<span class="bad">Another SHA-256: <code>${claimed}</code></span>`
}

const answerView = ({ method, path, status }: Answered): TemplateResult => html`
  <li>
    <code>${method} ${path}</code>
    <span class=${status !== null && status < 400 ? 'good' : 'bad'}>
      ${status ?? 'connection cut'}
    </span>
  </li>
`

const FORMATS: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPG',
  'image/png': 'PNG',
}

const formatOf = (type: string): string => FORMATS[type] ?? type

const numbers = new Intl.NumberFormat('en')
const bytes = (count: number): string => `${numbers.format(count)} bytes`

const clock = (at: string): string =>
  new Date(at).toLocaleTimeString('en', { hour12: false, timeStyle: 'medium' })
