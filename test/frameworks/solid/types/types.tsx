import type { Receipt } from 'sealdrop'
import type { SealDropElement } from 'sealdrop/element'
import type {} from 'sealdrop/solid'
import type { JSX } from 'solid-js'

let papers: SealDropElement | undefined
const receipts: Receipt[] = []

export const byProperty = (): JSX.Element => (
  <seal-drop
    ref={papers}
    id="papers"
    class="wide"
    classList={{ wide: true }}
    name="papers"
    required
    readOnly={false}
    maxSize={20_000}
    maxFiles="3"
    origins={['https://files.example']}
    options={{ describe: 'x' }}
    authorize={({ attempt }) => ({ 'X-Attempt': `${attempt}` })}
    retryPolicy={{ limit: 2 }}
    endpoint={undefined}
    pin={null}
    onChange={event => event.currentTarget.receipts.map(({ reference }) => reference)}
    on:sealdrop-add={event => event.file.name === 'x' && event.preventDefault()}
    on:sealdrop-receipt={event => receipts.push(event.receipt)}
    on:sealdrop-fail={({ id, error, currentTarget }) => error.retryable && currentTarget.retry(id)}
    on:sealdrop-state={({ state }) => state.phase.toUpperCase()}
    on:sealdrop-settled={{ handleEvent: event => event.failed.length, once: true }}
    on:sealdrop-reject={event => event.error.code}
  >
    <span slot="prompt">Drop them here</span>
  </seal-drop>
)

export const explicit = (): JSX.Element => (
  <seal-drop
    prop:authorize={() => ({})}
    prop:maxFiles={3}
    attr:max-size="20MiB"
    attr:value-format="ticket"
    bool:readonly={true}
  />
)

export const byAttribute = (): JSX.Element => (
  <seal-drop name="papers" readonly max-size="20MiB" max-files={3} worker-url="/worker.js" />
)

export const wrong = (): readonly JSX.Element[] => [
  // @ts-expect-error: there is no such upload
  <seal-drop upload="later" />,
  // @ts-expect-error: there is no such format
  <seal-drop attr:value-format="json" />,
  // @ts-expect-error: that is no number
  <seal-drop max-files="many" />,
  // @ts-expect-error: not a text
  <seal-drop required="yes" />,
  // @ts-expect-error: headers come from a function
  <seal-drop prop:authorize={{ Authorization: 'Bearer x' }} />,
  // @ts-expect-error: there is no such property
  <seal-drop pigeons={3} />,
  // @ts-expect-error: what arrived is only told
  <seal-drop receipts={[]} />,
  // @ts-expect-error: the event has no such field
  <seal-drop on:sealdrop-receipt={event => event.pigeon} />,
  // @ts-expect-error: a listener for another event
  <seal-drop on:sealdrop-add={(event: CustomEvent) => event.detail} />,
]
