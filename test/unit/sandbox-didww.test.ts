import {
  constants,
  createCipheriv,
  createHash,
  createPublicKey,
  publicEncrypt,
  randomBytes,
} from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  type DidwwSandbox,
  type DidwwSwitches,
  startDidww,
} from '../../src/sandbox/didww/sandbox.ts'

// Everything here is done by hand with node:crypto and fetch: the sandbox is what other tests trust.

const VERSION = { 'X-DIDWW-API-Version': '2026-04-16' }
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const document = Buffer.from('%PDF-1.7\nAda Lovelace, born 10 December 1815\n%%EOF\n')

let sandbox: DidwwSandbox

beforeAll(async () => {
  sandbox = await startDidww({ modulusLength: 2048 })
})
afterEach(() => sandbox.reset())
afterAll(() => sandbox.close())

interface Keys {
  readonly pems: readonly string[]
  readonly fingerprint: string
}

const sha = (algorithm: string, bytes: Buffer) => createHash(algorithm).update(bytes).digest('hex')

const fetchPems = async (): Promise<readonly string[]> => {
  const answer = await fetch(`${sandbox.endpoint}/public_keys`)
  const { data } = (await answer.json()) as { data: { attributes: { key: string } }[] }
  return data.map(({ attributes }) => attributes.key)
}

const fetchKeys = async (): Promise<Keys> => {
  const pems = await fetchPems()
  const fingerprint = pems
    .map(pem => sha('sha1', createPublicKey(pem).export({ type: 'spki', format: 'der' })))
    .join(':::')
  return { pems, fingerprint }
}

const sealFor = ({ pems }: Keys, plain: Buffer): Buffer => {
  const [key, iv] = [randomBytes(32), randomBytes(16)]
  const cipher = createCipheriv('aes-256-cbc', key, iv)
  const padding = constants.RSA_PKCS1_OAEP_PADDING
  const blocks = pems.map(pem =>
    publicEncrypt({ key: pem, padding, oaepHash: 'sha256' }, Buffer.concat([key, iv])),
  )
  return Buffer.concat([...blocks, cipher.update(plain), cipher.final()])
}

type Parts = readonly (readonly [string, string | Buffer, string?])[]

const formOf = (parts: Parts): FormData => {
  const form = new FormData()
  for (const [name, value, fileName = 'a.enc'] of parts)
    if (typeof value === 'string') form.append(name, value)
    else
      form.append(
        name,
        new Blob([new Uint8Array(value)], { type: 'application/octet-stream' }),
        fileName,
      )
  return form
}

const post = (body: FormData | string, headers: Record<string, string> = VERSION) =>
  fetch(`${sandbox.endpoint}/encrypted_files`, {
    method: 'POST',
    body,
    headers: { 'Api-Key': sandbox.apiKey, ...headers },
  })

const FINGERPRINT = 'encrypted_files[encryption_fingerprint]'
const FILE = 'encrypted_files[file]'

const upload = async (sealed?: Buffer, fileName = 'a.enc') => {
  const keys = await fetchKeys()
  const parts = [
    [FINGERPRINT, keys.fingerprint],
    [FILE, sealed ?? sealFor(keys, document), fileName],
  ] as const
  return post(formOf(parts))
}

const error = (answer: Response) => answer.json().then(({ errors }) => errors[0])

describe('a stored upload', () => {
  it('is opened with key A and with key B to what was sealed', async () => {
    const answer = await upload(undefined, 'x.enc')
    expect(answer.status).toBe(201)
    expect(answer.headers.get('content-type')).toBe('application/vnd.api+json')
    const { data } = await answer.json()
    expect(data).toEqual({
      id: expect.stringMatching(UUID),
      type: 'encrypted_files',
      attributes: { description: null, expires_at: expect.stringMatching(/T.*\.\d{3}Z$/) },
    })
    const inADay = Date.parse(data.attributes.expires_at) - Date.now() - 86_400_000
    expect(Math.abs(inADay)).toBeLessThan(60_000)

    const opened = {
      sha256: sha('sha256', document),
      size: document.length,
      type: 'application/pdf',
    }
    expect(sandbox.received()).toMatchObject([
      {
        id: data.id,
        wireName: 'x.enc',
        wireType: 'application/octet-stream',
        fingerprint: sandbox.fingerprint,
        size: 512 + 16 * (Math.floor(document.length / 16) + 1),
        openedWithA: opened,
        openedWithB: opened,
        verification: { ok: true },
      },
    ])
    expect(sandbox.plaintext(data.id).equals(document)).toBe(true)
  })

  it('keeps its description', async () => {
    const keys = await fetchKeys()
    const answer = await post(
      formOf([
        [FINGERPRINT, keys.fingerprint],
        [FILE, sealFor(keys, document)],
        ['encrypted_files[description]', 'Passport'],
      ]),
    )
    expect((await answer.json()).data.attributes.description).toBe('Passport')
    expect(sandbox.received()[0]?.description).toBe('Passport')
  })

  it.each([
    ['PNG', Buffer.from('89504e470d0a1a0a00', 'hex'), 'image/png', true],
    ['JPG', Buffer.from('ffd8ffe000', 'hex'), 'image/jpeg', true],
    ['text', Buffer.from('Hello'), 'application/octet-stream', false],
    ['nothing', Buffer.alloc(0), 'application/octet-stream', false],
    ['21 MB of PDF', Buffer.alloc(20_971_521, '%PDF-'), 'application/pdf', false],
  ])('%s is judged when it is verified, not when it is uploaded', async (_, plain, type, ok) => {
    sandbox.flip({ sizeLimit: 30_000_000 })
    const answer = await upload(sealFor(await fetchKeys(), plain))
    expect(answer.status).toBe(201)
    expect(sandbox.received()).toMatchObject([{ openedWithA: { type }, verification: { ok } }])
  })

  it('that no key opens, or only one, is stored and fails verification', async () => {
    const keys = await fetchKeys()
    const sealed = sealFor(keys, document)
    const broken = Buffer.from(sealed).fill(0, 256, 512)
    expect((await upload(randomBytes(700))).status).toBe(201)
    expect((await upload(broken)).status).toBe(201)
    expect(sandbox.received()).toMatchObject([
      {
        openedWithA: { error: expect.any(String) },
        openedWithB: { error: expect.any(String) },
        verification: { ok: false, why: 'Neither key opens it.' },
      },
      {
        openedWithA: { size: document.length },
        openedWithB: { error: expect.any(String) },
        verification: { ok: false, why: 'Key B does not open it.' },
      },
    ])
  })

  it('is shown, removed, and not found afterwards', async () => {
    const { data } = await (await upload()).json()
    const url = `${sandbox.endpoint}/encrypted_files/${data.id}`
    const headers = { 'Api-Key': sandbox.apiKey, ...VERSION }
    expect(await (await fetch(url, { headers })).json()).toEqual({ data })
    expect((await fetch(url)).status).toBe(401)
    expect((await fetch(url, { method: 'DELETE', headers })).status).toBe(204)
    const missing = await fetch(url, { headers })
    expect(missing.status).toBe(404)
    expect(await error(missing)).toEqual({
      title: 'Record not found',
      detail: `The record identified by ${data.id} could not be found`,
      code: '404',
      status: '404',
    })
  })

  it('expires', async () => {
    sandbox.flip({ lifetimeMs: 0 })
    const { data } = await (await upload()).json()
    const url = `${sandbox.endpoint}/encrypted_files/${data.id}`
    expect((await fetch(url, { headers: { 'Api-Key': sandbox.apiKey } })).status).toBe(404)
  })
})

describe('an upload is refused', () => {
  const blank = Buffer.alloc(0)
  const file = randomBytes(600)
  const outdated = { title: 'outdated fingerprint', detail: 'outdated fingerprint', code: '100' }
  const invalid = { title: 'invalid params', detail: 'invalid params', code: '400', status: '400' }
  const cantBeBlank = { title: "can't be blank", detail: "file - can't be blank", code: '100' }
  const onData = { source: { pointer: '/data' }, status: '422' }
  const onFile = { source: { pointer: '/data/attributes/file' }, status: '422' }

  it.each<[string, (fingerprint: string) => Parts, number, object]>([
    [
      'a wrong fingerprint',
      () => [
        [FINGERPRINT, 'a:::b'],
        [FILE, file],
      ],
      422,
      { ...outdated, ...onData },
    ],
    ['no fingerprint', () => [[FILE, file]], 422, { ...outdated, ...onData }],
    [
      'an empty file',
      f => [
        [FINGERPRINT, f],
        [FILE, blank],
      ],
      422,
      { ...cantBeBlank, ...onFile },
    ],
    ['no file', f => [[FINGERPRINT, f]], 422, { ...cantBeBlank, ...onFile }],
    [
      'a text for a file',
      f => [
        [FINGERPRINT, f],
        [FILE, 'x'],
      ],
      422,
      { ...cantBeBlank, ...onFile },
    ],
    [
      'legacy names',
      f => [
        [FINGERPRINT, f],
        ['encrypted_files[items][][file]', file],
      ],
      400,
      invalid,
    ],
    [
      'two files',
      f => [
        [FINGERPRINT, f],
        [FILE, file],
        [FILE, file],
      ],
      400,
      invalid,
    ],
  ])('for %s', async (_, parts, status, body) => {
    const answer = await post(formOf(parts(sandbox.fingerprint)))
    expect(answer.status).toBe(status)
    expect(await error(answer)).toEqual(body)
    expect(sandbox.received()).toEqual([])
  })

  it.each([
    ['no multipart body', '{}', 'application/json'],
    [
      'a body cut short',
      '--b\r\nContent-Disposition: form-data; name="x"\r\n\r\n',
      'multipart/form-data; boundary=b',
    ],
    ['no boundary', 'x', 'multipart/form-data'],
  ])('for %s', async (_, body, type) => {
    const answer = await post(body, { ...VERSION, 'Content-Type': type })
    expect(answer.status).toBe(400)
    expect(await error(answer)).toEqual(invalid)
  })

  it('for a wrong API key', async () => {
    const answer = await post(formOf([]), { ...VERSION, 'Api-Key': 'wrong' })
    expect(answer.status).toBe(401)
    expect(await error(answer)).toEqual({
      title: 'Unauthorized',
      detail: 'Authorization failed',
      code: '401',
      status: '401',
    })
  })

  it.each([
    [20_971_520, 422],
    [20_000_000, 422],
    [20_971_520, 413],
  ] as const)('over %d bytes, with %d, and not at the limit', async (sizeLimit, tooLarge) => {
    sandbox.flip({ sizeLimit, tooLarge })
    expect((await upload(Buffer.alloc(sizeLimit))).status).toBe(201)
    const answer = await upload(Buffer.alloc(sizeLimit + 1))
    expect(answer.status).toBe(tooLarge)
    if (tooLarge === 413) expect(await answer.text()).toBe('')
    else
      expect(await error(answer)).toMatchObject({
        detail: 'file - size must be less than or equal to 20 MB',
        ...onFile,
      })
  })
})

describe('an account pinned to an older version', () => {
  const send = async (fingerprint: string, headers: Record<string, string>, count = 1) => {
    const sealed = sealFor(await fetchKeys(), document)
    const item = ['encrypted_files[items][][file]', sealed] as const
    return post(formOf([[FINGERPRINT, fingerprint], ...Array(count).fill(item)]), headers)
  }

  it.each([
    ['without a version header', {}],
    ['with an old one', { 'X-DIDWW-API-Version': '2022-05-10' }],
  ])('is answered in its own shapes %s', async (_, headers) => {
    const stored = await send(sandbox.fingerprint, headers, 2)
    expect(stored.status).toBe(200)
    const { ids } = await stored.json()
    expect(ids).toEqual(sandbox.received().map(({ id }) => id))
    expect(ids).toHaveLength(2)

    const refused = await send('a:::b', headers)
    expect(refused.status).toBe(422)
    expect(await refused.json()).toEqual({ errors: { base: ['outdated fingerprint'] } })
    expect((await send(sandbox.fingerprint, headers, 6)).status).toBe(400)

    sandbox.flip({ sizeLimit: 100 })
    expect(await (await send(sandbox.fingerprint, headers)).json()).toEqual({
      errors: { 'items/0/file': ['size must be less than or equal to 20 MB'] },
    })
  })

  it('can be switched on for the current version too', async () => {
    sandbox.flip({ legacy: true })
    const answer = await upload()
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({ ids: [expect.stringMatching(UUID)] })
  })
})

describe('the public keys', () => {
  it('are two different RSA keys, given without authentication', async () => {
    const answer = await fetch(`${sandbox.endpoint}/public_keys`)
    expect(answer.headers.get('content-type')).toBe('application/vnd.api+json')
    const body = await answer.json()
    expect(Object.keys(body)).toEqual(['data'])
    expect(body.data).toMatchObject([{ type: 'public_keys' }, { type: 'public_keys' }])
    const keys = await fetchKeys()
    expect(new Set(keys.pems).size).toBe(2)
    expect(keys.fingerprint).toBe(sandbox.fingerprint)
    expect(createPublicKey(keys.pems[0] ?? '').asymmetricKeyDetails?.modulusLength).toBe(2048)
  })

  it('come with meta where that is switched on', async () => {
    sandbox.flip({ meta: true })
    const answer = await fetch(`${sandbox.endpoint}/public_keys`)
    expect((await answer.json()).meta).toEqual({ api_version: '2026-04-16' })
    expect((await (await upload()).json()).meta).toEqual({ api_version: '2026-04-16' })
  })

  const kinds = (list: readonly string[]) =>
    list.map(pem => {
      const { asymmetricKeyType, asymmetricKeyDetails } = createPublicKey(pem)
      return `${asymmetricKeyType} ${asymmetricKeyDetails?.modulusLength ?? ''}`.trim()
    })

  it.each<[DidwwSwitches['keys'], readonly string[]]>([
    ['one', ['rsa 2048']],
    ['none', []],
    ['equal', ['rsa 2048', 'rsa 2048']],
    ['small', ['rsa 1024', 'rsa 2048']],
    ['ec', ['ec', 'rsa 2048']],
    ['crlf', ['rsa 2048', 'rsa 2048']],
  ])('can be %s', async (keys, expected) => {
    sandbox.flip({ keys })
    const shown = await fetchPems()
    expect(kinds(shown)).toEqual(expected)
    expect(new Set(shown).size === shown.length).toBe(keys !== 'equal')
    expect(shown.some(pem => pem.includes('\r\n'))).toBe(keys === 'crlf')
  })

  it('can carry the RSA label, as some do, around the same bytes', async () => {
    const normal = await fetchPems()
    sandbox.flip({ keys: 'rsa-label' })
    const labelled = await fetchPems()
    expect(labelled[0]).toContain('-----BEGIN RSA PUBLIC KEY-----')
    expect(labelled.map(pem => pem.replaceAll('RSA ', ''))).toEqual(normal)
  })

  it('can be garbage, a page, or an error', async () => {
    sandbox.flip({ keys: 'garbage' })
    const [garbage = ''] = await fetchPems()
    expect(() => createPublicKey(garbage)).toThrow()
    sandbox.flip({ keys: 'html' })
    const page = await fetch(`${sandbox.endpoint}/public_keys`)
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html'])
    sandbox.flip({ keys: 'server-error' })
    expect((await fetch(`${sandbox.endpoint}/public_keys`)).status).toBe(500)
  })

  it('rotate: the old fingerprint is outdated, the new one is taken', async () => {
    const old = await fetchKeys()
    await sandbox.rotateKeys()
    const send = async (keys: Keys) =>
      (
        await post(
          formOf([
            [FINGERPRINT, keys.fingerprint],
            [FILE, sealFor(keys, document)],
          ]),
        )
      ).status
    expect(await send(old)).toBe(422)
    expect(await send(await fetchKeys())).toBe(201)
    expect(sandbox.received()).toMatchObject([{ verification: { ok: true } }])
  })

  it('rotate as the next upload comes in, once, and what was stored still opens', async () => {
    await upload()
    sandbox.flip({ rotateBeforeNextUpload: true })
    expect((await upload()).status).toBe(422)
    expect((await upload()).status).toBe(201)
    expect(sandbox.received()).toMatchObject([
      { verification: { ok: true } },
      { verification: { ok: true } },
    ])
  })
})
