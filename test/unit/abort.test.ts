import { expect, it } from 'vitest'
import { orAborted } from '../../src/core/abort.ts'

it('work that fails after its caller has left is nobody’s unhandled rejection', async () => {
  const unhandled: unknown[] = []
  const hear = (reason: unknown): number => unhandled.push(reason)
  process.on('unhandledRejection', hear)
  const left = AbortSignal.abort(new Error('left'))
  await expect(orAborted(Promise.reject(new Error('late')), left)).rejects.toThrow('left')
  await new Promise(resolve => setImmediate(resolve))
  process.off('unhandledRejection', hear)
  expect(unhandled).toEqual([])
})
