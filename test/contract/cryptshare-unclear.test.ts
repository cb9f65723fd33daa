import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Office, openOffice } from './cryptshare-tools.ts'
import { errorOf, pdfOf } from './session-tools.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterEach(() => office.clean())
afterAll(() => office.close())

describe('what the server says that it has', () => {
  for (const what of ['size', 'checksum'] as const)
    it(`is compared: another ${what} than was sent is a mismatch, and nothing is submitted`, async () => {
      await office.sandbox.flip({ misstates: what })
      const { session } = office.open()
      session.add([pdfOf(1000)])
      await session.finish().catch(() => {})
      expect(session.files.map(errorOf)).toMatchObject([{ code: 'mismatch' }])
      expect(await office.count('submit')).toBe(0)
      await office.sandbox.flip({ misstates: false })
      session.retry()
      expect(await session.finish()).toHaveLength(1)
      expect((await office.sandbox.sessions())[0]?.files).toHaveLength(1)
    })
})

describe('an answer that nobody understands', () => {
  for (const [on, as] of [
    ['register', 'html'],
    ['register', 'empty'],
    ['upload', 'html'],
    ['submit', 'html'],
  ] as const)
    it(`(${as}, to the ${on}) is followed by a look, and the file is delivered once`, async () => {
      const transport = office.transport()
      await transport.createSession()
      await office.sandbox.flip({ garble: { on, as, times: 1 }, exposeLocation: false })
      const { session } = office.open({}, transport)
      session.add([pdfOf(1000)])
      await session.finish()
      const sessions = await office.sandbox.sessions()
      expect(sessions.map(({ files }) => files.length)).toEqual([1])
    })

  it('to the submit, under a status that is none of Cryptshare, does not submit twice', async () => {
    await office.sandbox.flip({ submitStatus: 200 })
    const { session } = office.open()
    session.add([pdfOf(1000)])
    expect(await session.finish()).toHaveLength(1)
    expect(await office.count('submit')).toBe(1)
  })
})
