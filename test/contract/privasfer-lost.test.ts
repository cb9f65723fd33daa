import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { turnsOf } from '../turns.ts'
import { type Desk, openDesk } from './privasfer-tools.ts'
import { pdfOf, sha256 } from './session-tools.ts'
import { failureOf } from './transport.ts'

const ROUNDS = turnsOf(50)

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterEach(() => desk.clean())
afterAll(() => desk.close())

const stored = async (): Promise<number> => (await desk.sandbox.received()).length

describe('an upload whose answer was lost', () => {
  for (const fileName of ['opaque', 'original'] as const)
    it(`is found by its ${fileName} name, and not sent again`, async () => {
      const { sandbox } = desk
      const transport = desk.transport()
      const parcel = await desk.parcel(500, fileName)
      await sandbox.flip({ dropAnswer: { connection: 'fresh' } })
      expect((await failureOf(transport.send(parcel, desk.job()))).outcome).toBe('unknown')
      const [upload] = await sandbox.received()
      const delivery = await transport.send(parcel, desk.job({ uncertain: true }))
      expect(delivery.reference).toBe(upload?.id)
      expect(delivery.facts.found).toBe('true')
      expect(await desk.count('upload')).toBe(1)
      expect(await stored()).toBe(1)
    })

  it('is looked for by its name without the suffix, which no other has, the newest first', async () => {
    for (const fileName of ['opaque', 'original'] as const) {
      const parcel = await desk.parcel(10, fileName)
      await desk.transport().send(parcel, desk.job({ uncertain: true }))
      const asked = (await desk.sandbox.requests()).findLast(({ kind }) => kind === 'list')
      const query = new URL(asked?.path ?? '', 'http://sandbox').searchParams
      expect(query.get('sort')).toBe('-created_at')
      const stem = parcel.name.replaceAll('"', '%22').slice(0, -'.age'.length)
      expect(query.get('keyword')).toBe(stem)
      expect(stem).toMatch(fileName === 'opaque' ? /^[0-9a-f-]{36}$/ : /-[0-9a-f]{8}\.pdf$/)
    }
  })

  it('is found under the extension that the server gave it by content', async () => {
    const { sandbox } = desk
    const transport = desk.transport()
    const parcel = await desk.parcel(500)
    await sandbox.flip({ dropAnswer: { times: 1, connection: 'fresh' }, extensions: 'derived' })
    await failureOf(transport.send(parcel, desk.job()))
    await transport.send(parcel, desk.job({ uncertain: true }))
    expect(await stored()).toBe(1)
  })

  it('is not taken for an older file of the same name, or for one in the trash', async () => {
    const { sandbox } = desk
    const parcel = await desk.parcel(500)
    const others = [
      await sandbox.put(parcel.name, parcel.size + 1),
      await sandbox.put(parcel.name, parcel.size, true),
      await sandbox.put(`older-${parcel.name}`, parcel.size),
      await sandbox.put(`${parcel.name}.bak`, parcel.size),
    ]
    const { reference } = await desk.transport().send(parcel, desk.job({ uncertain: true }))
    expect(others).not.toContain(reference)
    expect((await sandbox.sealed(reference)).length).toBe(parcel.size)
    expect(await desk.count('upload')).toBe(1)
  })

  it('is not sent again as long as nobody can look', async () => {
    const transport = desk.transport()
    const parcel = await desk.parcel(500)
    for (const fault of [
      { status: { code: 403, on: 'list' } },
      { garble: { as: 'html', on: 'list' } },
      { dropAnswer: { on: 'list' } },
    ] as const) {
      await desk.sandbox.reset()
      await desk.sandbox.flip(fault)
      await failureOf(transport.send(parcel, desk.job({ uncertain: true })))
      expect(await desk.count('upload')).toBe(0)
    }
  })

  it('is looked up, too, when it was stopped and goes on', async () => {
    const { sandbox } = desk
    const transport = desk.transport()
    const parcel = await desk.parcel(500)
    await sandbox.flip({ stall: { at: 'answer' } })
    const stop = new AbortController()
    const first = desk.job({ signal: stop.signal })
    const sending = transport.send(parcel, first).catch((reason: unknown) => reason)
    await expect.poll(stored, { timeout: 20_000 }).toBe(1)
    stop.abort()
    expect(await sending).toBe(stop.signal.reason)
    await sandbox.flip({ stall: false })
    const resume = first.kept()
    if (resume === undefined) throw new Error('Nothing was kept.')
    await transport.send(parcel, desk.job({ resume }))
    expect(await stored()).toBe(1)
  })

  it('costs no look when the server itself had refused it', async () => {
    const transport = desk.transport()
    const parcel = await desk.parcel(500)
    await desk.sandbox.flip({ refusal: { file: ['No.'] } })
    const job = desk.job()
    await failureOf(transport.send(parcel, job))
    expect(job.kept()).toBe(null)
    await desk.sandbox.flip({ refusal: false, status: { code: 500, on: 'list' } })
    await transport.send(parcel, desk.job({ resume: null }))
    expect(await stored()).toBe(1)
  })

  for (const [name, fault] of [
    ['a gateway that gave up', { status: { times: 1, code: 504 } }],
    ['a page instead of the answer', { garble: { times: 1, as: 'html' } }],
    ['an empty answer', { garble: { times: 1, as: 'empty' } }],
  ] as const)
    it(`exists once after ${name}: it is looked for before it is sent again`, async () => {
      const session = desk.session()
      await desk.sandbox.flip(fault)
      session.add([pdfOf(2000)])
      const [receipt] = await session.settled()
      expect(await desk.sandbox.received()).toMatchObject([{ id: receipt?.reference }])
      expect((await desk.sandbox.requests()).find(({ kind }) => kind !== 'preflight')?.kind).toBe(
        'upload',
      )
    })

  it('is taken back when its file is cancelled', async () => {
    const { sandbox } = desk
    const session = desk.session()
    await sandbox.flip({ stall: { at: 'answer' } })
    session.add([pdfOf(2000)])
    await expect.poll(stored, { timeout: 20_000 }).toBe(1)
    session.cancel()
    await expect.poll(stored, { timeout: 20_000 }).toBe(0)
  })

  it(`exists once in each of ${ROUNDS} rounds, however often answers were lost`, async () => {
    const { sandbox } = desk
    let state = 1
    const random = (below: number): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return Math.floor((state / 2 ** 32) * below)
    }
    await sandbox.flip({ perMinute: 100_000 })
    const session = desk.session()
    for (let round = 1; round <= ROUNDS; round++) {
      // The upload's answer, and none to two of those to the looks that follow.
      await sandbox.flip({ dropAnswer: { on: 'any', times: 1 + random(3), connection: 'fresh' } })
      const file = pdfOf(500 + random(3000), `${round}.pdf`, round)
      session.add([file])
      const receipt = (await session.settled()).at(-1)
      const uploads = await sandbox.received()
      expect(uploads.length).toBe(round)
      expect(uploads.at(-1)?.id).toBe(receipt?.reference)
      const opened = Uint8Array.from(await sandbox.plaintext(receipt?.reference ?? ''))
      expect(await sha256(new Blob([opened]))).toBe(await sha256(file))
    }
    expect(await desk.count('upload')).toBe(ROUNDS)
  }, 120_000)
})
