import { afterAll, beforeAll, describe, it } from 'vitest'
import { type DidwwVersion, didww } from '../../../src/transport/didww.ts'
import { startSandbox } from '../../contract-tools.ts'
import { transportContract } from '../transport.ts'

const versions: readonly DidwwVersion[] = ['2026-04-16', '2026-11-19', '2022-05-10']

for (const version of versions)
  transportContract(
    {
      name: `didww ${version}`,
      async start() {
        const sandbox = await startSandbox('didww', { modulusLength: 2048 })
        const takesTokens = version === '2026-11-19'
        const secret = takesTokens ? await sandbox.issueToken() : sandbox.apiKey
        return {
          transport: () => didww({ endpoint: sandbox.endpoint, version }),
          authorize: () =>
            takesTokens ? { Authorization: `Bearer ${secret}` } : { 'Api-Key': secret },
          secret,
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
