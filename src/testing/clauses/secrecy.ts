import type { AuthorizeContext } from '../../core/contracts.ts'
import { assert, bytesOf, type Clause, failureOf } from '../scene.ts'

const NAME = 'Erika-Mustermann-passport.pdf'

/** What the page writes to its console during `run`. */
const saidDuring = async (run: () => Promise<unknown>): Promise<readonly unknown[]> => {
  const page = Reflect.get(globalThis, 'console') as unknown as Record<string, unknown>
  const before = { ...page }
  const said: unknown[] = []
  for (const [method, real] of Object.entries(before))
    if (typeof real === 'function') page[method] = (...words: unknown[]) => said.push(words)
  try {
    await run()
  } finally {
    Object.assign(page, before)
  }
  return said
}

/** Headers come from `authorize`, and neither they nor the document show up where they must not. */
export const secrecy: readonly Clause[] = [
  [
    'nobody on the wire sees the name, the plaintext or a secret outside its header',
    async ({ peer, parcel, send }) => {
      const marker = 'PLAINTEXT-MARKER-7f3a'
      const plain = new TextEncoder().encode(`${marker} `.repeat(500))
      await send(await parcel(plain))
      const decoder = new TextDecoder('latin1')
      for (const { path, headers, body } of await peer.traffic()) {
        const text = `${path}\n${decoder.decode(body)}`
        assert(!text.includes(peer.secret), 'the secret is in a URL or a body')
        const all = `${text}\n${JSON.stringify(headers)}`
        for (const needle of [marker, btoa(marker).slice(0, 20)])
          assert(!all.includes(needle), `${needle} is on the wire`)
      }
    },
  ],
  [
    'authorize is asked by each send anew, and about the endpoint only',
    async ({ peer, transport, parcel, send }) => {
      const parcels = await Promise.all([1, 2].map(seed => parcel(bytesOf(100, seed))))
      const { origin } = new URL(transport.endpoint)
      const asked: AuthorizeContext[] = []
      for (const [at, made] of parcels.entries()) {
        const before = asked.length
        const authorize = (context: AuthorizeContext): HeadersInit | Promise<HeadersInit> => {
          asked.push(context)
          return peer.authorize(context)
        }
        await send(made, { authorize })
        assert(asked.length > before, `send number ${at + 1} did not ask`)
      }
      for (const context of asked) {
        assert(context.transport === transport.name, `it is called ${context.transport}`)
        assert(new URL(context.url).origin === origin, `it was asked about ${context.url}`)
      }
    },
  ],
  [
    'without what authorize gives nothing is sent: "unauthorized"',
    async ({ peer, parcel, send }) => {
      const authorize = (): never => {
        throw new Error('no token')
      }
      const made = await parcel(bytesOf(100))
      const before = (await peer.traffic()).length
      const error = await failureOf(send(made, { authorize }))
      assert(error.code === 'unauthorized', `code is ${error.code}`)
      assert((await peer.traffic()).length === before, 'a request was made')
    },
  ],
  [
    'no error repeats a secret or the name',
    async ({ peer, parcel, send }) => {
      const faults = [
        { status: { code: 401 } },
        { status: { code: 500 } },
        { status: false, garble: true },
        { garble: false, dropBody: true },
      ] as const
      const made = await parcel(bytesOf(100), NAME)
      for (const fault of faults) {
        await peer.flip(fault)
        const { message, stack, facts } = await failureOf(send(made))
        const text = `${message} ${stack} ${JSON.stringify(facts)} ${facts.cause}`
        for (const needle of [peer.secret, 'Mustermann', made.name])
          assert(!text.includes(needle), `it says ${needle}`)
      }
    },
  ],
  [
    'the console stays silent',
    async ({ peer, parcel, send }) => {
      const made = await Promise.all([1, 2].map(seed => parcel(bytesOf(100, seed), NAME)))
      const said = await saidDuring(async () => {
        for (const parcel of made) {
          await send(parcel).catch(() => {})
          await peer.flip({ status: { code: 401 } })
        }
      })
      assert(said.length === 0, `it said ${JSON.stringify(said)}`)
    },
  ],
]
