import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type PrivasferOptions, privasfer } from '../../src/providers/privasfer/transport.ts'
import { none } from '../../src/seal/named.ts'
import { sampleFile } from '../contract-tools.ts'
import { type Desk, openDesk } from './privasfer-tools.ts'
import { sha256 } from './session-tools.ts'
import { failureOf } from './transport.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterEach(() => desk.clean())
afterAll(() => desk.close())

const upload = async (options: Partial<PrivasferOptions> = {}) => {
  const transport = desk.transport(options)
  return transport.send(await desk.parcel(300), desk.job({}, transport))
}
const refusal = (options: Partial<PrivasferOptions> = {}) => failureOf(upload(options))

describe('a document on its way to Privasfer', () => {
  const documents = ['pdf/160F-2019.pdf', 'jpg/Canon_40D.jpg', 'png/basn6a08.png']
  const seals = {
    age: () => ({ scheme: 'age', recipients: [desk.sandbox.recipient] }) as const,
    'age+pdf': () =>
      ({ scheme: 'age', recipients: [desk.sandbox.recipient], wrap: 'pdf' }) as const,
    none: () => none('test'),
  }
  for (const [name, seal] of Object.entries(seals))
    it(`arrives with the seal ${name}, whatever its type, and opens to the same bytes`, async () => {
      const files = await Promise.all(documents.map(path => sampleFile(`samples/${path}`)))
      const session = desk.session({ seal: seal() })
      session.add(files)
      const receipts = await session.finish()
      expect(receipts.map(({ sealed }) => sealed.scheme)).toEqual([name, name, name])
      for (const [at, file] of files.entries()) {
        const receipt = receipts[at]
        const opened = await desk.sandbox.plaintext(receipt?.reference ?? '')
        expect(await sha256(new Blob([Uint8Array.from(opened)]))).toBe(await sha256(file))
        expect(receipt?.sha256).toBe(await sha256(file))
      }
    })

  it('is told when the service stored it, and how large it is there', async () => {
    const { facts } = await upload()
    expect(facts.createdAt).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
    const [{ size } = { size: 0 }] = await desk.sandbox.received()
    expect(Number(facts.encryptedSize)).toBeGreaterThan(size)
  })
})

describe('a relay’s ticket', () => {
  it('is in the receipt of an upload and of one that was found, and goes back with what it opens', async () => {
    const { sandbox } = desk
    await sandbox.flip({ ticket: 'eyJh.c2ln', dropAnswer: { times: 1, connection: 'fresh' } })
    const account = desk.transport()
    const parcel = await desk.parcel(300)
    await failureOf(account.send(parcel, desk.job()))
    const found = await account.send(parcel, desk.job({ uncertain: true }))
    expect(found.facts.ticket).toBe('eyJh.c2ln')
    const made = await account.send(await desk.parcel(400), desk.job())
    expect(made.facts.ticket).toBe('eyJh.c2ln')
    await account.get(made.reference, { ticket: 'eyJh.c2ln' })
    await account.discard?.(made, desk.job())
    await account.discard?.({ resume: { name: parcel.name, size: parcel.size } }, desk.job())
    const asked = (await sandbox.requests()).filter(({ path }) => path.startsWith('/api/files/'))
    const seen = asked.flatMap(({ method, headers }) =>
      method === 'OPTIONS' ? [] : [`${method} ${headers['sealdrop-ticket']}`],
    )
    expect(seen).toEqual(['GET eyJh.c2ln', 'DELETE eyJh.c2ln', 'DELETE eyJh.c2ln'])
    expect(await sandbox.received()).toEqual([])
  })
})

describe('what the documentation leaves open', () => {
  it('the name of the file’s field can be told, and further fields go with it', async () => {
    await desk.sandbox.flip({ field: 'document' })
    expect((await refusal()).code).toBe('refused')
    await upload({ field: 'document', fields: { category: 'contracts' } })
    const [first, second] = (await desk.sandbox.requests()).filter(({ kind }) => kind === 'upload')
    const text = (body: Uint8Array | undefined): string => new TextDecoder('latin1').decode(body)
    expect(text(first?.body)).toContain('name="file"')
    expect(text(second?.body)).toMatch(/name="category"\r\n\r\ncontracts\r\n/)
  })

  for (const created of [200, 201, 202] as const)
    for (const envelope of ['data', 'bare'] as const)
      it(`an upload arrived with status ${created} and a ${envelope} answer`, async () => {
        await desk.sandbox.flip({ created, envelope })
        const { reference } = await upload()
        expect(await desk.sandbox.received()).toMatchObject([{ id: reference }])
      })

  it('only the accepted statuses count where they are told', async () => {
    await upload({ accepted: [201] })
    await desk.sandbox.flip({ created: 202 })
    const error = await refusal({ accepted: [200, 201] })
    expect(error).toMatchObject({ code: 'protocol', outcome: 'unknown', provider: { status: 202 } })
  })

  it('an option that cannot work is told at once', () => {
    const { endpoint } = desk.sandbox
    for (const wrong of [
      { field: '' },
      { fields: { category: 1 } },
      { accepted: 201 },
      { accepted: ['201'] },
      { coolDownMs: -1 },
      { coolDownMs: Number.NaN },
      { origins: ['nowhere'] },
      { endpoint: '' },
    ])
      expect(() => privasfer({ endpoint, ...wrong } as PrivasferOptions)).toThrowError(
        expect.objectContaining({ code: 'misconfigured' }),
      )
  })
})

describe('a refusal', () => {
  it('of a missing, a wrong or a revoked token is "unauthorized"', async () => {
    expect((await refusal({ authorize: () => ({}) })).code).toBe('unauthorized')
    const authorize = () => ({ Authorization: 'Bearer wrong' })
    expect((await refusal({ authorize })).code).toBe('unauthorized')
    await desk.sandbox.revoke()
    expect(await refusal()).toMatchObject({
      code: 'unauthorized',
      retryable: false,
      provider: { status: 401, message: 'Unauthenticated.' },
    })
  })

  for (const invalid of [422, 400] as const)
    it(`with status ${invalid} names the first field and says all that is wrong`, async () => {
      const refused = { file: ['Not this one.', 'Nor that.'], category: ['Unknown category.'] }
      await desk.sandbox.flip({ invalid, refusal: refused })
      expect(await refusal()).toMatchObject({
        code: 'refused',
        retryable: false,
        provider: {
          status: invalid,
          code: 'file',
          message: 'Not this one. Nor that. Unknown category.',
        },
      })
    })

  it('that speaks of kilobytes is "too-large", as is a web server’s own 413', async () => {
    await desk.sandbox.flip({
      refusal: { file: ['The file may not be greater than 10240 kilobytes.'] },
    })
    expect((await refusal()).code).toBe('too-large')
    await desk.sandbox.flip({ refusal: false, sizeLimit: 1000 })
    expect(await refusal()).toMatchObject({ code: 'too-large', provider: { status: 413 } })
  })

  it('by an error of the service may be tried again, after a look', async () => {
    await desk.sandbox.flip({ serverError: true })
    expect(await refusal()).toMatchObject({
      code: 'server',
      retryable: true,
      outcome: 'unknown',
      provider: { status: 500, message: 'Server Error' },
    })
  })

  it('of a hostile server gives one short line of text, and no more', async () => {
    const evil = `<img onerror=alert(1)>\u202e\n${'x'.repeat(5000)}`
    await desk.sandbox.flip({ refusal: { '\u0000<b>': [evil] } })
    const { provider } = await refusal()
    expect(provider?.message?.length).toBeLessThanOrEqual(300)
    expect(`${provider?.code}${provider?.message}`).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  })
})

describe('what is no answer of the API', () => {
  it('a redirect to a login page is "unauthorized", and says where it leads', async () => {
    const account = desk.transport()
    for (const ask of [upload, () => account.list(), () => account.remove('1')]) {
      const to = `${desk.sandbox.url}/login`
      await desk.sandbox.flip({ redirect: { to, code: 303, on: 'any', times: 1 } })
      const error = await failureOf(ask())
      expect(error).toMatchObject({ code: 'unauthorized', retryable: false })
      expect(error.message).toContain('login')
    }
  })

  it('a web page instead of JSON is "protocol", and said in words', async () => {
    const account = desk.transport()
    for (const ask of [upload, () => account.list()]) {
      await desk.sandbox.flip({ garble: { as: 'html', on: 'any', times: 1 } })
      const error = await failureOf(ask())
      expect(error).toMatchObject({ code: 'protocol', outcome: 'unknown' })
      expect(error.message).toContain('web page')
    }
  })

  it('JSON is asked for every time; who does not is sent to the login page', async () => {
    const transport = desk.transport()
    await upload()
    await transport.list()
    const asked = (await desk.sandbox.requests()).filter(({ kind }) => kind !== 'preflight')
    expect(new Set(asked.map(({ headers }) => headers.accept))).toEqual(
      new Set(['application/json']),
    )
    const answer = await fetch(`${desk.sandbox.endpoint}/files`)
    expect(answer.redirected).toBe(true)
    expect(answer.headers.get('content-type')).toContain('text/html')
  })

  it('a record of another size than was sent is no delivery', async () => {
    const parcel = await desk.parcel(300)
    const body = parcel.body.slice(0, 100)
    const error = await failureOf(desk.transport().send({ ...parcel, body }, desk.job()))
    expect(error).toMatchObject({ code: 'mismatch', outcome: 'unknown' })
  })

  it('a server whose preflight refuses Authorization is a network error', async () => {
    await desk.sandbox.flip({ cors: 'recorded' })
    expect((await refusal()).code).toBe('network')
    expect(await desk.count('upload')).toBe(0)
  })
})
