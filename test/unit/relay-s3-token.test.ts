import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { refusal } from '../../src/providers/s3/answers.ts'
import { jsonOf, relayFor, type TestRelay } from './relay-tools.ts'
import { type Handler, upstreamOf } from './relay-upstream-tools.ts'

/** As those of a role are: long, with all that base64 has. */
const LONG = `IQoJb3JpZ2luX2VjE+/${randomBytes(600).toString('base64')}`
/** As a service of its own may make them: S3's codes of errors look the same. */
const SHORT = 'session_token.of_a_role'
const SECRET = 's3-secret-access-key'

const inHtml = (text: string): string => text.replace(/[+/=]/g, char => `&#${char.charCodeAt(0)};`)
/** In any way a bucket may write it. */
const spellings = (token: string): readonly string[] => [
  token,
  encodeURIComponent(token),
  inHtml(token),
  JSON.stringify(token).replaceAll('/', '\\/'),
  btoa(token),
]

/** Says all that it was asked and signed with, wherever an answer of S3's has room for words. */
const echoing =
  (status: number, root: string): NonNullable<Handler> =>
  (request, response) => {
    const query = new URL(request.url ?? '', 'http://bucket').searchParams
    const token = query.get('X-Amz-Security-Token') ?? ''
    const words = spellings(token).join(' ')
    response.writeHead(status, {
      'Content-Type': 'application/xml',
      ETag: `"${token}"`,
      'x-amz-request-id': token,
      'x-amz-checksum-sha256': token,
      // Of this alone the relay takes out what it finds in it.
      ...(status === 307 && { Location: `/?X-Amz-Security-Token=${encodeURIComponent(token)}` }),
    })
    response.end(
      `<${root}><Code>${token}</Code><Message>${words} ${request.url}</Message><UploadId>${token}</UploadId><Token-0>${token}</Token-0><Part><PartNumber>1</PartNumber><ETag>"${token}"</ETag><Size>1</Size></Part></${root}>`,
    )
  }

const CREATED =
  '<InitiateMultipartUploadResult><UploadId>an-upload</UploadId></InitiateMultipartUploadResult>'
const parcel = randomUUID()
const size = 6 * 1024 ** 2
const ask = (relay: TestRelay, operation: string, question: object): Promise<Response> =>
  relay.visit('POST', `/s3/${operation}`, { body: JSON.stringify(question) })

test.each(
  [
    ['refuses', 400, 'Error'],
    ['forbids', 403, 'Error'],
    ['fails', 503, 'Error'],
    ['sends elsewhere', 307, 'Error'],
    ['fails inside a good status', 200, 'Error'],
    ['begins an upload with it', 200, 'InitiateMultipartUploadResult'],
    ['lists it', 200, 'ListPartsResult'],
    ['completes with it', 200, 'CompleteMultipartUploadResult'],
  ].flatMap(row => [LONG, SHORT].map(token => [...row, token] as [string, number, string, string])),
)(
  'a session token that a bucket repeats reaches neither page nor log, where it %s (%i)',
  async (_, status, root, token) => {
    let isEchoing = false
    const { url } = await upstreamOf((request, response, body) => {
      if (isEchoing) return echoing(status, root)(request, response, body)
      response.end(CREATED)
    })
    const s3 = { endpoint: url, bucket: 'papers', region: 'eu-central-1' }
    const credentials = async () => ({
      ...{ accessKeyId: 'AKIAEXAMPLE', secretAccessKey: SECRET, sessionToken: token },
    })
    const relay = relayFor({ providers: { s3: { ...s3, credentials } }, maxBytes: 200 * 1024 ** 2 })
    const begun = { parcel, size, partSize: size }
    const { key, uploadId } = await jsonOf(await ask(relay, 'create', begun))
    isEchoing = true
    const sha256 = randomBytes(32).toString('base64')
    const parts = [{ part: 1, etag: '"an-etag"', sha256 }]
    for (const [operation, question] of [
      ['create', { ...begun, parcel: randomUUID() }],
      ['list', { uploadId }],
      ['complete', { uploadId, parts }],
      ['abort', { uploadId }],
      ['head', { key, size, sha256 }],
    ] as const)
      await ask(relay, operation, question)
    expect(relay.log).toHaveLength(6)
    const said = await relay.saidSoFar()
    for (const word of [...spellings(token), SECRET]) expect(said).not.toContain(word)
  },
)

test('nor is it in the error of a page that stores the bytes itself, whose request it is in', async () => {
  const { url } = await upstreamOf(echoing(403, 'Error'))
  const relay = relayFor({
    providers: {
      s3: {
        ...{ endpoint: url, bucket: 'papers', region: 'eu-central-1', accessKeyId: 'AKIAEXAMPLE' },
        ...{ secretAccessKey: SECRET, sessionToken: LONG },
      },
    },
  })
  const sha256 = randomBytes(32).toString('base64')
  const signed = await jsonOf(await ask(relay, 'put', { parcel, size: 9, sha256 }))
  const answer = await fetch(String(signed.url), { method: 'PUT', body: '123456789' })
  const text = await answer.text()
  expect(text).toContain(LONG)
  const header = (name: string): string | null => answer.headers.get(name)
  const error = refusal({ status: answer.status, header, text, hadBody: true })
  expect(error.code).toBe('forbidden')
  const all = JSON.stringify([error.message, error.stack, error.facts, String(error.cause)])
  for (const word of spellings(LONG)) expect(all).not.toContain(word)
  expect(JSON.stringify(relay.log)).not.toContain(LONG)
})
