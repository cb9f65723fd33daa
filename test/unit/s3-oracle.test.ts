import { PutObjectCommand, S3Client, UploadPartCommand } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { presign } from '../../src/providers/s3/relay-sign.ts'
import { refusalOf } from '../../src/sandbox/s3/signature.ts'
import { turnsOf } from '../turns.ts'

// It says so of the Node that these tests run in.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true'
afterEach(() => vi.useRealTimers())

/** Each makes a client of the SDK. */
const TURNS = turnsOf(1000)
const SIGNED = ['content-length', 'content-type', 'if-none-match', 'x-amz-checksum-sha256']
/** What every signature in a query has of its own; whatever else the SDK writes there is part of the request. */
const OWN = /^X-Amz-(Algorithm|Credential|Date|Expires|SignedHeaders|Signature|Security-Token)$/

const text = (characters: string, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...characters), minLength: 1, maxLength })
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

const requests = fc.record({
  key: text(`${LETTERS}-_.~!*'() +,;=:@&$ü護🛂`, 40).map(one => `uploads/${one}`),
  bucket: text('abcdefghijklmnopqrstuvwxyz', 12).map(name => `papers-${name}`),
  region: fc.constantFrom('eu-central-1', 'us-east-1', 'auto'),
  size: fc.integer({ min: 0, max: 5 * 1024 ** 3 }),
  bytes: fc.uint8Array({ minLength: 32, maxLength: 32 }),
  secret: text(`${LETTERS}+/`, 40).map(one => `${one}0123456789`),
  token: fc.option(text(`${LETTERS}+/=`, 60), { nil: undefined }),
  seconds: fc.integer({ min: 1, max: 604_800 }),
  at: fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
  part: fc.option(
    fc.record({ number: fc.integer({ min: 1, max: 10_000 }), id: text(`${LETTERS}._-`, 40) }),
    { nil: undefined },
  ),
})

const endpoint = 'https://storage.example'
const accessKeyId = 'AKIAEXAMPLE'

test(`a signature is the one that AWS’s own SDK makes: ${TURNS} random requests`, async () => {
  let compared = 0
  vi.useFakeTimers({ toFake: ['Date'] })
  await fc.assert(
    fc.asyncProperty(requests, async given => {
      const { key, bucket, region, size, bytes, secret, token, seconds, part } = given
      const at = new Date(Math.floor(given.at.getTime() / 1000) * 1000)
      vi.setSystemTime(at)
      const sha256 = Buffer.from(bytes).toString('base64')
      const credentials = {
        accessKeyId,
        secretAccessKey: secret,
        ...(token !== undefined && { sessionToken: token }),
      }
      const client = new S3Client({
        endpoint,
        region,
        credentials,
        forcePathStyle: true,
        requestChecksumCalculation: 'WHEN_REQUIRED',
      })
      const common = { Bucket: bucket, Key: key, ContentLength: size, ChecksumSHA256: sha256 }
      const command = part
        ? new UploadPartCommand({ ...common, UploadId: part.id, PartNumber: part.number })
        : new PutObjectCommand({
            ...common,
            ContentType: 'application/octet-stream',
            IfNoneMatch: '*',
          })
      const expected = new URL(
        // Its types know one command at a time.
        await getSignedUrl(client, command as PutObjectCommand, {
          expiresIn: seconds,
          signingDate: at,
          unhoistableHeaders: new Set(SIGNED),
          signableHeaders: new Set(['host', ...SIGNED]),
        }),
      )
      const query = Object.fromEntries(
        [...expected.searchParams].filter(([name]) => !OWN.test(name)),
      )
      const headers = {
        'content-length': String(size),
        'content-type': 'application/octet-stream',
        'x-amz-checksum-sha256': sha256,
        ...(!part && { 'if-none-match': '*' }),
      }
      const signed = await presign(
        { url: `${endpoint}/${bucket}`, region, credentials: async () => credentials },
        { method: 'PUT', key, query, headers, seconds },
      )
      const own = new URL(signed.url)
      for (const [name, value] of expected.searchParams)
        expect([name, own.searchParams.get(name)]).toEqual([name, value])
      expect([...own.searchParams.keys()].sort()).toEqual([...expected.searchParams.keys()].sort())
      expect(decodeURIComponent(own.pathname)).toBe(decodeURIComponent(expected.pathname))
      // The sandbox, whose code is neither's, agrees.
      const request = {
        method: 'PUT',
        path: own.pathname + own.search,
        headers: { ...headers, host: own.host },
      }
      const signer = { accessKeyId, secretAccessKey: secret, region }
      expect(refusalOf(request, signer, at.getTime())).toBeUndefined()
      client.destroy()
      compared++
    }),
    { numRuns: TURNS, seed: 16 },
  )
  expect(compared).toBe(TURNS)
}, 120_000)
