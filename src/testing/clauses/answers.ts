import {
  assert,
  bytesOf,
  type Clause,
  failsWith,
  failureOf,
  opensTo,
  strayRequests,
} from '../scene.ts'

const statuses = [
  [401, 'unauthorized', false],
  [403, 'forbidden', false],
  [404, 'not-found', false],
  [413, 'too-large', false],
  [429, 'rate-limited', true],
  [500, 'server', true],
  // What stands in front of the server may say so of what was stored.
  [502, 'server', 'unknown'],
  [503, 'server', true],
  [504, 'server', 'unknown'],
] as const

/** What the other side answers is read with care, and ends in the right code. */
export const answers: readonly Clause[] = [
  ...statuses.flatMap(([code, expected, retryable]) =>
    (['html', 'gateway', 'empty'] as const).map(
      (body): Clause => [
        `${code} with ${body} body is "${expected}"`,
        async scene => {
          await scene.peer.flip({ status: { code, body } })
          const isUnknown = retryable === 'unknown'
          const error = await failsWith(scene, expected, isUnknown ? undefined : retryable)
          if (isUnknown) assert(error.outcome === 'unknown', `outcome is ${error.outcome}`)
          assert(error.provider?.status === code, 'the provider’s status is lost')
        },
      ],
    ),
  ),
  [
    'Retry-After is told in milliseconds',
    async scene => {
      for (const code of [429, 503]) {
        await scene.peer.flip({ status: { code, retryAfter: 7 } })
        const expected = code === 429 ? 'rate-limited' : 'server'
        const { retryAfterMs } = await failsWith(scene, expected, true)
        assert(retryAfterMs === 7000, `retryAfterMs is ${retryAfterMs}`)
      }
    },
  ],
  [
    'Retry-After may be a date',
    async scene => {
      const retryAfter = new Date(Date.now() + 3_600_000).toUTCString()
      await scene.peer.flip({ status: { code: 429, retryAfter } })
      const { retryAfterMs = 0 } = await failsWith(scene, 'rate-limited', true)
      const isNear = retryAfterMs > 3_000_000 && retryAfterMs <= 3_600_000
      assert(isNear, `an hour is ${retryAfterMs} ms`)
    },
  ],
  ...(['html', 'empty', 'cut'] as const).map(
    (as): Clause => [
      `a good status with a ${as} body is "protocol", not a delivery`,
      async scene => {
        await scene.peer.flip({ garble: { as } })
        const { outcome } = await failsWith(scene, 'protocol')
        assert(outcome === 'unknown', `outcome is ${outcome}`)
      },
    ],
  ),
  [
    'the right words under a wrong content type are a delivery',
    async scene => {
      await scene.peer.flip({ garble: { as: 'wrong-type' } })
      const original = bytesOf(1000)
      await opensTo(scene, await scene.send(await scene.parcel(original)), original)
    },
  ],
  [
    'a redirect to another origin is "protocol"',
    async ({ peer, parcel, send }) => {
      await peer.flip({ redirect: true })
      const error = await failureOf(send(await parcel(bytesOf(10))))
      assert(error.code === 'protocol', `code is ${error.code}`)
    },
  ],
  [
    'a redirect takes no secret to another origin',
    async scene => {
      await scene.peer.flip({ redirect: true })
      await failureOf(scene.send(await scene.parcel(bytesOf(10))))
      const told = JSON.stringify((await strayRequests(scene)).map(({ headers }) => headers))
      assert(!told.includes(scene.peer.secret), 'it got the secret')
    },
  ],
  [
    'a Location at another origin is never requested',
    async scene => {
      await scene.peer.flip({ location: { on: 'any' } })
      // Whether that is a delivery is the provider's business.
      await scene.send(await scene.parcel(bytesOf(10))).catch(() => {})
      const strays = await strayRequests(scene)
      assert(strays.length === 0, `${strays[0]?.path} was requested there`)
    },
  ],
]
