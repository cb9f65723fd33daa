import { AwsClient } from 'aws4fetch'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SandboxOf, startSandbox } from '../../src/sandbox/index.ts'

const body = new TextEncoder().encode('sealed bytes')

describe('the sandbox of plain HTTP', () => {
  let sandbox: SandboxOf<'http'>
  beforeAll(async () => {
    sandbox = await startSandbox('http')
  })
  afterAll(() => sandbox.close())

  test('gives back what it stored, where its answer said, to whoever has the token', async () => {
    const { endpoint, headers } = sandbox.upstream
    const stored = await fetch(endpoint, { method: 'PUT', headers, body })
    const at = new URL(stored.headers.get('location') ?? '', endpoint)
    const got = await fetch(at, { headers })
    expect([got.status, await got.text()]).toEqual([200, 'sealed bytes'])
    expect((await fetch(at)).status).toBe(401)
    expect((await fetch(at, { method: 'DELETE', headers })).status).toBe(405)
    expect((await fetch(`${endpoint}/elsewhere`, { headers })).status).toBe(404)
    expect(sandbox.received()).toHaveLength(1)
  })
})

describe('the sandbox of S3', () => {
  let sandbox: SandboxOf<'s3'>
  beforeAll(async () => {
    sandbox = await startSandbox('s3')
  })
  afterAll(() => sandbox.close())

  test('gives an object to whoever signs for it, and may read', async () => {
    const { endpoint, bucket, region, accessKeyId, secretAccessKey } = sandbox.upstream
    const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3' })
    const ask = async (key: string, method = 'GET'): Promise<Response> => {
      const init = { method, aws: { signQuery: true }, ...(method === 'PUT' && { body }) }
      return fetch(await client.sign(`${endpoint}/${bucket}/uploads/${key}`, init))
    }
    expect((await ask('a', 'PUT')).status).toBe(200)
    const got = await ask('a')
    expect([got.status, await got.text()]).toEqual([200, 'sealed bytes'])
    expect((await ask('b')).status).toBe(404)
    expect((await fetch(`${endpoint}/${bucket}/uploads/a`)).status).toBe(403)
    expect(sandbox.requests().map(({ kind }) => kind)).toEqual([
      'upload',
      ...['download', 'download', 'download'],
    ])
    sandbox.flip({ readable: false })
    expect((await ask('a')).status).toBe(403)
  })
})
