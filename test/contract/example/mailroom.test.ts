import { afterAll, beforeAll, describe, it } from 'vitest'
import { transportContract } from '../../../src/testing/index.ts'
import { mailroom } from './mailroom.ts'
import { startMailroom } from './mailroom-server.ts'

const start = async () => {
  const server = await startMailroom()
  return {
    transport: () => mailroom({ endpoint: server.url }),
    seal: { scheme: 'age', recipients: [server.recipient] } as const,
    authorize: () => ({ Authorization: `Bearer ${server.token}` }),
    secret: server.token,
    opened: (reference: string) => server.plaintext(reference),
    count: async () => (await server.received()).length,
    traffic: server.requests,
    flip: server.flip,
    reset: server.reset,
    close: server.close,
  }
}

transportContract({ name: 'mailroom', start }, { describe, it, beforeAll, afterAll })
