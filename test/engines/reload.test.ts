import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SealSpec } from '../../src/core/contracts.ts'
import type { ProviderName } from '../../src/providers/names.ts'
import type { Engine, Tab } from './driver/engine.ts'
import { engines } from './driver/engines.ts'
import {
  add,
  addTwo,
  asked,
  cancelAll,
  clearAll,
  deleted,
  deleteLate,
  filesOnDisk,
  goOn,
  marker,
  resumeAll,
  type Seen,
  said,
  seen,
  spoil,
  tamper,
  type Visit,
  visit,
  wipe,
  written,
} from './reload/in-page.ts'
import { type Street, startStreet } from './twice/street.ts'

const providers = ['tus', 'http', 'didww', 'privasfer', 'dokstamp', 'cryptshare'] as const

const KB = 1000
/** Where nobody can look, a document that fits into the buffers on the way would be stored twice, as is said elsewhere. */
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

for (const { name, isInstalled, launch } of engines)
  describe.skipIf(!isInstalled)(`a page that is loaded again in ${name}`, () => {
    let engine: Engine
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
      await tab.goto(street.site)
      await tab.evaluate(clearAll)
      await tab.evaluate(visit, order)
      const after = provider === 'tus' ? 1 : 0
      street.sandbox.flip({ stall: { at: 'body', afterBytes: 1000, times: 1, after } })
      await tab.evaluate(add, order, sizeFor(provider), 'sending')
      // Until the address of a tus upload is written down, a reload leaves one that nobody can find again.
      const isKept = async (): Promise<boolean> => {
        const kept = await tab.evaluate(written)
        const bodies = (await tab.evaluate(filesOnDisk)) + kept.length - 1
        return bodies === 1 && (provider !== 'tus' || kept.some(one => /"resume"/.test(one)))
      }
      await expect.poll(isKept).toBe(true)
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
      // A reload opens another Cryptshare session. What arrived in the one before reaches nobody: it is never submitted.
      const arrived = sandbox.received().filter(one => !('isSubmitted' in one) || one.isSubmitted)
      expect(arrived).toHaveLength(1)
      const [stored] = arrived
      const opened = await sandbox.plaintext(stored?.id ?? '')
      expect(opened.length).toBe(offered?.size)
      expect(opened.toString('latin1')).toContain('1 canary 1 canary')
      expect(receipts).toHaveLength(1)
      expect(receipts[0]).toMatchObject({ size: offered?.size, sealed: { sha256: stored?.sha256 } })
      expect(receipts[0]).not.toHaveProperty('name')
      expect(receipts[0]).not.toHaveProperty('sha256')
      await expect.poll(() => tab.evaluate(written)).toEqual([])
      await expect.poll(() => tab.evaluate(marker)).toBe(null)
      await tab.close()
    })

    it('goes on with a batch that had arrived and was not closed, and closes one with the document once', async () => {
      const street = streetOf('cryptshare')
      const order = orderOn(street, 'cryptshare')
      const tab = await engine.open()
      await tab.goto(street.site)
      await tab.evaluate(clearAll)
      await tab.evaluate(visit, order)
      await tab.evaluate(add, order, 50 * KB, 'delivered')
      await expect.poll(() => tab.evaluate(written)).toHaveLength(2)
      await tab.reload()
      await tab.evaluate(visit, order)
      await isOffered(tab)
      expect((await tab.evaluate(goOn)).receipts).toHaveLength(1)
      // Another page has another token, which opens no session of before: that one is never submitted.
      const submitted = street.sandbox.received().filter(file => Reflect.get(file, 'isSubmitted'))
      expect(submitted).toHaveLength(1)
      await expect.poll(() => tab.evaluate(written)).toEqual([])
      await tab.close()
    })

    it('goes on with several documents of one request, each by itself', async () => {
      const street = streetOf('dokstamp')
      const order = orderOn(street, 'dokstamp')
      const batch = { ...order, options: { ...order.options, batch: 2 } }
      const tab = await engine.open()
      await tab.goto(street.site)
      await tab.evaluate(clearAll)
      await tab.evaluate(visit, batch)
      street.sandbox.flip({ stall: { at: 'body', afterBytes: 1000, times: 1 } })
      await tab.evaluate(addTwo, 100 * KB)
      await expect.poll(() => tab.evaluate(written)).toHaveLength(4)
      await tab.reload()
      await tab.evaluate(visit, batch)
      await isOffered(tab, 2)
      street.sandbox.flip({ stall: false })
      expect((await tab.evaluate(goOn)).receipts).toHaveLength(2)
      expect(street.sandbox.received()).toHaveLength(2)
      await expect.poll(() => tab.evaluate(written)).toEqual([])
      await tab.close()
    })

    it('offers nothing that another tab is sending, and what both were offered one of them sends', async () => {
      const { street, order, tab } = await midway('tus')
      const other = await engine.open()
      await other.goto(street.site)
      await other.evaluate(visit, order)
      await other.evaluate(add, { seed: 2 }, 50 * KB, 'done')
      expect((await other.evaluate(seen)).map(({ hasFile }) => hasFile)).toEqual([true])
      await tab.reload()
      await tab.evaluate(visit, order)
      await isOffered(tab)
      await other.reload()
      await other.evaluate(visit, order)
      await isOffered(other)
      street.sandbox.flip({ stall: { at: 'body', afterBytes: 1000, times: 1 } })
      await tab.evaluate(resumeAll)
      await expect.poll(async () => (await tab.evaluate(seen))[0]?.state.phase).toBe('sending')
      const before = await other.evaluate(asked)
      await other.evaluate(resumeAll)
      await isOffered(other, 0)
      expect(await other.evaluate(asked)).toBe(before)
      street.sandbox.flip({ stall: false })
      expect((await tab.evaluate(goOn)).receipts).toHaveLength(1)
      await tab.close()
      await other.close()
    })

    it('keeps what is written while an empty shelf is put away', async () => {
      const street = streetOf('privasfer')
      const order = orderOn(street, 'privasfer')
      const tab = await engine.open()
      await tab.goto(street.site)
      await tab.evaluate(clearAll)
      await tab.evaluate(deleteLate)
      await tab.evaluate(visit, order)
      await expect.poll(() => tab.evaluate(deleted)).toBe('waits')
      street.sandbox.flip({ stall: { at: 'body', afterBytes: 1000, times: 1 } })
      await tab.evaluate(add, order, sizeFor('privasfer'), 'sending')
      await expect.poll(() => tab.evaluate(deleted)).toBe('done')
      await expect.poll(() => tab.evaluate(written)).toHaveLength(2)
      await tab.reload()
      await tab.evaluate(visit, order)
      await isOffered(tab)
      await tab.evaluate(clearAll)
      await tab.close()
    })

    it.each([
      ['another scope', { shelfScope: 'grace' }, 0],
      ['no scope', {}, 0],
      ['another name', { shelfScope: 'ada', name: 'other' }, 2],
    ])('offers nothing to %s', async (_who, more, left) => {
      const { order, tab } = await midway('privasfer', { shelfScope: 'ada', name: 'papers' })
      await tab.reload()
      const { shelfScope, name, ...bare } = order
      await tab.evaluate(visit, { ...bare, name: 'papers', ...more })
      await expect.poll(() => tab.evaluate(written)).toHaveLength(left)
      expect(await tab.evaluate(seen)).toEqual([])
      await tab.evaluate(clearAll)
      expect(await tab.evaluate(written)).toEqual([])
      expect(await tab.evaluate(marker)).toBe(null)
      await tab.close()
    })

    it('writes nothing down of the document, and nothing that opens the provider', async () => {
      const { order, tab } = await midway('dokstamp', { shelfScope: 'ada@example.com' })
      const all = (await tab.evaluate(written)).join()
      for (const word of [
        'document-1',
        'canary',
        'application/pdf',
        'ada@',
        order.options.endpoint,
      ])
        expect(all).not.toContain(word)
      for (const secret of Object.values(order.headers)) expect(all).not.toContain(secret)
      await tab.close()
    })

    it.each([
      ['not sealed', 'http', { seal: { scheme: 'none', because: 'a test' } }],
      ['sent under the document’s own name', 'http', { fileName: 'original' }],
      ['of a session that shelves nothing', 'http', { shelf: 'off' }],
    ] as const)('leaves nothing of what is %s', async (_what, provider, more) => {
      const street = streetOf(provider)
      const order = orderOn(street, provider, more)
      const tab = await engine.open()
      await tab.goto(street.site)
      await tab.evaluate(visit, order)
      street.sandbox.flip({ stall: { at: 'answer', times: 1 } })
      // A larger one is believed to be under way for seconds, as on a slow line.
      await tab.evaluate(add, order, 2 * KB, 'confirming')
      expect(await tab.evaluate(written)).toEqual([])
      expect(await tab.evaluate(marker)).toBe(null)
      street.sandbox.flip({ stall: false })
      await tab.close()
    })

    const plain = '%PDF-1.4\n1 0 obj'
    it.each([
      ['that expired', { expiresAt: 1000 }, undefined],
      ['whose body is a document', {}, { text: plain }],
      ['whose body was cut', {}, { cutTo: 1000 }],
      ['that says it is not sealed', { scheme: 'none' }, undefined],
      ['under a name that is not ours', { name: '../../evil.html' }, undefined],
      ['of a later version', { version: 2 }, undefined],
    ])('deletes an entry %s', async (_what, fields, body) => {
      const { order, tab } = await midway('privasfer')
      await tab.reload()
      await tab.evaluate(tamper, fields, body)
      await tab.evaluate(visit, order)
      await expect.poll(() => tab.evaluate(written)).toEqual([])
      expect(await tab.evaluate(seen)).toEqual([])
      // The empty shelf is put away after its last entry.
      await expect.poll(() => tab.evaluate(marker)).toBe(null)
      await tab.close()
    })

    it('sends nothing for keys that have rotated since', async () => {
      const { street, order, tab } = await midway('didww')
      await tab.reload()
      const sandbox = street.sandbox as unknown as { rotateKeys(): Promise<void> }
      await sandbox.rotateKeys()
      await tab.evaluate(visit, order)
      await isOffered(tab)
      const uploads = (): number =>
        street.sandbox.requests().filter(({ kind }) => kind === 'upload').length
      const before = uploads()
      expect((await tab.evaluate(goOn)).error).toMatch(/^keys-rotated/)
      expect(uploads()).toBe(before)
      await expect.poll(() => tab.evaluate(written)).toEqual([])
      await tab.close()
    })

    it('deletes what nobody wants, also at the provider', async () => {
      const { street, order, tab } = await midway('tus')
      await tab.reload()
      await tab.evaluate(visit, order)
      await isOffered(tab)
      street.sandbox.flip({ stall: false })
      await tab.evaluate(cancelAll)
      await expect.poll(() => tab.evaluate(written)).toEqual([])
      await expect.poll(() => street.sandbox.unfinished?.()).toEqual([])
      expect(street.sandbox.received()).toEqual([])
      await tab.close()
    })

    it.each(['throws', 'hangs', 'refuses', 'is full', 'has no marker'] as const)(
      'delivers all the same where the storage %s',
      async how => {
        const street = streetOf('http')
        const order = orderOn(street, 'http')
        const tab = await engine.open()
        await tab.goto(street.site)
        await tab.evaluate(spoil, how)
        await tab.evaluate(visit, order)
        // What has arrived before it is written down need not be: the storage is tried while the first one is under way.
        street.sandbox.flip({ stall: { at: 'body', afterBytes: 1000, times: 1 } })
        await tab.evaluate(add, order, 50 * KB, 'sending')
        const lines = how === 'hangs' || how === 'has no marker' ? 0 : 1
        await expect.poll(() => tab.evaluate(said)).toHaveLength(lines)
        street.sandbox.flip({ stall: false })
        await expect.poll(async () => (await tab.evaluate(seen))[0]?.state.phase).toBe('done')
        await tab.evaluate(add, { seed: 2 }, 50 * KB, 'done')
        expect(street.sandbox.received()).toHaveLength(2)
        expect(await tab.evaluate(said)).toHaveLength(lines)
        expect(tab.complaints).toEqual([])
        await tab.close()
      },
    )

    it('delivers all the same when the storage is wiped meanwhile, and leaves nothing', async () => {
      const { street, tab } = await midway('tus')
      await tab.evaluate(wipe)
      street.sandbox.flip({ stall: false })
      await expect.poll(async () => (await tab.evaluate(seen))[0]?.state.phase).toBe('done')
      expect(await tab.evaluate(written)).toEqual([])
      await expect.poll(() => tab.evaluate(marker)).toBe(null)
      await tab.close()
    })

    it.each([
      ['8', 12_000 * KB],
      ['64', 70_000 * KB],
    ])('keeps a body of more than %s MiB in a file, and goes on from it', async (_, size) => {
      const limits = { maxSize: 100_000 * KB }
      const street = streetOf('tus')
      const order = orderOn(street, 'tus', { limits })
      const options = { ...order.options, chunkSize: 5_000 * KB }
      const large = { ...order, options }
      const tab = await engine.open()
      await tab.goto(street.site)
      await tab.evaluate(visit, large)
      street.sandbox.flip({ stall: { at: 'body', afterBytes: 1000, times: 1, after: 1 } })
      await tab.evaluate(add, large, size, 'sending')
      await expect.poll(() => tab.evaluate(written)).toHaveLength(1)
      expect(await tab.evaluate(filesOnDisk)).toBe(1)
      await tab.reload()
      await tab.evaluate(visit, large)
      await isOffered(tab)
      street.sandbox.flip({ stall: false })
      expect((await tab.evaluate(goOn)).receipts).toHaveLength(1)
      await expect.poll(() => tab.evaluate(filesOnDisk)).toBe(0)
      expect(await tab.evaluate(written)).toEqual([])
      await tab.close()
    })
  })
