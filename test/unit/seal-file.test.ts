import { describe, expect, it } from 'vitest'
import { backgroundJob } from '../../src/core/abort.ts'
import type { KemShare, SealSpec } from '../../src/core/contracts.ts'
import { readRecipients } from '../../src/core/recipient.ts'
import { recipientFingerprint } from '../../src/core/recipient-fingerprint.ts'
import { generateIdentity, type Identity, open, recipientOf } from '../../src/open/index.ts'
import { shareFor } from '../../src/seal/kem/kem.ts'
import { ageScheme } from '../../src/seal/schemes/age/age.ts'
import { base64 } from '../../src/seal/schemes/age/stanza.ts'
import { noneScheme } from '../../src/seal/schemes/none.ts'
import { sealFile } from '../../src/seal/seal.ts'
import type { Args } from '../../src/thread/protocol.ts'
import type { Thread } from '../../src/thread/thread.ts'
import { CARD } from '../age/card.ts'

const identity = await generateIdentity()
const recipient = await recipientOf(identity)
const hybridIdentity = await generateIdentity({ postQuantum: true })
const hybrid = await recipientOf(hybridIdentity)

const CARD_IDENTITY: Identity = { unwrapFileKey: async stanzas => CARD.fileKeyIn(stanzas) }

const sharesIn = (given: Args<'seal'> | undefined): readonly KemShare[] =>
  (given?.keys ?? []).filter((one): one is KemShare => !(one instanceof Uint8Array))
const anyKeys = { key: expect.any(Uint8Array), nonce: expect.any(Uint8Array) }

const hash = async (blob: Blob): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()))

const specFor = (text: string) => {
  const keys = readRecipients([text]).map(([, { key }]) => key)
  return { scheme: 'age', recipients: [text], keys } as const
}

/** The worker's side of a call, without a worker. */
const createThread = () => {
  const calls: Args<'seal'>[] = []
  const seal = async (given: Args<'seal'>) => {
    calls.push(given)
    const { blob, plain, spec, keys = [] } = given
    if (spec.scheme === 'age')
      return ageScheme.seal({ ...plain, blob }, { ...spec, keys }, backgroundJob)
    if (spec.scheme === 'none')
      return noneScheme(hash).seal({ ...plain, blob }, spec, backgroundJob)
    throw new Error('no such scheme here')
  }
  const thread = {
    call: (method: string, given: Args<'seal'>) => {
      expect(method).toBe('seal')
      return seal(given)
    },
    close: () => {},
  }
  return { calls, thread: thread as unknown as Thread }
}

const content = '%PDF-1.7 words'
const plain = {
  blob: new Blob([content]),
  name: 'pass.pdf',
  type: 'application/pdf',
  remarks: [],
}
const sealAs = (spec: SealSpec, thread: Thread = createThread().thread) =>
  sealFile(thread, 'file-1', plain, spec, 'original', backgroundJob)

describe('a sealed file', () => {
  it('says what it is, who opens it, and that its bytes are authenticated', async () => {
    const { parcel } = await sealAs({ scheme: 'age', recipients: [recipient] })
    expect(parcel).toStrictEqual({
      id: 'file-1',
      key: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: expect.stringMatching(/^pass-[0-9a-f]{8}\.pdf\.age$/),
      body: expect.any(Blob),
      size: parcel.body.size,
      scheme: 'age',
      recipients: [await recipientFingerprint(recipient)],
      authenticated: true,
      facts: {},
    })
    expect(parcel.recipients[0]).toMatch(/^([0-9a-f]{4} ){4}[0-9a-f]{4}$/)
  })

  it('cannot be changed by a transport', async () => {
    const { parcel } = await sealAs({ scheme: 'age', recipients: [recipient] })
    for (const thing of [parcel, parcel.facts, parcel.recipients])
      expect(Object.isFrozen(thing)).toBe(true)
  })

  it('is opened to what was chosen, wrapped or not', async () => {
    for (const wrap of [undefined, 'pdf'] as const) {
      const spec = { scheme: 'age', recipients: [recipient], ...(wrap && { wrap }) } as const
      const { parcel, digests } = await sealAs(spec)
      expect(parcel.wrap).toBe(wrap)
      expect(parcel.name.endsWith(wrap ? '.pdf' : '.age')).toBe(true)
      const start = wrap ? '%PDF-' : 'age-encryption.org/v1'
      expect(await parcel.body.slice(0, start.length).text()).toBe(start)
      expect(await (await open(parcel.body, identity)).file.text()).toBe(content)
      expect(Object.keys(await digests)).toEqual(['digest'])
    }
  })

  it.each([
    ['a post-quantum recipient', [hybrid], hybridIdentity, 'mlkem768x25519'],
    ['a key in hardware', [CARD.classic], CARD_IDENTITY, 'p256tag'],
    ['a post-quantum key in hardware', [CARD.hybrid], CARD_IDENTITY, 'mlkem768p256tag'],
  ])('for %s takes a share that is wiped afterwards', async (_, recipients, opener, type) => {
    const { calls, thread } = createThread()
    const { parcel } = await sealAs({ scheme: 'age', recipients }, thread)
    expect(await (await open(parcel.body, opener)).file.text()).toBe(content)
    const [share, ...rest] = sharesIn(calls[0])
    expect(rest).toEqual([])
    expect(share?.args[0]).toBe(type)
    expect(new Set(share?.key)).toEqual(new Set([0]))
  })

  it('needs no shares for classic recipients, and their order is kept', async () => {
    const { calls, thread } = createThread()
    await sealAs({ scheme: 'age', recipients: [recipient] }, thread)
    expect(sharesIn(calls[0])).toEqual([])
    await sealAs({ scheme: 'age', recipients: [CARD.classic, recipient] }, thread)
    expect(calls[1]?.keys).toEqual([
      { args: ['p256tag', expect.any(String), expect.any(String)], ...anyKeys },
      expect.any(Uint8Array),
    ])
    expect(Object.keys(calls[0]?.plain ?? {})).toEqual(['name', 'type', 'remarks'])
  })

  it.each([
    ['nobody', [], 'no-recipient'],
    ['an empty recipient', [''], 'bad-recipient'],
    ['a wrong letter', [recipient.replace('age1', 'age1q')], 'bad-recipient'],
    ['a secret key', [identity], 'bad-recipient'],
    ['a good one and a bad one', [recipient, 'age1wrong'], 'bad-recipient'],
  ])('is never asked of the worker for %s', async (_, recipients, code) => {
    const { calls, thread } = createThread()
    await expect(sealAs({ scheme: 'age', recipients }, thread)).rejects.toMatchObject({ code })
    expect(calls).toEqual([])
  })

  it('wipes its shares also where sealing fails', async () => {
    const keys: Uint8Array[] = []
    const thread = {
      call: async (_: string, given: Args<'seal'>) => {
        for (const { key } of sharesIn(given)) keys.push(key)
        throw new Error('the worker died')
      },
      close: () => {},
    } as unknown as Thread
    await expect(sealAs({ scheme: 'age', recipients: [hybrid] }, thread)).rejects.toThrow('died')
    expect(keys).toHaveLength(1)
    for (const key of keys) expect(new Set(key)).toEqual(new Set([0]))
  })
})

describe('a file that is not sealed, because somebody chose so', () => {
  it('is itself, for nobody in particular, and not authenticated', async () => {
    const { parcel, digests } = await sealAs({ scheme: 'none', because: 'it is public' })
    expect(await parcel.body.text()).toBe(content)
    expect(parcel).toMatchObject({ scheme: 'none', recipients: [], authenticated: false })
    expect('wrap' in parcel).toBe(false)
    const { digest, bodyDigest } = await digests
    expect(digest).toMatch(/^[0-9a-f]{64}$/)
    expect(bodyDigest).toBe(digest)
  })
})

it('the secret that a share is made of is wiped, and the share is not', async () => {
  const secret = new Uint8Array(32).fill(7)
  const ciphertext = new Uint8Array(1120).fill(5)
  const of = { type: 'mlkem768x25519', key: new Uint8Array(1216) } as const
  const share = await shareFor(of, async () => ({ ciphertext, secret }))
  expect(new Set(secret)).toEqual(new Set([0]))
  expect(share.args).toEqual(['mlkem768x25519', base64(ciphertext)])
  expect(new Set(share.key)).not.toEqual(new Set([0]))
})

it.each([
  ['post-quantum', hybrid],
  ['in hardware', CARD.classic],
  ['in hardware, post-quantum', CARD.hybrid],
])('a recipient without its share gets nothing: %s', async (_, text) => {
  await expect(ageScheme.seal(plain, specFor(text), backgroundJob)).rejects.toMatchObject({
    code: 'bad-recipient',
  })
})

it('the worker itself seals nothing for nobody', async () => {
  const spec = { ...specFor(recipient), keys: [] }
  await expect(ageScheme.seal(plain, spec, backgroundJob)).rejects.toMatchObject({
    code: 'no-recipient',
  })
})

it.each(['n'.repeat(3000), '護'.repeat(900), '"'.repeat(900)])(
  'a name that is too long for the record is cut, and not by more than needed: %.3s…',
  async name => {
    const spec = specFor(recipient)
    const { body } = await ageScheme.seal({ ...plain, name }, spec, backgroundJob)
    const { record } = await open(body, identity)
    expect(record?.name.length).toBeLessThan(name.length)
    expect(name.startsWith(record?.name ?? '?')).toBe(true)
    const bytes = new TextEncoder().encode(JSON.stringify(record)).length
    expect(bytes).toBeLessThanOrEqual(1024)
    expect(bytes).toBeGreaterThan(1000)
  },
)

it('a record that is too long without a name, too, seals nothing', async () => {
  const spec = specFor(recipient)
  const long = { ...plain, type: 'x'.repeat(1100) }
  await expect(ageScheme.seal(long, spec, backgroundJob)).rejects.toThrow(RangeError)
})

it('the schemes go by the names that the worker is asked with', () => {
  expect([ageScheme.name, noneScheme(hash).name]).toEqual(['age', 'none'])
})
