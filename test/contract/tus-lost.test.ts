import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sealedSize } from '../../src/seal/size.ts'
import { same } from '../../src/testing/scene.ts'
import { startSandbox } from '../contract-tools.ts'
import { pdfOf } from './session-tools.ts'
import { type AnyTusServer, sessionOf } from './tus-tools.ts'

const ROUNDS = 50
const CHUNK = 30_000

/** The same numbers in every run: a linear congruential generator (Numerical Recipes' constants). */
const seeded = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

interface Server extends AnyTusServer {
  unfinished(): Promise<readonly { readonly size?: number; readonly offset?: number }[]>
}

const servers: Readonly<Record<string, () => Promise<Server>>> = {
  'to the letter of tus 1.0.0': () => startSandbox('tus', { personality: 'spec' }),
  'like @tus/server': () => startSandbox('tus', { personality: 'tus-node' }),
  'that is @tus/server': () => startSandbox('tusnode'),
}

describe.each(Object.keys(servers))('when an answer is lost by a server %s', name => {
  let server: Server
  beforeAll(async () => {
    server = (await servers[name]?.()) as Server
  })
  afterAll(() => server.close())

  it(`the file is there exactly once, ${ROUNDS} times out of ${ROUNDS}`, async () => {
    const random = seeded(20_261_121)
    const session = sessionOf(server, { chunkSize: CHUNK })
    const lost = { creation: 0, chunk: 0, 'last chunk': 0 }
    try {
      for (let round = 0; round < ROUNDS; round++) {
        await server.reset()
        const file = pdfOf(5000 + random(150_000), `${round}.pdf`, round + 1)
        const seal = { scheme: 'age', recipients: [server.recipient] } as const
        const chunks = Math.ceil(sealedSize(file.size, seal) / CHUNK)
        const at = random(3)
        const which = at === 0 ? 'creation' : at === 1 && chunks > 1 ? 'chunk' : 'last chunk'
        lost[which]++
        await server.flip({
          dropAnswer: {
            times: 1,
            connection: 'fresh',
            on: which === 'creation' ? 'creation' : 'upload',
            after: which === 'chunk' ? random(chunks - 1) : which === 'creation' ? 0 : chunks - 1,
          },
        })
        const [added] = session.add([file])
        await session.settled()
        const receipt = session.receipts.at(-1)
        expect(await server.received()).toHaveLength(1)
        const opened = await server.plaintext(receipt?.reference ?? '')
        expect(same(opened, new Uint8Array(await file.arrayBuffer()))).toBe(true)
        // Nobody was told its URL: an upload without a byte is all that can stay behind.
        const left = (await server.unfinished()).map(({ size, offset }) => size ?? offset)
        expect(left).toEqual(which === 'creation' ? [0] : [])
        session.removeFile(added?.id ?? '')
      }
    } finally {
      session.close()
    }
    expect(Math.min(...Object.values(lost))).toBeGreaterThan(8)
  })
})
