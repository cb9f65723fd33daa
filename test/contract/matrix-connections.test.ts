import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SealSpec, Transport } from '../../src/core/contracts.ts'
import type { ProviderName } from '../../src/providers/names.ts'
import { transports } from '../../src/providers/transports.ts'
import type { Connection, FaultSwitches } from '../../src/sandbox/faults.ts'
import { createSession } from '../../src/session/session.ts'
import { startSandbox } from '../contract-tools.ts'
import { peers, providerNames, startPeer } from './peers.ts'
import { errorOf, pdfOf } from './session-tools.ts'

/** Where files go: to the provider, or through the relay to it. */
interface Line {
  readonly transport: Transport
  readonly headers: Readonly<Record<string, string>>
  readonly seal?: SealSpec
  /** Origin of the sandbox. */
  readonly sandboxUrl: string
  count(): Promise<number>
  flip(switches: Partial<FaultSwitches>): Promise<void>
  close(): Promise<void>
}

const direct = async (name: ProviderName): Promise<Line> => {
  const peer = await startPeer(name)
  const headers = (await peer.authorize({} as never)) as Readonly<Record<string, string>>
  const transport = peer.transport()
  return { ...peer, transport, headers, sandboxUrl: new URL(transport.endpoint).origin }
}

const relayed = async (name: ProviderName): Promise<Line> => {
  const server = await startSandbox('relayed', { provider: name, origin: location.origin })
  const create = (await transports[name]()) as (options: object) => Transport
  // What is not there reads as a method of the server outside the browser.
  const { recipient } = 'recipient' in server ? server : {}
  const wrap = 'wrap' in server ? server.wrap : undefined
  return {
    transport: create({
      endpoint: server.endpoint,
      ...server.options,
      ...peers[name].options,
    }),
    headers: { 'X-Visitor': 'ada' },
    sandboxUrl: server.sandboxUrl,
    ...(recipient && {
      seal: { scheme: 'age', recipients: [recipient], ...(wrap && { wrap }) },
    }),
    count: async () => (await server.received()).length,
    flip: async switches => server.flip(switches),
    close: server.close,
  }
}

/** The faults that end the connection to the provider, at the request that carries the file. */
const faults = {
  'before the body': connection => ({ dropBody: { times: 1, connection, afterBytes: 0 } }),
  'in the middle of the body': connection => ({ dropBody: { times: 1, connection } }),
  'before the answer': connection => ({ dropAnswer: { times: 1, connection } }),
  'within the answer': connection => ({ dropAnswer: { times: 1, connection, afterBytes: 40 } }),
} satisfies Record<string, (connection: Connection) => Partial<FaultSwitches>>

/** Nobody can look, and it knows no key: what the browser, or a person, sends again is stored again. It expires. */
const mayBeTwice = (name: ProviderName, way: string, fault: string): boolean =>
  name === 'didww' && way === 'direct' && fault.endsWith('answer')

for (const [way, start] of Object.entries({ direct, 'through the relay': relayed }))
  describe.each(providerNames)(
    `whichever connection ends, the file is there once, or the page says that it may be: ${way}, %s`,
    name => {
      let line: Line
      beforeAll(async () => {
        line = await start(name)
      })
      afterAll(() => line.close())

      for (const [fault, aimedAt] of Object.entries(faults))
        for (const connection of ['fresh', 'used'] as const)
          it(`${fault}, on a ${connection} one`, async () => {
            const { transport, headers, seal, count, flip } = line
            const session = createSession({
              transport,
              authorize: () => headers,
              ...(seal && { seal }),
              retryPolicy: { delayMs: 10, maxDelayMs: 20 },
            })
            try {
              const before = await count()
              const seed = before + 1
              session.add([pdfOf(3000, 'first.pdf', 100 + 2 * seed)])
              await session.finish()
              expect(await count()).toBe(before + 1)
              await flip(aimedAt(connection))
              const [added] = session.add([pdfOf(30_000, 'second.pdf', 101 + 2 * seed)])
              await session.finish().catch(() => {})
              // A fault that was met is off. Else nothing ended here, and this test proves nothing.
              const left = await (await fetch(`${line.sandboxUrl}/_sandbox/switches`)).json()
              expect(left).toMatchObject({ dropBody: false, dropAnswer: false })
              const file = session.files.find(({ id }) => id === added?.id)
              const isThere = file?.state.phase === 'done'
              if (!isThere) expect(file && errorOf(file)).toMatchObject({ outcome: 'unknown' })
              const copies = (await count()) - before - 1
              if (mayBeTwice(name, way, fault)) expect([1, 2]).toContain(copies)
              else expect([isThere ? 1 : 0, 1]).toContain(copies)
            } finally {
              session.close()
              await flip({ dropBody: false, dropAnswer: false })
            }
          })
    },
  )
