import { describe, expect, test } from 'vitest'
import { segmentsBelow } from '../../src/core/relay/path-segments.ts'
import { matchPath } from '../../src/relay/path.ts'

describe('a path below the base', () => {
  test.each([
    ['/relay/didww', ['didww']],
    ['/relay/didww/', ['didww']],
    ['/relay/didww/a/b', ['didww', 'a', 'b']],
    ['/relay/a%20b/%C3%A9', ['a b', 'é']],
    ['/relay/...', ['...']],
    ['/relay/.a', ['.a']],
  ])('is read: %s', (path, segments) => {
    expect(segmentsBelow(path, '/relay')).toEqual(segments)
  })

  test.each([
    '/relay',
    '/relay/',
    '/relayed/didww',
    '/other/relay/didww',
    '/relay//didww',
    '/relay/didww//',
    '/relay/.',
    '/relay/..',
    '/relay/a/../b',
    '/relay/%2e',
    '/relay/%2E%2e/b',
    '/relay/a%2Fb',
    '/relay/a%5Cb',
    '/relay/a\\b',
    '/relay/a%00',
    '/relay/a%7F',
    '/relay/a%0Ab',
    '/relay/a%E2%80%AEb',
    '/relay/a%EF%BB%BF',
    '/relay/%',
    '/relay/%C3',
  ])('is nowhere, since servers may read it in different ways: %s', path => {
    expect(segmentsBelow(path, '/relay')).toBeUndefined()
  })
})

describe('a pattern', () => {
  test('fits its own words and as many segments, and gives the values of its names', () => {
    expect(matchPath('files', ['files'])).toEqual({})
    expect(matchPath('files/:id', ['files', 'f-1'])).toEqual({ id: 'f-1' })
    expect(matchPath('files/:id/content', ['files', 'f-1', 'content'])).toEqual({ id: 'f-1' })
    expect(matchPath('', [])).toEqual({})
    for (const segments of [[], ['file'], ['files', 'f-1'], ['Files']])
      expect(matchPath('files', segments)).toBeUndefined()
    for (const segments of [['files'], ['files', 'f-1', 'x'], ['file', 'f-1']])
      expect(matchPath('files/:id', segments)).toBeUndefined()
    expect(matchPath('', ['files'])).toBeUndefined()
  })

  test.each([
    ['id', 1, 100],
    ['file', 1, 100],
    ['session', 45, 150],
    ['upload', 40, 4000],
    ['user', 1, 320],
    ['product', 1, 100],
  ])('takes for :%s %d to %d characters', (name, min, max) => {
    for (const length of [min, max])
      expect(matchPath(`:${name}`, ['a'.repeat(length)])).toEqual({ [name]: 'a'.repeat(length) })
    for (const length of [min - 1, max + 1])
      expect(matchPath(`:${name}`, ['a'.repeat(length)])).toBeUndefined()
  })

  test.each(['id', 'file', 'session', 'upload', 'product'])(
    'takes for :%s no character that could mean something in a URL',
    name => {
      const id = 'aZ09_-'.repeat(10)
      expect(matchPath(`:${name}`, [id])).toEqual({ [name]: id })
      for (const char of ['/', '\\', '?', '#', '%', ' ', ';', ':', '@', '+', 'é', '\n'])
        for (const segment of [`${char}${id}`, `${id}${char}`])
          expect(matchPath(`:${name}`, [segment]), JSON.stringify(segment)).toBeUndefined()
    },
  )

  test('takes nothing for a name that it does not know', () => {
    expect(matchPath(':other', ['a'])).toBeUndefined()
  })

  test('counts a character of two code units once in :user', () => {
    expect(matchPath(':user', ['😀'.repeat(320)])).toBeDefined()
  })
})
