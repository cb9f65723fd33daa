import { beforeAll, describe, expect, it } from 'vitest'
import { generateIdentity, open, recipientOf } from '../../src/open/index.ts'
import { type Bytes, bytesOf } from '../age/forge.ts'
import { identity, recipient, refused, sealed } from './open-tools.ts'
import { pseudoRandom } from './pseudo-random.ts'

const CHUNK = 65_536
const SEALED_CHUNK = CHUNK + 16

/** All sequences of up to so many of the numbers below `count`. */
const sequences = (count: number, longest: number): readonly (readonly number[])[] => {
  if (longest === 0) return [[]]
  const shorter = sequences(count, longest - 1)
  const full = shorter.filter(({ length }) => length === longest - 1)
  const numbers = Array.from({ length: count }, (_, number) => number)
  return [...shorter, ...full.flatMap(start => numbers.map(number => [...start, number]))]
}

describe.each([
  ['an empty file', 0, 1],
  ['one byte', 1, 1],
  ['one full chunk', CHUNK, 1],
  ['a second chunk of one byte', CHUNK + 1, 3],
  ['two full chunks', 2 * CHUNK, 3],
  ['a third chunk', 2 * CHUNK + 1000, 1],
])('the chunks of a file: %s', { timeout: 60_000 }, (_, size, count) => {
  const original = pseudoRandom(size)
  let whole: Bytes = new Uint8Array()
  /** The same, sealed a second time. */
  let other: Bytes = new Uint8Array()
  /** Where the first chunk starts, in both. */
  let start = 0
  const chunk = (at: number, from = whole): Bytes =>
    from.subarray(start + at * SEALED_CHUNK, start + (at + 1) * SEALED_CHUNK)
  const chunks = Math.max(1, Math.ceil(size / CHUNK))
  const inOrder = Array.from({ length: chunks }, (_, at) => at)

  beforeAll(async () => {
    const more = [1, 2].map(async () => recipientOf(await generateIdentity()))
    const recipients = [...(await Promise.all(more)), recipient].slice(-count)
    whole = await sealed(original, {}, recipients)
    other = await sealed(original, {}, recipients)
    const mac = Buffer.from(whole).indexOf('\n--- ')
    start = whole.indexOf(0x0a, mac + 1) + 1 + 16
  })

  it('open as they are', async () => {
    const { file, intact } = await open(new Blob([whole]), identity)
    expect(intact).toBe(true)
    expect(Buffer.from(await bytesOf(file)).equals(original)).toBe(true)
    expect(whole.length).toBe(start + size + 16 * chunks)
  })

  it('are refused cut anywhere near an edge', async () => {
    const edges = [start - 16, ...inOrder.map(at => start + at * SEALED_CHUNK), whole.length]
    const ends = edges.flatMap(edge => [edge - 17, edge - 16, edge - 15, edge - 1, edge, edge + 1])
    const cuts = [...new Set(ends)].filter(end => end < whole.length)
    expect(cuts.length).toBeGreaterThan(8)
    for (const end of cuts) await refused(whole.subarray(0, end), 'damaged')
  })

  it('are refused with more behind them', async () => {
    for (const more of [new Uint8Array(1), new Uint8Array(16), chunk(0), other, whole])
      await refused(new Blob([whole, more]), 'damaged')
  })

  it('are refused in any other order, repeated or dropped', async () => {
    const orders = sequences(chunks, chunks + 1).filter(order => `${order}` !== `${inOrder}`)
    expect(orders.length).toBe([2, 6 + 8, 12 + 27 + 81][chunks - 1])
    const head = whole.subarray(0, start)
    for (const order of orders)
      await refused(new Blob([head, ...order.map(at => chunk(at))]), 'damaged')
  })

  it('are refused with one from another file of the same content', async () => {
    const head = whole.subarray(0, start)
    for (const at of inOrder) {
      const mixed = inOrder.map(which => chunk(which, which === at ? other : whole))
      await refused(new Blob([head, ...mixed]), 'damaged')
    }
    // Another's chunks, nonce and chunks, or nonce.
    await refused(new Blob([head, other.subarray(start)]), 'damaged')
    await refused(new Blob([head.subarray(0, -16), other.subarray(start - 16)]), 'damaged')
    const nonce = other.subarray(start - 16, start)
    await refused(new Blob([head.subarray(0, -16), nonce, whole.subarray(start)]), 'damaged')
  })
})
