import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SealSpec } from '../../src/core/contracts.ts'
import type { ProviderName } from '../../src/providers/names.ts'
import type { Engine, Tab } from './driver/engine.ts'
import { engines } from './driver/engines.ts'
import { type Ending, type Order, sendOne } from './twice/in-page.ts'
import { promises } from './twice/promises.ts'
import { type Street, startStreet, type Way } from './twice/street.ts'

// A used connection that ends without a byte of an answer: Chromium and Firefox send the request again by themselves, a POST too.

const providers = [...new Set(promises.map(({ provider }) => provider))]

/** Whether the fault was met: it switches itself off. */
const isFaultOver = async (url: string): Promise<boolean> => {
  const switches = (await (await fetch(`${url}/_sandbox/switches`)).json()) as {
    readonly dropAnswer: unknown
  }
  return switches.dropAnswer === false
}

const orderOn = (
  { site, sandbox }: Street,
  provider: ProviderName,
  way: Way,
  seed: number,
  more: object = {},
): Order => {
  const { recipient, wrap } = sandbox
  const seal: SealSpec | undefined =
    recipient === undefined
      ? undefined
      : { scheme: 'age', recipients: [recipient], ...(wrap && { wrap }) }
  const own = provider === 'cryptshare' ? { pollTransfer: { everyMs: 10 } } : {}
  return way === 'direct'
    ? {
        provider,
        options: {
          endpoint: sandbox.endpoint,
          ...sandbox.options,
          ...sandbox.direct.options,
          ...own,
          ...more,
        },
        headers: sandbox.direct.headers,
        ...(seal && { seal }),
        seed,
      }
    : {
        provider,
        options: { endpoint: `${site}/relay/${provider}`, ...sandbox.options, ...own, ...more },
        headers: {},
        ...(seal && { seal }),
        seed,
      }
}

for (const { name, isInstalled, launch } of engines)
  describe.skipIf(!isInstalled)(`an answer lost on a connection that was used, in ${name}`, () => {
    let engine: Engine | undefined
    let tab: Tab
    const streets = new Map<ProviderName, Street>()
    beforeAll(async () => {
      const launched = await launch()
      if (!launched) throw new Error('It did not start.')
      engine = launched
      tab = await launched.open()
      for (const provider of providers) streets.set(provider, await startStreet(provider))
    })
    afterAll(async () => {
      await engine?.close()
      for (const street of streets.values()) await street.close()
    })

    for (const row of promises)
      for (const way of row.ways)
        it(`${way}: ${row.promise}`, async () => {
          const { provider, kind, path, options, copies = 1, orphans = 0 } = row
          const street = streets.get(provider)
          if (!street) throw new Error('There is no such server.')
          const { sandbox } = street
          sandbox.reset()
          await tab.goto(street.site)
          const send = (seed: number): Promise<Ending> =>
            tab.evaluate(sendOne, orderOn(street, provider, way, seed, options))
          // All connections that matter were used then, the relay's own too.
          expect(await send(1)).toMatchObject({ phase: 'done' })
          street.loseAnswer(way, kind, path)
          /** Behind a relay nobody sends again unseen. */
          const isLost = async (heard: number): Promise<boolean> =>
            way === 'behind the relay'
              ? await isFaultOver(sandbox.url)
              : street.arrived(way, kind, path) - heard > 1
          /** A browser may open a connection of its own liking, on which nothing is lost: then the next file is tried. */
          const sendUntilLost = async (seed: number): Promise<[Ending, stored: number]> => {
            const before = sandbox.received().length
            const heard = street.arrived(way, kind, path)
            const ending = await send(seed)
            if (await isLost(heard)) return [ending, sandbox.received().length - before]
            expect(seed, 'no answer was lost').toBeLessThan(6)
            return sendUntilLost(seed + 1)
          }
          const [ending, stored] = await sendUntilLost(2)
          const told = row.isUnknown ? { phase: 'failed', outcome: 'unknown' } : { phase: 'done' }
          expect(ending).toMatchObject(told)
          expect(stored).toBe(copies)
          expect(sandbox.unfinished?.() ?? []).toHaveLength(orphans)
        })

    it.each([
      ['a plain server has one copy, by the key', {}, 1],
      ['a plain server has two, where the key is off', { idempotencyKey: false }, 2],
    ])('on the page’s own origin: %s', async (_promise, options, copies) => {
      const street = streets.get('http')
      if (!street) throw new Error('There is no such server.')
      const { plain, site } = street
      await tab.goto(site)
      const order = orderOn(street, 'http', 'direct', 1)
      const send = (seed: number): Promise<Ending> =>
        tab.evaluate(sendOne, {
          ...order,
          seed,
          options: { endpoint: `${site}/uploads`, ...options },
        })
      expect(await send(1)).toMatchObject({ phase: 'done' })
      const [stored, arrived] = [plain.stored.length, plain.arrived]
      plain.losesAnswer = true
      expect(await send(2)).toMatchObject({ phase: 'done', retries: 0 })
      expect(plain.stored.length - stored).toBe(copies)
      expect(plain.arrived - arrived).toBe(2)
    })
  })
