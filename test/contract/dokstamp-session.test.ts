import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Transport } from '../../src/core/contracts.ts'
import { age } from '../../src/seal/choice.ts'
import { startSandbox } from '../contract-tools.ts'
import {
  type Dokstamp,
  isOpened,
  openDokstamp,
  STAMPED,
  sealedFor,
  transportOf,
  uploads,
} from './dokstamp-tools.ts'
import { errorOf, pdfOf, type Stage } from './session-tools.ts'
import { failureOf } from './transport.ts'

let sandbox: Dokstamp
const stages: Stage[] = []
const open = (...[options, transport]: [object?, object?]): Stage => {
  const stage = openDokstamp(sandbox, options, transport)
  stages.push(stage)
  return stage
}

beforeAll(async () => {
  sandbox = await startSandbox('dokstamp')
})
beforeEach(() => sandbox.reset())
afterEach(() => {
  for (const { session } of stages.splice(0)) session.close()
})
afterAll(() => sandbox.close())

const PNG = new Uint8Array([
  137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0,
  0, 58, 126, 155, 85, 0, 0, 0, 10, 73, 68, 65, 84, 120, 156, 99, 96, 0, 0, 0, 2, 0, 1, 72, 175,
  164, 113, 0, 0, 0, 0, 73, 69, 78, 68, 174, 66, 96, 130,
])

describe('a seal for DokStamp', () => {
  it('of age inside a PDF: what arrives is a PDF, and only the recipient opens it', async () => {
    const { session } = open()
    const file = pdfOf(100_000, 'contract.pdf')
    session.add([file])
    const [receipt] = await session.settled()
    expect(await isOpened(sandbox, receipt?.reference, file)).toBe(true)
    expect(receipt).toMatchObject({
      transport: 'dokstamp',
      sealed: { scheme: 'age+pdf' },
      facts: {},
    })
    const [stored] = await sandbox.received()
    expect(stored).toMatchObject({ id: receipt?.reference, sha256: receipt?.sealed.sha256 })
    expect(stored?.wireName).toMatch(/^[0-9a-f-]{36}\.pdf$/)
    expect(receipt?.facts).not.toHaveProperty('duplicate')
  })

  it('takes a picture too, for inside of the PDF nobody looks', async () => {
    const { session } = open()
    const file = new File([PNG], 'scan.png')
    session.add([file])
    const [receipt] = await session.settled()
    expect(await isOpened(sandbox, receipt?.reference, file)).toBe(true)
  })

  it('of "none" with a reason lets the PDF itself through, to be stamped', async () => {
    const { session } = open({ seal: STAMPED })
    const file = pdfOf(5000)
    session.add([file])
    const [receipt] = await session.settled()
    expect(await sandbox.sealed(receipt?.reference ?? '')).toEqual(
      new Uint8Array(await file.arrayBuffer()),
    )
    expect(receipt?.sealed).toMatchObject({ scheme: 'none', authenticated: false })
  })

  it('of "none" takes PDFs only: a picture is refused before anything is sent', async () => {
    const { session } = open({ seal: STAMPED })
    session.add([new File([PNG], 'scan.png')])
    await session.settled()
    const [refused] = session.files
    expect(refused?.state.phase).toBe('refused')
    expect(refused && errorOf(refused)).toMatchObject({
      code: 'wrong-type',
      details: { found: 'PNG', accepted: 'PDF' },
    })
    expect(await sandbox.requests()).toEqual([])
  })

  it.each([
    ['neither', undefined],
    ['plain age', age('age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg')],
    ['DIDWW’s', { scheme: 'didww' }],
    ['none without a reason', { scheme: 'none', because: ' ' }],
  ])('must be one of the two: with %s it is misconfigured at once', (_, seal) => {
    expect(() => open({ seal })).toThrow(expect.objectContaining({ code: 'misconfigured' }))
  })

  it('of "none" with only pictures accepted is misconfigured at once', () => {
    expect(() => open({ seal: STAMPED, limits: { accept: 'image/*' } })).toThrow(
      expect.objectContaining({ code: 'misconfigured' }),
    )
  })
})

describe('the same bytes', () => {
  it.each([200, 201] as const)('sent again give the same uuid (status %i)', async duplicate => {
    await sandbox.flip({ duplicate })
    const receipts = []
    for (const name of ['a.pdf', 'b.pdf']) {
      const { session } = open({ seal: STAMPED })
      session.add([pdfOf(3000, name)])
      receipts.push(...(await session.settled()))
    }
    const [first, second] = receipts
    expect(second?.reference).toBe(first?.reference)
    expect(first?.facts).not.toHaveProperty('duplicate')
    expect(second?.facts.duplicate).toBe('true')
    expect(await sandbox.received()).toHaveLength(1)
  })

  it('that a certificate has already are "already-used", and not tried again', async () => {
    const first = open({ seal: STAMPED }).session
    first.add([pdfOf(3000)])
    const [receipt] = await first.settled()
    await sandbox.use(receipt?.reference ?? '')
    const second = open({ seal: STAMPED }).session
    second.add([pdfOf(3000)])
    expect(await failureOf(second.settled())).toMatchObject({
      code: 'already-used',
      retryable: false,
    })
    expect(await uploads(sandbox)).toBe(2)
  })

  it('sealed twice are two files: nobody learns that they are equal', async () => {
    for (const name of ['a.pdf', 'b.pdf']) {
      const { session } = open()
      session.add([pdfOf(3000, name)])
      const [receipt] = await session.settled()
      expect(receipt?.facts).not.toHaveProperty('duplicate')
    }
    expect(await sandbox.received()).toHaveLength(2)
  })

  it('keep a name with quotation marks recognisable', async () => {
    const { session } = open({ fileName: 'original' })
    session.add([pdfOf(3000, 'the "last" will.pdf')])
    const [receipt] = await session.settled()
    const [stored] = await sandbox.received()
    expect(stored?.wireName).toMatch(/^the (%22|")last(%22|") will-[0-9a-f]{8}\.pdf\.pdf$/)
    expect(receipt?.facts).not.toHaveProperty('duplicate')
  })
})

describe('a file that is cancelled after it arrived', () => {
  /** Nothing is done before finish(): a file can be cancelled when it has arrived. */
  const committing = (): Transport => ({
    ...transportOf(sandbox),
    commit: async deliveries => deliveries,
  })
  const cancelDelivered = async (seal: object): Promise<void> => {
    const { session, reaches } = open({ transport: committing(), seal })
    session.add([pdfOf(3000)])
    const { id } = await reaches('document.pdf', 'delivered')
    session.cancel(id)
    await session.settled()
  }
  const deletions = async (): Promise<number> =>
    (await sandbox.requests()).filter(({ method }) => method === 'DELETE').length

  it('is taken back where it was sealed, so that nobody else can have it', async () => {
    await cancelDelivered(sealedFor(sandbox))
    await expect.poll(() => sandbox.received(), { timeout: 20_000 }).toEqual([])
  })

  it('stays where it was not sealed: the same bytes may be somebody else’s by now', async () => {
    await cancelDelivered(STAMPED)
    const { session } = open()
    session.add([pdfOf(1000)])
    await session.settled()
    expect(await deletions()).toBe(0)
    expect(await sandbox.received()).toHaveLength(2)
  })

  it('stays where DokStamp names another upload’s record', async () => {
    const first = open({ seal: STAMPED }).session
    first.add([pdfOf(3000)])
    await first.settled()
    await cancelDelivered(STAMPED)
    expect(await deletions()).toBe(0)
    expect(await sandbox.received()).toHaveLength(1)
  })
})

describe('authorization', () => {
  it('whose token expired is asked for again, once, and the upload succeeds', async () => {
    const expired = await sandbox.issueToken()
    await sandbox.expireTokens()
    const fresh = await sandbox.issueToken()
    const asked: number[] = []
    const { session } = open({
      authorize({ attempt }: { attempt: number }) {
        asked.push(attempt)
        return { Authorization: `Bearer ${attempt === 1 ? expired : fresh}` }
      },
    })
    session.add([pdfOf(1000)])
    expect(await session.settled()).toHaveLength(1)
    expect(asked).toEqual([1, 2])
  })

  it.each([
    ['newer', 401, 'unauthorized'],
    ['older', 401, 'unauthorized'],
    ['newer', 404, 'not-found'],
    ['older', 404, 'not-found'],
  ] as const)('without the tenant fails (%s, %i)', async (generation, noTenant, code) => {
    const token = await sandbox.issueToken()
    await sandbox.flip({ generation, noTenant })
    const authorize = () => ({ Authorization: `Bearer ${token}` })
    const { session } = open({ authorize }, { tenant: undefined })
    session.add([pdfOf(1000)])
    expect(await failureOf(session.settled())).toMatchObject({
      code,
      provider: { status: noTenant },
    })
    expect(await sandbox.received()).toEqual([])
  })

  it('that a preflight does not allow is a network error that names CORS', async () => {
    await sandbox.flip({ cors: 'recorded' })
    const { session } = open({ retryPolicy: { limit: 0 } })
    session.add([pdfOf(1000)])
    const error = await failureOf(session.settled())
    expect(error.code).toBe('network')
    expect(error.message).toContain('CORS')
    expect(await uploads(sandbox)).toBe(0)
  })
})
