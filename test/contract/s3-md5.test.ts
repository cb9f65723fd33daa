import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Sign, type SignRequest, s3 } from '../../src/providers/s3/transport.ts'
import { createThread } from '../../src/thread/client.ts'
import type { Thread } from '../../src/thread/thread.ts'
import { askedOf, direct, relayed, resetAt, type S3Line, sceneOf } from './s3-tools.ts'
import { bytesOf } from './transport.ts'

// A bucket that compares no SHA-256 and knows no condition.

let thread: Thread
let line: S3Line
beforeAll(() => {
  thread = createThread()
})
afterAll(() => thread.close())

const file = (seed = 1) => new Blob([bytesOf(1_500_000, seed)])

describe('a signer that asks for the MD5', () => {
  const asked: SignRequest[] = []
  beforeAll(async () => {
    line = await direct()
  })
  beforeEach(async () => {
    asked.splice(0)
    await resetAt(line)
    await line.flip({ checksums: false, contentMd5: true })
  })
  afterAll(() => line.close())
  const sign: Sign = async (question, { signal }) => {
    asked.push(question)
    const { operation, ...rest } = question
    const init = { method: 'POST', headers: line.headers, body: JSON.stringify(rest), signal }
    return (await fetch(`${line.endpoint}/${operation}`, init)).json()
  }

  it('hears it in a second question, and with each later one at once', async () => {
    const { parcel, go } = sceneOf(line, thread, { sign })
    for (const seed of [1, 2, 3]) await go(await parcel(file(seed)))
    expect(asked.map(({ md5 }) => md5?.length)).toEqual([undefined, 24, 24, 24])
    // The bucket compared each with what came.
    expect(await line.received()).toHaveLength(3)
    expect(await askedOf(line)).toEqual(['PUT', 'PUT', 'PUT'])
  })

  it('is not asked for ever', async () => {
    let times = 0
    const insatiable: Sign = () => {
      times++
      return { contentMd5: true }
    }
    const { parcel, fail } = sceneOf(line, thread, { sign: insatiable })
    expect(await fail(await parcel(file()))).toMatchObject({ code: 'protocol', outcome: 'unsent' })
    expect(times).toBe(2)
    expect(await askedOf(line)).toEqual([])
  })

  it('hears none where nothing is stored', async () => {
    const transport = s3({
      endpoint: line.endpoint,
      origins: [line.origin],
      sign: () => ({ contentMd5: true }),
    })
    await expect(transport.head('uploads/a')).rejects.toMatchObject({ code: 'protocol' })
  })
})

describe('a relay that signs it', () => {
  beforeAll(async () => {
    line = await relayed({ contentMd5: true, ifNoneMatch: false })
    await line.flip({ checksums: false, conditions: false })
  })
  afterAll(() => line.close())

  it('gives a ticket for what it saw', async () => {
    const { parcel, go } = sceneOf(line, thread)
    const { reference, facts } = await go(await parcel(file()))
    expect(facts.ticket).toMatch(/^[\w-]+\.[\w-]+$/)
    expect(await line.received()).toMatchObject([{ id: reference, size: 1_500_000 }])
  })
})
