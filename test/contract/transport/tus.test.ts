import { afterAll, beforeAll, describe, it } from 'vitest'
import { tus } from '../../../src/providers/tus/transport.ts'
import { insideOf, startSandbox } from '../../contract-tools.ts'
import { transportContract } from '../transport.ts'

const exempt = (['empty', 'cut'] as const).map(as => ({
  clause: `a good status with a ${as} body is "protocol", not a delivery`,
  because: 'what counts in tus is in headers, which came whole; answers have no body',
}))

const servers = {
  'our own to the letter of tus 1.0.0': () => startSandbox('tus', { personality: 'spec' }),
  'our own like @tus/server': () => startSandbox('tus', { personality: 'tus-node' }),
  'the real @tus/server': () => startSandbox('tusnode'),
} as const

for (const [name, start] of Object.entries(servers))
  transportContract(
    {
      name: `tus, ${name},`,
      exempt,
      async start() {
        const server = await start()
        return {
          transport: () => tus({ endpoint: server.endpoint }),
          seal: { scheme: 'age', recipients: [server.recipient] },
          authorize: () => ({ Authorization: `Bearer ${server.token}` }),
          secret: server.token,
          ...insideOf(server),
        }
      },
    },
    { describe, it, beforeAll, afterAll },
  )
