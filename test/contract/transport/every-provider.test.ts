import { afterAll, beforeAll, describe, it } from 'vitest'
import { peers, providerNames, startPeer } from '../peers.ts'
import { transportContract } from '../transport.ts'

for (const name of providerNames)
  transportContract(
    { name, exempt: peers[name].exempt ?? [], start: () => startPeer(name) },
    { describe, it, beforeAll, afterAll },
  )
