import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { PrivasferTransport } from '../../src/providers/privasfer/transport.ts'
import { type Desk, openDesk } from './privasfer-tools.ts'
import { failureOf } from './transport.ts'

let desk: Desk
let account: PrivasferTransport
beforeAll(async () => {
  desk = await openDesk()
  account = desk.transport()
})
afterEach(() => desk.clean())
afterAll(() => desk.close())

const MISSING = '00000000-0000-4000-8000-000000000000'

describe('the files of an account', () => {
  it('are listed, sorted either way, searched, and with their category', async () => {
    for (const [name, size] of [
      ['b.pdf', 20],
      ['a.pdf', 30],
      ['c.png', 10],
    ] as const)
      await desk.sandbox.put(name, size)
    const names = async (...[query]: Parameters<typeof account.list>) =>
      (await account.list(query)).map(({ fullFilename }) => fullFilename)
    expect(await names()).toEqual(['b.pdf', 'a.pdf', 'c.png'])
    expect(await names({ sort: 'filename_original' })).toEqual(['a.pdf', 'b.pdf', 'c.png'])
    expect(await names({ sort: '-size' })).toEqual(['a.pdf', 'b.pdf', 'c.png'])
    expect(await names({ sort: '-created_at' })).toEqual(['c.png', 'a.pdf', 'b.pdf'])
    expect(await names({ keyword: 'pdf', sort: 'size' })).toEqual(['b.pdf', 'a.pdf'])
    const [plain] = await account.list()
    const [file] = await account.list({ include: ['category'] })
    expect(plain?.category).toBe(undefined)
    expect(file?.category).toEqual({ id: 1, name: 'Documents' })
  })

  it('are shown with what the service says of them, those in the trash as such', async () => {
    const id = await desk.sandbox.put('Contract 護照.pdf', 1000, true)
    expect(await account.get(id)).toEqual({
      id,
      filename: 'Contract 護照',
      extension: 'pdf',
      fullFilename: 'Contract 護照.pdf',
      type: 'application/octet-stream',
      size: 1000,
      encryptedSize: expect.any(Number),
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
      trashed: true,
    })
  })

  it('are never shown out of the browser’s cache, where they might stay for eight hours', async () => {
    expect(await account.list()).toEqual([])
    const id = await desk.sandbox.put('new.pdf', 10)
    expect(await account.list()).toHaveLength(1)
    await account.get(id)
    await account.update(id, { filename: 'newer' })
    expect((await account.get(id)).filename).toBe('newer')
    const answer = await fetch(`${desk.sandbox.endpoint}/files`, {
      headers: { Accept: 'application/json', Authorization: `Bearer ${desk.sandbox.token}` },
    })
    expect(answer.headers.get('cache-control')).toBe('public, max-age=28800')
  })

  for (const patched of ['shown', 'not shown'] as const)
    it(`can be changed; the new state is told, ${patched} in the answer or not`, async () => {
      await desk.sandbox.flip({ patched })
      const id = await desk.sandbox.put('a.pdf', 10)
      expect(await account.update(id, { filename: 'b' })).toMatchObject({ id, filename: 'b' })
      const sent = (await desk.sandbox.requests()).find(({ method }) => method === 'PATCH')
      expect(JSON.parse(new TextDecoder().decode(sent?.body))).toEqual({ filename: 'b' })
    })

  for (const removed of [204, 200] as const)
    it(`can be deleted, with ${removed}`, async () => {
      await desk.sandbox.flip({ removed })
      const id = await desk.sandbox.put('a.pdf', 10)
      await account.remove(id)
      expect(await desk.sandbox.received()).toEqual([])
    })

  it('that are not there are "not-found"', async () => {
    const { get, remove, message, removeKey } = account
    const update = (id: string) => account.update(id, {})
    for (const ask of [get, update, remove, message, removeKey])
      expect((await failureOf(ask(MISSING))).code).toBe('not-found')
  })

  it('are asked for by their id and nothing else: no id leads to another path', async () => {
    for (const id of ['', '../keys', 'a/b', 'a?b', 'a%2fb', 'x'.repeat(101)])
      for (const ask of [account.get, account.remove, account.message, account.removeKey])
        expect((await failureOf(ask(id))).code).toBe('misconfigured')
    expect((await failureOf(account.createDownload(['../x']))).code).toBe('misconfigured')
    expect(await desk.sandbox.requests()).toEqual([])
  })
})

describe('a download', () => {
  it('is made of files, works once, with a key, and for one minute', async () => {
    const { sandbox } = desk
    const ids = [await sandbox.put('a.pdf', 10), await sandbox.put('b.pdf', 20)]
    const download = await account.createDownload(ids)
    expect(download.files.map(({ id }) => id)).toEqual(ids)
    const { key, expiresAt } = await account.createKey(sandbox.pin)
    expect(key).toHaveLength(32)
    expect(expiresAt).toBeTruthy()
    expect(await sandbox.fetchDownload(download.id, 'no-key')).toBe('no key')
    expect(await sandbox.fetchDownload(MISSING, key)).toBe('unknown')
    expect(await sandbox.fetchDownload(download.id, key)).toBe('done')
    expect(await sandbox.fetchDownload(download.id, key)).toBe('used')
    const late = await account.createDownload(ids)
    await sandbox.advance(60_000)
    expect(await sandbox.fetchDownload(late.id, key)).toBe('expired')
  })

  for (const invalid of [422, 400] as const)
    it(`of no file, or of one that is not there, is refused with ${invalid}`, async () => {
      await desk.sandbox.flip({ invalid })
      expect(await failureOf(account.createDownload([]))).toMatchObject({
        code: 'refused',
        provider: { status: invalid, code: 'files', message: 'The files field is required.' },
      })
      expect((await failureOf(account.createDownload([MISSING]))).code).toBe('refused')
    })
})

describe('a temporary key', () => {
  it('opens downloads for one hour, or until it is removed', async () => {
    const { sandbox } = desk
    const id = await sandbox.put('a.pdf', 10)
    const [first, second] = [
      await account.createKey(sandbox.pin),
      await account.createKey(sandbox.pin),
    ]
    const { id: download } = await account.createDownload([id])
    await account.removeKey(first.key)
    expect(await sandbox.fetchDownload(download, first.key)).toBe('no key')
    await sandbox.advance(3_600_000)
    expect(await sandbox.fetchDownload(download, second.key)).toBe('no key')
  })

  it('is refused for a wrong PIN, which no error repeats', async () => {
    const error = await failureOf(account.createKey('0815'))
    expect(error).toMatchObject({
      code: 'refused',
      provider: { code: 'pin', message: 'Invalid PIN.' },
    })
    expect(JSON.stringify([error, error.message])).not.toContain('0815')
    const paths = (await desk.sandbox.requests()).map(({ path }) => path)
    expect(paths.join()).not.toContain('0815')
  })
})

describe('inbox and mails', () => {
  it('list what came, sorted and searched', async () => {
    const messages = await account.inbox({ sort: '-received_at' })
    expect(messages.map(({ subject }) => subject)).toEqual(['An invoice', 'Your contract'])
    expect(messages[0]).toMatchObject({ opened: true, receivedAt: '2026-01-03 00:00:00' })
    expect(await account.inbox({ keyword: 'contract' })).toHaveLength(1)
  })

  it('show one message with what was asked for, and its HTML as plain text', async () => {
    const [id = ''] = await desk.sandbox.inbox()
    const bare = await account.message(id)
    expect(bare.download).toBe(undefined)
    expect(bare.body).toContain('<script>')
    expect(bare.sender).toEqual({ name: 'Erika Mustermann', email: 'erika@example.com' })
    const whole = await account.message(id, { include: ['download.files', 'author'] })
    expect(whole.download?.files).toMatchObject([{ fullFilename: 'contract.pdf' }])
    expect(whole.author).toEqual({ name: 'Erika Mustermann' })
  })

  it('list what was sent, and pass on what a mail is sent with', async () => {
    const fields = { subject: 'News', recipient_email: 'anna@example.com', files: [MISSING] }
    expect(await account.sendMail(fields)).toMatchObject({ subject: 'News' })
    expect(await desk.sandbox.sent()).toEqual([fields])
    const mails = await account.mails({ sort: '-created_at', include: ['download'] })
    expect(mails).toMatchObject([
      { subject: 'News', recipientEmail: 'anna@example.com', status: 'success' },
      { subject: 'Our offer' },
    ])
    expect(mails[0]?.download?.id).toBeTruthy()
  })
})
