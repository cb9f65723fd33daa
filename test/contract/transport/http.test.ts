import { afterAll, beforeAll, describe, it } from 'vitest'
import type { HttpOptions } from '../../../src/providers/http/transport.ts'
import { startPeer } from '../peers.ts'
import { transportContract } from '../transport.ts'

const because = 'The reference is in a header, which came whole; the body is not read.'
const exemptions: Readonly<Record<string, readonly { clause: string; because: string }[]>> = {
  'http, raw PUT': ['empty', 'cut'].map(as => ({
    clause: `a good status with a ${as} body is "protocol", not a delivery`,
    because,
  })),
}

const ways: Readonly<Record<string, Omit<HttpOptions, 'endpoint'>>> = {
  'http, raw PUT': { method: 'PUT', reference: { header: 'X-File-Id' } },
  'http, a function for the reference': {
    digest: false,
    field: 'document',
    fields: { folder: 'inbox' },
    reference: answer => JSON.parse(answer.text).data.id,
  },
}

for (const [name, options] of Object.entries(ways))
  transportContract(
    {
      name,
      exempt: exemptions[name] ?? [],
      start: () => startPeer('http', { options: { idempotencyKey: true, ...options } }),
    },
    { describe, it, beforeAll, afterAll },
  )
