import { describe, expect, test } from 'vitest'
import { referenceOf, relayFor } from './relay-tools.ts'
import { upstreamOf } from './relay-upstream-tools.ts'

test('the headers of the protocol pass both ways, and no others', async () => {
  const protocol = {
    'tus-version': '1.0.0,0.2.2',
    'tus-extension': 'creation',
    'tus-max-size': '100',
    'tus-checksum-algorithm': 'sha1',
    'upload-expires': 'Wed, 25 Jun 2031 16:00:00 GMT',
  }
  const both = {
    'tus-resumable': '1.0.0',
    'upload-length': '6',
    'upload-defer-length': '1',
    'upload-metadata': 'name c2VhbA==',
    'upload-offset': '3',
  }
  const server = await upstreamOf((_, response) =>
    response.writeHead(200, { ...protocol, ...both, 'upload-concat': 'partial' }).end(),
  )
  const relay = relayFor({ providers: { tus: { endpoint: `${server.url}/files/` } } })
  const sent = { ...both, 'upload-checksum': 'sha1 x', 'upload-concat': 'partial' }
  const answer = await relay.visit('OPTIONS', '/tus', { headers: sent })
  const [seen] = server.seen
  const isOfTus = ([name]: readonly [string, unknown]): boolean => /^(tus|upload)-/.test(name)
  expect(Object.fromEntries(Object.entries(seen?.headers ?? {}).filter(isOfTus))).toEqual({
    ...both,
    'upload-checksum': 'sha1 x',
  })
  expect(Object.fromEntries([...answer.headers].filter(isOfTus))).toEqual({ ...protocol, ...both })
  expect(seen?.path).toBe('/files/')
})

describe('a tus server', () => {
  const answering = async (
    status: number,
    headers: Readonly<Record<string, string>>,
    asked: Readonly<Record<string, string>>,
  ): Promise<Response> => {
    const server = await upstreamOf((_, response) => response.writeHead(status, headers).end())
    const relay = relayFor({ providers: { tus: { endpoint: `${server.url}/files` } } })
    return relay.visit('POST', '/tus', { headers: { 'Tus-Resumable': '1.0.0', ...asked } })
  }

  test.each([
    ['has it all', '6', '6', true],
    ['has a part', '6', '5', false],
    ['says nothing of it', '6', undefined, false],
    ['was told no length', undefined, '0', false],
    ['was told a length that is none', '0x6', '0x6', false],
    ['was told a length that is none', '1e3', '1e3', false],
    ['was told the longest length', '9'.repeat(15), '9'.repeat(15), true],
    ['was told a length that nobody has', '9'.repeat(16), '9'.repeat(16), false],
  ])('that creates an upload and %s: length %s, offset %s, a ticket: %s', async (...given) => {
    const [, length, offset, hasTicket] = given
    const headers = {
      Location: '/files/1',
      ...(offset !== undefined && { 'Upload-Offset': offset }),
    }
    const asked: Record<string, string> = length === undefined ? {} : { 'Upload-Length': length }
    const answer = await answering(201, headers, asked)
    expect(answer.status).toBe(201)
    expect(await referenceOf(answer)).toBe(hasTicket ? '/files/1' : undefined)
  })

  test('gets the first bytes with the creation of an upload', async () => {
    const upstream = await upstreamOf((_, response) =>
      response.writeHead(201, { Location: '/files/1', 'Upload-Offset': '6' }).end(),
    )
    const relay = relayFor({ providers: { tus: { endpoint: `${upstream.url}/files` } } })
    const headers = { 'Upload-Length': '6', 'Content-Type': 'application/offset+octet-stream' }
    const answer = await relay.visit('POST', '/tus', { headers, body: 'sealed' })
    expect(await referenceOf(answer)).toBe('/files/1')
    expect(upstream.seen).toMatchObject([{ body: 'sealed', headers: { 'upload-length': '6' } }])
  })

  test('that created nothing gives no address and no ticket', async () => {
    const headers = { Location: '/files/1', 'Upload-Offset': '6' }
    const answer = await answering(200, headers, { 'Upload-Length': '6' })
    expect(answer.status).toBe(200)
    for (const name of ['location', 'sealdrop-ticket']) expect(answer.headers.has(name)).toBe(false)
  })
})
