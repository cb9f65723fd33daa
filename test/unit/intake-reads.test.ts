import { describe, expect, it } from 'vitest'
import { backgroundJob } from '../../src/core/abort.ts'
import {
  bytes,
  chunk,
  frame,
  idat,
  iend,
  ihdr,
  pngSignature,
  sample,
  scan,
  soi,
  walk,
  zeros,
} from './intake-build.ts'

/** A blob that counts the bytes read of it. */
const counted = (blob: Blob) => {
  let read = 0
  const slice = blob.slice.bind(blob)
  blob.slice = (start, end) => {
    const part = slice(start, end)
    read += part.size
    return part
  }
  return { blob, bytesRead: () => read }
}

const bigPdf = () => {
  const head = bytes('%PDF-1.4\n')
  const body = zeros(20 * 1024 * 1024)
  const at = head.length + body.length
  const tail = bytes(
    `xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1>>\nstartxref\n${at}\n%%EOF\n`,
  )
  return new Blob([head, body, tail].map(part => Uint8Array.from(part)))
}

describe('reading', () => {
  it('takes less than 300 kB of a whole 20 MiB PDF', async () => {
    const { blob, bytesRead } = counted(bigPdf())
    expect(await walk(blob)).toEqual({ format: 'PDF', type: 'application/pdf', remarks: [] })
    expect(bytesRead()).toBeLessThan(300_000)
  })

  it('takes a few bytes of a file that is not one of ours', async () => {
    const { blob, bytesRead } = counted(new Blob([sample('heic/IMG_5195.HEIC')]))
    await walk(blob)
    expect(bytesRead()).toBeLessThan(70_000)
  })

  it('finds the CRC of a chunk that spans many slices', async () => {
    const big = chunk(
      'IDAT',
      Uint8Array.from({ length: 2_500_000 }, (_, i) => i * 7),
    )
    const whole = new Blob([pngSignature, ihdr, big, idat, iend].map(part => Uint8Array.from(part)))
    expect(await walk(whole)).toEqual({ format: 'PNG', type: 'image/png', remarks: [] })
  })

  it.each([
    'jpg/iphone_hdr_YES.jpg',
    'pdf/xfa_filled_imm1344e.pdf',
    'png/basn0g01.png',
    'heic/IMG_5195.HEIC',
  ])('of %s reports progress that only grows and ends at the whole', async path => {
    const steps: (readonly [number, number])[] = []
    const file = sample(path)
    await walk(file, { ...backgroundJob, progress: (done, total) => steps.push([done, total]) })
    const done = steps.map(step => step[0])
    expect(done).toEqual([...done].sort((a, b) => a - b))
    expect(steps.every(([, total]) => total === file.length)).toBe(true)
    expect(steps.at(-1)).toEqual([file.length, file.length])
  })

  it('stops with the signal’s reason, before the first slice and between slices', async () => {
    const stopped = new AbortController()
    stopped.abort(new Error('enough'))
    await expect(walk(bytes('x'), { ...backgroundJob, signal: stopped.signal })).rejects.toThrow(
      'enough',
    )
    const stopping = new AbortController()
    const progress = () => stopping.abort(new Error('enough'))
    const photo = sample('jpg/iphone_hdr_YES.jpg')
    await expect(walk(photo, { signal: stopping.signal, progress })).rejects.toThrow('enough')
  })

  it.each([
    ['segments that are none', [0xff, 0xe0, 0, 1]],
    ['stuffed zeros', [0xff, 0]],
  ])('lets its thread answer in the middle of a slice full of %s', async (_, unit) => {
    const photo = new Uint8Array(7_000_000).map((__, at) => unit[at % unit.length] ?? 0)
    photo.set(bytes(soi, frame, scan))
    const stopping = new AbortController()
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => stopping.abort(new Error('enough'))
    // When all of it was read: from here on nothing is waited for.
    const progress = (done: number) => done === photo.length && port2.postMessage('stop')
    const walking = walk(photo, { signal: stopping.signal, progress })
    await expect(walking.finally(() => port1.close())).rejects.toThrow('enough')
  })

  it('rejects with the browser’s own error where the file cannot be read', async () => {
    const blob = new Blob(['%PDF-1.4'])
    const gone = new DOMException('gone', 'NotReadableError')
    blob.arrayBuffer = () => Promise.reject(gone)
    await expect(walk(blob)).rejects.toBe(gone)
  })

  it('gives an empty file a verdict too', async () => {
    expect((await walk(bytes())).format).toBe('')
  })
})
