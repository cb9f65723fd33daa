import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SessionOptions } from '../../src/session/session.ts'
import { startSandbox } from '../contract-tools.ts'
import { errorOf, pdfOf, type Sandbox, stagesForEachTest } from './session-tools.ts'

let sandbox: Sandbox
const open = stagesForEachTest()

beforeAll(async () => {
  sandbox = await startSandbox('didww', { modulusLength: 2048 })
})
beforeEach(() => sandbox.reset())
afterAll(() => sandbox.close())

const replacing = (maxFiles: number): Partial<SessionOptions> & { readonly left: string[] } => {
  const left: string[] = []
  return { limits: { maxFiles }, onReplaced: ({ name }) => left.push(name), left }
}

describe('a session whose files are replaced', () => {
  it('lets the oldest go where there are too many, and only for one that was accepted', async () => {
    const options = replacing(2)
    const { session } = open(sandbox, options)
    for (const [index, name] of ['a.pdf', 'b.pdf'].entries())
      session.add([pdfOf(1000, name, index)])
    await session.settled()
    session.add([new File(['nothing'], 'bad.pdf')])
    await session.settled()
    expect(options.left).toEqual([])
    session.add([pdfOf(1000, 'c.pdf', 3)])
    expect((await session.settled()).map(({ name }) => name)).toEqual(['b.pdf', 'c.pdf'])
    expect(options.left).toEqual(['a.pdf'])
  })

  it('never replaces files by others of the same choice', async () => {
    const options = replacing(1)
    const { session } = open(sandbox, options)
    session.add([pdfOf(1000, 'a.pdf', 1), pdfOf(1000, 'b.pdf', 2)])
    await session.settled()
    expect(session.files.map(file => errorOf(file).code)).toEqual([undefined, 'too-many'])
    session.add([pdfOf(1000, 'c.pdf', 3)])
    expect((await session.settled()).map(({ name }) => name)).toEqual(['c.pdf'])
    expect(options.left).toEqual(['a.pdf'])
  })

  it('keeps what is there when it comes a second time', async () => {
    const options = replacing(1)
    const { session } = open(sandbox, options)
    session.add([pdfOf(1000, 'a.pdf')])
    await session.settled()
    session.add([pdfOf(1000, 'again.pdf')])
    expect((await session.settled()).map(({ name }) => name)).toEqual(['a.pdf'])
    expect(session.files.map(file => errorOf(file).code)).toEqual([undefined, 'duplicate'])
  })

  it('takes back what was delivered, once it is asked to', async () => {
    const { session } = open(sandbox)
    session.add([pdfOf(1000)])
    const [receipt] = await session.settled()
    if (!receipt) throw new Error('Nothing was delivered.')
    expect(await session.takeBack(receipt)).toBe(true)
    const requests = await sandbox.requests()
    expect(requests.at(-1)).toMatchObject({ method: 'DELETE' })
    // It is gone: what the service says then is no failure of the page's.
    expect(await session.takeBack({ ...receipt, reference: 'no id at all' })).toBe(false)
  })
})
