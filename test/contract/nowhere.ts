import { afterEach, beforeEach, expect } from 'vitest'
import type { Delivery, Parcel, Transport } from '../../src/core/contracts.ts'
import { none } from '../../src/seal/named.ts'
import type { SessionOptions } from '../../src/session/session.ts'
import { openStage, pdfOf, type Stage } from './session-tools.ts'

/** Of a transport that takes three files in one request. */
export const threeTogether = { seals: ['none'], resumes: false, perRequest: 3 } as const

export const twoPdfs = (): File[] => [pdfOf(1000, 'a.pdf', 1), pdfOf(1000, 'b.pdf', 2)]

/** Sessions whose transport delivers to nowhere and takes note of what it is asked, closed after each test. */
export const openNowhere = (): ((
  change?: Partial<Transport>,
  options?: Partial<SessionOptions>,
) => Stage & { readonly sent: readonly string[] }) => {
  const stages: Stage[] = []
  afterEach(() => {
    for (const { session } of stages.splice(0)) session.close()
  })
  const deliver = ({ id }: Parcel): Delivery => ({ reference: id, facts: {} })
  return (change = {}, options = {}) => {
    const sent: string[] = []
    const transport: Transport = {
      name: 'nowhere',
      endpoint: 'https://provider.example',
      traits: { seals: ['none'], resumes: false, perRequest: 1 },
      async send(parcel) {
        sent.push('one')
        return deliver(parcel)
      },
      async sendMany(parcels) {
        sent.push(`${parcels.length} together`)
        return parcels.map(deliver)
      },
      ...change,
    }
    const { endpoint } = transport
    const seal = none('nothing leaves this page')
    const stage = openStage({ endpoint, apiKey: '' }, { transport, seal, ...options })
    stages.push(stage)
    return { ...stage, sent }
  }
}

/** Fails each test of the file that leaves a rejection unhandled. */
export const watchUnhandled = (): void => {
  const reasons: unknown[] = []
  const note = (event: PromiseRejectionEvent): void => {
    event.preventDefault()
    reasons.push(event.reason)
  }
  /** The browser reports in order: what comes before this one was unhandled before it. */
  const allReported = async (): Promise<void> => {
    const last = new Error('the last one')
    await new Promise<void>(resolve => {
      const look = ({ reason }: PromiseRejectionEvent): void => {
        if (reason !== last) return
        removeEventListener('unhandledrejection', look)
        reasons.pop()
        resolve()
      }
      addEventListener('unhandledrejection', look)
      void Promise.reject(last)
    })
    expect(reasons.splice(0)).toEqual([])
  }
  beforeEach(() => addEventListener('unhandledrejection', note))
  afterEach(async () => {
    await allReported()
    removeEventListener('unhandledrejection', note)
  })
}
