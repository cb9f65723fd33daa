import { expect, test } from 'vitest'
import { createSigner } from '../../src/core/relay/sign.ts'
import { createSignedIds } from '../../src/core/relay/signed-ids.ts'
import { createMetrics, type LogEntry, type StartEntry } from '../../src/relay/index.ts'
import { operations } from './relay-all-operations.ts'
import { bucketAt, relayFor, TICKET_KEY, upstreamsAt } from './relay-tools.ts'
import { upstreamOf } from './relay-upstream-tools.ts'

const FILE = 'canary-of-the-file.pdf'
const SECRETS = [
  'didww-secret-key',
  'privasfer-secret',
  'stamp-secret',
  'tus-secret-of-twenty-letters',
  'c'.repeat(50),
  's3-secret-access-key',
]
/** What a visitor sends, wherever it can. */
const SENT = {
  Cookie: 'session=canary-of-the-cookie',
  Authorization: 'Bearer canary-of-the-login',
  'SealDrop-Ticket': 'canary-of.the-ticket',
  'Idempotency-Key': '"canary-of-the-key"',
  'Upload-Metadata': `filename ${btoa(FILE)}`,
  'Upload-Length': '10',
  'Upload-Offset': '0',
  'Tus-Resumable': '1.0.0',
  'Content-Disposition': `attachment; filename="${FILE}"`,
  tracestate: 'site=canary-of-the-state',
}

/** Of all that an operator reads, no word. */
const NEVER = [
  ...['file', 'cookie', 'login', 'key', 'state', 'id', 'query', 'path'].map(
    what => `canary-of-the-${what}`,
  ),
  'canary-of.the-ticket',
  btoa(FILE),
  ...SECRETS,
]

test.each<[string, Parameters<typeof upstreamOf>[0] | undefined]>([
  ['answers', undefined],
  [
    'answers with all it was sent',
    (request, response, body) => {
      const said = JSON.stringify({
        ...request.headers,
        url: request.url,
        body: body.slice(0, 200),
      })
      response.writeHead(500, { 'X-Request-Id': 'canary-of-the-id' }).end(said)
    },
  ],
  ['hangs up', (_, response) => response.destroy()],
  [
    'redirects',
    (request, response) =>
      response.writeHead(302, { Location: `/canary-of-the-path?${request.url}` }).end(),
  ],
])(
  'no event and no metric holds a name, key, path or token, where the provider %s',
  async (_, handler) => {
    const { url } = await upstreamOf(handler)
    const metrics = createMetrics()
    const events: (LogEntry | StartEntry)[] = []
    const allow: Record<string, string[]> = {}
    for (const { path, operation } of operations) {
      const name = path.split('/')[1] ?? ''
      allow[name] = [...(allow[name] ?? []), operation]
    }
    let isThrowing = false
    const relay = relayFor({
      providers: {
        ...upstreamsAt(url),
        tus: { endpoint: `${url}/tus`, headers: { Authorization: SECRETS[3] ?? '' } },
        s3: bucketAt(url),
      },
      allow,
      authorize: ({ url, headers }) => {
        if (!isThrowing) return { client: 'ada' }
        const { pathname, search } = new URL(url)
        throw new Error(`${url} ${pathname} ${search} ${JSON.stringify([...headers])}`)
      },
      log: entry => {
        events.push(entry)
        metrics.log(entry)
      },
      onStart: entry => {
        events.push(entry)
        metrics.onStart(entry)
      },
    })
    const ids = createSignedIds(createSigner(TICKET_KEY), 'none')
    const signed = await ids.sign('canary-of-the-id', 'ada')
    for (isThrowing of [false, true])
      for (const { method, path } of operations) {
        const asked = path.replace('SIGNED', signed).replace(/\/[fmk]-1\b/, '/canary-of-the-id')
        const canRead = method === 'GET' || method === 'HEAD'
        const form = new FormData()
        form.set('file', new Blob(['canary-of-the-file']), FILE)
        await relay.visit(method, `${asked}?canary-of-the-query=canary-of-the-query`, {
          headers: SENT,
          ...(!canRead && { body: form }),
        })
        await relay.visit(method, `/${FILE}/canary-of-the-path`, { headers: SENT })
      }
    const seen = JSON.stringify(events) + metrics.text()
    expect(events.length).toBe(operations.length * 8)
    expect(NEVER.filter(word => seen.includes(word))).toEqual([])
    expect(seen).not.toContain(signed)
    // Nor is a visitor told what failed, or a secret.
    const answers = await relay.answeredSoFar()
    expect(SECRETS.filter(word => answers.includes(word))).toEqual([])
    expect(answers).not.toMatch(/ECONN|UND_ERR|"stack"|"cause"/)
  },
)
