import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createThread } from '../../src/thread/client.ts'
import type { Thread } from '../../src/thread/thread.ts'
import {
  askedOf,
  direct,
  relayed,
  resetAt,
  type S3Line,
  sceneOf,
  unfinishedAt,
} from './s3-tools.ts'
import { bytesOf } from './transport.ts'

const MIB = 1024 ** 2
/** Over 64 MiB, so that it goes in parts: three of them. */
const SIZE = 65 * MIB
const PART = 30 * MIB
const file = new Blob(Array.from({ length: 13 }, (_, at) => bytesOf(5 * MIB, at + 1)))

let thread: Thread
beforeAll(() => {
  thread = createThread()
})
afterAll(() => thread.close())

/** Of a bucket that compares no SHA-256 and knows no condition. */
const withMd5 = async (): Promise<S3Line> => {
  const line = await relayed({ contentMd5: true, ifNoneMatch: false })
  const known = { checksums: false, conditions: false }
  await line.flip(known)
  return { ...line, flip: switches => line.flip({ ...known, ...switches }) }
}
const ways = { direct, 'through a relay': () => relayed(), 'with MD5 through a relay': withMd5 }

for (const [way, start] of Object.entries(ways))
  describe(`a file over 64 MiB, ${way}`, { timeout: 60_000 }, () => {
    let line: S3Line
    const isRelayed = way !== 'direct'
    const scene = () => sceneOf(line, thread, { partSize: PART })
    beforeAll(async () => {
      line = await start()
    })
    beforeEach(async () => {
      await resetAt(line)
      await line.flip({})
    })
    afterAll(() => line.close())
    const isThereOnce = async () => {
      expect(await line.received()).toMatchObject([{ size: SIZE }])
      expect(await unfinishedAt(line)).toEqual([])
    }
    const puts = async () => (await askedOf(line)).filter(method => method === 'PUT').length

    it('goes in parts, and is one object', async () => {
      const { parcel, go } = scene()
      const seen: number[] = []
      const { reference, facts } = await go(await parcel(file), {
        progress: done => seen.push(done),
      })
      await isThereOnce()
      expect((await line.received())[0]?.id).toBe(reference)
      expect(await puts()).toBe(3)
      expect('ticket' in facts).toBe(isRelayed)
      expect(seen.at(-1)).toBe(SIZE)
      expect(seen.every((done, at) => at === 0 || done >= (seen[at - 1] ?? 0))).toBe(true)
    })

    it('that broke off goes on with the part that did not arrive', async () => {
      const { parcel, go, fail } = scene()
      const made = await parcel(file)
      await line.flip({ dropBody: { after: 1, times: 1, connection: 'fresh' } })
      expect(await fail(made)).toMatchObject({ code: 'network', retryable: true })
      await go(made)
      await isThereOnce()
      // The first, half of the second, and then the second and the third.
      expect(await puts()).toBe(4)
    })

    it('whose last answer was lost is one object', async () => {
      const { parcel, go } = scene()
      const made = await parcel(file)
      await line.flip({ dropAnswer: { on: 'multipart', after: 1, times: 1 } })
      // Whoever asked may have asked again by itself.
      await go(made).catch(() => go(made, { uncertain: true }))
      await isThereOnce()
      expect(await puts()).toBe(3)
    })

    it('whose last answer was lost where nobody may look is one object all the same', async () => {
      const { parcel, go } = scene()
      const made = await parcel(file)
      await line.flip({
        readable: false,
        dropAnswer: { on: 'multipart', after: 1, times: 1 },
      })
      const { facts } = await go(made).catch(() => go(made, { uncertain: true }))
      await isThereOnce()
      expect(facts.confirmed).toBe(isRelayed ? 'no' : undefined)
    })

    it('whose completion failed inside a good status is completed by the next try', async () => {
      const { parcel, go, fail } = scene()
      const made = await parcel(file)
      await line.flip({ errorInside: true })
      expect(await fail(made)).toMatchObject({ code: 'server', retryable: true })
      await line.flip({ errorInside: false })
      await go(made)
      await isThereOnce()
      expect(await puts()).toBe(3)
    })

    it('that the bucket has dropped meanwhile begins anew', async () => {
      const { parcel, go, fail } = scene()
      const made = await parcel(file)
      await line.flip({ dropBody: { after: 1, times: 1, connection: 'fresh' } })
      await fail(made)
      await resetAt(line)
      const { reference } = await go(made)
      expect(reference).toMatch(/^uploads\//)
      await isThereOnce()
      expect(await puts()).toBe(3)
    })

    it('that is cancelled leaves no part behind', async () => {
      const { parcel, fail, discard } = scene()
      const made = await parcel(file)
      await line.flip({ dropBody: { after: 1, times: 1, connection: 'fresh' } })
      await fail(made)
      expect(await unfinishedAt(line)).toMatchObject([{ parts: [1] }])
      expect(await discard(made)).toBe(true)
      expect(await unfinishedAt(line)).toEqual([])
      expect(await line.received()).toEqual([])
    })

    if (way === 'through a relay')
      it('needs no more of CORS than that the page may put', async () => {
        const { parcel, go } = scene()
        await line.flip({ cors: 'recorded' })
        await go(await parcel(file))
        await isThereOnce()
        expect(await askedOf(line)).toEqual(['POST', 'PUT', 'PUT', 'PUT', 'GET', 'POST', 'HEAD'])
      })
  })
