import { describe, expect, it } from 'vitest'
import { isProviderId } from '../../src/core/provider-id.ts'

describe('an id of a provider', () => {
  it.each(['1', 'a', '-', '_', 'a'.repeat(100), '0b1e7c2e-9f1a-4c7e-8a55-1f0f6a0d4d3e'])(
    'may be %j',
    id => {
      expect(isProviderId(id)).toBe(true)
    },
  )

  it.each<unknown>([
    '',
    'a'.repeat(101),
    '..',
    'a/b',
    'a%2fb',
    'a?b',
    'a b',
    'a\n',
    'ä',
    7,
    null,
    undefined,
    ['a'],
  ])('is never %j', id => {
    expect(isProviderId(id)).toBe(false)
  })
})
