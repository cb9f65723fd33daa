import { afterAll, beforeAll, describe, it } from 'vitest'
import { privasfer } from '../../../src/providers/privasfer/transport.ts'
import { insideOf, startSandbox } from '../../contract-tools.ts'
import { transportContract } from '../transport.ts'

for (const wrap of [undefined, 'pdf'] as const)
  transportContract(
    {
      name: wrap ? 'privasfer, age in a PDF' : 'privasfer',
      async start() {
        const sandbox = await startSandbox('privasfer')
        return {
          transport: () => privasfer({ endpoint: sandbox.endpoint }),
          seal: { scheme: 'age', recipients: [sandbox.recipient], ...(wrap && { wrap }) },
          authorize: () => ({ Authorization: `Bearer ${sandbox.token}` }),
          secret: sandbox.token,
          ...insideOf(sandbox),
        }
      },
    },
    { describe, it, beforeAll, afterAll },
  )
