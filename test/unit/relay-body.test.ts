import { createServer } from 'node:http'
import { createRequestListener } from '@remix-run/node-fetch-server'
import { describe, expect, test } from 'vitest'
import { limitBytes } from '../../src/relay/body.ts'
import { awaited, closed, listening, relayFor, SITE } from './relay-tools.ts'
import { open, relayTo, upstreamOf } from './relay-upstream-tools.ts'

describe('a body', () => {
  const received = async (handle: (chunk: Buffer) => void) => {
    const ended: string[] = []
    const server = createServer((request, response) => {
      request.on('data', handle)
      request.on('error', () => ended.push('cut'))
      request.on('end', () => {
        ended.push('whole')
        response.writeHead(201).end('{"id":"f-1"}')
      })
    })
    open.push(() => closed(server))
    return { url: await listening(server), ended }
  }

  test('streams: the upstream sees the first bytes before the visitor sends the last', async () => {
    const { promise: first, resolve } = awaited<string>()
    const { url } = await received(chunk => resolve(chunk.toString()))
    const body = new ReadableStream({
      async start(controller) {
        controller.enqueue(new TextEncoder().encode('first'))
        // Nothing more is sent until the upstream has these.
        controller.enqueue(new TextEncoder().encode(` ${await first}`))
        controller.close()
      },
    })
    expect((await relayTo(url).visit('PUT', '/http', { body })).status).toBe(201)
    expect(await first).toBe('first')
  })

  test('that is read before it goes on does not keep the relay waiting', async () => {
    const { url, seen } = await upstreamOf()
    const relay = relayFor({
      providers: {
        cryptshare: {
          endpoint: url,
          user: 'forms@example.org',
          clientId: 'c'.repeat(50),
          recipients: { to: ['a@b.example'] },
        },
      },
      upstreamTimeoutMs: 100,
    })
    const body = new ReadableStream({
      start: controller => controller.enqueue(new TextEncoder().encode('{')),
    })
    const answer = await relay.visit('POST', '/cryptshare/users/me/transfer-policy', { body })
    expect([answer.status, seen]).toEqual([504, []])
  })

  test('that the visitor does not finish never counts as whole', async () => {
    for (const headers of [{}, { 'Content-Length': '11' }]) {
      const { promise: first, resolve } = awaited()
      const { url, ended } = await received(() => resolve())
      const body = new ReadableStream({
        async start(controller) {
          controller.enqueue(new TextEncoder().encode('first'))
          await first
          controller.error(new Error('The visitor left.'))
        },
      })
      expect((await relayTo(url).visit('PUT', '/http', { body, headers })).status).toBe(502)
      await expect.poll(() => ended).toEqual(['cut'])
    }
  })

  test('of just as many bytes as are allowed goes on, with its length', async () => {
    const { url, seen } = await upstreamOf()
    const relay = relayTo(url, { maxBytes: 12 })
    const headers = { 'Content-Length': '12' }
    const answer = await relay.visit('PUT', '/http', { body: 'sealed bytes', headers })
    expect(answer.status).toBe(201)
    expect(seen).toMatchObject([{ body: 'sealed bytes', headers: { 'content-length': '12' } }])
  })

  test.each(['x6', '6x', '-6', '6.0', '1'.repeat(16)])(
    'whose length is none goes on without one: %s',
    async length => {
      const { url, seen } = await upstreamOf()
      const headers = { 'Content-Length': length }
      const answer = await relayTo(url).visit('PUT', '/http', { body: 'sealed', headers })
      expect([answer.status, seen[0]?.body]).toEqual([201, 'sealed'])
      expect(seen[0]?.headers).not.toHaveProperty('content-length')
    },
  )

  test.each([
    ['shorter', '12'],
    ['longer', '10'],
  ])('that is %s than it said never counts as whole', async (_, length) => {
    const { url, ended } = await received(() => {})
    const headers = { 'Content-Length': length }
    const body = new Blob(['hello world']).stream()
    expect((await relayTo(url).visit('PUT', '/http', { body, headers })).status).toBe(502)
    expect(ended).not.toContain('whole')
  })

  test.each([10, 12])(
    'of 11 bytes that said %d breaks off in every runtime, whatever its fetch counts',
    async length => {
      const why: unknown[] = []
      const { stream, over } = limitBytes(new Blob(['hello world']).stream().getReader(), {
        maxBytes: 100,
        length,
        onBytes: () => {},
        onFailure: error => why.push(error),
      })
      await expect(new Response(stream).text()).rejects.toThrow()
      await over
      expect(why).toEqual([undefined])
    },
  )

  test('is let go when the visitor leaves', async () => {
    const { promise: first, resolve } = awaited()
    const { url, ended } = await received(() => resolve())
    const own = createServer(createRequestListener(relayTo(url).handle))
    const relay = await listening(own)
    open.push(() => closed(own))
    const leaving = new AbortController()
    const body = new ReadableStream({
      start: controller => controller.enqueue(new TextEncoder().encode('first')),
    })
    const headers = { Origin: SITE, 'X-Visitor': 'ada' }
    const init = { method: 'PUT', headers, body, duplex: 'half', signal: leaving.signal }
    const asked = fetch(`${relay}/relay/http`, init)
    await first
    leaving.abort()
    await expect(asked).rejects.toThrow()
    await expect.poll(() => ended).toEqual(['cut'])
  })
})
