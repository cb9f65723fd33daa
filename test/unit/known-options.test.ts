import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Transport } from '../../src/core/contracts.ts'
import { transportByName } from '../../src/providers/load.ts'
import { providers } from '../../src/providers/page.ts'

const endpoint = 'https://provider.example/api'
beforeAll(() => void vi.stubGlobal('document', { baseURI: 'https://site.example/' }))
afterAll(() => void vi.unstubAllGlobals())

describe.each(Object.keys(providers))('%s', name => {
  const make = (options: object): Promise<Transport> =>
    transportByName(name, { endpoint, ...options })

  it('takes none of the options that it does not know, and names those it does', async () => {
    await expect(make({ retries: 3 })).rejects.toMatchObject({
      code: 'misconfigured',
      message: expect.stringMatching(
        new RegExp(`^${name} has no option "retries"\\. It takes endpoint, .*authorize, origins`),
      ),
    })
  })

  it('says which option was meant', async () => {
    await expect(make({ Timeout: { answer: 1 } })).rejects.toMatchObject({
      message: expect.stringContaining('Did you mean "timeouts"?'),
    })
    await expect(make({ orgins: [] })).rejects.toMatchObject({
      message: expect.stringContaining('Did you mean "origins"?'),
    })
  })

  it('takes every option that all transports have, and an unknown one that is undefined', async () => {
    const options = { authorize: () => ({}), origins: [], timeouts: {}, retries: undefined }
    await expect(make(options)).resolves.toMatchObject({ name })
  })
})
