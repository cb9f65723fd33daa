import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startSandbox } from '../contract-tools.ts'
import {
  countUploads,
  errorOf,
  isDelivered,
  pdfOf,
  type Sandbox,
  sha256,
  stagesForEachTest,
} from './session-tools.ts'
import { failureOf } from './transport.ts'

let sandbox: Sandbox
const open = stagesForEachTest()
const uploads = (): Promise<number> => countUploads(sandbox)

beforeAll(async () => {
  sandbox = await startSandbox('didww', { modulusLength: 2048 })
})
beforeEach(() => sandbox.reset())
afterAll(() => sandbox.close())

const HAPPY = 'waiting > checking > ready > sealing > sending > confirming > done'

describe('a file on its way', () => {
  it('arrives, opened by both keys, with a full receipt', async () => {
    const { session, phases } = open(sandbox)
    const file = pdfOf(100_000, 'passport.pdf')
    session.add([file])
    const [receipt] = await session.settled()
    expect(await isDelivered(sandbox, receipt, file)).toBe(true)
    expect(receipt).toMatchObject({
      transport: 'didww',
      name: 'passport.pdf',
      type: 'application/pdf',
      size: 100_000,
      sealed: { scheme: 'didww', authenticated: false },
    })
    expect(receipt?.sealed.recipients.join(':::')).toBe(sandbox.fingerprint)
    expect(receipt?.facts.fingerprint).toBe(sandbox.fingerprint)
    const lifetime = Date.parse(receipt?.expiresAt ?? '') - Date.parse(receipt?.sentAt ?? '')
    expect(Math.abs(lifetime - 86_400_000)).toBeLessThan(60_000)
    expect(phases('passport.pdf')).toBe(HAPPY)
  })

  it('goes with others, three at a time, the keys asked for once', async () => {
    const { session } = open(sandbox)
    const files = Array.from({ length: 12 }, (_, n) => pdfOf(20_000, `${n}.pdf`, n + 1))
    let most = 0
    session.subscribe(() => {
      const busy = session.files.filter(({ state }) =>
        ['sealing', 'sending', 'confirming'].includes(state.phase),
      )
      most = Math.max(most, busy.length)
    })
    session.add(files)
    const receipts = await session.settled()
    expect(receipts.map(({ name }) => name)).toEqual(files.map(({ name }) => name))
    for (const [at, file] of files.entries())
      expect(await isDelivered(sandbox, receipts[at], file)).toBe(true)
    expect(most).toBe(3)
    // A preflight is no question; the browser remembers one for some seconds.
    const asked = (await sandbox.requests()).filter(({ kind }) => kind === 'keys')
    expect(asked).toHaveLength(1)
  })

  it('is told to the server by an opaque name, or by its own with 8 hex digits', async () => {
    const opaque = open(sandbox).session
    opaque.add([pdfOf(1000, 'Erika Mustermann.pdf')])
    await opaque.settled()
    const named = open(sandbox, { fileName: 'original' }).session
    named.add([pdfOf(1000, 'Erika Mustermann.pdf')])
    await named.settled()
    const [first, second] = await sandbox.received()
    expect(first?.wireName).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}\.enc$/)
    expect(second?.wireName).toMatch(/^Erika Mustermann-[0-9a-f]{8}\.pdf\.enc$/)
  })

  it('waits for start() where the session is manual', async () => {
    const { session, phases } = open(sandbox, { upload: 'manual' })
    session.add([pdfOf(1000)])
    expect(await session.settled()).toEqual([])
    expect(phases('document.pdf')).toBe('waiting > checking > ready')
    expect(await uploads()).toBe(0)
    expect(await session.finish()).toHaveLength(1)
    session.add([pdfOf(1000, 'later.pdf', 2)])
    await session.settled()
    expect(phases('later.pdf')).toBe('waiting > checking > ready')
  })

  it('says who it is sealed for before anything is chosen', async () => {
    const { session } = open(sandbox)
    expect((await session.sealedFor()).join(':::')).toBe(sandbox.fingerprint)
    expect(await session.largest()).toBe(20_970_495)
  })
})

describe('keys', () => {
  it('that rotate between fetch and upload cost nobody a thought', async () => {
    const { session, phases } = open(sandbox)
    await session.sealedFor()
    await sandbox.flip({ rotateBeforeNextUpload: true })
    const file = pdfOf(50_000)
    session.add([file])
    const [receipt] = await session.settled()
    expect(await isDelivered(sandbox, receipt, file)).toBe(true)
    expect(phases('document.pdf')).toBe(
      'waiting > checking > ready > sealing > sending > confirming > sealing > sending > confirming > done',
    )
    expect(await uploads()).toBe(2)
    expect((await sandbox.received()).length).toBe(1)
  })

  it('that rotate under several files at once are noticed by each', async () => {
    const { session } = open(sandbox)
    await session.sealedFor()
    await sandbox.rotateKeys()
    const files = [1, 2, 3, 4, 5].map(n => pdfOf(5000, `${n}.pdf`, n))
    session.add(files)
    const receipts = await session.settled()
    for (const [at, file] of files.entries())
      expect(await isDelivered(sandbox, receipts[at], file)).toBe(true)
  })

  it('that rotate again and again fail the file, which is kept', async () => {
    const { session, reaches } = open(sandbox)
    await session.sealedFor()
    // The page keeps being told keys that uploads no longer take.
    await sandbox.flip({ rotateBeforeNextUpload: true })
    session.subscribe(({ state }) => {
      if (state.phase === 'sealing' && state.done === 0)
        void sandbox.flip({ rotateBeforeNextUpload: true })
    })
    session.add([pdfOf(1000)])
    const failed = await reaches('document.pdf', 'failed')
    expect(errorOf(failed).code).toBe('keys-rotated')
    expect(await uploads()).toBe(2)
  })

  for (const keys of ['garbage', 'one', 'equal', 'none', 'small', 'ec'] as const)
    it(`that are not to be trusted (${keys}) let nothing leave the page`, async () => {
      await sandbox.flip({ keys })
      const { session } = open(sandbox)
      expect((await failureOf(session.sealedFor())).code).toBe('keys-untrusted')
      session.add([pdfOf(1000)])
      expect((await failureOf(session.settled())).code).toBe('keys-untrusted')
      expect(await uploads()).toBe(0)
    })

  it('that are pinned are the only ones taken', async () => {
    const pin = await open(sandbox).session.sealedFor()
    const right = open(sandbox, {}, { pin }).session
    right.add([pdfOf(1000)])
    expect(await right.settled()).toHaveLength(1)
    const wrong = open(sandbox, {}, { pin: `${'0'.repeat(40)}:::${'1'.repeat(40)}` }).session
    wrong.add([pdfOf(1000)])
    expect((await failureOf(wrong.settled())).code).toBe('keys-untrusted')
    expect(await uploads()).toBe(1)
  })

  it('that are pinned and rotate let nothing more leave the page', async () => {
    const pin = await open(sandbox).session.sealedFor()
    const { session } = open(sandbox, {}, { pin })
    await session.sealedFor()
    await sandbox.flip({ rotateBeforeNextUpload: true })
    session.add([pdfOf(1000)])
    expect((await failureOf(session.settled())).code).toBe('keys-untrusted')
    expect(await uploads()).toBe(1)
  })

  it('that are a page of HTML, as before a hotel’s network is signed in to, are asked for again by itself', async () => {
    await sandbox.flip({ keys: 'html' })
    const { session, reaches } = open(sandbox)
    session.add([pdfOf(1000)])
    const waits = await reaches('document.pdf', 'retrying')
    expect(errorOf(waits)).toMatchObject({ code: 'protocol', outcome: 'unsent' })
    await sandbox.flip({ keys: 'normal' })
    expect(await session.settled()).toHaveLength(1)
    expect(await uploads()).toBe(1)
  })

  it('that cannot be had are asked for again', async () => {
    await sandbox.flip({ status: { code: 503, times: 2, on: 'any', retryAfter: 0 } })
    const { session } = open(sandbox)
    session.add([pdfOf(1000)])
    expect(await session.settled()).toHaveLength(1)
  })
})

describe('a bad line', () => {
  it.each([
    ['a 503 with Retry-After', { status: { code: 503, times: 1, retryAfter: 0 } }],
    ['a 429 with Retry-After', { status: { code: 429, times: 2, retryAfter: 0 } }],
    ['a 429 without', { status: { code: 429, times: 1 } }],
  ] as const)('%s: the same parcel is sent again, and arrives', async (_, fault) => {
    await sandbox.flip(fault)
    const { session, phases } = open(sandbox)
    const file = pdfOf(2_000_000)
    session.add([file])
    const [receipt] = await session.settled()
    expect(await isDelivered(sandbox, receipt, file)).toBe(true)
    expect(phases('document.pdf')).toContain('retrying')
    expect(phases('document.pdf').split('sealing').length).toBe(2)
  })

  it('shows when it tries again after Retry-After', async () => {
    await sandbox.flip({ status: { code: 503, times: 1, retryAfter: 3600 } })
    const { session, reaches } = open(sandbox, { retryPolicy: { maxRetryAfterMs: 4_000_000 } })
    session.add([pdfOf(1000)])
    const { id, state } = await reaches('document.pdf', 'retrying')
    if (state.phase !== 'retrying' || state.at === 'online') throw new Error('no time')
    expect(state.at - Date.now()).toBeGreaterThan(3_590_000)
    session.retry(id)
    expect(await session.settled()).toHaveLength(1)
  })

  it('that does not get better fails the file, which a retry by hand delivers', async () => {
    await sandbox.flip({ status: { code: 503 } })
    const { session, phases } = open(sandbox, { retryPolicy: { limit: 2, delayMs: 1 } })
    const file = pdfOf(1000)
    session.add([file])
    const error = await failureOf(session.settled())
    expect(error).toMatchObject({ code: 'server', provider: { status: 503 } })
    expect(error.fileId).toBe(session.files[0]?.id)
    expect(await uploads()).toBe(3)
    await sandbox.flip({ status: false })
    session.retry()
    const [receipt] = await session.settled()
    expect(await isDelivered(sandbox, receipt, file)).toBe(true)
    // The parcel was kept: it is not sealed a second time.
    expect(phases('document.pdf').split('sealing').length).toBe(2)
  })

  it('is waited out while the device is offline, without using up a try', async () => {
    const { session, reaches } = open(sandbox, { retryPolicy: { limit: 0 } })
    const online = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine')
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false })
    await sandbox.flip({ dropAnswer: { times: 1, on: 'any', connection: 'fresh' } })
    try {
      session.add([pdfOf(1000)])
      const { state } = await reaches('document.pdf', 'retrying')
      expect(state).toMatchObject({ at: 'online', error: { code: 'offline' } })
    } finally {
      Reflect.deleteProperty(navigator, 'onLine')
      if (online) Object.defineProperty(Navigator.prototype, 'onLine', online)
    }
    dispatchEvent(new Event('online'))
    expect(await session.settled()).toHaveLength(1)
  })

  it('of an older API version is said to be one, and not tried again', async () => {
    await sandbox.flip({ legacy: true })
    const { session } = open(sandbox)
    session.add([pdfOf(1000)])
    const error = await failureOf(session.settled())
    expect(error.code).toBe('protocol')
    expect(error.message).toContain('older API version')
    expect(await uploads()).toBe(1)
  })
})

describe('authorize', () => {
  it('is asked for each attempt, and once more after a 401', async () => {
    const asked: number[] = []
    const { session } = open(sandbox, {
      authorize({ attempt, method, transport }) {
        if (method === 'POST') asked.push(attempt)
        expect(transport).toBe('didww')
        return { 'Api-Key': attempt === 1 ? 'expired' : sandbox.apiKey }
      },
    })
    session.add([pdfOf(1000)])
    expect(await session.settled()).toHaveLength(1)
    expect(asked).toEqual([1, 2])
  })

  it('that stays wrong is "unauthorized", with the provider’s words', async () => {
    const { session } = open(sandbox, { authorize: () => ({ 'Api-Key': 'wrong' }) })
    session.add([pdfOf(1000)])
    expect(await failureOf(session.settled())).toMatchObject({
      code: 'unauthorized',
      provider: { status: 401, code: '401', message: 'Authorization failed' },
    })
    expect(await uploads()).toBe(2)
  })

  it('that throws is "unauthorized", and nothing is sent', async () => {
    const { session } = open(sandbox, {
      authorize() {
        throw new Error('no token')
      },
    })
    session.add([pdfOf(1000)])
    expect((await failureOf(session.settled())).code).toBe('unauthorized')
    expect(await sandbox.requests()).toEqual([])
  })
})

describe('a person', () => {
  it('can cancel mid-upload, and nothing is stored', async () => {
    await sandbox.flip({ slow: { bytesPerSecond: 100_000 } })
    const { session, reaches, phases } = open(sandbox)
    session.add([pdfOf(5_000_000)])
    await reaches('document.pdf', 'sending')
    session.cancel()
    expect(await session.settled()).toEqual([])
    expect(phases('document.pdf')).toMatch(/sending > cancelled$/)
    expect(await sandbox.received()).toEqual([])
  })

  it('can pause mid-upload and go on with the same parcel', async () => {
    await sandbox.flip({ slow: { bytesPerSecond: 200_000 } })
    const { session, reaches, phases } = open(sandbox)
    const file = pdfOf(5_000_000)
    session.add([file])
    const { id } = await reaches('document.pdf', 'sending')
    session.pause(id)
    expect(session.files[0]?.state).toMatchObject({ phase: 'paused', from: 'sending' })
    expect(await session.settled()).toEqual([])
    await sandbox.flip({ slow: false })
    session.resume(id)
    const [receipt] = await session.settled()
    expect(await isDelivered(sandbox, receipt, file)).toBe(true)
    expect(phases('document.pdf').split('sealing').length).toBe(2)
  })

  it('who pauses and resumes in a hurry still sends one file once', async () => {
    const { session, reaches } = open(sandbox)
    session.add([pdfOf(500_000)])
    const { id } = await reaches('document.pdf', 'sealing')
    for (let n = 0; n < 5; n++) {
      session.pause(id)
      session.resume(id)
    }
    expect(await session.settled()).toHaveLength(1)
    expect(await sandbox.received()).toHaveLength(1)
  })

  it('can hold the whole queue', async () => {
    const { session, phases } = open(sandbox)
    session.pause()
    session.add([pdfOf(1000, 'a.pdf', 1), pdfOf(1000, 'b.pdf', 2)])
    expect(await session.settled()).toEqual([])
    expect(phases('b.pdf')).toBe('waiting > checking > ready')
    session.resume()
    expect(await session.settled()).toHaveLength(2)
  })

  it('can take a file off at any time, and the list forgets it', async () => {
    const { session, reaches } = open(sandbox)
    const [file] = session.add([pdfOf(1000)])
    await reaches('document.pdf', 'checking')
    session.removeFile(file?.id ?? '')
    expect(session.files).toEqual([])
    expect(await session.settled()).toEqual([])
    expect(await uploads()).toBe(0)
  })
})

describe('intake in a session', () => {
  it('refuses the second of two equal files, whatever its name', async () => {
    const { session } = open(sandbox)
    session.add([pdfOf(3000, 'a.pdf'), pdfOf(3000, 'b.pdf'), pdfOf(3000, 'c.pdf', 2)])
    expect(await session.settled()).toHaveLength(2)
    expect(session.files.map(({ state }) => state.phase)).toEqual(['done', 'refused', 'done'])
    const [, second] = session.files
    expect(second && errorOf(second)).toMatchObject({
      code: 'duplicate',
      details: { name: 'a.pdf' },
    })
  })

  it('takes an equal file again once the first was taken off', async () => {
    const { session } = open(sandbox)
    session.add([pdfOf(3000)])
    await session.settled()
    session.clear()
    session.add([pdfOf(3000)])
    expect(await session.settled()).toHaveLength(1)
  })

  it('counts only files it accepts: a bad one takes no place', async () => {
    const { session } = open(sandbox, { limits: { maxFiles: 1 } })
    session.add([new File(['nothing'], 'bad.pdf'), pdfOf(1000, 'a.pdf'), pdfOf(1000, 'b.pdf', 2)])
    expect((await session.settled()).map(({ name }) => name)).toEqual(['a.pdf'])
    expect(session.files.map(file => errorOf(file).code)).toEqual([
      'wrong-type',
      undefined,
      'too-many',
    ])
  })

  it('takes a file of exactly the limit, and refuses one byte more before reading it', async () => {
    const { session } = open(sandbox)
    const largest = await session.largest()
    const exact = pdfOf(largest, 'exact.pdf')
    const over = new File([exact, 'x'], 'over.pdf')
    let reads = 0
    const slice = over.slice.bind(over)
    over.slice = (...given) => {
      reads++
      return slice(...given)
    }
    session.add([over, exact])
    const [receipt] = await session.settled()
    expect(receipt).toMatchObject({ name: 'exact.pdf', sealed: { size: 20_971_008 } })
    expect(await isDelivered(sandbox, receipt, exact)).toBe(true)
    expect(session.files[1]?.remarks).toContain('near-limit')
    expect(session.files[0] && errorOf(session.files[0])).toMatchObject({
      code: 'too-large',
      details: { maxBytes: largest },
    })
    expect(reads).toBe(0)
  })

  it('has a code of its own for an empty file', async () => {
    const { session } = open(sandbox)
    session.add([new File([], 'empty.pdf')])
    await session.settled()
    expect(session.files[0] && errorOf(session.files[0]).code).toBe('empty')
  })

  it('never shows control or bidi characters of a name', async () => {
    const { session } = open(sandbox)
    const [file] = session.add([pdfOf(1000, 'a\u202Efdp.exe\u0000/../b.pdf')])
    expect(file?.name).not.toMatch(/[\p{Cc}\u202E/]/u)
    await session.settled()
  })
})

describe('a session', () => {
  it.each([
    ['no transport', { transport: undefined }],
    ['a seal the transport does not take', { seal: { scheme: 'none', because: 'test' } }],
    ['a size nobody can read', { limits: { maxSize: 'much' } }],
    ['a type nobody can judge', { limits: { accept: '.docx' } }],
    ['half a file at a time', { parallel: 0.5 }],
  ])('is misconfigured at once with %s', (_, options) => {
    expect(() => open(sandbox, options as object)).toThrow(
      expect.objectContaining({ code: 'misconfigured' }),
    )
  })

  it('that is closed stops everything, and takes nothing more', async () => {
    await sandbox.flip({ slow: { bytesPerSecond: 100_000 } })
    const { session, reaches } = open(sandbox)
    session.add([pdfOf(3_000_000)])
    await reaches('document.pdf', 'sending')
    session.close()
    expect(session.files[0]?.state.phase).toBe('cancelled')
    expect(() => session.add([pdfOf(1000)])).toThrow('closed')
    expect(await sandbox.received()).toEqual([])
  })

  it('gives frozen files, new ones only where something changed', async () => {
    const { session } = open(sandbox)
    session.add([pdfOf(1000)])
    await session.settled()
    const [file] = session.files
    expect(Object.isFrozen(session.files)).toBe(true)
    expect(Object.isFrozen(file)).toBe(true)
    expect(Object.isFrozen(file?.state)).toBe(true)
    expect(Object.isFrozen(file?.remarks)).toBe(true)
    expect(session.files[0]).toBe(file)
  })

  it('survives a listener that throws', async () => {
    const { session } = open(sandbox)
    const reported: unknown[] = []
    const report = globalThis.reportError
    globalThis.reportError = thrown => reported.push(thrown)
    session.subscribe(() => {
      throw new Error('not the session’s fault')
    })
    session.add([pdfOf(1000)])
    expect(await session.settled()).toHaveLength(1)
    globalThis.reportError = report
    expect(reported.length).toBeGreaterThan(0)
  })
})

describe('the wire', () => {
  it('shows no plaintext, no name, and the API key only in its header to the endpoint', async () => {
    const marker = 'TOP-SECRET-MARKER'
    const { session } = open(sandbox)
    const secret = new File([pdfOf(5000), `%${marker}\n`], 'Erika-Mustermann.pdf')
    session.add([secret])
    await session.settled()
    const requests = await sandbox.requests()
    expect(requests.length).toBeGreaterThan(1)
    for (const { path, headers, body } of requests) {
      const { 'api-key': key, ...rest } = headers
      const text = `${path} ${JSON.stringify(rest)} ${new TextDecoder('latin1').decode(body)}`
      for (const needle of [
        marker,
        btoa(marker),
        'Mustermann',
        '%PDF',
        sandbox.apiKey,
        await sha256(secret),
      ])
        expect(text.includes(needle), needle).toBe(false)
      expect([sandbox.apiKey, undefined]).toContain(key)
    }
  })
})
