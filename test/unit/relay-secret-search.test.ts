import { describe, expect, test, vi } from 'vitest'
import { secretHeaders, secretsOf } from '../../src/core/relay/secret-headers.ts'
import { withoutSecrets } from '../../src/relay/secrets.ts'

const base64 = (text: string): string => Buffer.from(text).toString('base64')

describe('an answer', () => {
  test.each([
    ['the longer one given first', ['token-1-of-ada', 'token-1']],
    ['the longer one given last', ['token-1', 'token-1-of-ada']],
  ])('keeps no rest of a secret that another one begins: %s', (_, secrets) => {
    expect(withoutSecrets('a token-1-of-ada, b token-1.', secrets)).toBe(
      'a [removed], b [removed].',
    )
  })

  test('keeps no rest of a secret that another one is in the middle of', () => {
    const secrets = ['secret', 'the-secret-key', 'my-the-secret-key']
    expect(withoutSecrets('<my-the-secret-key> <the-secret-key>', secrets)).toBe(
      '<[removed]> <[removed]>',
    )
  })

  test('with nothing in it costs no search, whatever there is to search for', () => {
    const made = vi.spyOn(globalThis, 'RegExp')
    expect(withoutSecrets('', ['a secret that was never seen before'])).toBe('')
    expect(made).not.toHaveBeenCalled()
    made.mockRestore()
  })

  test.each([
    ['', 'a word'],
    ['words', 'five words more'],
  ])('keeps what is shorter than six characters, for it may be any word: "%s"', (secret, text) => {
    expect(withoutSecrets(text, [secret])).toBe(text)
  })

  test('loses a secret of six characters, wherever and how often it stands', () => {
    const text = 'secretsecret, secret. secre secret'
    expect(withoutSecrets(text, ['secret'])).toBe('[removed][removed], [removed]. secre [removed]')
  })

  test.each(['', 'u', 'us', 'use', 'user:'])(
    'loses a secret within base64 of a longer text, and no character beside it: after "%s"',
    before => {
      const secret = 'opens-the-upstream'
      for (const after of ['x', 'xy', 'xyz', ':all the rest']) {
        const text = base64(before + secret + after)
        // A character of base64 is six bits, and may belong to two texts.
        const begin = Math.ceil((before.length * 8) / 6)
        const end = Math.floor(((before.length + secret.length) * 8) / 6)
        expect(withoutSecrets(`"${text}"`, [secret])).toBe(
          `"${text.slice(0, begin)}[removed]${text.slice(end)}"`,
        )
      }
    },
  )

  test('loses the shortest secrets within base64, too', () => {
    for (const secret of ['secret', 'secrets'])
      for (const before of ['', 'u', 'us'])
        expect(withoutSecrets(base64(`${before}${secret}`), [secret])).toContain('[removed]')
  })

  test.each(['&', '<', '>', '"', "'"])('loses a secret with %s written as HTML has it', char => {
    const named = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' }[char]
    const code = char.charCodeAt(0)
    for (const entity of [
      `&${named};`,
      `&#${code};`,
      `&#00${code};`,
      `&#x${code.toString(16)};`,
      `&#X00${code.toString(16).toUpperCase()};`,
    ])
      expect(withoutSecrets(`pass${entity}word`, [`pass${char}word`])).toBe('[removed]')
  })

  test('loses a secret in JSON that is in JSON, three times over', () => {
    const secret = 'pass"word\\1'
    let text: string = secret
    for (let depth = 0; depth < 3; depth++) {
      text = JSON.stringify(text)
      expect(withoutSecrets(text, [secret]).replaceAll(/[\\"]/g, '')).toBe('[removed]')
    }
  })

  test('loses the secrets of now, however many tokens came and went before', () => {
    const kept = vi.spyOn(Map.prototype, 'set')
    for (let number = 1000; number < 1110; number++) {
      const secrets = [`token-${number}`, `token-${number - 1}`]
      const text = `token-${number} token-${number - 1}`
      expect(withoutSecrets(text, secrets)).toBe('[removed] [removed]')
    }
    // What was kept for them is not kept for ever, and not made anew each time.
    const calls = kept.mock.calls.flatMap(([key], at) =>
      String(key).startsWith('token-') ? [kept.mock.contexts[at]] : [],
    )
    vi.restoreAllMocks()
    expect(new Set(calls).size).toBe(1)
    expect(calls.length).toBeLessThan(120)
    expect((calls[0] as Map<unknown, unknown>).size).toBeLessThanOrEqual(100)
  })

  test('full of backslashes is searched in a moment', () => {
    const text = '\\'.repeat(200_000)
    expect(withoutSecrets(text, ['pass"word\\1'])).toBe(text)
  })
})

describe('among the headers that a site sends', () => {
  test.each([
    ['Authorization', 'Bearer abc', ['Bearer abc', 'abc']],
    ['X-Api-Key', 'abc', ['abc']],
    ['Cookie', 'a=1', ['a=1']],
    ['X-Upload', 'a-value-of-twenty-ch', ['a-value-of-twenty-ch']],
    ['X-Upload', 'a-value-of-nineteen', []],
    ['X-Upload', 'many words that are no token at all', []],
    ['Accept', 'application/vnd.example+json', []],
    ['Content-Language', 'a-value-of-twenty-characters', []],
    ['User-Agent', 'sealdrop-relay-of-example/1.0', []],
    ['X-Bucket', 'documents', []],
  ])('%s: %s holds the secrets %j', (name, value, secrets) => {
    expect(secretHeaders({ [name]: value })).toEqual(secrets)
  })

  test('Basic credentials hold a pair and a password, which may hold a colon', () => {
    const sent = base64('user:pass:word')
    expect(secretsOf(`Basic ${sent}`)).toEqual([
      `Basic ${sent}`,
      sent,
      'user:pass:word',
      'pass:word',
    ])
    expect(secretsOf('basic not*base64')).toEqual(['basic not*base64', 'not*base64'])
    expect(secretsOf('Basic')).toEqual(['Basic'])
    expect(secretsOf(`Basic ${base64('nobody')}`).slice(2)).toEqual(['nobody', 'nobody'])
  })

  test.each(['Basics', 'XBasic'])('%s is no scheme with a password', scheme => {
    const sent = base64('user:password')
    expect(secretsOf(`${scheme} ${sent}`)).toEqual([`${scheme} ${sent}`, sent])
  })

  test('spaces around and between its parts belong to none of them', () => {
    expect(secretsOf(' Bearer  abc\tdef ')).toEqual([' Bearer  abc\tdef ', 'abc', 'def'])
  })
})
