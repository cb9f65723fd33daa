import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { wholePoint } from '../../src/core/p256.ts'
import { readRecipient } from '../../src/core/recipient.ts'
import { generateIdentity, recipientOf } from '../../src/open/index.ts'
import { age, checkSeal } from '../../src/seal/choice.ts'
import { readSeal } from '../../src/seal/named.ts'
import { identityText, toBech32 } from '../age/bech32.ts'
import { CARD } from '../age/card.ts'
import { ageScheme } from '../age/scheme.ts'
import { oracle } from '../oracle.ts'

const identity = await generateIdentity()
const good = await recipientOf(identity)
const other = await recipientOf(await generateIdentity())
const hybrid = await recipientOf(await generateIdentity({ postQuantum: true }))
const hybridKey = readRecipient(hybrid).key
const goodKey = readRecipient(good).key
const tagKey = readRecipient(CARD.classic).key
const wholeTagKey = wholePoint(tagKey) ?? expect.unreachable()
const tagpqKey = readRecipient(CARD.hybrid).key
const compressedTagpq = Uint8Array.from([...tagpqKey.slice(0, 1184), ...tagKey])
const flipLast = (key: Uint8Array): Uint8Array => key.with(-1, (key.at(-1) ?? 0) ^ 1)
const withHighBit = (key: Uint8Array): Uint8Array => key.with(31, (key[31] ?? 0) | 0x80)
/** 2^255 - 19 and so many more, up to 18: numbers that X25519 reduces. */
const primePlus = (more: number): Uint8Array =>
  new Uint8Array(32)
    .fill(255)
    .with(0, 0xed + more)
    .with(31, 0x7f)
const withHybridHalf = (half: Uint8Array): Uint8Array =>
  Uint8Array.from([...hybridKey.slice(0, -32), ...half])
const lastChanged = `${good.slice(0, -1)}${good.endsWith('q') ? 'p' : 'q'}`

/** What the scheme answers, and how much of the file it read before. */
const sealFor = async (recipients: readonly string[]): Promise<unknown> => {
  const plain = { blob: new Blob(['secret']), name: 'a', type: 'application/pdf', remarks: [] }
  const job = { signal: new AbortController().signal, progress: () => expect.unreachable() }
  return ageScheme.seal(plain, { scheme: 'age', recipients }, job).then(
    () => expect.unreachable(),
    cause => cause,
  )
}

const thrownBy = (call: () => unknown): unknown => {
  try {
    call()
  } catch (cause) {
    return cause
  }
  return expect.unreachable()
}

const textOf = (thing: unknown): string =>
  thing instanceof Error
    ? `${thing.message}${thing.stack}${JSON.stringify(thing)}${textOf(thing.cause)}`
    : String(thing)

describe('recipients', () => {
  it.each([
    ['empty', ''],
    ['white space', ' '],
    ['a word', 'age1wrong'],
    ['a letter wrong', lastChanged],
    ['a letter missing', good.slice(0, -1)],
    ['a letter more', `${good}q`],
    ['two in one', `${good},${other}`],
    ['white space around', `${good} `],
    ['capital letters', good.toUpperCase()],
    ['a capital letter', `A${good.slice(1)}`],
    ['post-quantum, a letter wrong', `age1pq1${'q'.repeat(1950)}`],
    ['post-quantum, a byte short', toBech32('age1pq', hybridKey.slice(0, -1))],
    ['post-quantum, not reduced', toBech32('age1pq', hybridKey.with(0, 255).with(1, 255))],
    ['post-quantum, not reduced at the end', toBech32('age1pq', hybridKey.with(1151, 255))],
    [
      'post-quantum, its other half of low order',
      toBech32('age1pq', Uint8Array.from([...hybridKey.slice(0, -32), ...new Uint8Array(32)])),
    ],
    ['31 bytes', 'age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqar9jk6'],
    ['another prefix', 'bge1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqhqtkda'],
    [
      'zero, a point of low order',
      'age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z',
    ],
    ['one, of low order', 'age1qyqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqj7vrya'],
    ['a point of order 8', 'age1ur4h5lpmgxu2u9jku0a0r87ydtdqnr0tnsetrlvxvgz3vh6fhqqqzyt4v9'],
    ['zero, with the bit that X25519 ignores', toBech32('age', new Uint8Array(32).with(31, 0x80))],
    ['a good key, with the bit that X25519 ignores', toBech32('age', withHighBit(goodKey))],
    ['the prime, which is zero again', toBech32('age', primePlus(0))],
    ['the prime and two', toBech32('age', primePlus(2))],
    ['the prime and nine', toBech32('age', primePlus(9))],
    ['the largest number of 255 bits', toBech32('age', primePlus(18))],
    [
      'post-quantum, its other half with the bit that X25519 ignores',
      toBech32('age1pq', withHybridHalf(withHighBit(hybridKey.slice(-32)))),
    ],
    [
      'post-quantum, its other half the prime and nine',
      toBech32('age1pq', withHybridHalf(primePlus(9))),
    ],
    [
      'post-quantum, a coefficient at the modulus',
      toBech32('age1pq', hybridKey.with(0, 1).with(1, 13)),
    ],
    [
      'post-quantum, the next coefficient at the modulus',
      toBech32('age1pq', hybridKey.with(1, 0x10).with(2, 0xd0)),
    ],
    ['32 bytes under another prefix', toBech32('agf', new Uint8Array(32).fill(9))],
    ['as long as a post-quantum one, under the classic prefix', toBech32('age', hybridKey)],
    ['tagged, no point', toBech32('age1tag', new Uint8Array(33).fill(2).with(32, 5))],
    ['tagged, a letter wrong', `${CARD.classic.slice(0, -1)}q`],
    ['tagged, in another form', toBech32('age1tag', tagKey.with(0, 4))],
    [
      'tagged, a number beyond the prime',
      toBech32('age1tag', new Uint8Array(33).fill(255).with(0, 2)),
    ],
    ['tagged, a byte short', toBech32('age1tag', tagKey.slice(0, -1))],
    ['tagged, its point whole', toBech32('age1tag', wholeTagKey)],
    ['tagged, the point at infinity', toBech32('age1tag', Uint8Array.of(0))],
    ['tagged and post-quantum, off the curve', toBech32('age1tagpq', flipLast(tagpqKey))],
    ['tagged and post-quantum, its point compressed', toBech32('age1tagpq', compressedTagpq)],
    [
      'tagged and post-quantum, not reduced',
      toBech32('age1tagpq', tagpqKey.with(0, 255).with(1, 255)),
    ],
    [
      'tagged and post-quantum, its point in a mixed form',
      toBech32('age1tagpq', tagpqKey.with(1184, 6)),
    ],
    ['tagged and post-quantum, under the prefix of the others', toBech32('age1pq', tagpqKey)],
    ['of a plugin', toBech32('age1yubikey', new Uint8Array(33).fill(2))],
    ['33 bytes', toBech32('age', new Uint8Array(33).fill(9))],
    ['a key of SSH', 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAA'],
  ])('are refused: %s', async (_, wrong) => {
    for (const list of [[wrong], [good, wrong], [wrong, good]]) {
      for (const thrown of [thrownBy(() => age(...list)), await sealFor(list)])
        expect(thrown).toMatchObject({ name: 'SealDropError', code: 'bad-recipient' })
      expect(thrownBy(() => checkSeal(readSeal('age', list)))).toMatchObject({
        code: 'bad-recipient',
      })
    }
  })

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a number', 1],
    ['a list', [good]],
    ['an object that is read as one', { toString: () => good }],
  ])('are refused where they are no text: %s', async (_, wrong) => {
    // Not last: options are.
    const list = [wrong, good] as string[]
    for (const thrown of [thrownBy(() => age(...list)), await sealFor(list)])
      expect(thrown).toMatchObject({ name: 'SealDropError', code: 'bad-recipient' })
  })

  it('may have coefficients up to just below the modulus', () => {
    const edge = hybridKey.with(0, 0).with(1, 0x0d).with(2, 0xd0)
    expect(readRecipient(toBech32('age1pq', edge)).type).toBe('mlkem768x25519')
  })

  it('may be up to just below the prime', () => {
    for (const edge of [primePlus(-2), primePlus(0).with(1, 254), primePlus(18).with(31, 0x7e)])
      expect(readRecipient(toBech32('age', edge)).type).toBe('X25519')
  })

  it('that age itself would take are refused where their owner could not open the file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'recipients-'))
    try {
      const [key, sealed] = [join(folder, 'identity'), join(folder, 'sealed.age')]
      writeFileSync(key, identity)
      const beyond = toBech32('age', withHighBit(goodKey))
      const program = oracle('age')
      const run = (...args: string[]): SpawnSyncReturns<string> =>
        spawnSync(program, args, { input: 'secret', encoding: 'utf8' })
      expect(run('-r', beyond, '-o', sealed).status).toBe(0)
      expect(run('-d', '-i', key, sealed).stderr).toContain('no identity matched')
      expect(run('-r', good, '-o', sealed).status).toBe(0)
      expect(run('-d', '-i', key, sealed).stdout).toBe('secret')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('of any identity are taken, also of one whose bits are not set as RFC 7748 sets them', async () => {
    for (const scalar of [new Uint8Array(32), new Uint8Array(32).fill(255), goodKey])
      expect(readRecipient(await recipientOf(identityText(scalar))).type).toBe('X25519')
  })

  it.each([
    ['A recipient is empty.', ''],
    ['A recipient has capital letters: age writes recipients in small ones.', good.toUpperCase()],
    ['A recipient is no age1… key: a letter is missing or wrong.', lastChanged],
  ])('are refused in words that help: %s', (message, wrong) =>
    expect(thrownBy(() => readRecipient(wrong))).toMatchObject({ message }),
  )

  it('that are a secret key are recognised and never repeated', async () => {
    const file = `# created: 2026-01-01T00:00:00Z\n# public key: ${good}\n${identity}\n`
    const pasted = [identity, identity.toLowerCase(), ` ${identity}`, `${identity}\n`, file]
    for (const wrong of [...pasted, identity.slice(0, -2), 'AGE-SECRET-KEY-PQ-1QQQQ'])
      for (const thrown of [thrownBy(() => age(good, wrong)), await sealFor([good, wrong])]) {
        expect(thrown).toMatchObject({ code: 'bad-recipient' })
        expect(textOf(thrown)).toContain('secret key')
        expect(textOf(thrown).toLowerCase()).not.toContain(wrong.trim().slice(-30).toLowerCase())
        expect(textOf(thrown).toLowerCase()).not.toContain(identity.slice(20, 40).toLowerCase())
      }
  })

  it('are at least one', async () => {
    expect(thrownBy(() => age())).toMatchObject({ code: 'no-recipient' })
    expect(thrownBy(() => checkSeal(readSeal('age')))).toMatchObject({ code: 'no-recipient' })
    expect(await sealFor([])).toMatchObject({ code: 'no-recipient' })
  })

  it('count once each', () => {
    expect(age(good, other, good)).toEqual({ scheme: 'age', recipients: [good, other] })
  })
})
