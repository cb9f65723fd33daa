import { afterAll, beforeAll, describe, it } from 'vitest'
import { type HttpOptions, http } from '../../../src/providers/http/transport.ts'
import { insideOf, startSandbox } from '../../contract-tools.ts'
import { transportContract } from '../transport.ts'

const because = 'The reference is in a header, which came whole; the body is not read.'
const exemptions: Readonly<Record<string, readonly { clause: string; because: string }[]>> = {
  'http, raw PUT': ['empty', 'cut'].map(as => ({
    clause: `a good status with a ${as} body is "protocol", not a delivery`,
    because,
  })),
}

const ways: Readonly<Record<string, Omit<HttpOptions, 'endpoint'>>> = {
  'http, multipart POST': { reference: { json: 'data.id' } },
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
      async start() {
        const sandbox = await startSandbox('http')
        return {
          transport: () => http({ endpoint: sandbox.endpoint, ...options }),
          seal: { scheme: 'age', recipients: [sandbox.recipient] },
          authorize: () => ({ Authorization: `Bearer ${sandbox.token}` }),
          secret: sandbox.token,
          ...insideOf(sandbox),
        }
      },
    },
    { describe, it, beforeAll, afterAll },
  )
