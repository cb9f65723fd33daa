import { describe, expect, test } from 'vitest'
import { createEncryptedIds } from '../../src/core/relay/encrypted-ids.ts'
import { createSigner, fromBase64url, toBase64url } from '../../src/core/relay/sign.ts'
import { createSignedIds } from '../../src/core/relay/signed-ids.ts'
import { TICKET_KEY } from './relay-tools.ts'

describe('base64url', () => {
  test('is what others write, for bytes of any length, and is read again', () => {
    const bytes = Uint8Array.from({ length: 40 }, (_, byte) => 255 - byte)
    for (let length = 0; length <= bytes.length; length++) {
      const part = bytes.slice(0, length)
      const text = Buffer.from(part).toString('base64url')
      expect(toBase64url(part)).toBe(text)
      expect(fromBase64url(text)).toEqual(part)
    }
  })

  test.each([
    'a',
    'abcde',
    'ab',
    'abd',
    'ab=',
    'ab==',
    'a+bc',
    'a/bc',
    ' abc',
    'abc ',
    'a\nbc',
    'äbcd',
  ])('is no other text: %j', text => {
    expect(fromBase64url(text)).toBeUndefined()
  })
})

describe('a signed id', () => {
  const ids = createSignedIds(createSigner(TICKET_KEY), 'tus')

  test.each(['a', '-', 'f-1', 'x'.repeat(3_000)])('is good for its own caller: %s', async id => {
    const signed = await ids.sign(id, 'ada')
    expect(signed).toHaveLength(id.length + 44)
    expect(await ids.verify(signed, 'ada')).toBe(id)
    expect(await ids.verify(signed, 'bob')).toBeUndefined()
    const others = createSignedIds(createSigner(TICKET_KEY), 'cryptshare')
    expect(await others.verify(signed, 'ada')).toBeUndefined()
  })

  test('is nothing that was changed, cut, put together in another way, or empty', async () => {
    const signed = await ids.sign('f-1', 'ada')
    const mac = signed.slice(4)
    for (const forged of [
      `f-2-${mac}`,
      `f-1_${mac}`,
      `f-1${mac}`,
      `f-1-${mac}A`,
      `f-1-${mac.slice(1)}`,
      `f-1-${mac.slice(0, -1)}=`,
      mac,
      `-${mac}`,
      '',
      await ids.sign('', 'ada'),
    ])
      expect(await ids.verify(forged, 'ada'), forged).toBeUndefined()
  })
})

describe('with several keys', () => {
  const [old, next] = [TICKET_KEY, `${TICKET_KEY}!`]

  test.each([
    ['a signed id', createSignedIds],
    ['an encrypted id', createEncryptedIds],
  ])('%s of any of them is good, and new ones are of the first', async (_, create) => {
    const idsOf = (keys: string | readonly string[]) => {
      const ids = create(createSigner(keys), 'tus')
      return 'sign' in ids
        ? { make: ids.sign, read: ids.verify }
        : { make: ids.encrypt, read: ids.decrypt }
    }
    const before = await idsOf(old).make('f-1', 'ada')
    const after = await idsOf([next, old]).make('f-1', 'ada')
    for (const id of [before, after]) {
      expect(await idsOf([next, old]).read(id, 'ada')).toBe('f-1')
      expect(await idsOf([next, old]).read(id, 'bob')).toBeUndefined()
    }
    expect(await idsOf(next).read(before, 'ada')).toBeUndefined()
    expect(await idsOf(next).read(after, 'ada')).toBe('f-1')
    expect(await idsOf(old).read(after, 'ada')).toBeUndefined()
  })
})

describe('an encrypted id', () => {
  const ids = createEncryptedIds(createSigner(TICKET_KEY), 'tus')

  test.each(['', '6 /files/1?token=secret', 'é😀', 'x'.repeat(2_100)])(
    'is good for its own caller, and nobody reads it: %s',
    async text => {
      const id = await ids.encrypt(text, 'ada')
      expect(id).toMatch(/^[\w-]+$/)
      expect(id).toHaveLength(Math.ceil(((new TextEncoder().encode(text).length + 28) * 8) / 6))
      expect(Buffer.from(id, 'base64url').toString('latin1')).not.toContain('token')
      expect(await ids.encrypt(text, 'ada')).not.toBe(id)
      expect(await ids.decrypt(id, 'ada')).toBe(text)
      expect(await ids.decrypt(id, 'bob')).toBeUndefined()
      const again = createEncryptedIds(createSigner(TICKET_KEY), 'tus')
      expect(await again.decrypt(id, 'ada')).toBe(text)
      for (const others of [
        createEncryptedIds(createSigner(TICKET_KEY), 'http'),
        createEncryptedIds(createSigner(`${TICKET_KEY}!`), 'tus'),
      ])
        expect(await others.decrypt(id, 'ada')).toBeUndefined()
    },
  )

  test('is nothing that was changed, cut, or made up', async () => {
    const id = await ids.encrypt('6 /files/1', 'ada')
    const turned = (at: number): string =>
      id.slice(0, at) + (id[at] === 'A' ? 'B' : 'A') + id.slice(at + 1)
    for (const forged of [
      ...Array.from({ length: id.length - 1 }, (_, at) => turned(at)),
      id.slice(0, -4),
      id.slice(4),
      `${id}AAAA`,
      `${id}=`,
      '',
      'A',
      'AAAA',
      'A'.repeat(16),
      'A'.repeat(60),
      await createSignedIds(createSigner(TICKET_KEY), 'tus').sign('NiAvZmlsZXMvMQ', 'ada'),
    ])
      expect(await ids.decrypt(forged, 'ada'), forged).toBeUndefined()
  })
})
