import type * as bundle from '../../../src/bundle.ts'
import type { Receipt, SealSpec } from '../../../src/core/contracts.ts'

declare global {
  var SealDrop: typeof bundle
}

/** What one file is sent with. */
export interface Order {
  readonly provider: string
  readonly options: Readonly<Record<string, unknown>>
  readonly headers: Readonly<Record<string, string>>
  readonly seal?: SealSpec
  readonly seed: number
  /** Of the document, at least (1,000). */
  readonly bytes?: number
}

/** How a file ended. */
export interface Ending {
  readonly phase: string
  readonly code?: string
  readonly outcome?: string
  readonly retries: number
  readonly receipts: readonly Receipt[]
}

/** Runs in the page: sends one document in a session of its own. */
export const sendOne = async (order: Order): Promise<Ending> => {
  const { provider, options, headers, seal, seed, bytes = 1000 } = order
  const head = '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n2 0 obj\n<< /Length 0 >>\nstream\n'
  const fill = `${seed} `.repeat(bytes / 2)
  const tail = '\nendstream\nendobj\n'
  const foot = `xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n${head.length + fill.length + tail.length}\n%%EOF\n`
  const type = 'application/pdf'
  const file = new File([head, fill, tail, foot], `document-${seed}.pdf`, { type })
  const { createSession, transportByName } = SealDrop
  const session = await createSession({
    transport: await transportByName(provider as 'http', options as { endpoint: string }),
    authorize: () => headers,
    retryPolicy: { delayMs: 10, maxDelayMs: 20 },
    ...(seal && { seal }),
  })
  let retries = 0
  session.subscribe(({ state }) => {
    if (state.phase === 'retrying') retries++
  })
  session.add([file])
  const receipts = await session.finish().catch(() => [])
  const [added] = session.files
  const state = added?.state
  const error = state && 'error' in state ? state.error : undefined
  session.close()
  return {
    phase: state?.phase ?? 'none',
    ...(error && { code: error.code, outcome: String(error.outcome) }),
    retries,
    receipts,
  }
}
