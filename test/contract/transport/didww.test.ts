import { afterAll, beforeAll, describe, it } from 'vitest'
import { type DidwwVersion, didww } from '../../../src/providers/didww/transport.ts'
import { insideOf, startSandbox } from '../../contract-tools.ts'
import { transportContract } from '../transport.ts'

const versions: readonly DidwwVersion[] = ['2026-04-16', '2026-11-19', '2022-05-10']

const takesTokens = (version: DidwwVersion): boolean => version === '2026-11-19'
const redirected = {
  clause: 'a redirect takes no secret to another origin',
  because: 'the browser follows it and takes Api-Key along, as it does not Authorization',
}

for (const version of versions)
  transportContract(
    {
      name: `didww ${version}`,
      exempt: takesTokens(version) ? [] : [redirected],
      async start() {
        const sandbox = await startSandbox('didww', { modulusLength: 2048 })
        const secret = takesTokens(version) ? await sandbox.issueToken() : sandbox.apiKey
        return {
          transport: () => didww({ endpoint: sandbox.endpoint, version }),
          authorize: () =>
            takesTokens(version) ? { Authorization: `Bearer ${secret}` } : { 'Api-Key': secret },
          secret,
          ...insideOf(sandbox),
        }
      },
    },
    { describe, it, beforeAll, afterAll },
  )
