import type { FaultSwitches } from '../../demo/sandbox/faults.ts'
import type { Authorize, Delivery, Parcel, SealSpec, Transport } from '../../src/core/contracts.ts'
import { isAbortError, isSealDropError, type SealDropError } from '../../src/core/errors.ts'
import { sealFile } from '../../src/seal/seal.ts'
import { sealedSize } from '../../src/seal/size.ts'
import { callJob } from '../../src/session/calls.ts'
import { createThread } from '../../src/thread/client.ts'
import type { Thread } from '../../src/thread/thread.ts'

/** A running provider as the suite sees it, and how the transport under test is made for it. */
export interface Peer {
  transport(): Transport
  /** How parcels are sealed, where the transport does not prescribe it. */
  readonly seal?: SealSpec
  readonly authorize: Authorize
  /** The header in which `authorize` puts its secret, and the secret. */
  readonly secret: string
  /** The original that the recipient's key gives for this reference. */
  opened(reference: string): Promise<Uint8Array>
  /** How many parcels the provider holds. */
  count(): Promise<number>
  /** Every request that reached it: path, headers and body, as one searchable text of bytes. */
  traffic(): Promise<
    readonly { readonly path: string; readonly headers: object; readonly body: Uint8Array }[]
  >
  flip(switches: Partial<FaultSwitches>): Promise<void>
  reset(): Promise<void>
  close(): Promise<void>
}

export interface Subject {
  readonly name: string
  start(): Promise<Peer>
  /** Clauses this provider cannot meet, each with the reason. One that names no clause fails. */
  readonly exempt?: readonly { readonly clause: string; readonly because: string }[]
}

export interface Runner {
  describe(name: string, body: () => void): void
  it(name: string, body: () => Promise<void>): void
  beforeAll(body: () => Promise<void>): void
  afterAll(body: () => Promise<void>): void
}

interface Scene {
  readonly peer: Peer
  readonly transport: Transport
  readonly thread: Thread
  parcel(bytes: Uint8Array<ArrayBuffer>, name?: string): Promise<Parcel>
  send(parcel: Parcel, how?: Partial<How>): Promise<Delivery>
}
interface How {
  readonly signal: AbortSignal
  readonly progress: (done: number, total: number) => void
}
type Clause = readonly [name: string, run: (scene: Scene) => Promise<void>]

const assert = (holds: boolean, message: string): void => {
  if (!holds) throw new Error(message)
}
const same = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at])

/** The same bytes in every run: a linear congruential generator (Numerical Recipes' constants). */
export const bytesOf = (length: number, seed = 1): Uint8Array<ArrayBuffer> => {
  let state = seed
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state >>> 24
  })
}

/** What the promise rejects with; a promise that resolves fails the test. */
export const failureOf = async (promise: Promise<unknown>): Promise<SealDropError> => {
  const thrown = await promise.then(
    () => {
      throw new Error('It should have failed.')
    },
    (reason: unknown) => reason,
  )
  if (!isSealDropError(thrown)) throw new Error(`Not a SealDropError: ${thrown}`)
  return thrown
}

const failsWith = async (
  { send, parcel }: Scene,
  code: string,
  retryable: boolean,
): Promise<SealDropError> => {
  const error = await failureOf(send(await parcel(bytesOf(1000))))
  assert(error.code === code, `code is ${error.code} (${error.message}), not ${code}`)
  assert(error.retryable === retryable, `retryable is ${error.retryable}`)
  return error
}

const CHUNK = 65_536

const arrivals: Clause[] = [0, 1, 15, 16, 17, CHUNK - 1, CHUNK, CHUNK + 1, 3_000_000].map(size => [
  `a file of ${size} bytes arrives and opens to the same bytes`,
  async ({ peer, parcel, send }) => {
    const original = bytesOf(size)
    const delivery = await send(await parcel(original))
    assert(
      same(await peer.opened(delivery.reference), original),
      'what was opened is not the original',
    )
  },
])

const names: Clause[] = ['a "quoted" name.pdf', 'paß 護照 🛂.pdf', "semi;colon='x'.pdf"].map(
  name => [
    `the name ${name} does no harm`,
    async ({ peer, parcel, send }) => {
      const original = bytesOf(100)
      const delivery = await send(await parcel(original, name))
      assert(
        same(await peer.opened(delivery.reference), original),
        'what was opened is not the original',
      )
    },
  ],
)

const statuses: Clause[] = (
  [
    [401, 'unauthorized', false],
    [403, 'forbidden', false],
    [404, 'not-found', false],
    [413, 'too-large', false],
    [429, 'rate-limited', true],
    [500, 'server', true],
    [502, 'server', true],
    [503, 'server', true],
    [504, 'server', true],
  ] as const
).flatMap(([code, expected, retryable]) =>
  (['html', 'gateway', 'empty'] as const).map(
    (body): Clause => [
      `${code} with ${body} body is "${expected}"`,
      async scene => {
        await scene.peer.flip({ status: { code, body } })
        const error = await failsWith(scene, expected, retryable)
        assert(error.provider?.status === code, 'the provider’s status is lost')
      },
    ],
  ),
)

const clauses: readonly Clause[] = [
  ...arrivals,
  ...names,
  ...statuses,
  [
    'Retry-After is told in milliseconds',
    async scene => {
      for (const code of [429, 503]) {
        await scene.peer.flip({ status: { code, retryAfter: 7 } })
        const { retryAfterMs } = await failsWith(
          scene,
          code === 429 ? 'rate-limited' : 'server',
          true,
        )
        assert(retryAfterMs === 7000, `retryAfterMs is ${retryAfterMs}`)
      }
    },
  ],
  [
    'a connection cut mid-body is a network error that may be tried again',
    async scene => {
      await scene.peer.flip({ dropBody: true })
      await failsWith(scene, 'network', true)
      assert((await scene.peer.count()) === 0, 'half a body was stored')
    },
  ],
  [
    'a lost answer says that the outcome is unknown',
    async scene => {
      await scene.peer.flip({ dropAnswer: true })
      const error = await failsWith(scene, 'network', true)
      assert(error.outcome === 'unknown', `outcome is ${error.outcome}`)
    },
  ],
  ...(['html', 'empty', 'cut'] as const).map(
    (as): Clause => [
      `a good status with a ${as} body is "protocol", not a delivery`,
      async scene => {
        await scene.peer.flip({ garble: { as } })
        await failsWith(scene, 'protocol', false)
      },
    ],
  ),
  [
    'a redirect to another origin is "protocol"',
    async scene => {
      await scene.peer.flip({ redirect: true })
      const error = await failureOf(scene.send(await scene.parcel(bytesOf(10))))
      assert(error.code === 'protocol', `code is ${error.code}`)
    },
  ],
  [
    'a server that CORS does not let us read is a network error',
    async scene => {
      const made = await scene.parcel(bytesOf(10))
      await scene.peer.flip({ cors: 'off' })
      const error = await failureOf(scene.send(made))
      assert(error.code === 'network' && error.retryable, `code is ${error.code}`)
    },
  ],
  [
    'progress never goes backwards and ends at the total',
    async ({ parcel, send }) => {
      const seen: number[] = []
      let total = -1
      await send(await parcel(bytesOf(3_000_000)), {
        progress(done, all) {
          seen.push(done)
          total = all
        },
      })
      assert(seen.length > 0 && seen.at(-1) === total, `ended at ${seen.at(-1)} of ${total}`)
      assert(
        seen.every((done, at) => at === 0 || done >= (seen[at - 1] ?? 0)),
        'it went backwards',
      )
    },
  ],
  [
    'an abort before the start sends nothing',
    async ({ peer, parcel, send }) => {
      const made = await parcel(bytesOf(10))
      const before = (await peer.traffic()).length
      const thrown = await send(made, { signal: AbortSignal.abort() }).catch(
        (reason: unknown) => reason,
      )
      assert(isAbortError(thrown), `rejected with ${thrown}`)
      assert((await peer.traffic()).length === before, 'a request was made')
    },
  ],
  [
    'an abort mid-body rejects with its reason and leaves nothing stored',
    async ({ peer, parcel, send }) => {
      await peer.flip({ slow: { bytesPerSecond: 200_000 } })
      const controller = new AbortController()
      const sending = send(await parcel(bytesOf(3_000_000)), {
        signal: controller.signal,
        progress: () => controller.abort(),
      })
      const thrown = await sending.catch((reason: unknown) => reason)
      assert(isAbortError(thrown), `rejected with ${thrown}`)
      assert((await peer.count()) === 0, 'it was stored all the same')
    },
  ],
  [
    'two sends at once do not mix',
    async ({ peer, parcel, send }) => {
      const originals = [1, 2, 3].map(seed => bytesOf(100_000, seed))
      const deliveries = await Promise.all(originals.map(async bytes => send(await parcel(bytes))))
      const references = new Set(deliveries.map(({ reference }) => reference))
      assert(references.size === originals.length, 'two share a reference')
      for (const [at, { reference }] of deliveries.entries())
        assert(
          same(await peer.opened(reference), originals[at] ?? bytesOf(0)),
          `number ${at} differs`,
        )
    },
  ],
  [
    'nobody on the wire sees the name, the plaintext or a secret outside its header',
    async ({ peer, parcel, send }) => {
      const marker = 'PLAINTEXT-MARKER-7f3a'
      const name = 'Erika-Mustermann-passport.pdf'
      await send(await parcel(new TextEncoder().encode(`${marker} `.repeat(500)), name))
      const decoder = new TextDecoder('latin1')
      for (const { path, headers, body } of await peer.traffic()) {
        const text = `${path}\n${decoder.decode(body)}`
        assert(!text.includes(peer.secret), 'the secret is in a URL or a body')
        const all = `${text}\n${JSON.stringify(headers)}`
        for (const needle of [marker, 'Mustermann', btoa(marker).slice(0, 20)])
          assert(!all.includes(needle), `${needle} is on the wire`)
      }
    },
  ],
]

/** Runs every clause of the transport contract against a real server. */
export const transportContract = (
  subject: Subject,
  { describe, it, beforeAll, afterAll }: Runner,
): void => {
  const exempt = new Map((subject.exempt ?? []).map(({ clause, because }) => [clause, because]))
  describe(`${subject.name} as a transport`, () => {
    let peer: Peer
    let thread: Thread
    beforeAll(async () => {
      peer = await subject.start()
      thread = createThread()
    })
    afterAll(async () => {
      thread.close()
      await peer.close()
    })

    const setScene = (): Scene => {
      const transport = peer.transport()
      const calls = { transport, authorize: peer.authorize, thread }
      const { signal } = new AbortController()
      return {
        peer,
        transport,
        thread,
        async parcel(bytes, name = 'document.pdf') {
          const spec = (await transport.prescribe?.(callJob(calls, 1, signal))) ?? peer.seal
          if (!spec) throw new Error('Neither the transport nor the test names a seal.')
          const plain = { blob: new Blob([bytes]), name, type: 'application/pdf', remarks: [] }
          const job = { signal, progress: () => {} }
          const { parcel } = await sealFile(thread, crypto.randomUUID(), plain, spec, 'opaque', job)
          assert(parcel.size === sealedSize(bytes.length, spec), 'sealedSize is not the size')
          return parcel
        },
        send: (parcel, how = {}) =>
          transport.send(parcel, {
            ...callJob(calls, 1, how.signal ?? signal, how.progress),
            uncertain: false,
            keep: async () => {},
          }),
      }
    }

    for (const [name, run] of clauses) {
      if (exempt.has(name)) continue
      it(name, async () => {
        await peer.reset()
        await run(setScene())
      })
    }
    it('has no exemption without a clause and a reason', async () => {
      const known = new Set(clauses.map(([name]) => name))
      for (const [clause, because] of exempt)
        assert(known.has(clause) && because !== '', `needless exemption: ${clause}`)
    })
  })
}
