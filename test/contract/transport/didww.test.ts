import { afterAll, beforeAll, describe, it } from 'vitest'
import { didww } from '../../../src/transport/didww.ts'
import { startSandbox } from '../../contract-tools.ts'
import { transportContract } from '../transport.ts'

transportContract(
  {
    name: 'didww',
    async start() {
      const sandbox = await startSandbox('didww', { modulusLength: 2048 })
      return {
        transport: () => didww({ endpoint: sandbox.endpoint }),
        authorize: () => ({ 'Api-Key': sandbox.apiKey }),
        secret: sandbox.apiKey,
        opened: id => sandbox.plaintext(id),
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
