import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { SessionFile } from '../../src/core/contracts.ts'
import { openSession, type Session } from '../../src/session/session.ts'
import { createThread } from '../../src/thread/client.ts'
import type { Thread } from '../../src/thread/thread.ts'
import { type Office, openOffice, SOON } from './cryptshare-tools.ts'
import { pdfOf } from './session-tools.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterEach(() => office.clean())
afterAll(() => office.close())

const namesOf = (files: readonly SessionFile[]): string[] => files.map(({ name }) => name)
const idOf = (session: Session, name: string): string =>
  [...session.files, ...session.withdrawn.map(({ file }) => file)].find(file => file.name === name)
    ?.id ?? ''
/** What the service has of each file, in order. */
const states = async (): Promise<readonly string[]> =>
  (await office.sandbox.sessions()).flatMap(({ files }) => files.map(({ state }) => state))

/** Four files that have arrived and wait for their batch. */
const four = async (): Promise<Session> => {
  const { session } = office.open()
  session.add(['a', 'b', 'c', 'd'].map((name, n) => pdfOf(1000, name, n + 1)))
  await session.settled()
  return session
}

it('a withdrawn file is off the list, still at the service, and comes back to its place', async () => {
  const session = await four()
  for (const name of ['b', 'a', 'd']) expect(session.withdraw(idOf(session, name))).toBe(true)
  expect(namesOf(session.files)).toEqual(['c'])
  expect(session.withdrawn.map(({ file, place }) => [file.name, place])).toEqual([
    ['a', 0],
    ['b', 0],
    ['d', 1],
  ])
  for (const name of ['d', 'b']) session.reinstate(idOf(session, name))
  expect(namesOf(session.files)).toEqual(['b', 'c', 'd'])
  session.reinstate(idOf(session, 'a'))
  expect(namesOf(session.files)).toEqual(['a', 'b', 'c', 'd'])
  expect(session.withdrawn).toEqual([])
  expect(await states()).toEqual(['UPLOADED', 'UPLOADED', 'UPLOADED', 'UPLOADED'])
  expect(await session.finish()).toHaveLength(4)
})

it('it counts for nothing: pause, cancel and retry pass it by, and the same file may be added', async () => {
  const { session } = office.open()
  const file = pdfOf(1000, 'a')
  session.add([file])
  await session.settled()
  const id = idOf(session, 'a')
  session.withdraw(id)
  session.pause()
  session.cancel()
  session.retry()
  session.resume()
  expect(session.withdrawn[0]?.file.state.phase).toBe('delivered')
  session.add([file])
  await session.settled()
  expect(session.files.map(({ state }) => state.phase)).toEqual(['delivered'])
})

it('removed in the end, it is taken back, and nobody hears of it again', async () => {
  const session = await four()
  session.withdraw(idOf(session, 'b'))
  const heard: string[] = []
  session.subscribe(({ name, state }) => heard.push(`${name} ${state.phase}`))
  session.removeFile(idOf(session, 'b'))
  await expect.poll(states, SOON).toEqual(['UPLOADED', 'UPLOADED', 'UPLOADED'])
  expect([heard, session.withdrawn]).toEqual([[], []])
})

it.each(['finish', 'clear'] as const)('%s() does not wait for it', async how => {
  const session = await four()
  session.withdraw(idOf(session, 'd'))
  await session[how]()
  expect(session.withdrawn).toEqual([])
  const left = how === 'finish' ? ['ACTIVE', 'ACTIVE', 'ACTIVE'] : []
  await expect.poll(states, SOON).toEqual(left)
})

it('closing the session takes it back, and leaves what was not removed', async () => {
  const session = await four()
  session.withdraw(idOf(session, 'b'))
  session.close()
  await expect.poll(states, SOON).toEqual(['UPLOADED', 'UPLOADED', 'UPLOADED'])
})

it.each(['removeFile', 'finish', 'clear', 'close'] as const)(
  'whoever wants to know hears that %s() ends the withdrawal, and of no other file',
  async how => {
    const ended: string[] = []
    const { session } = office.open({ onWithdrawnForGood: ({ name }) => ended.push(name) })
    session.add(['a', 'b', 'c'].map((name, n) => pdfOf(1000, name, n + 1)))
    await session.settled()
    const [a, b] = [idOf(session, 'a'), idOf(session, 'b')]
    session.withdraw(a)
    session.withdraw(b)
    session.reinstate(a)
    expect(ended).toEqual([])
    await session[how](b)
    expect(ended).toEqual(['b'])
  },
)

it('the same bytes are there once: they end the withdrawal, by whatever name they come, and no others do', async () => {
  const ended: string[] = []
  const { session } = office.open({ onWithdrawnForGood: ({ name }) => ended.push(name) })
  session.add([pdfOf(1000, 'a', 1), pdfOf(1000, 'b', 2)])
  await session.settled()
  const [a, b] = [idOf(session, 'a'), idOf(session, 'b')]
  session.withdraw(a)
  session.withdraw(b)
  session.add([pdfOf(1000, 'other', 1), pdfOf(1000, 'b', 3)])
  await session.settled()
  expect(ended).toEqual(['a'])
  session.reinstate(a)
  session.reinstate(b)
  expect(namesOf(session.files)).toEqual(['b', 'other', 'b'])
  await expect.poll(states, SOON).toEqual(['UPLOADED', 'UPLOADED', 'UPLOADED'])
})

it('put back while the same bytes are being compared with it, it stays, and those are refused', async () => {
  let onDigest = (): void => {}
  const startThread = (): Thread => {
    const thread = createThread()
    const call: Thread['call'] = (name, ...given) => {
      if (name === 'digest') onDigest()
      return thread.call(name, ...given)
    }
    return { ...thread, call }
  }
  const session = openSession(
    {
      transport: office.transport(),
      seal: { scheme: 'age', recipients: [office.sandbox.recipient] },
      authorize: () => ({}),
    },
    startThread,
  )
  session.add([pdfOf(1000, 'a')])
  await session.settled()
  const id = idOf(session, 'a')
  session.withdraw(id)
  onDigest = () => session.reinstate(id)
  session.add([pdfOf(1000, 'other')])
  await session.settled()
  expect(session.files.map(({ name, state }) => [name, state.phase])).toEqual([
    ['a', 'delivered'],
    ['other', 'refused'],
  ])
  session.close()
})

it('what has not arrived cannot be withdrawn', async () => {
  await office.sandbox.flip({ stall: { at: 'answer', on: 'create' } })
  const { session } = office.open()
  const [added] = session.add([pdfOf(1000, 'a'), new File([], 'nothing')])
  await expect.poll(() => session.files[1]?.state.phase, SOON).toBe('refused')
  for (const { id } of session.files) expect(session.withdraw(id)).toBe(false)
  expect(session.withdraw('no such file')).toBe(false)
  expect(namesOf(session.files)).toEqual(['a', 'nothing'])
  session.removeFile(added?.id ?? '')
})
