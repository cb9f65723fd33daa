import { html, nothing, type TemplateResult } from 'lit'
import type { FaultName, FaultSwitches } from '../src/sandbox/faults.ts'

const RETRY_AFTER_SECONDS = 3
const SLOW_BYTES_PER_SECOND = 65_536
/** On a connection that carried another request the browser would send it again by itself, and nobody would see a thing. */
const once = { times: 1, connection: 'fresh' } as const

/** What a visitor may have the local server do wrong. */
const faults: readonly {
  readonly text: string
  readonly name: FaultName
  readonly fault: FaultSwitches[FaultName]
}[] = [
  { text: 'Drop the next upload', name: 'dropBody', fault: once },
  { text: 'Lose the next answer', name: 'dropAnswer', fault: once },
  {
    text: 'Answer it with 503',
    name: 'status',
    fault: { code: 503, retryAfter: RETRY_AFTER_SECONDS, times: 1 },
  },
  { text: 'Answer with a web page', name: 'garble', fault: { as: 'html', times: 1 } },
  { text: 'A slow line', name: 'slow', fault: { bytesPerSecond: SLOW_BYTES_PER_SECOND } },
]

export interface FaultsModel {
  readonly switches: Partial<FaultSwitches>
  flip(switches: Partial<FaultSwitches>): void
  /** Has the provider make new keys; absent where its keys are not asked for. */
  readonly rotate: (() => void) | undefined
  readonly isRotating: boolean
}

export const faultsView = ({
  switches,
  flip,
  rotate,
  isRotating,
}: FaultsModel): TemplateResult => html`
  <div class="switches" role="group" aria-label="Make it harder">
    ${faults.map(
      ({ text, name, fault }) => html`<button
        type="button"
        aria-pressed=${Boolean(switches[name])}
        @click=${() => flip({ [name]: !switches[name] && fault })}
      >${text}</button>`,
    )}
    ${
      rotate
        ? html`<button
            type="button"
            aria-disabled=${isRotating}
            @click=${() => isRotating || rotate()}
          >${isRotating ? 'Making new keys…' : 'Rotate the keys'}</button>`
        : nothing
    }
  </div>
`
