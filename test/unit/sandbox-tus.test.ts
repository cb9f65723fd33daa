import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTus, type TusSandbox } from '../../src/sandbox/tus/sandbox.ts'
import { startTusnode, type TusNode } from '../contract/tus-node.ts'

let sandbox: TusSandbox
let real: TusNode
beforeAll(async () => {
  sandbox = await startTus()
  real = await startTusnode()
})
beforeEach(async () => {
  sandbox.reset()
  await real.reset()
})
afterAll(async () => {
  await sandbox.close()
  await real.close()
})

type Headers = Readonly<Record<string, string>>
interface Said {
  readonly status: number
  readonly headers: Response['headers']
}

const OCTETS = { 'Content-Type': 'application/offset+octet-stream' } as const

/** One request, with what every tus request carries unless it is told otherwise. */
const askOf =
  ({ endpoint, token }: Pick<TusSandbox, 'endpoint' | 'token'>) =>
  async (method: string, url: string, headers: Headers = {}, body?: Buffer): Promise<Said> => {
    const all = { Authorization: `Bearer ${token}`, 'Tus-Resumable': '1.0.0', ...headers }
    const sent = Object.entries(all).filter(([, value]) => value !== '')
    const options = { method, headers: sent, ...(body && { body: new Uint8Array(body) }) }
    const answer = await fetch(new URL(url, endpoint), { ...options, redirect: 'manual' })
    await answer.arrayBuffer()
    return answer
  }
const ask = (...given: Parameters<ReturnType<typeof askOf>>): Promise<Said> =>
  askOf(sandbox)(...given)

const create = async (headers: Headers, body?: Buffer): Promise<string> => {
  const answer = await ask('POST', sandbox.endpoint, headers, body)
  expect(answer.status).toBe(201)
  return answer.headers.get('location') ?? ''
}
const patch = (url: string, offset: number, body: Buffer, headers: Headers = {}): Promise<Said> =>
  ask('PATCH', url, { ...OCTETS, 'Upload-Offset': String(offset), ...headers }, body)
const offsetOf = async (url: string): Promise<string | null> =>
  (await ask('HEAD', url)).headers.get('upload-offset')
const digest = (name: string, body: Buffer): string =>
  `${name} ${createHash(name).update(body).digest('base64')}`

const bytes = Buffer.from('twelve bytes')

describe('the tus sandbox, to the letter of tus 1.0.0', () => {
  it('says what it can', async () => {
    const { status, headers } = await ask('OPTIONS', sandbox.endpoint)
    expect(status).toBe(204)
    expect(headers.get('tus-version')).toBe('1.0.0')
    expect(headers.get('tus-checksum-algorithm')).toBe('sha1,sha256')
    expect(headers.get('tus-extension')?.split(',').toSorted()).toEqual([
      'checksum',
      'concatenation',
      'creation',
      'creation-defer-length',
      'creation-with-upload',
      'termination',
    ])
  })

  it('takes an upload in parts, and tells where it stands', async () => {
    const url = await create({ 'Upload-Length': '12', 'Upload-Metadata': 'name dGVzdA==,empty' })
    expect(await offsetOf(url)).toBe('0')
    expect((await patch(url, 0, bytes.subarray(0, 5))).headers.get('upload-offset')).toBe('5')
    const head = await ask('HEAD', url)
    expect(Object.fromEntries(head.headers)).toMatchObject({
      'upload-offset': '5',
      'upload-length': '12',
      'upload-metadata': 'name dGVzdA==,empty',
      'cache-control': 'no-store',
    })
    expect((await patch(url, 5, bytes.subarray(5))).status).toBe(204)
    expect(sandbox.sealed(url)).toEqual(bytes)
  })

  it('takes a first part with the creation: all, a part or nothing of it', async () => {
    for (const [accepts, expected] of [
      ['all', 12],
      ['half', 6],
      ['none', 0],
    ] as const) {
      sandbox.flip({ accepts })
      const headers = { ...OCTETS, 'Upload-Length': '12' }
      const answer = await ask('POST', sandbox.endpoint, headers, bytes)
      expect(answer.headers.get('upload-offset')).toBe(String(expected))
    }
  })

  it('has an upload of no bytes at once', async () => {
    await create({ 'Upload-Length': '0' })
    expect(sandbox.received()).toHaveLength(1)
  })

  it('learns the length with the last part, where it was deferred', async () => {
    const url = await create({ 'Upload-Defer-Length': '1' })
    expect((await ask('HEAD', url)).headers.get('upload-defer-length')).toBe('1')
    await patch(url, 0, bytes.subarray(0, 6))
    expect((await patch(url, 6, bytes.subarray(6), { 'Upload-Length': '12' })).status).toBe(204)
    expect(sandbox.received()).toHaveLength(1)
  })

  it('joins parts to one upload, which takes no more bytes', async () => {
    const parts = await Promise.all(
      [bytes.subarray(0, 6), bytes.subarray(6)].map(part =>
        create({ ...OCTETS, 'Upload-Length': '6', 'Upload-Concat': 'partial' }, part),
      ),
    )
    const url = await create({ 'Upload-Concat': `final;${parts.join(' ')}` })
    expect(sandbox.sealed(url)).toEqual(bytes)
    expect((await patch(url, 12, bytes)).status).toBe(403)
    const half = await create({ 'Upload-Length': '6', 'Upload-Concat': 'partial' })
    const early = await ask('POST', sandbox.endpoint, { 'Upload-Concat': `final;${half}` })
    expect(early.status).toBe(400)
  })

  it('compares checksums, and keeps nothing of a chunk that changed', async () => {
    const url = await create({ 'Upload-Length': '24' })
    expect((await patch(url, 0, bytes, { 'Upload-Checksum': digest('sha1', bytes) })).status).toBe(
      204,
    )
    const other = { 'Upload-Checksum': digest('sha256', Buffer.from('other')) }
    expect((await patch(url, 12, bytes, other)).status).toBe(460)
    expect(await offsetOf(url)).toBe('12')
    expect((await patch(url, 12, bytes, { 'Upload-Checksum': digest('md5', bytes) })).status).toBe(
      400,
    )
    const right = { 'Upload-Checksum': digest('sha256', bytes) }
    expect((await patch(url, 12, bytes, right)).status).toBe(204)
  })

  it('deletes, and then it is gone', async () => {
    const url = await create({ 'Upload-Length': '12' })
    expect((await ask('DELETE', url)).status).toBe(204)
    expect((await ask('HEAD', url)).status).toBe(404)
    expect((await patch(url, 0, bytes)).status).toBe(404)
    sandbox.flip({ termination: false })
    expect((await ask('DELETE', await create({ 'Upload-Length': '1' }))).status).toBe(405)
  })

  it('says when an upload expires, and 410 afterwards', async () => {
    sandbox.flip({ expiresSeconds: 3600 })
    const url = await create({ 'Upload-Length': '24' })
    const told = (await patch(url, 0, bytes)).headers.get('upload-expires') ?? ''
    expect(Math.abs(Date.parse(told) - Date.now() - 3_600_000)).toBeLessThan(60_000)
    sandbox.flip({ expiresSeconds: 0.001 })
    await expect.poll(async () => (await ask('HEAD', url)).status).toBe(410)
  })

  it('honours X-HTTP-Method-Override', async () => {
    const url = await create({ 'Upload-Length': '12' })
    const headers = { ...OCTETS, 'Upload-Offset': '0', 'X-HTTP-Method-Override': 'PATCH' }
    expect((await ask('POST', url, headers, bytes)).status).toBe(204)
  })

  it('lets nobody in without the token', async () => {
    const { status } = await ask('POST', sandbox.endpoint, {
      'Upload-Length': '1',
      Authorization: 'Bearer other',
    })
    expect(status).toBe(401)
  })
})

/** What a client may do wrong, and what each personality answers to it. */
type Deed = (ask: ReturnType<typeof askOf>, endpoint: string, url: string) => Promise<Said>
const deeds: readonly (readonly [string, spec: number, node: number, Deed])[] = [
  ['no version', 412, 412, (ask, _, url) => ask('HEAD', url, { 'Tus-Resumable': '' })],
  ['another version', 412, 400, (ask, _, url) => ask('HEAD', url, { 'Tus-Resumable': '0.2.2' })],
  ['no length', 400, 400, (ask, endpoint) => ask('POST', endpoint)],
  [
    'two lengths',
    400,
    400,
    (ask, endpoint) => ask('POST', endpoint, { 'Upload-Length': '1', 'Upload-Defer-Length': '1' }),
  ],
  [
    'metadata that is none',
    400,
    400,
    (ask, endpoint) => ask('POST', endpoint, { 'Upload-Length': '1', 'Upload-Metadata': 'a b c' }),
  ],
  [
    'parts to join',
    201,
    501,
    (ask, endpoint) => ask('POST', endpoint, { 'Upload-Length': '1', 'Upload-Concat': 'partial' }),
  ],
  [
    'another content type',
    415,
    400,
    (ask, _, url) =>
      ask('PATCH', url, { 'Content-Type': 'text/plain', 'Upload-Offset': '0' }, bytes),
  ],
  [
    'no content type',
    415,
    403,
    (ask, _, url) => ask('PATCH', url, { 'Upload-Offset': '0' }, bytes),
  ],
  ['no offset', 400, 403, (ask, _, url) => ask('PATCH', url, OCTETS, bytes)],
  [
    'another offset',
    409,
    409,
    (ask, _, url) => ask('PATCH', url, { ...OCTETS, 'Upload-Offset': '5' }, bytes),
  ],
  [
    'too many bytes',
    413,
    413,
    (ask, _, url) => ask('PATCH', url, { ...OCTETS, 'Upload-Offset': '0' }, randomBytes(13)),
  ],
  [
    'a checksum that is wrong',
    460,
    204,
    (ask, _, url) => {
      const wrong = digest('sha1', Buffer.from('other'))
      return ask('PATCH', url, { ...OCTETS, 'Upload-Offset': '0', 'Upload-Checksum': wrong }, bytes)
    },
  ],
  ['an upload that never was', 404, 404, (ask, endpoint) => ask('HEAD', `${endpoint}/nobody`)],
  [
    'another method in a header',
    204,
    400,
    (ask, _, url) => {
      const headers = { ...OCTETS, 'Upload-Offset': '0', 'X-HTTP-Method-Override': 'PATCH' }
      return ask('POST', url, headers, bytes)
    },
  ],
]

describe.each(deeds)('what is answered to %s', (_, spec, node, deed) => {
  const answerOf = async (server: Pick<TusSandbox, 'endpoint' | 'token'>): Promise<number> => {
    const ask = askOf(server)
    const endpoint = server.endpoint.replace(/\/$/, '')
    const created = await ask('POST', endpoint, { 'Upload-Length': '12' })
    return (await deed(ask, endpoint, created.headers.get('location') ?? '')).status
  }

  it(`is ${spec} by the text`, async () => {
    expect(await answerOf(sandbox)).toBe(spec)
  })

  it(`is ${node} by the sandbox that behaves as @tus/server`, async () => {
    sandbox.flip({ personality: 'tus-node' })
    expect(await answerOf(sandbox)).toBe(node)
  })

  it(`is ${node} by @tus/server itself`, async () => {
    expect(await answerOf(real)).toBe(node)
  })
})
