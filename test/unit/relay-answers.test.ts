import { expect, test } from 'vitest'
import { createSigner } from '../../src/core/relay/sign.ts'
import { type Answers, createAnswers } from '../../src/relay/answers.ts'
import { createMemoryStore } from '../../src/relay/memory-store.ts'
import type { Reply } from '../../src/relay/respond.ts'
import type { RelayStore } from '../../src/relay/store.ts'

const ada = { client: 'ada', provider: 'didww' }
const replyOf = (reference: string, body = '{}'): Reply => ({
  status: 201,
  headers: [],
  body,
  uploads: [{ reference }],
})
/** Characters of what is kept of a reply beside its body. */
const FRAME = JSON.stringify({ is: 'stored', reply: replyOf('f-1', '') }).length

const start = (): { answers: Answers; store: RelayStore; asked: string[]; set: string[] } => {
  const memory = createMemoryStore()
  const [asked, set]: [string[], string[]] = [[], []]
  const store: RelayStore = {
    ...memory,
    get: key => {
      asked.push(key)
      return memory.get(key)
    },
    set: (key, value, seconds) => {
      set.push(key)
      return memory.set(key, value, seconds)
    },
  }
  return { answers: createAnswers(store, createSigner('k'.repeat(32))), store, asked, set }
}

const keep = async (answers: Answers, reference: string, body?: string): Promise<string> => {
  const [key = ''] = await answers.keysOf(ada, ['name', reference])
  await answers.keep(key, replyOf(reference, body), ada)
  return key
}

test('an answer is known by its parcel’s key, and not by another', async () => {
  const { answers } = start()
  const key = await keep(answers, 'f-1')
  const [other = ''] = await answers.keysOf(ada, ['name', 'f-2'])
  expect(await answers.find([other, key])).toEqual({
    key,
    known: { is: 'stored', reply: replyOf('f-1') },
  })
  expect(await answers.find([other])).toEqual({ key: other })
})

test('of two uploads only the one that was taken back is forgotten', async () => {
  const { answers } = start()
  const [first, second] = [await keep(answers, 'f-1'), await keep(answers, 'f-2')]
  await answers.forget('f-1', ada)
  expect((await answers.find([first])).known).toBeUndefined()
  expect((await answers.find([second])).known?.is).toBe('stored')
})

test('nobody else forgets an upload', async () => {
  const { answers } = start()
  const key = await keep(answers, 'f-1')
  await answers.forget('f-1', { ...ada, client: 'eve' })
  expect((await answers.find([key])).known?.is).toBe('stored')
})

test('an answer of 64 KiB is kept, and of a longer one nothing at all', async () => {
  const whole = start()
  const key = await keep(whole.answers, 'f-1', 'x'.repeat(65_536 - FRAME))
  expect((await whole.answers.find([key])).known?.is).toBe('stored')
  const longer = start()
  await keep(longer.answers, 'f-1', 'x'.repeat(65_537 - FRAME))
  expect(longer.set).toEqual([])
})

test('what is unknown is told from what was stored', async () => {
  const { answers } = start()
  const [key = ''] = await answers.keysOf(ada, ['name', 'f-1'])
  await answers.keepUnknown(key)
  expect(await answers.find([key])).toEqual({ key, known: { is: 'unknown' } })
  await answers.drop(key)
  expect(await answers.find([key])).toEqual({ key })
})

test('what somebody else wrote into a shared store counts for nothing', async () => {
  const { answers, store, set } = start()
  const key = await keep(answers, 'f-1')
  const at = set.find(written => written.startsWith('sealdrop:answer:')) ?? ''
  const kept = await store.get(at)
  await store.set(at, `${kept} `, 600)
  expect(await answers.find([key])).toEqual({ key })
  await store.set(at, 'x', 600)
  expect(await answers.find([key])).toEqual({ key })
})
