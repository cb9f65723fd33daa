import { expect, test } from 'vitest'
import { measureRefused } from '../relay-load.ts'

test('500 refused bodies of 2 MB at once do not fill the relay’s memory, and a good upload beside them is stored', async () => {
  const { refused, good, grown } = await measureRefused({ uploads: 500, bytes: 2_000_000 })
  expect(good).toBe(201)
  expect(new Set(refused)).toEqual(new Set([404]))
  expect(refused.length).toBeGreaterThanOrEqual(100)
  expect(grown / 1_048_576).toBeLessThan(100)
})
