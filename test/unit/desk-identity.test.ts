import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateHybridIdentity, generateIdentity } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { identityFile, identityOf, looksSecret, readIdentities } from '../../src/desk/identity.ts'
import { recipientFingerprint, recipientOf } from '../../src/open/index.ts'
import { oracle } from '../oracle.ts'

const folder = mkdtempSync(join(tmpdir(), 'sealdrop-'))
afterAll(() => rmSync(folder, { recursive: true }))

let [one, two] = ['', '']
beforeAll(async () => {
  one = await generateIdentity()
  two = await generateIdentity()
})

const secretsIn = async (text: string): Promise<string[]> =>
  (await readIdentities(text)).map(({ secret }) => secret)

describe('an identity file', () => {
  it('as the desk saves it is one that the age command opens with', async () => {
    const identity = await identityOf(one)
    const text = identityFile(identity, new Date('2026-01-02T03:04:05.678Z'))
    expect(text).toBe(
      `# created: 2026-01-02T03:04:05Z\n# public key: ${identity.recipient}\n${one}\n`,
    )
    writeFileSync(join(folder, 'identity.txt'), text, { mode: 0o600 })
    const age = oracle('age')
    const options = { cwd: folder, input: 'hello' }
    const sealed = execFileSync(age, ['-r', identity.recipient], options)
    const opened = execFileSync(age, ['-d', '-i', 'identity.txt'], { ...options, input: sealed })
    expect(opened.toString()).toBe('hello')
    expect(await readIdentities(text)).toEqual([identity])
  })

  it('is read with its recipient and fingerprint', async () => {
    const recipient = await recipientOf(one)
    expect(await readIdentities(one)).toEqual([
      { secret: one, recipient, fingerprint: await recipientFingerprint(recipient) },
    ])
  })

  it('may hold several, comments, other line ends, or lose its line ends when pasted', async () => {
    for (const text of [
      `${one}\n${two}`,
      `# mine\r\n${one}\r\n\r\n# backup\r\n${two}\r\n`,
      `# created: x # public key: age1xyz ${one} ${two}`,
      `# public key: age1xyz${one}${two}# end`,
      `${one}\n${two}\n${one}`,
    ])
      expect(await secretsIn(text)).toEqual([one, two])
  })

  it('may be typed from a sheet, in groups of letters and small ones', async () => {
    const typed = one.replaceAll(/.{4}/g, '$& ').toLowerCase()
    expect(looksSecret(typed)).toBe(true)
    expect(await secretsIn(typed)).toEqual([one])
    expect(await secretsIn(`${typed.slice(0, 40)}\n${typed.slice(40)}`)).toEqual([one])
    await expect(readIdentities(typed.slice(0, -3))).rejects.toThrow(/not an identity/)
  })

  it('may speak of identities, also of broken ones, in its comments', async () => {
    for (const text of [
      `# keep secret, it starts with AGE-SECRET-KEY-\n${one}\n${two}\n`,
      `${one}\r\n# old: ${one.slice(0, -1)}\r\n${two}`,
      `\r\n#AGE-SECRET-KEY-1\r${one}\r${two}`,
    ])
      expect(await secretsIn(text)).toEqual([one, two])
    expect(await secretsIn(`# created: x # public key: age1xyz ${one} ${two}\n`)).toEqual([
      one,
      two,
    ])
  })

  it('may hold a post-quantum one', async () => {
    const hybrid = await generateHybridIdentity()
    expect(await secretsIn(`${hybrid}\n`)).toEqual([hybrid])
  })

  it.each(['', 'Dear Sir', '# comment only', 'age1abc'])('holds none: %j', async text => {
    expect(await readIdentities(text)).toEqual([])
  })

  it('that is broken throws without repeating it', async () => {
    for (const broken of [one.slice(0, -1), `${one}Q`, `AGE-SECRET-KEY-1${'Q'.repeat(58)}`]) {
      const thrown = await readIdentities(`${two}\n${broken}`).catch((error: unknown) => error)
      expect(thrown).toBeInstanceOf(TypeError)
      expect(JSON.stringify([String(thrown), (thrown as Error).cause])).not.toContain('SECRET')
    }
  })
})

describe('a secret given by mistake', () => {
  it.each([
    ['AGE-SECRET-KEY-1ABC', true],
    ['age-secret-key-1abc', true],
    ['# public key: age1x\nAGE-SECRET-KEY-PQ-1', true],
    ['age1abc', false],
    ['', false],
  ])('%j is known by its start: %s', (text, isSecret) => {
    expect(looksSecret(text)).toBe(isSecret)
  })
})
