import { expect, test } from 'playwright/test'
import { browserRows } from '../health/in-browser.ts'
import { isOver, table } from '../health/sizes.ts'

test('an untouched page loads no more than its budget, and 20 elements share one worker', async () => {
  const rows = await browserRows()
  expect(rows).toHaveLength(2)
  expect(table(rows.filter(isOver))).toBe('')
})
