import { describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from '../../src/core/base64.ts'
import { fromHex, hex, randomHex } from '../../src/core/bytes.ts'
import { multipartName } from '../../src/core/multipart-name.ts'
import { isReadError, readBytes, yieldToEventLoop } from '../../src/core/read.ts'
import { isTime } from '../../src/core/record.ts'

describe('a file that is read', () => {
  it('gives all its bytes', async () => {
    expect(await readBytes(new Blob(['abc']))).toEqual(Uint8Array.of(97, 98, 99))
  })

  it('at another size than it had is as unreadable as the browser’s own errors', async () => {
    const grown = Object.assign(new Blob(['abc']), { arrayBuffer: async () => new ArrayBuffer(4) })
    const error = await readBytes(grown).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ name: 'NotReadableError' })
    expect(isReadError(error)).toBe(true)
  })

  it.each<[unknown, boolean]>([
    [new DOMException('', 'NotFoundError'), true],
    [new DOMException('', 'AbortError'), false],
    [{ name: 'NotFoundError' }, false],
    [undefined, false],
  ])('fails with %s: a read error is %j', (thrown, isOne) =>
    expect(isReadError(thrown)).toBe(isOne),
  )
})

it('what waits for the event loop lets a message come first', async () => {
  const order: string[] = []
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    order.push('message')
    port1.close()
  }
  port2.postMessage('stop')
  await yieldToEventLoop()
  order.push('on')
  expect(order).toEqual(['message', 'on'])
})

describe('bytes as text', () => {
  const every = Uint8Array.from({ length: 256 }, (_, at) => at)

  it('are hex of two digits each, of a buffer too, and back', () => {
    expect(hex(Uint8Array.of(0, 9, 16, 255))).toBe('000910ff')
    expect(hex(Uint8Array.of(1, 2).buffer)).toBe('0102')
    expect(fromHex(hex(every))).toEqual(every)
    expect(fromHex('')).toEqual(new Uint8Array())
  })

  it('are base64 with padding, and back, white space or not', () => {
    expect(toBase64(Uint8Array.of(251, 255))).toBe('+/8=')
    expect(fromBase64(toBase64(every))).toEqual(every)
    expect(fromBase64(' +/\n8= ')).toEqual(Uint8Array.of(251, 255))
    expect(() => fromBase64('-_')).toThrow(DOMException)
  })

  it('are as many random ones as were asked for, never the same', () => {
    expect(randomHex(16)).toMatch(/^[0-9a-f]{32}$/)
    expect(randomHex(16)).not.toBe(randomHex(16))
  })
})

it('a name in a form has no quotation mark of its own', () => {
  expect(multipartName('a "b" c')).toBe('a %22b%22 c')
})

it.each([
  [0, true],
  [1_700_000_000_000, true],
  [-1, true],
  [8.64e15, true],
  [8.64e15 + 1, false],
  [1.5, false],
  [Number.NaN, false],
  ['0', false],
  [undefined, false],
])('%j is a time: %j', (value, isOne) => expect(isTime(value)).toBe(isOne))
