import { describe, expect, it } from 'vitest'
import type { Transport } from '../../src/core/contracts.ts'
import { outlookOf } from '../../src/element/admissible.ts'
import type { Settings } from '../../src/element/settings.ts'
import { sessionOptions } from '../../src/element/uploads/session-options.ts'
import { formats } from '../../src/intake/formats.ts'
import { generateIdentity, recipientOf } from '../../src/open/index.ts'
import { createSession } from '../../src/session/session.ts'
import { providerNames, startPeer } from './peers.ts'

const recipientsOf = async (options?: { readonly postQuantum: true }): Promise<string> => {
  const one = async () => recipientOf(await generateIdentity(options))
  return `${await one()} ${await one()}`
}

/** What the page may set, beside the transport. */
const CHOICES: readonly (() => Promise<Partial<Settings>>)[] = [
  async () => ({}),
  async () => ({ seal: 'none: a test' }),
  async () => ({ recipients: await recipientsOf() }),
  async () => ({ recipients: await recipientsOf({ postQuantum: true }) }),
  async () => ({ seal: 'age+pdf', recipients: await recipientsOf() }),
]
const SIZES: readonly Settings['maxSize'][] = ['20MiB', '100kB', '50MiB', 100_000]

const settingsFor = (transport: Transport | string, more: Partial<Settings>): Settings => ({
  name: '',
  transport,
  endpoint: '/upload',
  options: undefined,
  seal: undefined,
  recipients: undefined,
  pin: undefined,
  accept: '.pdf,.jpg,.png',
  maxSize: '20MiB',
  maxFiles: undefined,
  stripLocation: false,
  refuseProtected: false,
  multiple: true,
  upload: 'manual',
  valueFormat: 'reference',
  fileName: 'opaque',
  workerUrl: undefined,
  parallel: undefined,
  shelf: 'on',
  previews: 'on',
  shelfScope: undefined,
  origins: undefined,
  retryPolicy: undefined,
  timeouts: undefined,
  authorize: undefined,
  ...more,
})

/** The largest original that a session takes; undefined where the transport does not take this seal. */
const largestIn = async (settings: Settings): Promise<number | undefined> => {
  const session = createSession(sessionOptions(settings))
  try {
    return await session.largest().catch(() => undefined)
  } finally {
    session.close()
  }
}

describe('what a visitor is told may be added, before the code of the transport is there', () => {
  for (const name of providerNames)
    it(`is what holds with that code: ${name}`, async () => {
      const peer = await startPeer(name)
      const transport = peer.transport()
      const { types, seals } = transport.traits
      let compared = 0
      for (const choose of CHOICES)
        for (const maxSize of SIZES) {
          const more = { ...(await choose()), maxSize }
          const largest = await largestIn(settingsFor(transport, more))
          if (largest !== undefined) compared++
          for (const named of [transport, name]) {
            const told = outlookOf(settingsFor(named, more))
            expect(told.fault?.code).toBe(largest === undefined ? 'misconfigured' : undefined)
            if (largest === undefined) continue
            expect(told.largest, JSON.stringify(more)).toBe(largest)
            const taken = formats.filter(({ type }) => !types || types.includes(type))
            expect(told.formats).toEqual(more.seal === 'age+pdf' ? formats : taken)
          }
        }
      expect(compared).toBeGreaterThanOrEqual(seals.length * SIZES.length)
      await peer.close()
    })

  it('is nothing where the settings cannot be read', () => {
    const { fault, largest } = outlookOf(settingsFor('http', { maxSize: 'big' }))
    expect([fault?.code, largest]).toEqual(['misconfigured', undefined])
  })
})
