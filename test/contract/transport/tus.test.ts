import { afterAll, beforeAll, describe, it } from 'vitest'
import { tus } from '../../../src/transport/tus.ts'
import { startSandbox } from '../../contract-tools.ts'
import { transportContract } from '../transport.ts'

const exempt = (['empty', 'cut'] as const).map(as => ({
  clause: `a good status with a ${as} body is "protocol", not a delivery`,
  because: 'what counts in tus is in headers, which came whole; answers have no body',
}))

for (const personality of ['spec', 'tus-node'] as const)
  transportContract(
    {
      name: `tus, a server of kind ${personality}`,
      exempt,
      async start() {
        const sandbox = await startSandbox('tus', { personality })
        return {
          transport: () => tus({ endpoint: sandbox.endpoint }),
          seal: { scheme: 'age', recipients: [sandbox.recipient] },
          authorize: () => ({ Authorization: `Bearer ${sandbox.token}` }),
          secret: sandbox.token,
          opened: url => sandbox.plaintext(url),
          count: async () => (await sandbox.received()).length,
          traffic: sandbox.requests,
          flip: sandbox.flip,
          reset: sandbox.reset,
          close: sandbox.close,
        }
      },
    },
    { describe, it, beforeAll, afterAll },
  )
