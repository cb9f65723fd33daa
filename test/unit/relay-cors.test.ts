import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { relayFor, startUpstream, type Upstream, upstreamsAt } from './relay-tools.ts'

let upstream: Upstream

beforeAll(async () => {
  upstream = await startUpstream()
})
afterAll(() => upstream.close())

const relay = (more: Parameters<typeof relayFor>[0] | object = {}) =>
  relayFor({ providers: upstreamsAt(upstream.url), ...more })

describe('pages of other origins', () => {
  const other = 'https://forms.example'
  const preflight = (origin: string) => ({
    origin,
    as: '',
    headers: {
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'authorization, x-didww-api-version',
    },
  })

  test('may ask where origins lists them, and read what a transport reads', async () => {
    const open = relay({ origins: [other] })
    const asked = await open.visit('OPTIONS', '/didww/encrypted_files', preflight(other))
    expect(asked.status).toBe(204)
    expect(asked.headers.get('access-control-allow-origin')).toBe(other)
    expect(asked.headers.get('access-control-allow-methods')).toContain('PATCH')
    expect(asked.headers.get('access-control-allow-headers')).toBe(
      'authorization, x-didww-api-version',
    )

    const answer = await open.post('/http', { origin: other })
    expect(answer.status).toBe(201)
    expect(answer.headers.get('access-control-allow-origin')).toBe(other)
    expect(answer.headers.get('vary')).toBe('Origin')
    const exposed = answer.headers.get('access-control-expose-headers')
    for (const name of ['Location', 'SealDrop-Ticket', 'Retry-After', 'Upload-Offset'])
      expect(exposed).toContain(name)
    expect(answer.headers.has('access-control-allow-credentials')).toBe(false)
  })

  test('may read the header that names the file', async () => {
    const [reference, name] = [{ header: 'X-File-Id' }, 'x-file-id']
    const open = relay({
      origins: [other],
      providers: { http: { endpoint: upstream.url, reference } },
    })
    const answer = await open.post('/http', { origin: other })
    expect(answer.headers.get('access-control-expose-headers')).toContain(name)
  })

  test('may read why they are refused', async () => {
    const answer = await relay({ origins: [other] }).post('/http', { origin: other, as: '' })
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([401, other])
  })

  test('get no permission else', async () => {
    for (const origins of [undefined, [other]]) {
      const closed = relay({ ...(origins && { origins }) })
      const asked = await closed.visit('OPTIONS', '/http', preflight('https://evil.example'))
      expect(asked.status).toBe(403)
      expect(asked.headers.has('access-control-allow-origin')).toBe(false)
    }
  })
})
