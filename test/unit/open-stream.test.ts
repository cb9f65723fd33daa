import { armor } from 'age-encryption'
import { describe, expect, it, vi } from 'vitest'
import { type Opener, openStream } from '../../src/open/index.ts'
import { wrapPdf } from '../../src/seal/wrap/pdf.ts'
import { type Bytes, bytesOf } from '../age/forge.ts'
import { forged, identity, PDF, sealed, sha256, stranger } from './open-tools.ts'
import { pseudoRandom } from './pseudo-random.ts'

const CHUNK = 65_536

/** In pieces of so many bytes, each in memory of its own. */
const streamOf = (bytes: Uint8Array, piece: number): ReadableStream<Uint8Array> => {
  let at = 0
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close()
      controller.enqueue(bytes.slice(at, at + piece))
      at += piece
    },
  })
}

/** What came out before the stream ended, and how it ended. */
const outcomeOf = async (file: Blob | ReadableStream<Uint8Array>, opener: Opener = identity) => {
  const released: Uint8Array[] = []
  try {
    const { record, stream, intact } = await openStream(file, opener)
    try {
      for await (const bytes of stream) released.push(bytes)
      return { code: '', intact: await intact, record, released: Buffer.concat(released) }
    } catch (thrown) {
      await expect(intact).rejects.toBe(thrown)
      throw thrown
    }
  } catch (thrown) {
    return { code: (thrown as { code: string }).code, released: Buffer.concat(released) }
  }
}

const shapes: readonly (readonly [string, (bytes: Bytes) => Promise<Bytes> | Bytes])[] = [
  ['plain', bytes => bytes],
  ['armored', bytes => new TextEncoder().encode(armor.encode(bytes))],
  [
    'armored with CRLF',
    bytes => new TextEncoder().encode(armor.encode(bytes).replaceAll('\n', '\r\n')),
  ],
  [
    'armored behind the mark of an editor',
    bytes => new TextEncoder().encode(`\ufeff\n${armor.encode(bytes)}\n \n`),
  ],
  ['in a PDF', bytes => bytesOf(wrapPdf(new Blob([bytes])))],
]

describe.each(shapes)('a sealed file that comes in piece by piece: %s', (_, shape) => {
  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 300_000])(
    'opens with %i bytes',
    async size => {
      const original = pseudoRandom(size)
      const whole = await shape(await sealed(original))
      for (const file of [
        new Blob([whole]),
        ...[997, 65_552, 1 << 20].map(piece => streamOf(whole, piece)),
      ]) {
        const { code, intact, record, released } = await outcomeOf(file)
        expect([code, intact, record?.size]).toEqual(['', true, size])
        expect(released.equals(original)).toBe(true)
      }
    },
  )

  it('errors where it was cut, whatever came out before, and never says intact', async () => {
    const original = pseudoRandom(2 * CHUNK + 10)
    const whole = await shape(await sealed(original))
    for (const left of [5, 16, 17, 500, 700, CHUNK, CHUNK + 40, 2 * CHUNK]) {
      const { code, released } = await outcomeOf(streamOf(whole.subarray(0, -left), 30_000))
      expect(['damaged', 'unsupported']).toContain(code)
      // Nothing but a true beginning, and not its end.
      expect(released.length).toBeLessThanOrEqual(2 * CHUNK)
      expect(released.equals(original.subarray(0, released.length))).toBe(true)
    }
  })
})

it('bytes that were changed on the way never come out', async () => {
  const original = pseudoRandom(3 * CHUNK)
  const whole = await sealed(original)
  const payload = whole.length - 3 * (CHUNK + 16)
  for (const chunk of [0, 1, 2]) {
    const changed = whole.slice()
    changed[payload + chunk * (CHUNK + 16) + 5] =
      1 + (changed[payload + chunk * (CHUNK + 16) + 5] ?? 0)
    const { code, released } = await outcomeOf(streamOf(changed, 10_000))
    expect([code, released.length]).toEqual(['damaged', chunk * CHUNK])
  }
})

it('a record that another content is beside errors the stream before it closes', async () => {
  const text = (size: number, digest: string): string =>
    JSON.stringify({
      v: 1,
      name: 'a',
      type: '',
      size,
      sha256: digest,
      checks: [],
      remarks: [],
      sealedAt: '',
      by: '',
    })
  const other = await sha256(new Uint8Array(1))
  const own = await sha256(PDF)
  for (const [size, digest] of [
    [PDF.length, other],
    [PDF.length - 1, own],
    [PDF.length + 1, own],
    [0, own],
  ] as const)
    expect(
      (await outcomeOf(new Blob([await forged(PDF, [{ text: text(size, digest) }])]))).code,
    ).toBe('damaged')
  expect(await outcomeOf(new Blob([await forged(PDF, [])]))).toMatchObject({
    code: '',
    intact: false,
  })
})

it('another’s key, another file and a source that fails are told before anything comes out', async () => {
  const whole = await sealed(PDF)
  expect((await outcomeOf(streamOf(whole, 100), stranger)).code).toBe('no-identity')
  expect((await outcomeOf(streamOf(PDF, 100))).code).toBe('unsupported')
  const failing = new ReadableStream<Uint8Array>({ pull: () => Promise.reject(new Error('reset')) })
  await expect(openStream(failing, identity)).rejects.toMatchObject({
    code: 'unreadable',
    cause: { message: 'reset' },
  })
})

describe('who stops reading', () => {
  const source = (whole: Uint8Array) => {
    const cancel = vi.fn()
    let at = 0
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(whole.slice(at, at + 10_000))
        at += 10_000
        if (at >= whole.length) controller.close()
      },
      cancel,
    })
    return { stream, cancel }
  }

  it('lets the source go, and is told nothing is intact', async () => {
    const { stream, cancel } = source(await sealed(pseudoRandom(5 * CHUNK)))
    const opened = await openStream(stream, identity)
    await opened.stream.cancel('enough')
    expect(await opened.intact).toBe(false)
    expect(cancel).toHaveBeenCalledWith('enough')
  })

  it('by a signal gets its reason, also from a source that never answers', async () => {
    const controller = new AbortController()
    const whole = await sealed(pseudoRandom(5 * CHUNK))
    const cancel = vi.fn()
    const silent = new ReadableStream<Uint8Array>({
      start: queue => queue.enqueue(whole.slice(0, 2 * CHUNK)),
      cancel,
    })
    const { stream, intact } = await openStream(silent, identity, { signal: controller.signal })
    const reader = stream.getReader()
    expect((await reader.read()).value).toHaveLength(CHUNK)
    const reading = reader.read()
    const reason = new Error('stopped')
    controller.abort(reason)
    await expect(reading).rejects.toBe(reason)
    await expect(intact).rejects.toBe(reason)
    expect(cancel).toHaveBeenCalledWith(reason)
  })
})

it('nothing is decrypted before it is asked for', async () => {
  const whole = await sealed(pseudoRandom(40 * CHUNK))
  const seen: number[] = []
  await openStream(streamOf(whole, CHUNK), identity, {
    progress: (done, total) => seen.push(done, total),
  })
  expect(seen).toEqual(
    [CHUNK, Number.POSITIVE_INFINITY, 2 * CHUNK, Number.POSITIVE_INFINITY].slice(0, seen.length),
  )
})
