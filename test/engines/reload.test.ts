import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SealSpec } from '../../src/core/contracts.ts'
import type { ProviderName } from '../../src/providers/names.ts'
import { firefoxPath } from '../engine-paths.ts'
import { launchChromium } from './driver/chromium.ts'
import type { Engine, Tab } from './driver/engine.ts'
import { launchFirefox } from './driver/firefox.ts'
import { add, goOn, marker, type Seen, seen, type Visit, visit, written } from './reload/in-page.ts'
import { type Street, startStreet } from './twice/street.ts'

const engines = [
  ['Chromium', true, launchChromium],
  ['Firefox', firefoxPath() !== undefined, launchFirefox],
] as const

const providers = ['tus', 'http', 'didww', 'privasfer', 'dokstamp', 'cryptshare'] as const

const KB = 1000
/** Where nobody can look, a document that fits into the buffers on the way would be there twice, as is said elsewhere. */
const sizeFor = (provider: ProviderName): number =>
  provider === 'http' || provider === 'didww' ? 15_000 * KB : 300 * KB

const orderOn = ({ sandbox }: Street, provider: ProviderName, more: Partial<Visit> = {}): Visit => {
  const { recipient, wrap } = sandbox
  const seal: SealSpec | undefined =
    recipient === undefined
      ? undefined
      : { scheme: 'age', recipients: [recipient], ...(wrap && { wrap }) }
  const own = {
    ...(provider === 'cryptshare' && { pollTransfer: { everyMs: 10 } }),
    ...(provider === 'tus' && { chunkSize: 100 * KB }),
  }
  return {
    provider,
    options: { endpoint: sandbox.endpoint, ...sandbox.options, ...sandbox.direct.options, ...own },
    headers: sandbox.direct.headers,
    ...(seal && { seal }),
    seed: 1,
    ...more,
  }
}

describe.each(engines)('a page that is loaded again in %s', (_, isInstalled, launch) => {
  describe.skipIf(!isInstalled)('', () => {
    let engine: Engine
    const tabs: Tab[] = []
    const streets = new Map<ProviderName, Street>()
    beforeAll(async () => {
      const launched = await launch()
      if (!launched) throw new Error('It did not start.')
      engine = launched
      for (const provider of providers) streets.set(provider, await startStreet(provider))
    })
    afterAll(async () => {
      await engine?.close()
      for (const street of streets.values()) await street.close()
    })

    const streetOf = (provider: ProviderName): Street => {
      const street = streets.get(provider)
      if (!street) throw new Error('There is no such server.')
      street.sandbox.reset()
      return street
    }
    /** A tab at the site, with a document in mid-upload. */
    const midway = async (provider: ProviderName, more: Partial<Visit> = {}) => {
      const street = streetOf(provider)
      const order = orderOn(street, provider, more)
      const tab = await engine.open()
      tabs.push(tab)
      await tab.goto(street.site)
      await tab.evaluate(visit, order)
      const after = provider === 'tus' ? 1 : 0
      street.sandbox.flip({ stall: { at: 'body', afterBytes: 1000, times: 1, after } })
      await tab.evaluate(add, order, sizeFor(provider), 'sending')
      await expect.poll(() => tab.evaluate(written)).toHaveLength(2)
      return { street, order, tab }
    }
    const isOffered = async (tab: Tab, count = 1): Promise<readonly Seen[]> => {
      await expect.poll(() => tab.evaluate(seen)).toHaveLength(count)
      return tab.evaluate(seen)
    }

    it.each(providers)('goes on with %s, without the file', async provider => {
      const { street, order, tab } = await midway(provider)
      const { sandbox } = street
      await tab.reload()
      await tab.evaluate(visit, order)
      const [offered] = await isOffered(tab)
      expect(offered).toMatchObject({ name: '', hasFile: false })
      expect(offered?.state).toMatchObject({ phase: 'paused', offered: true })
      sandbox.flip({ stall: false })
      const { receipts, error } = await tab.evaluate(goOn)
      expect(error).toBe('')
      expect(sandbox.received()).toHaveLength(1)
      const [stored] = sandbox.received()
      const opened = await sandbox.plaintext(stored?.id ?? '')
      expect(opened.length).toBe(offered?.size)
      expect(opened.toString('latin1')).toContain('1 canary 1 canary')
      expect(receipts).toHaveLength(1)
      expect(receipts[0]).toMatchObject({ size: offered?.size, sealed: { sha256: stored?.sha256 } })
      expect(receipts[0]).not.toHaveProperty('name')
      expect(receipts[0]).not.toHaveProperty('sha256')
      await expect.poll(() => tab.evaluate(written)).toEqual([])
      expect(await tab.evaluate(marker)).toBe(null)
      await tab.close()
    })
  })
})
