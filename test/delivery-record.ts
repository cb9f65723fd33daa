type SealDrop = HTMLElementTagNameMap['seal-drop']

const EVENTS = [
  'sealdrop-add',
  'sealdrop-reject',
  'sealdrop-state',
  'sealdrop-receipt',
  'sealdrop-fail',
  'sealdrop-settled',
  'input',
  'change',
]

/** What events of ours carry. What else an event has is the platform's. */
const CARRIED = ['id', 'file', 'state', 'error', 'receipt', 'receipts', 'failed']

/** What a value is made of, as text; `*` is frozen. The facts of a provider are its own, and so is what an error knows of it. */
const shapeOf = (value: unknown): string => {
  if (value instanceof Error) return `${value.name} ${'code' in value ? value.code : ''}`
  if (value instanceof File) return 'File'
  if (typeof value !== 'object' || value === null) return typeof value
  const star = Object.isFrozen(value) ? '*' : ''
  if (Array.isArray(value)) return `${star}[${value.map(shapeOf).join(', ')}]`
  const parts = Object.entries(value).map(([key, part]) => {
    if (key === 'phase') return part
    if (key === 'facts') return Object.isFrozen(part) ? 'facts*' : key
    return typeof part === 'object' ? `${key}: ${shapeOf(part)}` : key
  })
  return `${star}{${parts.join(' ')}}`
}

const lineOf = (event: Event): string => {
  const { type, bubbles, composed, cancelable } = event
  const flags = { bubbles, composed, cancelable }
  const own = Object.entries(event).filter(([key]) => CARRIED.includes(key))
  return [
    type,
    event.constructor.name,
    ...Object.entries(flags).flatMap(([name, isSet]) => (isSet ? name : [])),
    ...own.map(([key, value]) => `${key}=${shapeOf(value)}`),
  ].join(' ')
}

/** What the page hears while something happens to the element, and what that holds in the end. Progress is left out. */
export const recordOf = async (
  element: SealDrop,
  act: () => Promise<unknown>,
): Promise<readonly string[]> => {
  const record: string[] = []
  const note = (event: Event): void => {
    const line = lineOf(event)
    if (record.at(-1) !== line) record.push(line)
  }
  for (const type of EVENTS) document.addEventListener(type, note)
  try {
    await act()
  } finally {
    for (const type of EVENTS) document.removeEventListener(type, note)
  }
  const { files, receipts, value } = element
  return [
    ...record,
    `files ${shapeOf(files)}`,
    `receipts ${shapeOf(receipts)}`,
    `value ${value === '' ? 'empty' : value.split('\n').length}`,
  ]
}

const RECEIPT =
  '*{transport reference size name type remarks: *[] sha256 sealed: *{scheme size sha256 recipients: *[string] authenticated} sentAt facts*}'
const FORBIDDEN = '{failed error: SealDropError forbidden}'
const WRONG_TYPE = '{refused error: SealDropError wrong-type}'

const inState = (...states: readonly string[]): string[] =>
  states.map(
    state => `sealdrop-state SealDropStateEvent bubbles composed id=string state=*${state}`,
  )
const listed = (state: string): string =>
  `[*{id file: File name addedAt size type remarks: *[] state: *${state}}]`

const CHOSEN = [
  'sealdrop-add SealDropAddEvent bubbles composed cancelable file=File',
  ...inState('{waiting}', '{checking}'),
  'input Event bubbles composed',
]
const SENT = inState(
  '{ready}',
  '{sealing done total}',
  '{sending done total}',
  '{sending done total mayHaveArrived}',
  '{confirming}',
)

/** The records of real files that went to a real server from Chromium. Fakes are held to them, there and everywhere. */
export const DELIVERED: readonly string[] = [
  ...CHOSEN,
  ...SENT,
  ...inState(`{done receipt: ${RECEIPT}}`),
  `sealdrop-receipt SealDropReceiptEvent bubbles composed receipt=${RECEIPT}`,
  'input Event bubbles composed',
  'change Event bubbles',
  `sealdrop-settled SealDropSettledEvent bubbles composed receipts=*[${RECEIPT}] failed=[]`,
  `files *${listed(`{done receipt: ${RECEIPT}}`)}`,
  `receipts *[${RECEIPT}]`,
  'value 1',
]
export const REFUSED: readonly string[] = [
  ...CHOSEN,
  ...inState(WRONG_TYPE),
  'sealdrop-reject SealDropRejectEvent bubbles composed id=string file=File error=SealDropError wrong-type',
  'sealdrop-settled SealDropSettledEvent bubbles composed receipts=*[] failed=[]',
  `files *${listed(WRONG_TYPE)}`,
  'receipts *[]',
  'value empty',
]
export const FAILED: readonly string[] = [
  ...CHOSEN,
  ...SENT,
  ...inState(FORBIDDEN),
  'sealdrop-fail SealDropFailEvent bubbles composed id=string error=SealDropError forbidden',
  `sealdrop-settled SealDropSettledEvent bubbles composed receipts=*[] failed=${listed(FORBIDDEN)}`,
  `files *${listed(FORBIDDEN)}`,
  'receipts *[]',
  'value empty',
]
