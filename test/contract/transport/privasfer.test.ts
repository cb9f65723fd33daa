import { afterAll, beforeAll, describe, it } from 'vitest'
import { startPeer } from '../peers.ts'
import { transportContract } from '../transport.ts'

transportContract(
  { name: 'privasfer, age in a PDF', start: () => startPeer('privasfer', { wrap: 'pdf' }) },
  { describe, it, beforeAll, afterAll },
)
