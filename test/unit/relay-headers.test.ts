import { describe, expect, test } from 'vitest'
import { answerFrom, relayTo, upstreamOf } from './relay-upstream-tools.ts'

describe('headers', () => {
  test('of the visitor go on only where the upload needs them', async () => {
    const upstream = await upstreamOf()
    const relay = relayTo(upstream.url)
    await relay.visit('PUT', '/http?secret=1', {
      body: 'sealed',
      headers: {
        Cookie: 'session=1',
        Authorization: 'Bearer of-the-site',
        'X-Key': 'forged',
        'X-Forwarded-For': '10.0.0.1',
        Forwarded: 'for=10.0.0.1',
        Referer: 'https://a/b',
        'X-HTTP-Method-Override': 'DELETE',
        'SealDrop-Ticket': 'x.y',
        'Tus-Resumable': '1',
        'Content-Type': 'application/octet-stream',
        'Accept-Encoding': 'br',
        Accept: 'application/json',
        'Accept-Language': 'de',
        'Content-Digest': 'sha-256=:x:',
      },
    })
    const [seen] = upstream.seen
    expect(seen?.path).toBe('/')
    const own = ['connection', 'host', 'transfer-encoding', 'user-agent', 'sec-fetch-mode']
    const names = Object.keys(seen?.headers ?? {}).filter(name => !own.includes(name))
    expect(names.sort()).toEqual([
      'accept',
      'accept-encoding',
      'accept-language',
      'content-digest',
      'content-type',
      'x-key',
    ])
    expect(seen?.headers).toMatchObject({
      'x-key': 'upstream-secret',
      accept: 'application/json',
      'accept-encoding': 'identity',
    })
  })

  test('of the upstream come back only where a transport reads them', async () => {
    const answer = await answerFrom((_, response) =>
      response
        .writeHead(201, {
          'Set-Cookie': ['a=1', 'b=2'],
          Server: 'nginx',
          'X-Powered-By': 'PHP',
          'Access-Control-Allow-Origin': '*',
          'Access-Control-Allow-Credentials': 'true',
          'WWW-Authenticate': 'Basic',
          'Cache-Control': 'public, max-age=28800',
          Via: 'x',
          'Content-Security-Policy': 'script-src *',
          'Clear-Site-Data': '"*"',
          Link: '</x>',
          'Content-Type': 'application/json',
          'X-RateLimit-Remaining': '9',
          Refresh: '0',
          'Service-Worker-Allowed': '/',
          'Strict-Transport-Security': 'max-age=1',
        })
        .end('{"id":"f-1"}'),
    )
    expect([...answer.headers.keys()].sort()).toEqual([
      'cache-control',
      'content-security-policy',
      'content-type',
      'sealdrop-relay',
      'sealdrop-ticket',
      'x-content-type-options',
      'x-ratelimit-remaining',
      'x-request-id',
    ])
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  test('keep an upstream’s page from being a page of the site', async () => {
    const answer = await answerFrom((_, response) =>
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<script>alert(1)</script>'),
    )
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test.each(['https://evil.example/files/1', '//evil.example/1', 'javascript:alert(1)', 'data:,x'])(
    'do not lead away: Location %s',
    async Location => {
      const answer = await answerFrom((_, response) =>
        response.writeHead(201, { Location }).end('{"id":"f-1"}'),
      )
      expect([answer.status, answer.headers.has('location')]).toEqual([201, false])
    },
  )
})
