import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { backgroundJob } from '../../src/core/abort.ts'
import { cutOut } from '../../src/core/cuts.ts'
import { examine } from '../../src/intake/content/walk.ts'
import { none } from '../../src/seal/named.ts'
import type { Session } from '../../src/session/session.ts'
import { sampleFile, startSandbox } from '../contract-tools.ts'
import { errorOf, isDelivered, pdfOf, type Sandbox, stagesForEachTest } from './session-tools.ts'

let sandbox: Sandbox
const open = stagesForEachTest()
const stripping = (options: Parameters<typeof open>[1] = {}) =>
  open(sandbox, { stripLocation: true, ...options })

beforeAll(async () => {
  sandbox = await startSandbox('didww', { modulusLength: 2048 })
})
beforeEach(() => sandbox.reset())
afterAll(() => sandbox.close())

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer())
/** What is sealed of a picture. */
const leftOf = async (picture: File): Promise<File> => {
  const { cuts = [] } = await examine(picture, backgroundJob, true)
  return new File([cutOut(cuts, 0, await bytesOf(picture))], picture.name)
}
/** Where a picture was taken, once more behind its end, as a phone's video has it. */
const motionPhoto = async (): Promise<File> => {
  const photo = await sampleFile('samples/jpg/DSCN0010.jpg')
  return new File([photo, 'ftypmp42', new Uint8Array(300_000), photo], 'motion.jpg')
}

/** The pixels as this browser shows them, turned as the picture says. */
const pixelsOf = async (picture: Blob) => {
  const bitmap = await createImageBitmap(picture)
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('No canvas.')
  context.drawImage(bitmap, 0, 0)
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', data))
  return { width: bitmap.width, height: bitmap.height, digest: digest.join() }
}

const errorAt = (session: Session, at: number) => {
  const file = session.files[at]
  return file && errorOf(file)
}

const PICTURES = [
  'jpg/DSCN0010.jpg',
  'jpg/HMD_Nokia_8.3_5G.jpg',
  'jpg/iphone_hdr_YES.jpg',
  'jpg/xmp-location-only.jpg',
  'jpg/Canon_40D.jpg',
  'jpg/landscape_6.jpg',
  'jpg/image01137.jpg',
] as const

describe('a session that strips pictures', () => {
  it.each(PICTURES)('delivers %s without its place, and says so', async path => {
    const { session } = stripping()
    const photo = await sampleFile(`samples/${path}`)
    const left = await leftOf(photo)
    session.add([photo])
    const [receipt] = await session.settled()
    expect(left.size).toBeLessThan(photo.size)
    expect(receipt).toMatchObject({ size: left.size, remarks: session.files[0]?.remarks })
    expect(session.files[0]).toMatchObject({ file: photo, size: left.size })
    expect(session.files[0]?.remarks).toContain('location-removed')
    expect(session.files[0]?.remarks).not.toContain('location-data')
    // What arrived is what the receipt says: the hash of what is left, and of nothing else.
    expect(await isDelivered(sandbox, receipt, left)).toBe(true)
  })

  it.each(PICTURES)('changes no pixel of %s', async path => {
    const photo = await sampleFile(`samples/${path}`)
    expect(await pixelsOf(await leftOf(photo))).toEqual(await pixelsOf(photo))
  })

  it('delivers neither video nor place that stand behind a picture', async () => {
    const { session } = stripping()
    const photo = await motionPhoto()
    session.add([photo])
    const [receipt] = await session.settled()
    expect(receipt?.remarks).toEqual(['location-removed'])
    expect(await isDelivered(sandbox, receipt, await leftOf(photo))).toBe(true)
    expect(receipt?.size).toBeLessThan(150_000)
  })

  it('counts what is left against the limit', async () => {
    const photo = await motionPhoto()
    const limits = { maxSize: 200_000 }
    const plain = open(sandbox, { limits }).session
    plain.add([photo])
    await plain.settled()
    expect(errorAt(plain, 0)?.code).toBe('too-large')
    const { session } = stripping({ limits })
    session.add([photo, pdfOf(250_000)])
    await session.settled()
    expect(session.files.map(({ state }) => state.phase)).toEqual(['done', 'refused'])
    expect(errorAt(session, 1)?.code).toBe('too-large')
  })

  it('takes two photos of which the same is left for one', async () => {
    const { session } = stripping()
    const photo = await sampleFile('samples/jpg/DSCN0010.jpg')
    session.add([photo, new File([await bytesOf(await motionPhoto())], 'again.jpg')])
    await session.settled()
    expect(errorAt(session, 1)?.code).toBe('duplicate')
    // Another one of them, which is left alone, is none of them.
    session.add([await sampleFile('samples/jpg/Canon_40D.jpg')])
    await session.settled()
    expect(session.files.map(({ state }) => state.phase)).toEqual(['done', 'refused', 'done'])
  })

  it('leaves a PDF, and a picture that is nothing else, as they are', async () => {
    const { session } = stripping()
    const pdf = pdfOf(5000)
    const bare = await leftOf(await sampleFile('samples/jpg/DSCN0010.jpg'))
    session.add([pdf, bare])
    const receipts = await session.settled()
    expect(receipts.map(({ remarks }) => remarks)).toEqual([[], []])
    expect(await isDelivered(sandbox, receipts[0], pdf)).toBe(true)
    expect(await isDelivered(sandbox, receipts[1], bare)).toBe(true)
  })

  it('refuses a picture that it cannot tell from what is beside it', async () => {
    const { session } = stripping()
    session.add([await sampleFile('samples/jpg/samsung-panorama-no-eoi.jpg')])
    await session.settled()
    expect(errorAt(session, 0)).toMatchObject({
      code: 'damaged',
      details: { found: 'JPG' },
    })
    expect(await sandbox.received()).toEqual([])
  })

  it('never sends a file as it is', () => {
    expect(() => stripping({ seal: none('a test') })).toThrow(
      expect.objectContaining({ code: 'misconfigured' }),
    )
  })

  it('says of a photo what it holds where nobody asked to strip it', async () => {
    const { session } = open(sandbox)
    const photo = await sampleFile('samples/jpg/DSCN0010.jpg')
    session.add([photo])
    const [receipt] = await session.settled()
    expect(receipt?.remarks).toEqual(['location-data'])
    expect(await isDelivered(sandbox, receipt, photo)).toBe(true)
  })
})
