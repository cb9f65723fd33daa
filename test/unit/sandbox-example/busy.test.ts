import { afterAll, beforeAll, expect, it } from 'vitest'
import { createRelay } from '../../../src/relay/index.ts'
import { type SandboxOf, startSandbox } from '../../../src/sandbox/index.ts'

let sandbox: SandboxOf<'http'>
beforeAll(async () => {
  sandbox = await startSandbox('http')
})
afterAll(() => sandbox.close())

it('tells a visitor how long to wait while the provider is busy', async () => {
  const relay = createRelay({
    providers: { http: sandbox.upstream },
    authorize: () => ({ client: 'ada' }),
    ticketKey: 'at least 16 bytes, the same on every server',
    origin: 'https://site.example',
  })
  const upload = () => {
    const body = new FormData()
    body.set('file', new Blob(['sealed bytes']), 'document.age')
    const headers = { Origin: 'https://site.example' }
    return relay(new Request('https://site.example/relay/http', { method: 'POST', headers, body }))
  }

  sandbox.flip({ status: { code: 503, retryAfter: 5, times: 1 } })
  const refused = await upload()
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5'])

  expect((await upload()).status).toBe(201)
  expect(sandbox.received()).toMatchObject([{ wireName: 'document.age', size: 12 }])
})
