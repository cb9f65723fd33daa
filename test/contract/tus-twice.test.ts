import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createThread } from '../../src/thread/client.ts'
import { startSandbox } from '../contract-tools.ts'
import { pdfOf } from './session-tools.ts'
import { bytesOf } from './transport.ts'
import { methodsOf, sceneOf, sessionOf, type TusServer } from './tus-tools.ts'

let server: TusServer
const thread = createThread()
beforeAll(async () => {
  server = await startSandbox('tus')
})
beforeEach(() => server.reset())
afterAll(async () => {
  thread.close()
  await server.close()
})

describe('a tus request that the browser sends again by itself', () => {
  it('writes a chunk once: the second is refused, and the upload goes on where the server is', async () => {
    await server.flip({ dropAnswer: { on: 'upload', times: 1, connection: 'used' } })
    const session = sessionOf(server, { chunkSize: 20_000 })
    try {
      session.add([pdfOf(50_000)])
      await session.settled()
      expect(await server.received()).toHaveLength(1)
      expect(await methodsOf(server)).toMatch(/^OPTIONS POST PATCH PATCH HEAD PATCH/)
    } finally {
      session.close()
    }
  })

  it('leaves an upload without a byte when it is the creation', async () => {
    await server.flip({ dropAnswer: { on: 'creation', times: 1, connection: 'used' } })
    const session = sessionOf(server)
    try {
      session.add([pdfOf(1000)])
      await session.settled()
      expect(await server.received()).toHaveLength(1)
      expect((await server.unfinished()).map(({ size }) => size)).toEqual([0])
    } finally {
      session.close()
    }
  })
})

describe('a lost answer to the last chunk', () => {
  it('is followed by a look: the server has it all', async () => {
    const { parcel, go, fail } = sceneOf(server, thread)
    const sent = await parcel(bytesOf(1000))
    await server.flip({ dropAnswer: { times: 1, connection: 'fresh' } })
    expect(await fail(sent)).toMatchObject({ outcome: 'unknown', retryable: true })
    const { reference } = await go(sent, { uncertain: true })
    expect(await server.received()).toMatchObject([{ id: reference }])
  })
})
