import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { backgroundJob } from '../../src/core/abort.ts'
import type { SealName, Transport } from '../../src/core/contracts.ts'
import { parseLimits } from '../../src/intake/limits.ts'
import { generateIdentity, open, recipientOf } from '../../src/open/index.ts'
import { unwrapped } from '../../src/open/wrapper.ts'
import { age, checkSeal, type Seal } from '../../src/seal/choice.ts'
import { readSeal, sealName } from '../../src/seal/named.ts'
import { plainLimit, sealedSize } from '../../src/seal/size.ts'
import { wireName } from '../../src/seal/wire-name.ts'
import { WRAP_HEAD_BYTES } from '../../src/seal/wrap/mark.ts'
import { WRAP_TAIL_BYTES, wrapPdf, wrapperOf } from '../../src/seal/wrap/pdf.ts'
import { resolveOptions } from '../../src/session/resolved-options.ts'
import { ageScheme } from '../age/scheme.ts'
import { turnsOf } from '../turns.ts'
import { pseudoRandom } from './pseudo-random.ts'

type Bytes = Uint8Array<ArrayBuffer>

const MIB = 1024 * 1024
const original = pseudoRandom(1000)
let identity = ''
let recipient = ''
let sealed: Bytes = new Uint8Array()
let whole: Bytes = new Uint8Array()

const bytesOf = async (blob: Blob): Promise<Bytes> => new Uint8Array(await blob.arrayBuffer())
const thrownBy = (action: () => unknown): unknown => {
  try {
    action()
  } catch (thrown) {
    return thrown
  }
  return undefined
}

beforeAll(async () => {
  identity = await generateIdentity()
  recipient = await recipientOf(identity)
  const blob = new Blob([original])
  const plain = { blob, name: 'passport.pdf', type: 'application/pdf', remarks: [] }
  const { body } = await ageScheme.seal(
    plain,
    { scheme: 'age', recipients: [recipient] },
    backgroundJob,
  )
  sealed = await bytesOf(body)
  whole = await bytesOf(wrapPdf(body))
})

/** How a file opens: `opened` or the code of the refusal. What opens must be the original. */
const outcome = (...parts: readonly Bytes[]): Promise<string> =>
  open(new Blob([...parts]), identity).then(
    async ({ file, intact }) => {
      expect([await bytesOf(file), intact]).toEqual([original, true])
      return 'opened'
    },
    cause => cause.code,
  )

describe('a PDF wrapper', () => {
  const digits = [
    0, 1, 9, 10, 99, 100, 999, 1000, 9999, 10_000, 99_999, 100_000, 999_999, 1_000_000,
  ]

  it.each([...digits, 20 * MIB])('adds 4,096 bytes to %i', async size => {
    const payload = pseudoRandom(size)
    const wrapper = wrapPdf(new Blob([payload]))
    expect(wrapper.size).toBe(size + 4096)
    expect(wrapper.type).toBe('application/pdf')
    const bytes = await bytesOf(wrapper)
    const end = bytes.length - WRAP_TAIL_BYTES
    expect(Buffer.from(bytes).subarray(WRAP_HEAD_BYTES, end).equals(payload)).toBe(true)
  })

  it('adds 4,096 bytes to a gigabyte, of which it copies and reads nothing', async () => {
    const size = 1024 * MIB + 1
    const part = new Blob([pseudoRandom(MIB)])
    const payload = new Blob([...Array.from({ length: 1024 }, () => part), new Uint8Array(1)])
    const wrapper = wrapPdf(payload)
    expect(wrapper.size).toBe(size + 4096)
    const inside = await unwrapped(wrapper)
    expect(inside.size).toBe(size)
    expect(await bytesOf(inside.slice(-100))).toEqual(await bytesOf(payload.slice(-100)))
  })

  it.each([4 * 1024 * MIB, 10 ** 10 - 1, 10 ** 10, Number.MAX_SAFE_INTEGER - 4096])(
    'has room for the numbers of %i bytes',
    size => {
      const { head, tail } = wrapperOf(size, `20261121${'0'.repeat(24)}`)
      expect([head.length, tail.length]).toEqual([WRAP_HEAD_BYTES, WRAP_TAIL_BYTES])
      expect(head).toMatch(new RegExp(`/Length ${size} *>>\nstream\n$`))
      const at = Number(/\nstartxref\n(\d+)\n%%EOF\n$/.exec(tail)?.[1])
      expect(tail.slice(at - WRAP_HEAD_BYTES - size)).toMatch(/^xref\n/)
    },
  )

  it('says to the byte where each of its objects begins', () => {
    const text = Buffer.from(whole).toString('latin1')
    const table = text.slice(Number(/startxref\n(\d+)/.exec(text)?.[1]))
    const [, count, rows = ''] =
      /^xref\n0 (\d+)\n0{10} 65535 f \n((?:\d{10} 00000 n \n)+)trailer/.exec(table) ?? []
    const offsets = [...rows.matchAll(/(\d{10}) 00000 n/g)].map(([, offset]) => Number(offset))
    expect(offsets.length).toBe(Number(count) - 1)
    for (const [index, offset] of offsets.entries())
      expect(text.slice(offset - 1, offset + 12)).toMatch(new RegExp(`^\\n${index + 1} 0 obj\\n`))
  })

  it('of version 1 is what it always was: another byte, and no earlier file would open', () => {
    const { head, tail } = wrapperOf(1000, `20261121${'0'.repeat(24)}`)
    const digests = [head, tail].map(text =>
      createHash('sha256').update(text, 'latin1').digest('hex'),
    )
    const format = readFileSync(join(import.meta.dirname, '..', '..', 'FORMAT.md'), 'utf8')
    expect(digests).toEqual([
      '7efa4ad52ebfdcdd0d6186264c6ce3fcf18404fd940216ea711fa9d96637eb71',
      '6a188df6c0d3514db6b275a67abdfe435f72f074d0ab4afb7a3265b63e893ea3',
    ])
    for (const digest of digests) expect(format).toContain(digest)
  })

  it('says which version it is, and the day at most', async () => {
    const text = Buffer.from(whole).toString('latin1')
    expect(text.split('\n')[2]).toBe('%sealdrop.dev/wrap-pdf v1')
    expect(text).not.toMatch(/passport|age1|CreationDate|\/Encrypt\b/)
    const dates = [...text.matchAll(/D:(\d+)/g)].map(([, date]) => date)
    expect(dates).toEqual([expect.stringMatching(/^20\d{6}$/)])
  })

  it('is never the same twice', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => bytesOf(wrapPdf(new Blob([sealed])))))
    expect(one).not.toEqual(other)
  })
})

describe('open', () => {
  it('opens what is in a wrapper', async () => {
    const { file, intact } = await open(new Blob([whole]), identity)
    expect([file.name, intact]).toEqual(['passport.pdf', true])
    expect(await bytesOf(file)).toEqual(original)
    const stranger = await generateIdentity()
    await expect(open(new Blob([whole]), stranger)).rejects.toMatchObject({ code: 'no-identity' })
  })

  it('refuses a wrapper with any one byte changed around what it carries', async () => {
    const masks = pseudoRandom(whole.length, 3)
    const wrapper = [...whole.keys()].filter(
      at => at < WRAP_HEAD_BYTES || at >= WRAP_HEAD_BYTES + sealed.length,
    )
    const some = turnsOf(wrapper.length)
    for (let turn = 0; turn < some; turn++) {
      const at = wrapper[Math.floor((turn * wrapper.length) / some)] ?? 0
      const changed = whole.slice()
      changed[at] = (changed[at] ?? 0) ^ (masks[at] || 1)
      expect(await outcome(changed), `byte ${at}`).toBe('unsupported')
    }
  }, 60_000)

  it('releases nothing where what is in the wrapper was changed', async () => {
    for (let at = WRAP_HEAD_BYTES; at < WRAP_HEAD_BYTES + sealed.length; at += 7) {
      const changed = whole.slice()
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(['unsupported', 'damaged', 'no-identity'], `byte ${at}`).toContain(
        await outcome(changed),
      )
    }
  }, 60_000)

  it('refuses a wrapper that was cut', async () => {
    for (let end = 0; end < whole.length; end += 31)
      expect(await outcome(whole.subarray(0, end)), `cut to ${end}`).toBe('unsupported')
    for (const start of [1, 5, 9, WRAP_HEAD_BYTES - 1])
      expect(await outcome(whole.subarray(start)), `cut before ${start}`).toBe('unsupported')
    expect(await outcome(whole.subarray(0, -1))).toBe('unsupported')
  })

  it('refuses a wrapper with more or less in it, behind it or before it', async () => {
    const head = whole.subarray(0, WRAP_HEAD_BYTES)
    const tail = whole.subarray(-WRAP_TAIL_BYTES)
    const byte = new Uint8Array(1)
    const update = new TextEncoder().encode('1 0 obj\n<<>>\nendobj\nstartxref\n0\n%%EOF\n')
    const others = [
      [head, sealed, byte, tail],
      [head, sealed.subarray(1), tail],
      [head, sealed.subarray(0, -1), tail],
      [head, tail],
      [tail, sealed, head],
      [byte, whole],
      [whole, byte],
      [whole, update],
      [whole, whole],
      [head, whole, tail],
    ]
    for (const [index, parts] of others.entries())
      expect(await outcome(...parts), `number ${index}`).toBe('unsupported')
    expect(await outcome(head, sealed, tail)).toBe('opened')
  })

  it('opens one wrapper, not one in another', async () => {
    const twice = await bytesOf(wrapPdf(new Blob([whole])))
    expect(await outcome(twice)).toBe('unsupported')
  })

  it('says of another PDF what can be done', async () => {
    const sample = join(import.meta.dirname, '..', 'samples', 'pdf', 'doc_1_3_pages.pdf')
    const later = Buffer.from(
      Buffer.from(whole).toString('latin1').replace('-pdf v1', '-pdf v2'),
      'latin1',
    )
    for (const [file, words] of [
      [readFileSync(sample), /^This PDF is not a wrapper/],
      [later, /^This wrapper was changed, .* version not known/],
    ] as const) {
      const opening = open(new Blob([new Uint8Array(file)]), identity)
      await expect(opening).rejects.toMatchObject({
        code: 'unsupported',
        message: expect.stringMatching(words),
        details: { found: 'PDF' },
      })
      await expect(opening).rejects.toThrow(/save that with any PDF reader .* open it by itself/)
    }
  })

  it('reads little of a large file before it refuses it', async () => {
    const head = whole.subarray(0, WRAP_HEAD_BYTES)
    const file = new Blob([head, new Uint8Array(8 * MIB)])
    let read = 0
    const watched = new Proxy(file, {
      get(target, key) {
        if (key === 'size') return target.size
        expect(key).toBe('slice')
        return (...range: [number, number?]) => {
          const slice = target.slice(...range)
          read += slice.size
          return slice
        }
      },
    })
    await expect(open(watched, identity)).rejects.toMatchObject({ code: 'unsupported' })
    expect(read).toBeLessThan(10_000)
  })
})

describe('the seal age+pdf', () => {
  const wrapped = (): Seal => age(recipient, { wrap: 'pdf' })

  it('is asked for by an option or by its name', () => {
    const seal = { scheme: 'age', recipients: [recipient], wrap: 'pdf' }
    expect(wrapped()).toEqual(seal)
    expect(checkSeal(readSeal(' age+pdf ', [recipient]))).toEqual(seal)
    for (const options of [{}, { wrap: undefined }])
      expect(age(recipient, options)).toEqual({ scheme: 'age', recipients: [recipient] })
  })

  it('needs recipients and a wrapper that is known', () => {
    expect(thrownBy(() => age({ wrap: 'pdf' }))).toMatchObject({ code: 'no-recipient' })
    expect(thrownBy(() => checkSeal(readSeal('age+pdf')))).toMatchObject({ code: 'no-recipient' })
    expect(thrownBy(() => age(recipient, 'pdf'))).toMatchObject({ code: 'bad-recipient' })
    for (const wrap of ['zip', 'PDF', '', null, true])
      expect(thrownBy(() => age(recipient, { wrap: wrap as 'pdf' }))).toMatchObject({
        code: 'misconfigured',
      })
    for (const text of ['age+zip', 'age+', 'age+pdf+pdf', 'age+pdf: because', 'didww+pdf'])
      expect(thrownBy(() => checkSeal(readSeal(text, [recipient])))).toMatchObject({
        code: 'misconfigured',
      })
    for (const options of [[recipient], null])
      expect(thrownBy(() => age(recipient, options as object))).toMatchObject({
        code: 'bad-recipient',
      })
  })

  it('has a name of its own', () => {
    expect(sealName(wrapped())).toBe('age+pdf')
    expect(sealName(age(recipient))).toBe('age')
    expect(wireName('opaque', 'a.jpg', 'image/jpeg', 'age+pdf')).toMatch(/^[0-9a-f-]{36}\.pdf$/)
    expect(wireName('original', 'a.jpg', 'image/jpeg', 'age+pdf')).toMatch(
      /^a-[0-9a-f]{8}\.jpg\.pdf$/,
    )
  })

  it('makes files of a size that is known before', () => {
    expect(whole.length).toBe(sealedSize(original.length, wrapped()))
    for (const size of [0, 1, 65_535, 65_536, 65_537, 20 * MIB]) {
      expect(sealedSize(size, wrapped())).toBe(sealedSize(size, age(recipient)) + 4096)
      expect(plainLimit(sealedSize(size, wrapped()), wrapped())).toBe(size)
      expect(plainLimit(sealedSize(size, wrapped()) - 1, wrapped())).toBe(size - 1)
    }
  })

  it('is taken where the transport names it, and only there', async () => {
    const rules = parseLimits({ maxSize: MIB })
    const taking = (...seals: readonly SealName[]): Transport => ({
      name: 'test',
      endpoint: 'https://files.example/',
      traits: { seals, resumes: false, perRequest: 1 },
      send: () => Promise.reject(new Error('not here')),
    })
    const resolved = (transport: Transport, seal: Seal) =>
      resolveOptions({ transport, digests: {} as never }, seal, rules)
    for (const transport of [taking('age', 'age+pdf'), taking('age+pdf')])
      expect(await resolved(transport, wrapped()).spec({} as never)).toEqual(wrapped())
    const unknown = { scheme: 'age', recipients: [recipient], wrap: 'zip' } as unknown as Seal
    for (const [transport, seal] of [
      [taking('age'), wrapped()],
      [taking('age+pdf'), age(recipient)],
      [taking('age', 'age+pdf'), unknown],
    ] as const)
      expect(thrownBy(() => resolved(transport, seal))).toMatchObject({
        code: 'misconfigured',
      })
  })
})
