import { expect, test } from 'vitest'
import { measureRelay } from '../relay-load.ts'

// 200 of them: test/bench/relay.ts.
test('40 uploads of 20 MB at once do not fill the relay’s memory', {
  timeout: 60_000,
}, async () => {
  const { stored, before, peak } = await measureRelay({ uploads: 40, bytes: 20_000_000 })
  expect(stored).toBe(40)
  expect((peak - before) / 1_048_576).toBeLessThan(150)
})
