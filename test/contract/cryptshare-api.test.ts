import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { CryptshareOptions } from '../../src/providers/cryptshare/transport.ts'
import { type Office, openOffice, SOON, type Switches } from './cryptshare-tools.ts'
import { pdfOf } from './session-tools.ts'
import { failureOf } from './transport.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterEach(() => office.clean())
afterAll(() => office.close())

const CLIENT_ID = 'a1'.repeat(25)

describe('an integrator of Cryptshare', () => {
  it.each<[string, Partial<CryptshareOptions>]>([
    ['a client id of 49 characters', { clientId: 'a'.repeat(49) }],
    ['a client id of 4,001 characters', { clientId: 'a'.repeat(4001) }],
    ['a client id with a hyphen', { clientId: `${CLIENT_ID}-` }],
    ['a sender who is no address', { user: 'forms' }],
    ['a recipient who is no address', { recipients: { to: ['desk'] } }],
    ['no recipient', { recipients: { cc: [] } }],
    ['recipients of an unknown kind', { recipients: { tot: ['desk@example.org'] } as object }],
    ['a product key with a space', { productKey: 'api rest' }],
    ['an API version in words', { apiVersion: 'seven' as never }],
    ['files set by hand', { session: { files: [] } }],
    ['a wait that is none', { pollTransfer: { looks: 0 } }],
    ['an endpoint over an open line', { endpoint: 'http://cryptshare.example/api' }],
    ['a function that is none', { confidentialMessage: true as never }],
  ])('hears at once of %s', (_, options) => {
    expect(() => office.transport(options)).toThrow(
      expect.objectContaining({ code: 'misconfigured' }),
    )
  })

  it('may leave client id, sender and recipients to a relay', async () => {
    const { cryptshare } = await import('../../src/providers/cryptshare/transport.ts')
    expect(() => cryptshare({ endpoint: '/relay/cryptshare' })).not.toThrow()
  })

  it('gets a new client id, which the server takes', async () => {
    const clientId = await office.transport().newClientId()
    expect(clientId).toMatch(/^[A-Za-z0-9]{50,4000}$/)
    expect(await office.transport({ clientId }).createSession()).not.toBe('')
  })

  it.each([
    ['an API version too high', { apiVersion: 99 }, 'misconfigured', '2004'],
    ['a product the server does not know', { productKey: 'other' }, 'refused', '1004'],
  ] as const)('hears of %s from the server', async (_, options, code, number) => {
    expect(await failureOf(office.transport(options).createSession())).toMatchObject({
      code,
      retryable: false,
      provider: { code: number },
    })
  })

  it('who addresses the wrong path is told which one is right', async () => {
    const endpoint = `${office.sandbox.url}/api/users/nobody`
    const error = await failureOf(office.transport({ endpoint }).createSession())
    expect(error.code).toBe('misconfigured')
    expect(error.message).toContain('https://<server>/api')
  })
})

describe('who sends', () => {
  it.each(['constants', 'prose'] as const)(
    'can be proven as the server says (%s)',
    async spelling => {
      await office.sandbox.flip({ spelling })
      const transport = office.transport()
      expect(await transport.verification()).toMatchObject({
        methods: ['CLIENT_ID', 'EMAIL'],
        validUntil: expect.stringMatching(/^\d{4}-.*Z$/),
      })
      await transport.createSession()
      expect((await transport.verification()).verified).toBe(true)
    },
  )

  it('by e-mail enters the mailed code; a wrong or an older one is refused', async () => {
    await office.sandbox.flip({ methods: ['email'] })
    const transport = office.transport()
    expect(await failureOf(transport.createSession())).toMatchObject({ code: 'unauthorized' })
    await transport.requestCode()
    const older = (await office.sandbox.mailedCode()) ?? ''
    await transport.requestCode()
    const code = (await office.sandbox.mailedCode()) ?? ''
    for (const wrong of ['000000', ...(older === code ? [] : [older])])
      expect(await failureOf(transport.verify(wrong))).toMatchObject({
        code: 'unauthorized',
        provider: { status: 403, code: '3002' },
      })
    expect(await transport.verify(code)).toEqual({ validUntil: expect.any(String) })
    expect(await transport.createSession()).toMatch(/^\d{8}-\d{6}-/)
  })

  it('and asks too often is told to wait', async () => {
    await office.sandbox.flip({ busy: true })
    expect(await failureOf(office.transport().requestCode())).toMatchObject({
      code: 'rate-limited',
      retryable: true,
      provider: { code: '2007' },
    })
  })

  it('cannot have a code where the server mails none', async () => {
    await office.sandbox.flip({ methods: ['client-id'] })
    const error = await failureOf(office.transport().requestCode())
    expect(error).toMatchObject({ code: 'server', retryable: false, provider: { code: '5001' } })
  })

  it('with the token of another client id is refused', async () => {
    const clientId = await office.transport().newClientId()
    const mine = office.transport()
    await mine.createSession()
    const requests = await office.sandbox.requests()
    const token = requests.flatMap(({ headers }) => headers['x-cs-verificationtoken'] ?? [])[0]
    const { cryptshare } = await import('../../src/providers/cryptshare/transport.ts')
    const { endpoint, user, recipients } = office.sandbox
    const theirs = cryptshare({
      endpoint,
      user,
      recipients,
      authorize: () => ({ 'X-CS-ClientId': clientId, 'X-CS-VerificationToken': String(token) }),
    })
    expect((await failureOf(theirs.createSession())).code).toBe('unauthorized')
  })
})

describe('what a server forbids', () => {
  it.each<[string, Switches, string, string | undefined]>([
    ['these recipients, by its policy', { policy: 'mismatch' }, 'forbidden', undefined],
    ['this sender, by its policy', { policy: 'rejected' }, 'forbidden', '3010'],
    ['this sender', { refuseSession: 3010 }, 'forbidden', '3010'],
    ['these recipients', { refuseSession: 3011 }, 'forbidden', '3011'],
    ['what it has no licence for', { refuseSession: 3001 }, 'forbidden', '3001'],
  ])('(%s) is said, and nothing is sent', async (_, switches, code, number) => {
    await office.sandbox.flip(switches)
    const { session } = office.open()
    session.add([pdfOf(1000)])
    const error = await failureOf(session.settled())
    expect(error.code).toBe(code)
    expect(error.provider?.code).toBe(number)
    expect(await office.count('register')).toBe(0)
  })

  it('can be asked before', async () => {
    await office.sandbox.flip({ policy: 'mismatch', maxTotalSize: 5000 })
    expect(await office.transport().policy(['desk@example.org'])).toEqual({
      allowed: false,
      failedRecipients: [{ mail: 'desk@example.org', reason: 'POLICY_MISMATCH' }],
      maxTotalSize: 5000,
      maxRetentionDays: 21,
      confidentialMessage: 'allowed',
    })
  })

  it('as too large together is not registered', async () => {
    await office.sandbox.flip({ maxTotalSize: 8000 })
    const { session } = office.open({ parallel: 1 })
    session.add([pdfOf(2000, 'a.pdf', 1), pdfOf(9000, 'b.pdf', 2)])
    expect((await failureOf(session.settled())).code).toBe('too-large')
    expect(session.files.map(({ state }) => state.phase)).toEqual(['delivered', 'failed'])
    expect(await office.count('register')).toBe(1)
  })

  it.each(['wrongLength', 'wrongType'] as const)(
    'about the bytes (%s) never comes up',
    async name => {
      await office.sandbox.flip(
        name === 'wrongType' ? { wrongType: 400 } : { wrongLength: 'refused' },
      )
      const { session } = office.open()
      session.add([pdfOf(1000)])
      expect(await session.finish()).toHaveLength(1)
    },
  )

  it('of the session’s properties fails the file, and leaves no session behind', async () => {
    await office.sandbox.flip({ fixedProperty: 'expirationDate' })
    const { session } = office.open({}, { session: { expirationDate: '2030-01-01' } })
    session.add([pdfOf(1000)])
    expect(await failureOf(session.settled())).toMatchObject({
      code: 'refused',
      provider: { status: 409, code: '2001' },
    })
    expect(await office.sandbox.sessions()).toEqual([])
  })
})

describe('a machine in front of Cryptshare', () => {
  it.each([
    [406, 'refused', false],
    [413, 'too-large', false],
    [502, 'server', true],
  ] as const)(
    'that says %i in a page is understood by its status',
    async (code, expected, retryable) => {
      for (const on of ['create', 'register', 'upload', 'submit'] as const) {
        await office.sandbox.reset()
        await office.sandbox.flip({ status: { code, body: 'html', on } })
        const { session } = office.open({ retryPolicy: { limit: 0 } })
        session.add([pdfOf(1000)])
        const error = await failureOf(session.finish())
        expect([on, error.code, error.retryable]).toEqual([on, expected, retryable])
        expect(error.provider).toEqual({ status: code })
      }
    },
  )
})

describe('a Location', () => {
  it.each(['absolute', 'relative', 'internal'] as const)(
    'that is %s gives an id, and nothing else of it is used',
    async locations => {
      await office.sandbox.flip({ locations })
      const { session } = office.open()
      session.add([pdfOf(1000)])
      expect(await session.finish()).toHaveLength(1)
    },
  )

  it.each<[string, Switches]>([
    ['does not come', { locations: 'missing' }],
    ['is not exposed', { exposeLocation: false }],
  ])('that %s for a new session is said to an administrator', async (_, switches) => {
    await office.sandbox.flip(switches)
    const { session } = office.open()
    session.add([pdfOf(1000)])
    const error = await failureOf(session.settled())
    expect(error.code).toBe('misconfigured')
    expect(error.message).toContain('Access-Control-Expose-Headers: Location')
  })

  it('that does not come for a file or a submit is not missed', async () => {
    const { session, reaches } = office.open({ upload: 'manual' })
    await office.sandbox.flip({ stall: { at: 'answer', on: 'register', times: 1 } })
    session.add([pdfOf(1000)])
    const finished = session.finish()
    await expect.poll(() => office.count('register'), SOON).toBe(1)
    await reaches('document.pdf', 'sending')
    await office.sandbox.flip({ exposeLocation: false, stall: false })
    expect(await finished).toHaveLength(1)
  })

  it('with an id that is none is not followed', async () => {
    await office.sandbox.flip({ location: { on: 'create', to: 'https://other.example/a/%2e%2e' } })
    const { session } = office.open()
    session.add([pdfOf(1000)])
    expect((await failureOf(session.settled())).code).toBe('protocol')
    expect(await office.count('register')).toBe(0)
  })
})

describe('CORS that no administrator enabled', () => {
  it('is said in words, with origin and product', async () => {
    await office.sandbox.flip({ corsActive: false })
    const { session } = office.open()
    session.add([pdfOf(1000)])
    const error = await failureOf(session.settled())
    expect(error).toMatchObject({ code: 'misconfigured', retryable: false })
    for (const word of ['administrator', location.origin, 'api.rest'])
      expect(error.message).toContain(word)
  })

  it('is suspected where not even the question can be read', async () => {
    await office.sandbox.flip({ cors: 'off' })
    const error = await failureOf(office.transport().createSession())
    expect(error).toMatchObject({ code: 'network', retryable: true })
    expect(error.message).toContain(`must enable CORS for ${location.origin}`)
  })

  it('can be asked for', async () => {
    expect(await office.transport().corsActive()).toBe(true)
    await office.sandbox.flip({ corsActive: false })
    expect(await office.transport().corsActive()).toBe(false)
  })
})

describe('a transfer session by hand', () => {
  it('is created, looked at, edited, marked, submitted and followed', async () => {
    const transport = office.transport()
    const id = await transport.createSession()
    expect(await transport.createSession()).toBe(id)
    expect(await transport.state()).toEqual({ checksumAlgorithm: 'SHA256', files: [] })
    const { session } = office.open({}, transport)
    session.add([pdfOf(1000, 'a.pdf', 1), pdfOf(1000, 'b.pdf', 2)])
    await session.settled()
    const { files } = await transport.state()
    expect(files.map(({ state }) => state)).toEqual(['UPLOADED', 'UPLOADED'])
    const [first, second] = files.map(file => file.id)
    await transport.removeFile(second ?? '')
    await transport.markConfidential(first ?? '')
    const edited = await transport.edit({ expirationDate: '2030-01-01' })
    expect(edited).toMatchObject({ expirationDate: '2030-01-01', confidentialMessageFileId: first })
    expect(await transport.submit()).toBe(id)
    await transport.transfer()
    expect(await transport.transfer()).toMatchObject({
      state: 'ACTIVE',
      files: [{ id: first, removed: false }],
      recipients: office.sandbox.recipients.to.map(mail => ({ mail, notificationFailed: false })),
    })
    expect(await transport.transfer(id)).toMatchObject({ state: 'ACTIVE' })
  })

  it('is discarded, and the next file starts a new one', async () => {
    const transport = office.transport()
    const id = await transport.createSession()
    await transport.discardSession()
    expect(await office.sandbox.sessions()).toEqual([])
    expect((await failureOf(transport.state())).code).toBe('misconfigured')
    expect(await transport.createSession()).not.toBe(id)
  })

  it('says what it cannot do', async () => {
    const transport = office.transport()
    for (const call of [transport.state(), transport.submit(), transport.discardSession()])
      expect((await failureOf(call)).code).toBe('misconfigured')
    expect((await failureOf(transport.transfer('20260101-000000-00000000'))).code).toBe('not-found')
    expect((await failureOf(transport.transfer('../clients'))).code).toBe('misconfigured')
    await office.sandbox.flip({ minorVersion: 11 })
    expect((await failureOf(transport.transfer('20260101-000000-00000000'))).code).toBe(
      'unsupported',
    )
    await transport.createSession()
    expect((await failureOf(transport.removeFile('nothing'))).code).toBe('not-found')
    await office.sandbox.flip({ fixedProperty: 'senderLanguage' })
    expect((await failureOf(transport.edit({ senderLanguage: 'de' }))).code).toBe('refused')
  })

  it('stops when its signal does', async () => {
    await office.sandbox.flip({ stall: { at: 'answer', on: 'create' } })
    const controller = new AbortController()
    const created = office.transport().createSession({ signal: controller.signal })
    await expect.poll(() => office.count('create'), SOON).toBe(1)
    controller.abort()
    await expect(created).rejects.toHaveProperty('name', 'AbortError')
  })
})
