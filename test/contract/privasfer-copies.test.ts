import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startSandbox } from '../contract-tools.ts'
import { type Desk, openDesk } from './privasfer-tools.ts'
import { pdfOf } from './session-tools.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterEach(() => desk.clean())
afterAll(() => desk.close())

const SOON = { timeout: 20_000 }
const ids = async (): Promise<readonly string[]> =>
  (await desk.sandbox.received()).map(({ id }) => id)

describe('an upload that came twice', () => {
  it('is kept once: the copy that the answer names', async () => {
    const parcel = await desk.parcel(500)
    await desk.sandbox.put(parcel.name, parcel.size)
    const { reference, facts } = await desk.transport().send(parcel, desk.job())
    expect(await ids()).toEqual([reference])
    expect(facts.copies).toBe(undefined)
  })

  it('takes nothing else along: not another name, not another size', async () => {
    const parcel = await desk.parcel(500)
    const others = [
      await desk.sandbox.put(parcel.name, parcel.size + 1),
      await desk.sandbox.put(`${parcel.name}.bak`, parcel.size),
    ]
    const { reference } = await desk.transport().send(parcel, desk.job())
    expect(await ids()).toEqual([...others, reference])
  })

  it('is kept once, the oldest, where the answer was lost', async () => {
    const parcel = await desk.parcel(500)
    const first = await desk.sandbox.put(parcel.name, parcel.size)
    await desk.sandbox.advance(1000)
    await desk.sandbox.put(parcel.name, parcel.size)
    const { reference } = await desk.transport().send(parcel, desk.job({ uncertain: true }))
    expect(reference).toBe(first)
    expect(await ids()).toEqual([first])
  })

  it('is delivered all the same where its copies may not be deleted, and says that they are unknown', async () => {
    const parcel = await desk.parcel(500)
    await desk.sandbox.put(parcel.name, parcel.size)
    await desk.sandbox.put(parcel.name, parcel.size)
    await desk.sandbox.flip({ status: { code: 403, on: 'other' } })
    const { facts } = await desk.transport().send(parcel, desk.job({ uncertain: true }))
    expect(facts).toMatchObject({ found: 'true', copies: 'unknown' })
  })

  it('is kept where the list shows it twice', async () => {
    const parcel = await desk.parcel(500)
    const file = { id: crypto.randomUUID(), full_filename: parcel.name, size: parcel.size }
    const server = await startSandbox('scripted')
    try {
      const body = JSON.stringify({ data: [file, file] })
      await server.play([{ status: 200, headers: { 'Content-Type': 'application/json' }, body }])
      const transport = desk.transport({ endpoint: server.endpoint })
      const job = desk.job({ uncertain: true }, transport)
      expect((await transport.send(parcel, job)).reference).toBe(file.id)
      expect((await server.heard()).map(({ method }) => method)).toEqual(['GET'])
    } finally {
      await server.close()
    }
  })

  it('is gone where another request has deleted it already', async () => {
    const parcel = await desk.parcel(500)
    await desk.sandbox.put(parcel.name, parcel.size)
    await desk.sandbox.flip({ status: { code: 404, on: 'other' } })
    const { facts } = await desk.transport().send(parcel, desk.job())
    expect(facts.copies).toBe(undefined)
  })

  it('is looked for together with others that end meanwhile', async () => {
    const transport = desk.transport()
    const parcels = await Promise.all([1, 2, 3, 4, 5].map(() => desk.parcel(500)))
    for (const { name, size } of parcels) await desk.sandbox.put(name, size)
    await desk.sandbox.flip({ stall: { at: 'answer', on: 'list', times: 1 } })
    const sending = parcels.map(parcel => transport.send(parcel, desk.job()))
    await expect.poll(async () => (await ids()).length, SOON).toBe(10)
    await expect.poll(() => desk.count('list'), SOON).toBe(1)
    await desk.sandbox.flip({ stall: false })
    const sent = (await Promise.all(sending)).map(({ reference }) => reference)
    expect(new Set(await ids())).toEqual(new Set(sent))
    expect(await desk.count('list')).toBe(2)
  })

  it('is not looked for with the last fifth of the budget, which uploads need', async () => {
    await desk.sandbox.flip({ perMinute: 10 })
    const transport = desk.transport()
    for (let left = 9; left > 2; left--) await transport.mails()
    const { facts } = await transport.send(await desk.parcel(500), desk.job())
    expect(facts.copies).toBe('unknown')
    expect(await desk.count('list')).toBe(0)
  })

  it('is not looked for through a relay, which sees to it', async () => {
    await desk.sandbox.flip({ ticket: 'eyJh.c2ln' })
    const { facts } = await desk.transport().send(await desk.parcel(500), desk.job())
    expect(facts.copies).toBe(undefined)
    expect(await desk.count('list')).toBe(0)
  })

  for (const [why, fault] of [
    ['an error', { status: { code: 500, on: 'list' } }],
    ['a page where JSON was expected', { garble: { as: 'html', on: 'list' } }],
    ['a right that the token lacks', { status: { code: 403, on: 'list' } }],
  ] as const)
    it(`is delivered, and says that copies are unknown, where ${why} keeps anybody from looking`, async () => {
      await desk.sandbox.flip(fault)
      const session = desk.session()
      session.add([pdfOf(1000)])
      const [receipt] = await session.settled()
      expect(receipt?.facts.copies).toBe('unknown')
      expect(await desk.count('upload')).toBe(1)
    })
})

describe('an upload that was cancelled while the server stored it', () => {
  it('is taken back, with each of its copies, when it is there', async () => {
    const { name, size } = await desk.parcel(500)
    const transport = desk.transport()
    const discarding = transport.discard?.(
      { resume: { name, size, mayBeArriving: true } },
      desk.job(),
    )
    await expect.poll(() => desk.count('list'), SOON).toBe(1)
    await desk.sandbox.put(name, size)
    await desk.sandbox.put(name, size)
    await discarding
    expect(await ids()).toEqual([])
  })

  it('is said to be left where nobody can look', async () => {
    const { name, size } = await desk.parcel(500)
    await desk.sandbox.flip({ status: { code: 403, on: 'list' } })
    const discarding = desk.transport().discard?.({ resume: { name, size } }, desk.job())
    await expect(discarding).rejects.toMatchObject({ code: 'forbidden' })
  })
})
