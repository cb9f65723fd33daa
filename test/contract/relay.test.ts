import { afterEach, describe, expect, it } from 'vitest'
import type { Parcel, Receipt, SealSpec, Transport } from '../../src/core/contracts.ts'
import { cryptshare } from '../../src/providers/cryptshare/transport.ts'
import { didww } from '../../src/providers/didww/transport.ts'
import { dokstamp } from '../../src/providers/dokstamp/transport.ts'
import type { ProviderName } from '../../src/providers/names.ts'
import { privasfer } from '../../src/providers/privasfer/transport.ts'
import { transports } from '../../src/providers/transports.ts'
import type { RelayOptions } from '../../src/relay/index.ts'
import { createSession } from '../../src/session/session.ts'
import { sampleFile, startSandbox } from '../contract-tools.ts'
import { providerNames as names, peers } from './peers.ts'
import { pdfOf } from './session-tools.ts'

type Relayed = Awaited<ReturnType<typeof startSandbox<'relayed'>>>
type Name = ProviderName

/** What only these tests tell a transport: not to look for long, and to need several requests. */
const more: { readonly [Key in Name]?: Readonly<Record<string, unknown>> } = {
  cryptshare: { pollTransfer: { everyMs: 10, looks: 5 } },
  // As a page at another origin has it by default.
  http: { idempotencyKey: false },
  // The relay is at another origin than the page, which therefore sends it no key before it knows it.
  tus: { chunkSize: 20_000, metadata: ({ name }: Parcel) => ({ filename: name }) },
}

/** Settles in a moment; on a busy machine that takes its time. */
const SOON = { timeout: 15_000 }
const authorize = () => ({ 'X-Visitor': 'ada' })
const open: (() => unknown)[] = []
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

const start = async (provider: Name, allow?: RelayOptions['allow']): Promise<Relayed> => {
  const { origin } = location
  const relayed = await startSandbox('relayed', { provider, origin, ...(allow && { allow }) })
  open.push(relayed.close)
  return relayed
}
const transportFor = async (name: Name, { endpoint, options }: Relayed): Promise<Transport> => {
  const create = (await transports[name]()) as (options: object) => Transport
  return create({ endpoint, ...options, ...peers[name].options, ...more[name] })
}
const sealFor = (relayed: Relayed): { seal?: SealSpec } => {
  // What is not there reads as a method of the server outside the browser.
  const { recipient } = 'recipient' in relayed ? relayed : {}
  const wrap = 'wrap' in relayed ? relayed.wrap : undefined
  return recipient
    ? { seal: { scheme: 'age', recipients: [recipient], ...(wrap && { wrap }) } }
    : {}
}

/** What a visitor who is signed in sends; with what is chosen. */
const sent = async (
  name: Name,
  relayed: Relayed,
  files: readonly File[],
  visitor = 'ada',
  phases: string[] = [],
) => {
  const session = createSession({
    transport: await transportFor(name, relayed),
    authorize: () => ({ 'X-Visitor': visitor }),
    retryPolicy: { delayMs: 10, maxDelayMs: 20 },
    ...sealFor(relayed),
  })
  open.push(session.close)
  session.subscribe(({ state }) => void phases.push(state.phase))
  session.add(files)
  return session.finish()
}

/** The file as the recipient opens it. A receipt names a tus upload by its place at the relay. */
const opened = async (name: Name, relayed: Relayed, receipt: Receipt) => {
  const received = await relayed.received()
  const own = received.find(({ sha256 }) => sha256 === receipt.sealed.sha256)
  if (name !== 'tus') expect(own?.id).toBe(receipt.reference)
  return new Uint8Array(await relayed.plaintext(own?.id ?? ''))
}

describe('through the relay', () => {
  it.each(names)('a real document arrives whole, with a ticket and no secret: %s', async name => {
    const relayed = await start(name)
    const paths = [
      'samples/pdf/160F-2019.pdf',
      'samples/jpg/landscape_6.jpg',
      'samples/png/basn2c16.png',
    ]
    const files: File[] = []
    for (const path of name === 'dokstamp' ? paths.slice(0, 1) : paths)
      files.push(await sampleFile(path))
    const receipts = await sent(name, relayed, files)
    expect(receipts).toHaveLength(files.length)
    for (const [index, receipt] of receipts.entries()) {
      const original = new Uint8Array((await files[index]?.arrayBuffer()) ?? [])
      expect(await opened(name, relayed, receipt)).toEqual(original)
      const ticket = await relayed.verify(receipt.facts.ticket ?? '')
      if (name === 'tus') expect(ticket?.reference).toMatch(/^\/files\//)
      else expect(ticket?.reference).toBe(receipt.reference)
    }
    const said = await relayed.said()
    for (const secret of relayed.secrets) expect(said).not.toContain(secret)
  })

  it.each(names)('an answer that the page never gets leaves one file: %s', async name => {
    const relayed = await start(name)
    await relayed.dropNext(name === 'cryptshare' ? 'POST .*/files$' : 'POST')
    const phases: string[] = []
    const [receipt] = await sent(name, relayed, [pdfOf(30_000)], 'ada', phases)
    expect(await relayed.verify(receipt?.facts.ticket ?? '')).toBeDefined()
    expect(await relayed.received()).toHaveLength(1)
    expect(await relayed.orphans()).toBe(0)
    expect(await relayed.dropped()).toBe(1)
    // The browser sent it again by itself, and the page saw one request.
    expect(phases).not.toContain('retrying')
  })

  it('a transfer whose submit is answered to nobody is submitted once: cryptshare', async () => {
    const relayed = await start('cryptshare')
    await relayed.dropNext('POST .*/transfer-sessions/[^/]+$')
    const [receipt] = await sent('cryptshare', relayed, [pdfOf(1000)])
    expect(receipt?.facts.transfer).toBeDefined()
    expect(await relayed.received()).toHaveLength(1)
    expect(await relayed.dropped()).toBe(1)
  })

  // At DIDWW and at a plain endpoint nobody can look.
  const unseen: readonly Name[] = ['didww', 'http']
  it.each(names)('an answer that the relay never gets leaves one file: %s', async name => {
    const relayed = await start(name)
    await relayed.flip({ dropAnswer: { times: 1, on: 'upload' } })
    const sending = sent(name, relayed, [pdfOf(30_000)])
    if (unseen.includes(name)) await expect(sending).rejects.toMatchObject({ outcome: 'unknown' })
    else expect(await relayed.verify((await sending)[0]?.facts.ticket ?? '')).toBeDefined()
    expect(await relayed.received()).toHaveLength(1)
  })

  it.each(unseen)(
    'what nobody can look for goes again only when a person says so, and then it does: %s',
    async name => {
      const relayed = await start(name)
      await relayed.flip({ dropAnswer: { times: 1, on: 'upload' } })
      const session = createSession({
        transport: await transportFor(name, relayed),
        authorize,
        retryPolicy: { delayMs: 10, maxDelayMs: 20 },
        ...sealFor(relayed),
      })
      open.push(session.close)
      const phases: string[] = []
      session.subscribe(({ state }) => void phases.push(state.phase))
      session.add([pdfOf(2000)])
      await expect(session.settled()).rejects.toMatchObject({
        outcome: 'unknown',
        retryable: false,
      })
      expect(phases).not.toContain('retrying')
      session.retry()
      const [receipt] = await session.settled()
      expect(await relayed.verify(receipt?.facts.ticket ?? '')).toBeDefined()
      expect(await relayed.received()).toHaveLength(2)
    },
  )

  it.each(names)('nobody sends who is not known: %s', async name => {
    const relayed = await start(name)
    const session = createSession({
      transport: await transportFor(name, relayed),
      retryPolicy: { delayMs: 10, maxDelayMs: 20 },
      ...sealFor(relayed),
    })
    open.push(session.close)
    session.add([pdfOf(1000)])
    await expect(session.finish()).rejects.toMatchObject({ code: 'unauthorized' })
    expect(await relayed.received()).toEqual([])
  })

  it('DIDWW’s files are listed, shown and removed where allow names that', async () => {
    const relayed = await start('didww', { didww: ['list', 'get', 'remove'] })
    const [receipt] = await sent('didww', relayed, [pdfOf(1000)])
    const id = receipt?.reference ?? ''
    const own = didww({ endpoint: relayed.endpoint, authorize })
    expect((await own.list()).files.map(file => file.id)).toEqual([id])
    expect((await own.get(id)).id).toBe(id)
    await own.remove(id)
    await expect(own.get(id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('a DIDWW file is shown and removed with its ticket, and not without', async () => {
    const relayed = await start('didww')
    const [receipt] = await sent('didww', relayed, [pdfOf(1000)])
    const id = receipt?.reference ?? ''
    const ticket = receipt?.facts.ticket ?? ''
    const own = didww({ endpoint: relayed.endpoint, authorize })
    await expect(own.get(id)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(own.remove(id)).rejects.toMatchObject({ code: 'forbidden' })
    expect((await own.get(id, { ticket })).id).toBe(id)
    await own.remove(id, { ticket })
    await expect(own.get(id, { ticket })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('DokStamp’s files are listed, shown, changed, downloaded and removed where allow names that', async () => {
    const relayed = await start('dokstamp', {
      dokstamp: ['list', 'get', 'update', 'replace', 'remove', 'download'],
    })
    const [receipt] = await sent('dokstamp', relayed, [pdfOf(1000)])
    const uuid = receipt?.reference ?? ''
    const own = dokstamp({ endpoint: relayed.endpoint, authorize })
    expect((await own.list({ unused: true })).map(file => file.uuid)).toEqual([uuid])
    expect((await own.get(uuid)).size).toBe(receipt?.sealed.size)
    expect((await own.update(uuid, {})).uuid).toBe(uuid)
    expect((await own.replace(uuid, {})).uuid).toBe(uuid)
    expect((await own.download(uuid)).size).toBe(receipt?.sealed.size)
    await own.remove(uuid)
    expect(await own.list()).toEqual([])
  })

  it('Privasfer’s files, letters and keys are there where allow names them', async () => {
    const relayed = await start('privasfer', {
      privasfer: [
        'list',
        'get',
        'update',
        'remove',
        'createDownload',
        'inbox',
        'message',
        'mails',
        'sendMail',
        'createKey',
        'removeKey',
      ],
    })
    const [receipt] = await sent('privasfer', relayed, [pdfOf(1000)])
    const id = receipt?.reference ?? ''
    const own = privasfer({ endpoint: relayed.endpoint, authorize })
    expect((await own.list({ sort: 'size' })).map(file => file.id)).toEqual([id])
    expect((await own.get(id)).id).toBe(id)
    expect((await own.update(id, {})).id).toBe(id)
    expect((await own.createDownload([id])).files).toHaveLength(1)
    const [letter] = await own.inbox({ include: ['download'] })
    expect((await own.message(letter?.id ?? '')).id).toBe(letter?.id)
    await own.sendMail({ subject: 'x' })
    expect(await own.mails()).not.toEqual([])
    await expect(own.createKey('0')).rejects.toMatchObject({ code: 'refused' })
    await own.remove(id)
    expect(await relayed.received()).toEqual([])
  })

  it('all of a Cryptshare session works that is the caller’s own', async () => {
    const relayed = await start('cryptshare', { cryptshare: ['edit'] })
    const own = cryptshare({ endpoint: relayed.endpoint, authorize })
    expect(await own.corsActive()).toBe(true)
    expect((await own.verification()).methods).toContain('CLIENT_ID')
    expect((await own.policy(['anybody@example.net'])).allowed).toBe(true)
    await own.createSession()
    expect((await own.state()).files).toEqual([])
    await own.edit({ notificationMessage: { subject: 'Papers', body: 'Here they are.' } })
    await own.discardSession()
    await expect(own.requestCode()).rejects.toMatchObject({ code: 'forbidden' })
    await expect(own.newClientId()).rejects.toMatchObject({ code: 'forbidden' })
  })

  it.each(['privasfer', 'tus', 'cryptshare'] as const)(
    'what is cancelled is taken back, by its ticket or its signed id: %s',
    async name => {
      const relayed = await start(name)
      const session = createSession({
        transport: await transportFor(name, relayed),
        authorize,
        ...sealFor(relayed),
      })
      open.push(session.close)
      await relayed.flip({ stall: { at: 'answer', on: 'upload', times: 1 } })
      const [file] = session.add([pdfOf(1000)])
      await expect.poll(async () => (await relayed.received()).length, SOON).toBe(1)
      // The page has to know, too, that all bytes have left: before that it does not wait for what may still be stored.
      const phase = () => session.files[0]?.state.phase
      await expect.poll(phase, SOON).toMatch(name === 'cryptshare' ? /ing$/ : /^confirming$/)
      session.cancel(file?.id)
      await relayed.flip({ stall: false })
      await expect.poll(async () => (await relayed.received()).length, SOON).toBe(0)
    },
  )

  it('what is cancelled after it arrived at DIDWW is taken back, by its ticket', async () => {
    const relayed = await start('didww', { didww: ['list'] })
    const own = didww({ endpoint: relayed.endpoint, authorize })
    // Nothing is done before finish(): a file can be cancelled when it has arrived.
    const transport: Transport = { ...own, commit: async deliveries => deliveries }
    const session = createSession({ transport, authorize })
    open.push(session.close)
    const [cancelled] = session.add([pdfOf(1000), pdfOf(2000, 'kept.pdf')])
    await session.settled()
    expect(session.files.map(({ state }) => state.phase)).toEqual(['delivered', 'delivered'])
    session.cancel(cancelled?.id)
    const [kept] = await session.finish()
    const listed = async () => (await own.list()).files.map(({ id }) => id)
    await expect.poll(listed, SOON).toEqual([kept?.reference])
  })
})
