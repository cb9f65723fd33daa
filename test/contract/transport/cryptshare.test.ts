import { afterAll, beforeAll, describe, it } from 'vitest'
import { cryptshare } from '../../../src/providers/cryptshare/transport.ts'
import { insideOf, startSandbox } from '../../contract-tools.ts'
import { transportContract } from '../transport.ts'

transportContract(
  {
    name: 'cryptshare',
    exempt: [
      ...['empty', 'cut'].map(as => ({
        clause: `a good status with a ${as} body is "protocol", not a delivery`,
        because: 'the answer to the bytes has no body: its status alone says that they came',
      })),
      {
        clause: 'a redirect takes no secret to another origin',
        because:
          'the browser follows it and takes X-CS-ClientId along, as it does not Authorization',
      },
    ],
    async start() {
      const sandbox = await startSandbox('cryptshare')
      const { endpoint, user, clientId, recipients } = sandbox
      return {
        transport: () => cryptshare({ endpoint, user, clientId, recipients }),
        seal: { scheme: 'age', recipients: [sandbox.recipient] },
        authorize: () => ({}),
        secret: clientId,
        ...insideOf(sandbox),
      }
    },
  },
  { describe, it, beforeAll, afterAll },
)
