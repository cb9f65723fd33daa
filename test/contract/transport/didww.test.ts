import { afterAll, beforeAll, describe, it } from 'vitest'
import { didww } from '../../../src/providers/didww/transport.ts'
import { insideOf, startSandbox } from '../../contract-tools.ts'
import { peers, startPeer, storedTwice } from '../peers.ts'
import { transportContract } from '../transport.ts'

transportContract(
  {
    name: 'didww 2022-05-10',
    exempt: peers.didww.exempt ?? [],
    start: () => startPeer('didww', { options: { version: '2022-05-10' } }),
  },
  { describe, it, beforeAll, afterAll },
)

transportContract(
  {
    name: 'didww 2026-11-19, with an access token',
    exempt: [storedTwice],
    async start() {
      const sandbox = await startSandbox('didww', { modulusLength: 2048 })
      const secret = await sandbox.issueToken()
      return {
        transport: () => didww({ endpoint: sandbox.endpoint, version: '2026-11-19' }),
        authorize: () => ({ Authorization: `Bearer ${secret}` }),
        secret,
        ...insideOf(sandbox),
      }
    },
  },
  { describe, it, beforeAll, afterAll },
)
