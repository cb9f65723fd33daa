import { type ComponentChild, createRef, h } from 'preact'
import type { Receipt } from 'sealdrop'
import type { SealDropElement } from 'sealdrop/element'
import type {} from 'sealdrop/preact'

const papers = createRef<SealDropElement>()
const receipts: Receipt[] = []

export const byProperty: ComponentChild = (
  <seal-drop
    ref={papers}
    key="papers"
    id="papers"
    className="wide"
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
    onsealdrop-add={event => event.file.name === 'x' && event.preventDefault()}
    onsealdrop-receipt={event => receipts.push(event.receipt)}
    onsealdrop-fail={({ id, error, currentTarget }) => error.retryable && currentTarget.retry(id)}
    onsealdrop-state={({ state }) => state.phase.toUpperCase()}
    onsealdrop-settled={event => event.failed.length}
    onsealdrop-reject={event => event.error.code}
  >
    <span slot="prompt">Drop them here</span>
  </seal-drop>
)

export const byAttribute: ComponentChild = (
  <seal-drop
    name="papers"
    readonly
    max-size="20MiB"
    max-files={3}
    value-format="ticket"
    worker-url="/worker.js"
  />
)

export const created: ComponentChild = h('seal-drop', { name: 'papers' })

export const wrong: readonly ComponentChild[] = [
  // @ts-expect-error: there is no such upload
  <seal-drop upload="later" />,
  // @ts-expect-error: there is no such format
  <seal-drop value-format="json" />,
  // @ts-expect-error: that is no number
  <seal-drop max-files="many" />,
  // @ts-expect-error: not a text
  <seal-drop required="yes" />,
  // @ts-expect-error: headers come from a function
  <seal-drop authorize={{ Authorization: 'Bearer x' }} />,
  // @ts-expect-error: there is no such property
  <seal-drop pigeons={3} />,
  // @ts-expect-error: what arrived is only told
  <seal-drop receipts={[]} />,
  // @ts-expect-error: the event has no such field
  <seal-drop onsealdrop-receipt={event => event.pigeon} />,
  // @ts-expect-error: a listener for another event
  <seal-drop onsealdrop-add={(event: CustomEvent) => event.detail} />,
  // @ts-expect-error: a ref to another element
  <seal-drop ref={createRef<HTMLInputElement>()} />,
]
