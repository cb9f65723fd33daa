import { afterEach, expect, test, vi } from 'vitest'
import { createClaims } from '../../src/relay/claims.ts'
import { createMemoryStore } from '../../src/relay/memory-store.ts'
import { awaited } from './relay-tools.ts'

afterEach(() => void vi.useRealTimers())

test('a claim lasts while it is held, and ends by itself where its process died', async () => {
  vi.useFakeTimers()
  const store = createMemoryStore()
  const claims = createClaims(store)
  const release = await claims.claim(['one', 'two'])
  await vi.advanceTimersByTimeAsync(600_000)
  expect(await claims.claim(['two'])).toBeUndefined()
  await release?.()
  const other = await claims.claim(['two'])
  expect(other).toBeDefined()
  // Nobody ends the claim of another one.
  await release?.()
  expect(await claims.claim(['three', 'two'])).toBeUndefined()
  // What was claimed in vain is free again.
  await (await claims.claim(['three']))?.()
  await other?.()
  expect(vi.getTimerCount()).toBe(0)
  await store.add('sealdrop:claim:four', 'a process that died', 60)
  expect(await claims.claim(['four'])).toBeUndefined()
  await vi.advanceTimersByTimeAsync(60_000)
  await (await claims.claim(['four']))?.()
})

test('a claim holds in its own process when the store has forgotten it', async () => {
  const store = createMemoryStore()
  const claims = createClaims(store)
  const release = await claims.claim(['one', 'two'])
  await store.delete('sealdrop:claim:one')
  await store.delete('sealdrop:claim:two')
  expect(await claims.claim(['two'])).toBeUndefined()
  expect([claims.isTakenHere(['two', 'three']), claims.isTakenHere(['three'])]).toEqual([
    true,
    false,
  ])
  await release?.()
  expect(claims.isTakenHere(['one', 'two'])).toBe(false)
})

test('a claim is renewed in the store while it is held, and in no other one', async () => {
  vi.useFakeTimers()
  const store = createMemoryStore()
  const renewIf = vi.spyOn(store, 'renewIf')
  const release = await createClaims(store).claim(['one', 'two'])
  await vi.advanceTimersByTimeAsync(600_000)
  expect(new Set(renewIf.mock.calls.map(([key]) => key))).toEqual(
    new Set(['sealdrop:claim:one', 'sealdrop:claim:two']),
  )
  await release?.()
})

test('a claim that the store let go comes back, and takes none from another process', async () => {
  vi.useFakeTimers()
  const store = createMemoryStore()
  const [one, two] = [createClaims(store), createClaims(store)]
  const release = await one.claim(['one', 'two'])
  await store.delete('sealdrop:claim:one')
  await store.delete('sealdrop:claim:two')
  const other = await two.claim(['two'])
  expect(other).toBeDefined()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await two.claim(['one'])).toBeUndefined()
  await release?.()
  expect(await createClaims(store).claim(['two'])).toBeUndefined()
  await other?.()
  await (await two.claim(['one', 'two']))?.()
  expect(vi.getTimerCount()).toBe(0)
})

test('a claim that is renewed while it ends is not left behind', async () => {
  vi.useFakeTimers()
  const store = createMemoryStore()
  const renewal = awaited<boolean>()
  const release = await createClaims(store).claim(['one'])
  vi.spyOn(store, 'renewIf').mockReturnValueOnce(renewal.promise)
  await vi.advanceTimersByTimeAsync(10_000)
  await release?.()
  renewal.resolve(false)
  await vi.advanceTimersByTimeAsync(0)
  expect(await store.get('sealdrop:claim:one')).toBeUndefined()
})

test('a store that only reads, sets and deletes holds claims as well', async () => {
  vi.useFakeTimers()
  const { get, set, add, delete: remove } = createMemoryStore()
  const [one, two] = [0, 1].map(() => createClaims({ get, set, add, delete: remove }))
  const release = await one?.claim(['one'])
  await vi.advanceTimersByTimeAsync(600_000)
  expect(await two?.claim(['one'])).toBeUndefined()
  await release?.()
  await (await two?.claim(['one']))?.()
})

test('what the store could not take is claimed by nobody, and no timer is left', async () => {
  vi.useFakeTimers()
  const store = createMemoryStore({ maxEntries: 1, maxLength: 1000 })
  const claims = createClaims(store)
  await expect(claims.claim(['one', 'two'])).rejects.toThrow('full')
  expect([claims.isTakenHere(['one', 'two']), vi.getTimerCount()]).toEqual([false, 0])
  await (await claims.claim(['one']))?.()
  vi.spyOn(store, 'deleteIf').mockRejectedValueOnce(new Error('down'))
  const release = await claims.claim(['two'])
  await expect(release?.()).rejects.toThrow('down')
  expect([claims.isTakenHere(['two']), vi.getTimerCount()]).toEqual([false, 0])
})

test('eight wait for a parcel, and no more', () => {
  const claims = createClaims(createMemoryStore())
  const stops = Array.from({ length: 8 }, () => claims.startWaiting(['one', 'two']))
  expect(claims.startWaiting(['three', 'two'])).toBeUndefined()
  expect(claims.startWaiting(['three'])).toBeDefined()
  stops[0]?.()
  expect(claims.startWaiting(['three', 'two'])).toBeDefined()
})
