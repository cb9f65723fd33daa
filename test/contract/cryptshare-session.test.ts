import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Receipt } from '../../src/core/contracts.ts'
import { type Office, openOffice, SOON } from './cryptshare-tools.ts'
import { errorOf, pdfOf, sha256 } from './session-tools.ts'
import { failureOf } from './transport.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterEach(() => office.clean())
afterAll(() => office.close())

const three = (): File[] => [1, 2, 3].map(n => pdfOf(20_000, `${n}.pdf`, n))
const transfersOf = (receipts: readonly Receipt[]): Set<string | undefined> =>
  new Set(receipts.map(({ facts }) => facts.transfer))

describe('files for Cryptshare', () => {
  it('that start together share one transfer session, and arrive whole in one transfer', async () => {
    const { session } = office.open()
    const files = three()
    session.add(files)
    const receipts = await session.finish()
    expect(await office.count('create')).toBe(1)
    expect(await office.count('submit')).toBe(1)
    expect(transfersOf(receipts).size).toBe(1)
    for (const [index, file] of files.entries())
      expect(await office.isOpened(receipts[index]?.reference, file)).toBe(true)
    const [one] = await office.sandbox.sessions()
    expect(one).toMatchObject({ isSubmitted: true, id: receipts[0]?.facts.transfer })
    expect(one?.files).toHaveLength(3)
  })

  it('are delivered when they came, and done when they were submitted', async () => {
    const { session, phases } = office.open()
    session.add([pdfOf(1000)])
    expect(await session.settled()).toEqual([])
    expect(session.files[0]?.state.phase).toBe('delivered')
    expect(await office.count('submit')).toBe(0)
    expect(await session.finish()).toHaveLength(1)
    expect(phases('document.pdf')).toMatch(/confirming > delivered > committing > done$/)
  })

  it.each(['create', 'register'])(
    'do not fail with the first one, which is cancelled during "%s"',
    async on => {
      await office.sandbox.flip({ stall: { at: 'answer', on, times: 1 } })
      const { session } = office.open()
      const [first] = session.add(three())
      await expect.poll(() => office.count(on), SOON).toBeGreaterThan(0)
      session.cancel(first?.id)
      await office.sandbox.flip({ stall: false })
      const receipts = await session.finish()
      expect(receipts.map(({ name }) => name)).toEqual(['2.pdf', '3.pdf'])
      expect(await office.count('create')).toBe(1)
      const [one] = await office.sandbox.sessions()
      expect(one?.files.map(({ state }) => state)).toEqual(['ACTIVE', 'ACTIVE'])
    },
  )

  it.each([
    ['SHA256', 'SHA-256'],
    ['SHA-512', 'SHA-512'],
    ['sha1', 'SHA-1'],
  ])(
    'carry the checksum of what is sent, in the session’s algorithm (%s)',
    async (algorithm, web) => {
      await office.sandbox.flip({ algorithm })
      const { session } = office.open()
      session.add([pdfOf(5000)])
      const [receipt] = await session.finish()
      const [stored] = await office.sandbox.received()
      const bytes = new Uint8Array(await office.sandbox.sealed(receipt?.reference ?? ''))
      const digest = new Uint8Array(await crypto.subtle.digest(web, bytes))
      const expected = [...digest].map(byte => byte.toString(16).padStart(2, '0')).join('')
      expect(stored?.checksum).toBe(expected)
      expect(receipt?.sealed.sha256).toBe(await sha256(new Blob([bytes])))
    },
  )

  it('ask for SHA-256 where the server would use what no browser has', async () => {
    await office.sandbox.flip({ algorithm: 'MD5' })
    const { session } = office.open()
    session.add([pdfOf(5000)])
    await session.finish()
    const [stored] = await office.sandbox.received()
    expect(stored?.checksum).toBe(stored?.sha256)
    expect((await office.sandbox.sessions())[0]?.properties).toEqual({
      fileChecksumAlgorithm: 'SHA256',
    })
  })

  it('have no checksum where that may not be changed either', async () => {
    await office.sandbox.flip({ algorithm: 'MD5', fixedProperty: 'fileChecksumAlgorithm' })
    const { session } = office.open()
    session.add([pdfOf(5000)])
    expect(await session.finish()).toHaveLength(1)
    expect((await office.sandbox.received())[0]).not.toHaveProperty('checksum')
  })

  it('that are added after the submit go into a new transfer', async () => {
    const { session } = office.open()
    session.add([pdfOf(1000, 'a.pdf', 1)])
    await session.finish()
    session.add([pdfOf(1000, 'b.pdf', 2)])
    const receipts = await session.finish()
    expect(transfersOf(receipts).size).toBe(2)
    expect(
      (await office.sandbox.sessions()).map(one => [one.isSubmitted, one.files.length]),
    ).toEqual([
      [true, 1],
      [true, 1],
    ])
  })

  it('that were cancelled leave nothing behind', async () => {
    const { session } = office.open()
    const [, second] = session.add([pdfOf(1000, 'a.pdf', 1), pdfOf(1000, 'b.pdf', 2)])
    await session.settled()
    session.cancel(second?.id)
    await expect.poll(async () => (await office.sandbox.received()).length, SOON).toBe(1)
    expect((await session.finish()).map(({ name }) => name)).toEqual(['a.pdf'])
  })

  it('that are paused are not in the transfer of the others, but in one of their own later', async () => {
    await office.sandbox.flip({
      stall: { at: 'answer', on: 'upload', times: 1, connection: 'fresh' },
    })
    const { session, reaches } = office.open({ parallel: 1 })
    const [first] = session.add([pdfOf(200_000, 'a.pdf', 1), pdfOf(1000, 'b.pdf', 2)])
    await expect.poll(() => office.count('upload'), SOON).toBe(1)
    const stop = session.subscribe(({ id, state }) => {
      if (id === first?.id && state.phase === 'retrying') session.pause(id)
    })
    session.pause(first?.id)
    await office.sandbox.flip({ stall: false, dropAnswer: { times: 1 } })
    await reaches('a.pdf', 'paused')
    stop()
    expect((await session.finish()).map(({ name }) => name)).toEqual(['b.pdf'])
    session.resume(first?.id)
    expect(transfersOf(await session.finish()).size).toBe(2)
    expect((await office.sandbox.sessions()).map(({ files }) => files.length)).toEqual([1, 1])
  })

  it('that are on their way when another form submits go into the next transfer', async () => {
    const transport = office.transport()
    const first = office.open({}, transport)
    const second = office.open({}, transport)
    first.session.add([pdfOf(1000, 'a.pdf', 1)])
    await first.session.settled()
    await office.sandbox.flip({ stall: { at: 'answer', on: 'upload', times: 1 } })
    const file = pdfOf(1000, 'b.pdf', 2)
    second.session.add([file])
    await expect.poll(async () => (await office.sandbox.received()).length, SOON).toBe(2)
    await first.session.finish()
    await office.sandbox.flip({ stall: false })
    const receipts = await second.session.finish()
    expect(await office.isOpened(receipts[0]?.reference, file)).toBe(true)
    expect(
      (await office.sandbox.sessions()).map(({ isSubmitted, files }) => [
        isSubmitted,
        files.length,
      ]),
    ).toEqual([
      [true, 1],
      [true, 1],
    ])
  })

  it('one of which is the confidential message are marked so', async () => {
    const { session } = office.open(
      { fileName: 'original' },
      { confidentialMessage: ({ name }) => name.startsWith('message') },
    )
    session.add([pdfOf(1000, 'a.pdf', 1), pdfOf(1000, 'message.pdf', 2)])
    const receipts = await session.finish()
    const [one] = await office.sandbox.sessions()
    expect(one?.properties).toEqual({ confidentialMessageFileId: receipts[1]?.reference })
  })

  it('two of which are the confidential message are told so', async () => {
    const { session } = office.open({ parallel: 1 }, { confidentialMessage: () => true })
    session.add([pdfOf(1000, 'a.pdf', 1), pdfOf(1000, 'b.pdf', 2)])
    expect((await failureOf(session.settled())).code).toBe('misconfigured')
    expect(session.files.map(({ state }) => state.phase)).toEqual(['delivered', 'failed'])
  })

  it('travel with what the integrator set for the session', async () => {
    const properties = { notificationMessage: { subject: 'Papers', body: 'Please read' } }
    const { session } = office.open({}, { session: properties, sender: { name: 'Forms' } })
    session.add([pdfOf(1000)])
    await session.finish()
    const [one] = await office.sandbox.sessions()
    expect(one?.properties).toEqual(properties)
    expect(one?.recipients).toEqual({
      to: office.sandbox.recipients.to.map(mail => ({ mail })),
    })
  })

  it('put no secret, name or address of a recipient into a URL', async () => {
    const { session } = office.open({ fileName: 'original' })
    session.add([pdfOf(1000, 'Mustermann.pdf')])
    await session.finish()
    const requests = await office.sandbox.requests()
    const tokens = requests.flatMap(({ headers }) => headers['x-cs-verificationtoken'] ?? [])
    expect(tokens.length).toBeGreaterThan(0)
    for (const { path } of requests) {
      expect(path).not.toContain('?')
      for (const secret of [...tokens, office.sandbox.clientId, 'Mustermann', 'desk@'])
        expect(path).not.toContain(secret)
    }
  })
})

describe('a transfer that is submitted', () => {
  it('names each recipient whom no mail reached', async () => {
    await office.sandbox.flip({ unreachable: ['archive@example.org'], processing: 3 })
    const { session } = office.open()
    session.add([pdfOf(1000)])
    const [receipt] = await session.finish()
    expect(receipt?.facts).toMatchObject({ state: 'ACTIVE', notNotified: 'archive@example.org' })
    expect(await office.count('transfer')).toBe(4)
  })

  it('is not waited for without end, nor at all if so wished', async () => {
    await office.sandbox.flip({ processing: 1000 })
    const patient = office.open({}, { pollTransfer: { everyMs: 1, looks: 3 } }).session
    patient.add([pdfOf(1000)])
    expect((await patient.finish())[0]?.facts.state).toBe('PROCESSING')
    expect(await office.count('transfer')).toBe(3)
    const hasty = office.open({}, { pollTransfer: false }).session
    hasty.add([pdfOf(1000)])
    const [receipt] = await hasty.finish()
    expect(receipt?.facts).toEqual({ transfer: expect.stringMatching(/^\d{8}-\d{6}-\w{8}$/) })
    expect(await office.count('transfer')).toBe(3)
  })

  it('counts as done where the server is too old to tell, or cannot be asked', async () => {
    await office.sandbox.flip({ minorVersion: 7 })
    const old = office.open().session
    old.add([pdfOf(1000)])
    expect(await old.finish()).toHaveLength(1)
    await office.sandbox.flip({ minorVersion: 12, status: { code: 503, on: 'transfer' } })
    const busy = office.open({}, { pollTransfer: { everyMs: 1, looks: 2 } }).session
    busy.add([pdfOf(1000)])
    expect(await busy.finish()).toHaveLength(1)
    expect(await office.count('submit')).toBe(2)
  })

  it('is refused: its files fail, and a retry submits them, once', async () => {
    await office.sandbox.flip({ refuseSubmit: true })
    const { session } = office.open()
    session.add(three())
    const error = await failureOf(session.finish())
    expect(error).toMatchObject({ code: 'refused', provider: { status: 409, code: '2001' } })
    expect(session.files.map(({ state }) => state.phase)).toEqual(['failed', 'failed', 'failed'])
    await office.sandbox.flip({ refuseSubmit: false })
    session.retry()
    expect(await session.finish()).toHaveLength(3)
    expect(await office.count('upload')).toBe(3)
    expect(await office.sandbox.sessions()).toHaveLength(1)
  })

  it('is refused: what is added before the retry goes into the same transfer', async () => {
    await office.sandbox.flip({ refuseSubmit: true })
    const { session } = office.open()
    session.add([pdfOf(1000, 'a.pdf', 1)])
    await failureOf(session.finish())
    await office.sandbox.flip({ refuseSubmit: false })
    session.add([pdfOf(1000, 'b.pdf', 2)])
    session.retry()
    const receipts = await session.finish()
    expect(receipts.map(({ name }) => name)).toEqual(['a.pdf', 'b.pdf'])
    expect(transfersOf(receipts).size).toBe(1)
    expect(await office.count('create')).toBe(1)
  })

  it.each(['removed', 'failed'] as const)(
    'whose checksum is wrong (%s) fails its file, which a retry sends again',
    async wrongChecksum => {
      await office.sandbox.flip({ damages: true, wrongChecksum })
      const { session } = office.open()
      const file = pdfOf(1000)
      session.add([file])
      expect((await failureOf(session.finish())).code).toBe('mismatch')
      await office.sandbox.flip({ damages: false })
      session.retry()
      const [receipt] = await session.finish()
      expect(await office.isOpened(receipt?.reference, file)).toBe(true)
    },
  )

  it('with a warning says so in the receipt', async () => {
    await office.sandbox.flip({ damages: true, wrongChecksum: 'warning' })
    const { session } = office.open()
    session.add([pdfOf(1000)])
    expect((await session.finish())[0]?.facts.warnings).toBe('A checksum is wrong.')
  })

  it('that lacks a file is held back until that was sent again', async () => {
    const { session } = office.open()
    const files = three()
    session.add(files)
    await session.settled()
    const [lost] = await office.sandbox.received()
    await office.sandbox.loseFile(lost?.id ?? '')
    await failureOf(session.finish())
    expect(session.files.map(file => errorOf(file).code).sort()).toEqual([
      'mismatch',
      'mismatch',
      'not-found',
    ])
    expect(await office.count('submit')).toBe(0)
    session.retry()
    const receipts = await session.finish()
    expect(transfersOf(receipts).size).toBe(1)
    expect(await office.count('upload')).toBe(4)
    for (const [index, file] of files.entries())
      expect(await office.isOpened(receipts[index]?.reference, file)).toBe(true)
  })

  it('whose session is over before fails its files, and a retry sends them into a new one', async () => {
    const { session } = office.open()
    const file = pdfOf(1000)
    session.add([file])
    await session.settled()
    await office.sandbox.loseSessions()
    expect((await failureOf(session.finish())).code).toBe('expired')
    session.retry()
    const [receipt] = await session.finish()
    expect(await office.isOpened(receipt?.reference, file)).toBe(true)
  })
})
