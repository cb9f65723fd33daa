import { expect, test } from 'vitest'
import { readText } from '../../src/core/relay/read-text.ts'
import type { RelayCall, Route } from '../../src/core/relay/route.ts'
import { createSigner } from '../../src/core/relay/sign.ts'
import type { Source } from '../../src/core/relay/source.ts'
import { createAnswers } from '../../src/relay/answers.ts'
import { createMemoryStore } from '../../src/relay/memory-store.ts'
import { nameParcel } from '../../src/relay/parcel-key.ts'

type Body = ReadableStream<Uint8Array<ArrayBuffer>>

const answers = createAnswers(createMemoryStore(), createSigner('k'.repeat(32)))
const route = {
  method: 'POST',
  path: 'files',
  once: { nameOf: (text: string) => /name=(\w+);/.exec(text)?.[1] },
} as unknown as Route

const named = (body: Body | null, key?: string, timeoutMs = 60_000) => {
  const headers = key === undefined ? {} : { 'Idempotency-Key': key }
  const request = new Request('https://site.example/relay', { method: 'POST', headers })
  const call = { client: 'ada', provider: 'http', params: {}, request } as unknown as RelayCall
  return nameParcel(call, route, body?.getReader() ?? null, answers, timeoutMs)
}
const bodyOf = (...parts: string[]): Body =>
  new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(new TextEncoder().encode(part))
      controller.close()
    },
  })
const textOf = (body: Source | null): Promise<string | undefined> => readText(body, 100)

test('a parcel is known by its wire name, wherever its head is cut, and all of it goes on', async () => {
  const whole = await named(bodyOf('name=abc; and its bytes'))
  const inParts = await named(bodyOf('na', 'me=ab', 'c; and its', ' bytes'))
  expect(whole.name).toBe('abc')
  expect(inParts.keys).toEqual(whole.keys)
  expect(await textOf(whole.body)).toBe('name=abc; and its bytes')
  expect(await textOf(inParts.body)).toBe('name=abc; and its bytes')
})

test('by its key first, and a key is never taken for a name', async () => {
  const byName = await named(bodyOf('name=abc;'))
  const byBoth = await named(bodyOf('name=abc;'), '"abc"')
  expect(byBoth.keys).toHaveLength(2)
  expect(byBoth.keys[1]).toBe(byName.keys[0])
  expect(byBoth.keys[0]).not.toBe(byName.keys[0])
})

test.each(['abc', '"', '""', `"${'a'.repeat(256)}"`, '"a" ; q=1', 'x"abc"'])(
  'a malformed key counts as none: %s',
  async key => {
    expect((await named(bodyOf('nothing here'), key)).keys).toEqual([])
  },
)

test('where a request is cut within its head, the visitor is told so', async () => {
  const cut: Body = new ReadableStream({
    pull: controller => controller.error(new TypeError('gone')),
  })
  await expect(named(cut)).rejects.toMatchObject({ status: 502 })
})

test('nobody waits for a head that does not come', async () => {
  const never: Body = new ReadableStream({ pull: () => new Promise(() => {}) })
  await expect(named(never, undefined, 10)).rejects.toMatchObject({ status: 504 })
})
