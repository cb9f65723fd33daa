import { afterAll, beforeAll, describe, it } from 'vitest'
import { hashBlob } from '../../../src/digest/hash.ts'
import { noneScheme } from '../../../src/seal/schemes/none.ts'
import { schemeContract } from '../scheme.ts'

const because = 'It is no seal: an integrator chose to send the original, and said why.'

schemeContract(
  {
    scheme: noneScheme(hashBlob),
    spec: async () => ({ scheme: 'none', because: 'test' }),
    open: async bytes => bytes,
    exempt: [
      { clause: 'never seals the same input to the same bytes', because },
      { clause: 'never hands back its input', because },
      { clause: 'stops when it is aborted', because: 'Up to 64 MiB it is one hash, in one step.' },
    ],
  },
  { describe, it, beforeAll, afterAll },
)
