import { afterAll, beforeAll, describe, it } from 'vitest'
import { dokstamp } from '../../../src/providers/dokstamp/transport.ts'
import { insideOf, startSandbox } from '../../contract-tools.ts'
import { transportContract } from '../transport.ts'

transportContract(
  {
    name: 'dokstamp',
    async start() {
      const sandbox = await startSandbox('dokstamp')
      const { endpoint, tenant } = sandbox
      return {
        transport: () => dokstamp({ endpoint, tenant }),
        seal: { scheme: 'age', recipients: [sandbox.recipient], wrap: 'pdf' },
        authorize: () => ({ Authorization: `Bearer ${sandbox.token}` }),
        secret: sandbox.token,
        ...insideOf(sandbox),
      }
    },
  },
  { describe, it, beforeAll, afterAll },
)
