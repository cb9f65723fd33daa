import { describe, expect, it } from 'vitest'
import { generateIdentity, open, recipientOf } from '../../src/open/index.ts'
import type { Stanza } from '../../src/seal/schemes/age/stanza.ts'
import type { Bytes } from '../age/forge.ts'
import { turnsOf } from '../turns.ts'
import { forged, identity, PDF, recipient, refused, sealed } from './open-tools.ts'
import { pseudoRandom } from './pseudo-random.ts'

const VERSION_LINE = 'age-encryption.org/v1\n'.length
const others = await Promise.all([1, 2].map(async () => recipientOf(await generateIdentity())))

interface Target {
  readonly whole: Bytes
  /** Where the header ends. */
  readonly header: number
  /** Where the stanza of `recipient` starts and ends. */
  readonly ours: readonly [number, number]
}

/** A file for `recipient`, which stands at this place among so many. */
const target = async (size: number, place: number, count: number): Promise<Target> => {
  const before = others.slice(0, place)
  const recipients = [...before, recipient, ...others.slice(place, count - 1)]
  const whole = await sealed(pseudoRandom(size), {}, recipients)
  const text = Buffer.from(whole).toString('latin1')
  const stanza = [...text.matchAll(/^-> /gm)].map(({ index }) => index)
  const header = (text.match(/^--- .{43}\n/m)?.index ?? 0) + 48
  return { whole, header, ours: [stanza[place] ?? 0, stanza[place + 1] ?? 0] }
}

const flipped = (whole: Bytes, at: number, bit: number): Bytes => {
  const copy = whole.slice()
  copy[at] = (copy[at] ?? 0) ^ (1 << bit)
  return copy
}

const codeOf = (file: Bytes): Promise<string> =>
  open(new Blob([file]), identity).then(
    () => 'opened',
    cause => cause.code,
  )

/** What may be answered to a change at this byte. */
const codesAt = (at: number, { ours: [start, end] }: Target): readonly string[] => {
  if (at < VERSION_LINE) return ['unsupported']
  return at >= start && at < end ? ['damaged', 'no-identity'] : ['damaged']
}

describe('a file that was tampered with', { timeout: 180_000 }, () => {
  it.each([
    [turnsOf(6000), 'one recipient, one chunk', 100, 0, 1],
    [turnsOf(2000), 'the second of three recipients, one chunk', 1000, 1, 3],
    [turnsOf(1200), 'one recipient, two chunks', 65_636, 0, 1],
    [800, 'the third of three recipients, two chunks', 65_537, 2, 3],
  ])('is refused with any of %i random bits flipped: %s', async (turns, _, size, place, count) => {
    const file = await target(size, place, count)
    const draws = new DataView(pseudoRandom(turns * 5, size).buffer)
    const seen = new Set<string>()
    for (let turn = 0; turn < turns; turn++) {
      // Half of them hit the header, however long the payload is.
      const range = turn % 2 ? file.whole.length : file.header
      const at = draws.getUint32(turn * 5) % range
      const bit = draws.getUint8(turn * 5 + 4) % 8
      const code = await codeOf(flipped(file.whole, at, bit))
      if (!codesAt(at, file).includes(code)) expect.unreachable(`byte ${at}, bit ${bit}: ${code}`)
      seen.add(code)
    }
    expect([...seen].sort()).toEqual(['damaged', 'no-identity', 'unsupported'])
  })

  it('is refused with any bit of the header’s MAC flipped, unused ones of its base64 too', async () => {
    const { whole, header } = await target(10, 0, 1)
    for (let at = header - 48; at < header; at++)
      for (let bit = 0; bit < 8; bit++) await refused(flipped(whole, at, bit), 'damaged')
  })

  it('is refused cut at any length', async () => {
    const { whole } = await target(1, 0, 1)
    for (let end = 0; end < whole.length; end++)
      await refused(whole.subarray(0, end), end < VERSION_LINE ? 'unsupported' : 'damaged')
  })

  it('is refused with the stanzas of its header in another order, repeated or dropped', async () => {
    const { whole, header } = await target(10, 0, 3)
    const text = Buffer.from(whole.subarray(0, header)).toString('latin1')
    const stanzas = text.slice(VERSION_LINE, text.indexOf('--- ')).split(/^(?=-> )/m)
    const [a = '', b = '', c = '', record = ''] = stanzas
    expect(stanzas.length).toBe(4)
    const rest = whole.subarray(header)
    const rebuilt = (order: readonly string[]): Blob =>
      new Blob([text.slice(0, VERSION_LINE), ...order, text.slice(-48), rest])
    expect((await open(rebuilt(stanzas), identity)).intact).toBe(true)
    for (const order of [
      [b, a, c, record],
      [a, c, b, record],
      [record, a, b, c],
      [a, a, b, c, record],
      [a, b, c, record, record],
      [a, b, record],
      [a, b, c],
      [a],
      [a, b, c, record, '-> grease\n\n'],
    ])
      await refused(rebuilt(order), 'damaged')
    for (const order of [[b, c, record], [record]]) await refused(rebuilt(order), 'no-identity')
    await refused(rebuilt([]), 'damaged')
  })

  it('is refused with more than 64 KiB of header', async () => {
    const grease = (size: number): Stanza => ({ args: ['grease'], body: new Uint8Array(size) })
    const fits = await forged(PDF, [], [grease(45_000)])
    expect((await open(new Blob([fits]), identity)).intact).toBe(false)
    for (const size of [50_000, 1_000_000])
      await refused(await forged(PDF, [], [grease(size)]), 'damaged')
    await refused(`age-encryption.org/v1\n${'-> x\n\n'.repeat(200_000)}`, 'damaged')
    await refused(`age-encryption.org/v1\n${'x'.repeat(1_000_000)}`, 'damaged')
  })
})
