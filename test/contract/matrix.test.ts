import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProviderName } from '../../src/providers/names.ts'
import type { FaultSwitches } from '../../src/sandbox/faults.ts'
import { createSession, type Session } from '../../src/session/session.ts'
import { turnsOf } from '../turns.ts'
import { providerNames, startPeer } from './peers.ts'
import { errorOf, pdfOf } from './session-tools.ts'
import type { Peer } from './transport.ts'

type Fault = Partial<FaultSwitches>

const once = { times: 1, connection: 'fresh' } as const

/** What goes wrong once, on the request that carries the file, and what a person sees of it: nothing, or an error. */
const faults: Readonly<Record<string, { readonly fault: Fault; readonly error?: string }>> = {
  'refused before a byte': { fault: { dropBody: { ...once, afterBytes: 0 } } },
  'cut mid-body': { fault: { dropBody: once } },
  'cut after storing': { fault: { dropAnswer: once } },
  slow: { fault: { slow: { ...once, bytesPerSecond: 200_000 } } },
  '500': { fault: { status: { ...once, code: 500 } } },
  '502': { fault: { status: { ...once, code: 502 } } },
  '503': { fault: { status: { ...once, code: 503 } } },
  '504': { fault: { status: { ...once, code: 504 } } },
  '429 with Retry-After': { fault: { status: { ...once, code: 429, retryAfter: 1 } } },
  '429 without': { fault: { status: { ...once, code: 429 } } },
  'HTML instead of JSON': { fault: { garble: { ...once, as: 'html' } }, error: 'protocol' },
  'an empty body': { fault: { garble: { ...once, as: 'empty' } }, error: 'protocol' },
  'half a body': { fault: { garble: { ...once, as: 'cut' } }, error: 'protocol' },
  'a wrong content type': { fault: { garble: { ...once, as: 'wrong-type' } } },
  '403': { fault: { status: { ...once, code: 403 } }, error: 'forbidden' },
  '413': { fault: { status: { ...once, code: 413 } }, error: 'too-large' },
  'CORS off until the retry': { fault: { cors: 'off' }, error: 'network' },
  'a Location at another origin': { fault: { location: once } },
  'a redirect to another origin': { fault: { redirect: once }, error: 'protocol' },
}

/** Where a cell differs from its row, with the reason. */
const exceptions: Readonly<
  Record<
    string,
    { readonly copies?: number; readonly error?: string | undefined; readonly because: string }
  >
> = {
  'cryptshare: HTML instead of JSON': { error: undefined, because: 'it looks, then sends again' },
  'cryptshare: an empty body': { error: undefined, because: 'it has none anyway' },
  'cryptshare: half a body': { error: undefined, because: 'it has none anyway' },
  'didww: refused before a byte': {
    error: 'network',
    because: 'bytes had left the browser, and there is no way to look',
  },
  'didww: cut mid-body': { error: 'network', because: 'no way to look: a person sends it again' },
  'didww: cut after storing': {
    copies: 2,
    error: 'network',
    because: 'no way to look; the first one expires',
  },
  'didww: 502': { error: 'server', because: 'no way to look: a person sends it again' },
  'didww: 504': { error: 'server', because: 'no way to look: a person sends it again' },
  'didww: HTML instead of JSON': { copies: 2, because: 'no way to look; the first one expires' },
  'didww: an empty body': { copies: 2, because: 'no way to look; the first one expires' },
  'didww: half a body': { copies: 2, because: 'no way to look; the first one expires' },
  'dokstamp: HTML instead of JSON': { error: undefined, because: 'equal bytes are one record' },
  'dokstamp: an empty body': { error: undefined, because: 'equal bytes are one record' },
  'dokstamp: half a body': { error: undefined, because: 'equal bytes are one record' },
  'privasfer: HTML instead of JSON': { error: undefined, because: 'it looks, and finds it' },
  'privasfer: an empty body': { error: undefined, because: 'it looks, and finds it' },
  'privasfer: half a body': { error: undefined, because: 'it looks, and finds it' },
  'http: HTML instead of JSON': {
    error: undefined,
    because: 'with a key, asking again is harmless',
  },
  'http: an empty body': { error: undefined, because: 'as above' },
  'http: half a body': { error: undefined, because: 'as above' },
  's3: HTML instead of JSON': { error: undefined, because: 'nothing is overwritten: it is there' },
  's3: an empty body': { error: undefined, because: 'it has none anyway' },
  's3: half a body': { error: undefined, because: 'it has none anyway' },
  'tus: HTML instead of JSON': { error: undefined, because: 'it asks how far it got' },
  'tus: an empty body': { error: undefined, because: 'it has none anyway' },
  'tus: half a body': { error: undefined, because: 'it has none anyway' },
}

const same = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at])

/** In `npm test` one in four of its cells: each provider has every fourth row, and each row a provider or two. */
const rowsOf = (name: ProviderName): readonly string[] => {
  const rows = Object.keys(faults)
  const isShort = turnsOf(rows.length) < rows.length
  const first = providerNames.indexOf(name)
  return rows.filter((_, row) => !isShort || row % 4 === first % 4)
}

const matrix: string[] = []
const used = new Set<string>()

for (const name of providerNames)
  describe(`whatever goes wrong once, ${name} has the file exactly once, or the page still has it`, () => {
    let peer: Peer
    let session: Session
    beforeAll(async () => {
      peer = await startPeer(name)
    })
    afterAll(() => peer.close())

    it.each(rowsOf(name))('%s', async row => {
      const { fault, error: expected } = { ...faults[row], ...exceptions[`${name}: ${row}`] }
      await peer.reset()
      session = createSession({
        transport: peer.transport(),
        authorize: peer.authorize,
        ...(peer.seal && { seal: peer.seal }),
        retryPolicy: { delayMs: 10, maxDelayMs: 20 },
      })
      try {
        const file = pdfOf(50_000)
        await peer.flip(fault ?? {})
        session.add([file])
        const first = await session.finish().catch((reason: unknown) => reason)
        const [id] = session.files
        if (expected !== undefined) {
          expect(first).toMatchObject({ code: expected })
          expect(id && errorOf(id).code).toBe(expected)
          await peer.flip({ cors: 'permissive' })
          session.retry()
        }
        const [receipt] = await session.finish()
        const copies = exceptions[`${name}: ${row}`]?.copies ?? 1
        used.add(`${name}: ${row}`)
        expect(await peer.count()).toBe(copies)
        const original = new Uint8Array(await file.arrayBuffer())
        expect(same(await peer.opened(receipt?.reference ?? ''), original)).toBe(true)
        matrix.push(
          `${name.padEnd(12)}${row.padEnd(30)}${expected === undefined ? 'delivered' : `${expected}, then delivered`}, ${copies === 1 ? 'once' : `${copies} copies: ${exceptions[`${name}: ${row}`]?.because}`}`,
        )
      } finally {
        session.close()
      }
    })
  })

afterAll(() => {
  console.info(`\n${matrix.join('\n')}\n`)
  const needless = Object.keys(exceptions).filter(cell => !used.has(cell))
  const isWhole = matrix.length === providerNames.length * Object.keys(faults).length
  if (isWhole && needless.length > 0) throw new Error(`No such cells: ${needless.join(', ')}`)
})
