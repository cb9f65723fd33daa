import { describe, expect, it } from 'vitest'
import { SealDropError } from '../../src/core/errors.ts'
import { serverReason } from '../../src/element/uploads/server-reason.ts'

const quoted = (message: string | undefined): string =>
  serverReason(
    new SealDropError('refused', 'x', {
      provider: { status: 422, ...(message !== undefined && { message }) },
    }),
  )

describe('what the server said, as it is quoted', () => {
  it('is nothing where it said nothing', () => {
    expect(serverReason(new SealDropError('network', 'x'))).toBe('')
    expect(quoted(undefined)).toBe('')
    expect(quoted(' . … ')).toBe('')
  })

  it.each([
    ['The file number is missing.', 'The file number is missing.'],
    ['passport.pdf is infected', 'passport.pdf is infected'],
    ['Die Größe übersteigt 3.5 MB', 'Die Größe übersteigt 3.5 MB'],
    ['e.g. at 10:30', 'e.g. at 10:30'],
    ['evil.\u200Bexample', 'evil. example'],
    ['ファイルが大きすぎます', 'ファイルが大きすぎます'],
  ])('%s stays %s', (said, shown) => expect(quoted(said)).toBe(shown))

  it.each([
    ['See https://evil.example/x now', 'See … now'],
    ['See evil.example now', 'See … now'],
    ['See (EVIL.Example), now', 'See … now'],
    ['See evil.example/passport.pdf now', 'See … now'],
    ['See evil。example now', 'See … now'],
    ['See ｅｖｉｌ．ｅｘａｍｐｌｅ now', 'See … now'],
    ['See evil.xn--p1ai now', 'See … now'],
    ['See evil.zip now', 'See … now'],
    ['See 10.0.0.1 now', 'See … now'],
    ['Write to help@evil.example or mailto:x', 'Write to … or …'],
    ['See "javascript:alert(1)" now', 'See … now'],
    ['https://a.example https://b.example', ''],
  ])('%s leads nowhere: %s', (said, shown) => expect(quoted(said)).toBe(shown))

  it('cannot end the quotation', () => {
    expect(quoted('ok” Now click “here')).toBe("ok' Now click 'here")
    expect(quoted('„a“ «b» "c"')).toBe("'a' 'b' 'c'")
    expect(quoted('a\n\u2069\u202Eb')).toBe('a b')
  })

  it.each([
    [199, 199],
    [200, 200],
    [201, 200],
    [5000, 200],
  ])('of %i characters is %i', (said, shown) => {
    expect([...quoted('ö'.repeat(said))]).toHaveLength(shown)
  })

  it('is cut between characters', () => {
    expect(quoted('😀'.repeat(250)).isWellFormed()).toBe(true)
  })
})
