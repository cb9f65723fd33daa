import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { identityToRecipient } from 'age-encryption'
import { describe, expect, it } from 'vitest'
import {
  generateIdentity,
  type Identity,
  open,
  openStream,
  recipientOf,
} from '../../src/open/index.ts'
import { keysIn } from '../../src/open/key-file.ts'
import { toBech32 } from '../age/bech32.ts'
import { CARD } from '../age/card.ts'
import { identity, PDF, recipient, sealed, stranger } from './open-tools.ts'

const file = new Blob([await sealed(PDF)])
const pq = await generateIdentity({ postQuantum: true })
const plugin = toBech32('age-plugin-yubikey-', new Uint8Array(16)).toUpperCase()
const ssh = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })

describe('the text of a key file opens what it has a key for', () => {
  it.each([
    [
      'as age-keygen writes it',
      `# created: 2026-01-02T03:04:05Z\n# public key: ${recipient}\n${identity}\n`,
    ],
    ['with CRLF and empty lines', `# mine\r\n\r\n${identity}\r\n\r\n`],
    ['with several keys', `${stranger}\n# and\n${pq}\n${identity}\n`],
    ['with white space around', `\n  ${stranger}\t\n\t${identity}  `],
    [
      'beside what is no identity',
      `hello\n${recipient}\n${plugin}\n${identity.slice(0, -1)}\n${identity}`,
    ],
    ['with a comment that speaks of keys', `# AGE-SECRET-KEY-1\n#${stranger}\n${identity}`],
  ])('%s', async (_, text) => {
    expect((await open(file, text)).intact).toBe(true)
    expect((await open(file, [stranger, text])).intact).toBe(true)
  })

  it.each([
    ['not an identity', 'hello'],
    ['empty', ''],
    ['cut off', identity.slice(0, -1)],
    ['an SSH key', String(ssh)],
    ['of a plugin', plugin],
    ['a recipient', recipient],
  ])('also beside one in a list that is %s', async (_, text) => {
    for (const list of [
      [text, identity],
      [identity, text],
      [`${text}\n`, stranger, identity],
    ])
      expect((await open(file, list)).intact).toBe(true)
  })
})

it('a key that begins with a zero, which WebKitGTK refuses, is the same key in the form that it takes', async () => {
  for (const first of [0, 1, 7, 8]) {
    const key = randomBytes(32)
    key[0] = first
    const text = toBech32('age-secret-key-', key).toUpperCase()
    const { keys, strays } = keysIn(text)
    expect(strays).toEqual([])
    expect(keys[0] === text).toBe(first !== 0)
    const itsRecipient = await identityToRecipient(text)
    expect(await recipientOf(text)).toBe(itsRecipient)
    expect((await open(new Blob([await sealed(PDF, {}, [itsRecipient])]), text)).intact).toBe(true)
    expect(keysIn(text.toLowerCase()).strays).toEqual([{ is: 'broken' }])
  }
})

it('what only looks like such a key stays as it is', () => {
  const zeros = (length: number) => toBech32('age-secret-key-', Buffer.alloc(length)).toUpperCase()
  const hybrid = toBech32('age-secret-key-pq-', Buffer.alloc(32)).toUpperCase()
  const other = toBech32('age-secret-key-1x', Buffer.alloc(32)).toUpperCase()
  expect(keysIn(hybrid)).toEqual({ keys: [hybrid], strays: [] })
  for (const text of [zeros(31), zeros(33), zeros(0), other])
    expect(keysIn(text)).toEqual({ keys: [], strays: [{ is: 'broken' }] })
})

describe('what opens nothing is called by its name', () => {
  it.each([
    ['an SSH key', String(ssh), /SSH key/],
    ['an OpenSSH key', `-----BEGIN OPENSSH ${'PRIVATE KEY'}-----\nb3Bl\n`, /SSH key/],
    ['an identity of a plugin', `# my card\n${plugin}\n`, /age-plugin-yubikey/],
    ['a recipient', recipient, /recipient \(age1…\)/],
    [
      'a sealed key file',
      'age-encryption.org/v1\n-> scrypt a 18\n',
      /key file that is itself sealed/,
    ],
    [
      'an armored key file',
      '-----BEGIN AGE ENCRYPTED FILE-----\n',
      /key file that is itself sealed/,
    ],
    ['anything else', 'hello', /not an identity of age/],
    [
      'a plugin’s identity with a wrong letter',
      `${plugin.slice(0, -1)}B`,
      /not an identity of age/,
    ],
  ])('%s', async (_, text, words) => {
    const error = {
      name: 'SealDropError',
      code: 'no-identity',
      message: expect.stringMatching(words),
    }
    await expect(open(file, text)).rejects.toMatchObject(error)
    await expect(open(file, [stranger, text])).rejects.toMatchObject(error)
    await expect(recipientOf(text)).rejects.toMatchObject({ code: 'no-identity' })
  })

  it('a key file with one key has a recipient, one with two has none', async () => {
    expect(await recipientOf(`# mine\r\n${identity}\r\n`)).toBe(recipient)
    await expect(recipientOf(`${identity}\n${stranger}`)).rejects.toMatchObject({
      code: 'no-identity',
    })
  })
})

describe('a key that is kept elsewhere', () => {
  const elsewhere = (unwrapFileKey: Identity['unwrapFileKey']): Identity => ({ unwrapFileKey })

  it('is asked last, and told the stanzas', async () => {
    const seen: string[][] = []
    const asked = elsewhere(async stanzas => {
      seen.push(stanzas.map(({ args }) => args[0] ?? ''))
      return null
    })
    expect((await open(file, [asked, identity])).intact).toBe(true)
    expect(seen).toEqual([])
    await expect(open(file, [asked, stranger])).rejects.toMatchObject({ code: 'no-identity' })
    expect(seen).toEqual([['X25519', 'sealdrop.dev/record']])
  })

  it('fails with its own error', async () => {
    const reason = new Error('the card was pulled out')
    await expect(
      open(
        file,
        elsewhere(() => Promise.reject(reason)),
      ),
    ).rejects.toBe(reason)
  })

  it.each([0, 15, 16, 17])('that gives a wrong key of %i bytes opens nothing', async length => {
    const wrong = elsewhere(async () => new Uint8Array(length))
    await expect(open(file, wrong)).rejects.toMatchObject({ code: 'damaged' })
  })
})

describe('a file for a key in hardware', () => {
  const how = expect.stringContaining('npx sealdrop open FILE -i KEYFILE')

  it.each([
    ['alone', [CARD.classic]],
    ['post-quantum', [CARD.hybrid]],
  ])('says that it needs one, and what opens it: %s', async (_, recipients) => {
    const needing = new Blob([await sealed(PDF, {}, recipients)])
    for (const opener of [stranger, `hello\n${stranger}`, { passphrase: 'x' }, []])
      await expect(open(needing, opener)).rejects.toMatchObject({
        code: 'no-identity',
        message: how,
        details: { needs: 'hardware' },
      })
    await expect(openStream(needing, stranger)).rejects.toMatchObject({ message: how })
  })

  it('does not need one where it is for another identity, too', async () => {
    const either = new Blob([await sealed(PDF, {}, [recipient, CARD.classic])])
    expect((await open(either, identity)).intact).toBe(true)
    const thrown = await open(either, stranger).catch((cause: unknown) => cause)
    expect(thrown).toMatchObject({ message: expect.stringContaining('also for a key in hardware') })
    expect(thrown).not.toHaveProperty('details')
  })

  it('is not said of any other file', async () => {
    await expect(open(file, stranger)).rejects.toMatchObject({
      message: 'The file is not for any of these identities.',
    })
  })
})
