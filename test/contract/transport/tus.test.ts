import { afterAll, beforeAll, describe, it } from 'vitest'
import { tus } from '../../../src/providers/tus/transport.ts'
import { insideOf, startSandbox } from '../../contract-tools.ts'
import { peers, startPeer } from '../peers.ts'
import { transportContract } from '../transport.ts'

const exempt = peers.tus.exempt ?? []

transportContract(
  {
    name: 'tus, a sandbox like @tus/server,',
    exempt,
    start: () => startPeer('tus', { sandbox: { personality: 'tus-node' } }),
  },
  { describe, it, beforeAll, afterAll },
)

transportContract(
  {
    name: 'tus, the real @tus/server,',
    exempt,
    async start() {
      const server = await startSandbox('tusnode')
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
