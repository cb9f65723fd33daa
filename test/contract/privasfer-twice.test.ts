import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, openDesk } from './privasfer-tools.ts'
import { pdfOf } from './session-tools.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterEach(() => desk.clean())
afterAll(() => desk.close())

const ids = async (): Promise<readonly string[]> =>
  (await desk.sandbox.received()).map(({ id }) => id)

describe('an upload that the browser sends again by itself', () => {
  it('is stored once: the copy that the answer names', async () => {
    const session = desk.session()
    session.add([pdfOf(1000, 'a.pdf', 1)])
    await session.settled()
    // The connection is used by now. The server stores, and drops it without an answer.
    await desk.sandbox.flip({ dropAnswer: { times: 1, connection: 'used' } })
    session.add([pdfOf(1000, 'b.pdf', 2)])
    const receipts = await session.settled()
    expect(await desk.count('upload')).toBe(3)
    expect(await ids()).toEqual(receipts.map(({ reference }) => reference))
    expect(receipts.map(({ facts }) => facts.copies)).toEqual([undefined, undefined])
  })

  for (const [what, fault] of [
    ['the look fails once', { status: { times: 1, code: 503, on: 'list' } }],
    ['the look is answered by a page', { garble: { times: 2, as: 'html', on: 'list' } }],
    ['the removal fails once', { status: { times: 1, code: 502, on: 'other' } }],
  ] as const)
    it(`is stored once, also where ${what}`, async () => {
      const session = desk.session()
      session.add([pdfOf(1000, 'a.pdf', 1)])
      await session.settled()
      await desk.sandbox.flip({ dropAnswer: { times: 1, connection: 'used' }, ...fault })
      session.add([pdfOf(1000, 'b.pdf', 2)])
      const receipts = await session.settled()
      expect(await desk.count('upload')).toBe(3)
      expect(await ids()).toEqual(receipts.map(({ reference }) => reference))
      expect(receipts.map(({ facts }) => facts.copies)).toEqual([undefined, undefined])
    })

  it('is stored once, each of several that end together', async () => {
    const session = desk.session({ parallel: 4 })
    session.add([pdfOf(1000, 'first.pdf', 9)])
    await session.settled()
    await desk.sandbox.flip({ dropAnswer: { times: 3, connection: 'used' } })
    session.add([1, 2, 3, 4, 5, 6, 7, 8].map(seed => pdfOf(1000, `${seed}.pdf`, seed)))
    const receipts = await session.settled()
    expect(await desk.count('upload')).toBeGreaterThan(9)
    expect(new Set(await ids())).toEqual(new Set(receipts.map(({ reference }) => reference)))
  })
})
