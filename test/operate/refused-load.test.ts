import { expect, test } from 'vitest'
import { measureRefused } from '../relay-load.ts'
import { isShort } from '../turns.ts'

/** As the others of 20 MB only where all tests run. */
const MB = isShort ? 2 : 20

test(`500 refused bodies of ${MB} MB at once do not fill the relay’s memory, and a good upload beside them is stored`, {
  timeout: 120_000,
}, async () => {
  const { refused, good, grown } = await measureRefused({ uploads: 500, bytes: MB * 1_000_000 })
  expect(good).toBe(201)
  expect(new Set(refused)).toEqual(new Set([404]))
  expect(refused.length).toBeGreaterThanOrEqual(100)
  expect(grown / 1_048_576).toBeLessThan(100)
})
