import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Office, openOffice } from './cryptshare-tools.ts'
import { pdfOf } from './session-tools.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterEach(() => office.clean())
afterAll(() => office.close())

/** The server does the work, then drops a connection that was used before: the browser sends that request again by itself. */
const twice = (on: string) => ({ dropAnswer: { on, times: 1, connection: 'used' as const } })

describe('a request that the browser sends again by itself', () => {
  for (const duplicateName of [400, 409] as const)
    it(`registers a file once, where the second one finds the name taken (${duplicateName})`, async () => {
      await office.sandbox.flip({ ...twice('register'), duplicateName })
      const { session } = office.open()
      const file = pdfOf(1000)
      session.add([file])
      const [receipt] = await session.finish()
      expect(await office.count('register')).toBe(2)
      expect((await office.sandbox.sessions())[0]?.files).toHaveLength(1)
      expect(await office.isOpened(receipt?.reference, file)).toBe(true)
    })

  it('registers a file once, where the second one finds no room left', async () => {
    await office.sandbox.flip({ ...twice('register'), maxTotalSize: 5000 })
    const { session } = office.open()
    session.add([pdfOf(3000)])
    expect(await session.finish()).toHaveLength(1)
    expect(await office.count('register')).toBe(2)
  })

  it('registers a file once, also where nobody can look for it at first', async () => {
    await office.sandbox.flip({
      ...twice('register'),
      status: { code: 503, on: 'session', after: 1, times: 1 },
    })
    const { session } = office.open()
    session.add([pdfOf(1000)])
    expect(await session.finish()).toHaveLength(1)
    expect(await office.count('register')).toBe(2)
    expect((await office.sandbox.sessions())[0]?.files).toHaveLength(1)
  })

  it('sends the bytes twice to one place', async () => {
    await office.sandbox.flip(twice('upload'))
    const { session } = office.open()
    const file = pdfOf(1000)
    session.add([file])
    const [receipt] = await session.finish()
    expect(await office.count('upload')).toBe(2)
    expect(await office.sandbox.received()).toHaveLength(1)
    expect(await office.isOpened(receipt?.reference, file)).toBe(true)
  })

  for (const submitted of ['gone', 'stays'] as const)
    it(`submits a transfer once, whose session then ${submitted === 'gone' ? 'is gone' : 'stays'}`, async () => {
      await office.sandbox.flip({ ...twice('submit'), submitted })
      const { session } = office.open()
      session.add([pdfOf(1000, 'a.pdf', 1), pdfOf(1000, 'b.pdf', 2)])
      const receipts = await session.finish()
      expect(await office.count('submit')).toBe(2)
      const sessions = await office.sandbox.sessions()
      expect(sessions.map(({ isSubmitted }) => isSubmitted)).toEqual([true])
      expect(receipts.map(({ facts }) => facts.transfer)).toEqual([
        sessions[0]?.id,
        sessions[0]?.id,
      ])
    })

  it('submits a transfer once, also where nobody can look at it at first', async () => {
    await office.sandbox.flip({
      ...twice('submit'),
      status: { code: 503, on: 'transfer', times: 1 },
    })
    const { session } = office.open()
    session.add([pdfOf(1000)])
    expect(await session.finish()).toHaveLength(1)
    expect(await office.count('create')).toBe(1)
    expect(await office.count('upload')).toBe(1)
  })

  it('submits a transfer once, on a server too old to tell of transfers', async () => {
    await office.sandbox.flip({ ...twice('submit'), minorVersion: 10 })
    const { session } = office.open()
    session.add([pdfOf(1000)])
    expect(await session.finish()).toHaveLength(1)
    expect(await office.count('create')).toBe(1)
  })

  it('leaves an empty session, which nobody is mailed about', async () => {
    await office.sandbox.flip(twice('create'))
    const { session } = office.open()
    session.add([pdfOf(1000)])
    expect(await session.finish()).toHaveLength(1)
    const sessions = await office.sandbox.sessions()
    const inSessions = sessions.map(({ isSubmitted, files }) => [isSubmitted, files.length])
    expect(inSessions).toEqual([
      [false, 0],
      [true, 1],
    ])
  })
})
