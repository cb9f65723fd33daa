import { once } from 'node:events'
import { Agent, request as httpRequest } from 'node:http'
import type { Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type DidwwSandbox, startDidww } from '../../src/sandbox/didww/sandbox.ts'

// What every sandbox shares: faults, CORS, the record of the wire, the control surface. DIDWW's stands for all.

let sandbox: DidwwSandbox

beforeAll(async () => {
  sandbox = await startDidww({ modulusLength: 2048 })
})
afterEach(() => sandbox.reset())
afterAll(() => sandbox.close())

const post = (bytes = 300_000) => {
  const form = new FormData()
  form.append('encrypted_files[encryption_fingerprint]', sandbox.fingerprint)
  form.append('encrypted_files[file]', new Blob([Buffer.alloc(bytes, 'sealed ')]), 'a.enc')
  return fetch(`${sandbox.endpoint}/encrypted_files`, {
    method: 'POST',
    body: form,
    headers: { 'Api-Key': sandbox.apiKey, 'X-DIDWW-API-Version': '2026-04-16' },
    redirect: 'manual',
  })
}
const keys = () => fetch(`${sandbox.endpoint}/public_keys`)
const control = (name: string, body?: unknown) =>
  fetch(
    `${sandbox.url}/_sandbox/${name}`,
    body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) },
  )

describe('a fault', () => {
  it('cuts the connection in the middle of the body and stores nothing', async () => {
    sandbox.flip({ dropBody: { times: 1 } })
    await expect(post(8_000_000)).rejects.toThrow()
    const [seen] = sandbox.requests()
    expect(seen?.complete).toBe(false)
    expect(seen?.body.length).toBeGreaterThanOrEqual(4_000_000)
    expect(seen?.body.length).toBeLessThan(8_000_000)
    expect(sandbox.received()).toHaveLength(0)
    expect((await post()).status).toBe(201)
  })

  it('loses the answer of an upload that was stored', async () => {
    sandbox.flip({ dropAnswer: { times: 1 } })
    await expect(post()).rejects.toThrow()
    expect(sandbox.received()).toHaveLength(1)
  })

  it('meets as many requests as it was told, then stops', async () => {
    sandbox.flip({ status: { code: 503, times: 2 } })
    const statuses = [await post(), await post(), await post()].map(({ status }) => status)
    expect(statuses).toEqual([503, 503, 201])
    expect(sandbox.switches.status).toBe(false)
  })

  it('meets uploads only, unless it is aimed', async () => {
    sandbox.flip({ status: { code: 502 } })
    expect([(await post()).status, (await keys()).status]).toEqual([502, 200])
    sandbox.flip({ status: { code: 502, on: 'keys' } })
    expect([(await post()).status, (await keys()).status]).toEqual([201, 502])
    sandbox.flip({ status: { code: 502, on: 'any' } })
    expect([(await post()).status, (await keys()).status]).toEqual([502, 502])
  })

  it.each([
    [500, undefined, 'text/html; charset=utf-8'],
    [502, undefined, 'text/html; charset=utf-8'],
    [503, 2, 'text/html; charset=utf-8'],
    [504, 'Wed, 21 Oct 2026 07:28:00 GMT', 'text/html; charset=utf-8'],
    [429, 1, 'text/plain'],
    [429, undefined, 'text/plain'],
  ])('answers %d, Retry-After %s', async (code, retryAfter, type) => {
    sandbox.flip({ status: { code, ...(retryAfter !== undefined && { retryAfter }) } })
    const answer = await post()
    expect(answer.status).toBe(code)
    expect(answer.headers.get('retry-after')).toBe(
      retryAfter === undefined ? null : String(retryAfter),
    )
    expect(answer.headers.get('content-type')).toBe(type)
    expect(sandbox.received()).toHaveLength(0)
  })

  it.each([
    ['html', 'text/html; charset=utf-8', /^<!doctype html>/],
    ['empty', 'application/vnd.api+json', /^$/],
    ['cut', 'application/vnd.api+json', /^\{"data":\{"id":"[^}]*$/],
    ['wrong-type', 'text/plain', /^\{"data":\{.*\}\}$/],
  ] as const)('spoils the answer of a stored upload: %s', async (as, type, body) => {
    sandbox.flip({ garble: { as } })
    const answer = await post()
    expect([answer.status, answer.headers.get('content-type')]).toEqual([201, type])
    expect(await answer.text()).toMatch(body)
    expect(sandbox.received()).toHaveLength(1)
  })

  it('redirects to another origin, which records what comes', async () => {
    sandbox.flip({ redirect: true })
    const answer = await post()
    expect(answer.status).toBe(307)
    const location = new URL(answer.headers.get('location') ?? '')
    expect(location.origin).not.toBe(sandbox.url)
    expect((await fetch(location, { method: 'POST', body: 'x' })).status).toBe(200)
    expect(sandbox.requests().at(-1)).toMatchObject({ kind: 'elsewhere', body: Buffer.from('x') })
    expect(sandbox.received()).toHaveLength(0)
  })

  it('names another origin in Location, beside the right answer', async () => {
    sandbox.flip({ location: { times: 1 } })
    const answer = await post()
    expect(answer.status).toBe(201)
    const location = new URL(answer.headers.get('location') ?? '')
    expect(location.origin).not.toBe(sandbox.url)
    expect((await post()).headers.get('location')).toBe(null)
    expect(sandbox.received()).toHaveLength(2)
  })

  it.each(['body', 'answer'] as const)('stalls the %s until it is switched off', async at => {
    sandbox.flip({ stall: { at, times: 1 } })
    const answer = post()
    const still = await Promise.race([answer, settledElsewhere()])
    expect(still).toBe('another upload went through')
    sandbox.flip({ stall: false })
    expect((await answer).status).toBe(201)
    expect(sandbox.received()).toHaveLength(2)
  })

  /** A later request has come and gone: what still waits then is stalled. */
  const settledElsewhere = async () => {
    await vi.waitFor(() => expect(sandbox.switches.stall).toBe(false))
    expect((await post()).status).toBe(201)
    return 'another upload went through'
  }

  it.each(['body', 'answer'] as const)(
    'at the %s that is switched off before a request has got so far lets it through',
    async at => {
      sandbox.flip({ stall: { at, afterBytes: 8, times: 1 } })
      const headers = { 'content-length': '10', 'api-key': sandbox.apiKey }
      const url = `${sandbox.endpoint}/encrypted_files`
      const request = httpRequest(url, { method: 'POST', headers })
      request.flushHeaders()
      await vi.waitFor(() => expect(sandbox.switches.stall).toBe(false))
      sandbox.flip({ stall: false })
      request.end('no form...')
      const [answer] = await once(request, 'response')
      expect(answer.resume().statusCode).toBe(400)
    },
  )

  it('that stalls ends with a reset, and nothing is stored', async () => {
    sandbox.flip({ stall: { times: 1 } })
    const answer = post()
    await vi.waitFor(() => expect(sandbox.switches.stall).toBe(false))
    await vi.waitFor(() => expect(sandbox.requests()).toHaveLength(1))
    sandbox.reset()
    // Cut, but not before its first bytes: without any, a browser would send it again, after the reset.
    const { status, body } = await answer
    expect(status).toBe(503)
    await expect(new Response(body).text()).rejects.toThrow()
    expect(sandbox.received()).toHaveLength(0)
  })

  it('slows the body down', async () => {
    sandbox.flip({ slow: { bytesPerSecond: 2_000_000 } })
    const start = performance.now()
    expect((await post(600_000)).status).toBe(201)
    expect(performance.now() - start).toBeGreaterThan(250)
  })

  it('that does not exist is an error, not silence', async () => {
    expect(() => sandbox.flip({ dropp: true } as object)).toThrow(/no switch "dropp"/)
    const answer = await control('switches', { dropp: true })
    expect(answer.status).toBe(400)
  })
})

describe('a connection', () => {
  /** One request on a connection that is kept, as browsers keep theirs: what came back, or why nothing did. */
  const ask = (agent: Agent): Promise<string> =>
    new Promise(resolve => {
      const request = httpRequest(`${sandbox.endpoint}/public_keys`, { agent })
      request.on('error', ({ message }) => resolve(message))
      request.on('response', answer => {
        answer.on('error', ({ message }) => resolve(`${answer.statusCode}, then ${message}`))
        // The agent has its connection back one turn after the end.
        answer.resume().on('end', () => setImmediate(resolve, `${answer.statusCode}`))
      })
      request.end()
    })
  const connections = () => sandbox.requests().map(({ connection }) => connection)
  let agent: Agent
  beforeEach(() => {
    agent = new Agent({ keepAlive: true, maxSockets: 1 })
  })
  afterEach(() => agent.destroy())

  it('stays alive', async () => {
    expect([await ask(agent), await ask(agent), await ask(agent)]).toEqual(['200', '200', '200'])
    expect(connections()).toEqual(['fresh', 'used', 'used'])
  })

  it('that is idle can be closed', async () => {
    await ask(agent)
    await closed(() => sandbox.closeIdleConnections())
    await ask(agent)
    await closed(() => control('close-idle-connections', {}))
    await ask(agent)
    expect(connections()).toEqual(['fresh', 'fresh', 'fresh'])
  })

  it('that is used meets what is aimed at used ones', async () => {
    sandbox.flip({ dropAnswer: { on: 'keys', connection: 'used', times: 1 } })
    expect(await ask(agent)).toBe('200')
    expect(await ask(agent)).toMatch(/hang up|ECONNRESET/)
    expect(await ask(agent)).toBe('200')
    expect(connections()).toEqual(['fresh', 'used', 'fresh'])
  })

  it('is fresh as long as a fault waits for a fresh one', async () => {
    await ask(agent)
    await closed(() =>
      sandbox.flip({ dropAnswer: { on: 'keys', connection: 'fresh', after: 2, times: 1 } }),
    )
    expect([await ask(agent), await ask(agent)]).toEqual(['200', '200'])
    expect(await ask(agent)).toMatch(/hang up|ECONNRESET/)
    expect([await ask(agent), await ask(agent)]).toEqual(['200', '200'])
    expect(connections()).toEqual(['fresh', 'fresh', 'fresh', 'fresh', 'fresh', 'used'])
  })

  it('ends in the middle of an answer', async () => {
    sandbox.flip({ dropAnswer: { on: 'keys', afterBytes: 12, times: 1 } })
    expect(await ask(agent)).toMatch(/hang up|ECONNRESET/)
    sandbox.flip({ dropAnswer: { on: 'keys', afterBytes: 1000, times: 1 } })
    expect(await ask(agent)).toBe('200, then aborted')
  })

  /** Does it, and waits until the agent knows that its connection is gone. */
  const closed = async (close: () => unknown): Promise<void> => {
    const [[socket]] = Object.values(agent.freeSockets) as [[Socket]]
    await Promise.all([once(socket, 'close'), close()])
  }
})

describe('CORS', () => {
  const preflight = () =>
    fetch(`${sandbox.endpoint}/encrypted_files`, {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://site.example',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'api-key,x-didww-api-version',
      },
    })

  it('lets every origin send what an upload needs and read Retry-After', async () => {
    const answer = await preflight()
    expect(answer.status).toBe(204)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('access-control-allow-methods')).toContain('POST')
    const allowed = answer.headers.get('access-control-allow-headers')?.toLowerCase()
    expect(allowed).toContain('api-key')
    expect(allowed).toContain('x-didww-api-version')
    sandbox.flip({ status: { code: 503, retryAfter: 1 } })
    expect((await post()).headers.get('access-control-expose-headers')).toBe('Retry-After')
  })

  it('as it was recorded does not allow the version header', async () => {
    sandbox.flip({ cors: 'recorded' })
    const allowed = (await preflight()).headers.get('access-control-allow-headers')?.toLowerCase()
    expect(allowed).toContain('api-key')
    expect(allowed).not.toContain('x-didww-api-version')
  })

  it('can be off, for preflights and answers; the control surface stays open', async () => {
    sandbox.flip({ cors: 'off' })
    const answers = [await preflight(), await keys(), await post()]
    expect(answers[0]?.status).toBe(404)
    expect(answers.map(({ headers }) => headers.get('access-control-allow-origin'))).toEqual([
      null,
      null,
      null,
    ])
    expect((await control('received')).headers.get('access-control-allow-origin')).toBe('*')
  })
})

describe('the record of the wire', () => {
  it('has every byte of every request, preflights too', async () => {
    await keys()
    await post(100_000)
    const [first, second] = sandbox.requests()
    expect(first).toMatchObject({ kind: 'keys', method: 'GET', path: '/v3/public_keys' })
    expect(second).toMatchObject({
      kind: 'upload',
      method: 'POST',
      path: '/v3/encrypted_files',
      headers: { 'api-key': sandbox.apiKey },
      complete: true,
    })
    expect(second?.body.includes(sandbox.fingerprint)).toBe(true)
    expect(second?.body.includes(Buffer.alloc(100_000, 'sealed '))).toBe(true)
  })

  it('shows that the client hung up', async () => {
    const request = httpRequest(`${sandbox.endpoint}/encrypted_files`, {
      method: 'POST',
      headers: { 'Content-Length': 20_000_000 },
    })
    request.once('error', () => {})
    // What the system has taken before that arrives.
    request.write(Buffer.alloc(100_000), () => request.destroy())
    await vi.waitFor(() => expect(sandbox.requests()[0]?.body.length).toBeGreaterThan(0))
    expect(sandbox.requests()[0]?.complete).toBe(false)
    expect(sandbox.received()).toHaveLength(0)
  })

  it('keeps no more than 64 MiB of a request', async () => {
    const status = await new Promise(resolve => {
      const request = httpRequest(`${sandbox.endpoint}/encrypted_files`, { method: 'POST' })
      request.on('response', answer => resolve(answer.statusCode))
      request.on('error', () => resolve('hung up'))
      const chunk = Buffer.alloc(1_048_576)
      let left = 66
      const more = (): void => {
        left -= 1
        if (left > 0) request.write(chunk, more)
        else request.end()
      }
      more()
    })
    expect([413, 'hung up']).toContain(status)
    expect(sandbox.requests()[0]?.complete).toBe(false)
  })
})

describe('the control surface', () => {
  it('shows what was received, and no document', async () => {
    await post()
    const answer = await control('received')
    const received = await answer.json()
    expect(received).toEqual(JSON.parse(JSON.stringify(sandbox.received())))
    expect(received).toHaveLength(1)
    const requests = await (await control('requests')).json()
    expect(requests).toMatchObject([{ kind: 'upload', complete: true }])
    expect(requests[0]).not.toHaveProperty('body')
  })

  it('flips switches, rotates keys and resets', async () => {
    const flipped = await (await control('switches', { status: { code: 503, times: 1 } })).json()
    expect(flipped.status).toEqual({ code: 503, times: 1 })
    expect(await (await control('switches')).json()).toEqual(flipped)
    expect((await post()).status).toBe(503)

    const old = sandbox.fingerprint
    const { fingerprint } = await (await control('rotate', {})).json()
    expect(fingerprint).toBe(sandbox.fingerprint)
    expect(fingerprint).not.toBe(old)

    sandbox.flip({ legacy: true })
    await post()
    expect((await control('reset', {})).status).toBe(200)
    expect(sandbox.switches.legacy).toBe(false)
    expect([...sandbox.received(), ...sandbox.requests()]).toEqual([])
  })

  it('is not part of the API: it is not recorded and no fault meets it', async () => {
    sandbox.flip({ status: { code: 500, on: 'any' }, cors: 'off' })
    expect((await control('received')).status).toBe(200)
    expect((await control('nothing')).status).toBe(404)
    expect(sandbox.requests()).toEqual([])
  })

  it('tells whoever listens about requests and uploads', async () => {
    const stop = new AbortController()
    const stream = await fetch(`${sandbox.url}/_sandbox/events`, { signal: stop.signal })
    expect(stream.headers.get('content-type')).toBe('text/event-stream')
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
    await post()
    let heard = ''
    while (!/event: received\ndata: .*\n\n/.test(heard))
      heard += (await reader?.read())?.value ?? expect.fail('The stream ended.')
    const [, data = ''] = /event: received\ndata: (.*)\n\n/.exec(heard) ?? []
    expect(JSON.parse(data)).toEqual(JSON.parse(JSON.stringify(sandbox.received()[0])))
    expect(heard).toContain('event: request\ndata: {"kind":"upload"')
    expect(heard).toMatch(/event: answer\ndata: \{"kind":"upload".*"status":201\}/)
    stop.abort()
  })
})

it('close ends whatever is under way', async () => {
  const other = await startDidww({ modulusLength: 2048 })
  other.flip({ stall: { on: 'keys' } })
  const stalled = fetch(`${other.endpoint}/public_keys`)
  const events = await fetch(`${other.url}/_sandbox/events`)
  await vi.waitFor(() => expect(other.requests()).toHaveLength(1))
  await other.close()
  await expect(stalled).rejects.toThrow()
  await expect(events.text()).rejects.toThrow('terminated')
  await expect(fetch(other.endpoint)).rejects.toThrow()
})
