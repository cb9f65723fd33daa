import { createHash } from 'node:crypto'
import { startDidww } from './sandbox/didww.ts'
import type { Opened } from './sandbox/didww-opening.ts'
import { startHttp } from './sandbox/http.ts'

/** One upload as the playground shows it. */
export interface Seen {
  readonly id: string
  readonly wireName: string
  /** Bytes that came. */
  readonly size: number
  /** The first of them, hex. */
  readonly head: string
  /** SHA-256 of what the recipient's key opened it to; absent where it did not open. */
  readonly sha256?: string
  readonly facts: readonly Fact[]
}

export interface Fact {
  readonly name: string
  readonly text: string
  readonly isGood?: boolean
}

/** A provider's local sandbox, and how a page uses it. */
export interface Provider {
  readonly name: string
  readonly title: string
  readonly about: string
  /** Origin. */
  readonly url: string
  readonly endpoint: string
  /** What the page's `authorize` gives where there is no relay. Good for this sandbox, and nothing else. */
  readonly headers: Readonly<Record<string, string>>
  /** Further attributes of the element. */
  readonly attributes: Readonly<Record<string, string>>
  seen(): Promise<readonly Seen[]>
  close(): Promise<void>
}

const HEAD_BYTES = 64
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
const numbers = new Intl.NumberFormat('en')

const typeOf = (bytes: Buffer): string => {
  const head = bytes.toString('latin1', 0, 1024)
  if (head.includes('%PDF-')) return 'PDF'
  if (head.startsWith('\xff\xd8\xff')) return 'JPG'
  return head.startsWith('\x89PNG') ? 'PNG' : 'something else'
}

/** What the sandboxes of everybody who takes age have in common. */
interface AgeSandbox {
  received(): readonly { readonly id: string; readonly wireName: string; readonly size: number }[]
  sealed(id: string): Buffer
  plaintext(id: string): Promise<Buffer>
}

const seenWithAge = async (sandbox: AgeSandbox): Promise<readonly Seen[]> =>
  Promise.all(
    sandbox.received().map(async ({ id, wireName, size }): Promise<Seen> => {
      const head = sandbox.sealed(id).toString('hex', 0, HEAD_BYTES)
      const upload = { id, wireName: wireName || 'nothing', size, head }
      try {
        const plain = await sandbox.plaintext(id)
        const text = `opens it to ${numbers.format(plain.length)} bytes: ${typeOf(plain)}`
        const facts = [{ name: 'The recipient’s key', text, isGood: true }]
        return { ...upload, sha256: sha256(plain), facts }
      } catch {
        const text = 'does not open it'
        return { ...upload, facts: [{ name: 'The recipient’s key', text, isGood: false }] }
      }
    }),
  )

const startDidwwProvider = async (modulusLength: number): Promise<Provider> => {
  const sandbox = await startDidww({ modulusLength })
  const opened = (name: string, with_: Opened): Fact =>
    'error' in with_
      ? { name, text: `does not open it: ${with_.error}`, isGood: false }
      : { name, text: `opens it to ${numbers.format(with_.size)} bytes`, isGood: true }
  return {
    name: 'didww',
    title: 'DIDWW',
    about:
      'Encrypted for DIDWW’s two public keys. The sandbox holds both private keys, and opens what it gets with each.',
    url: sandbox.url,
    endpoint: sandbox.endpoint,
    headers: { 'Api-Key': sandbox.apiKey },
    attributes: {},
    seen: async () =>
      sandbox.received().map(({ openedWithA: a, openedWithB: b, verification, ...upload }) => ({
        ...{ id: upload.id, wireName: upload.wireName, size: upload.size, head: upload.head },
        ...('sha256' in a && 'sha256' in b && a.sha256 === b.sha256 && { sha256: a.sha256 }),
        facts: [
          { name: 'Sealed for', text: upload.fingerprint.split(':::').join(' ') },
          opened('Key A', a),
          opened('Key B', b),
          { name: 'Verification', text: verification.why, isGood: verification.ok },
        ],
      })),
    close: sandbox.close,
  }
}

const startHttpProvider = async (): Promise<Provider> => {
  const sandbox = await startHttp()
  return {
    name: 'http',
    title: 'Plain HTTP',
    about:
      'Encrypted with age. Any server that takes a form’s upload will do; this one keeps what it gets.',
    url: sandbox.url,
    endpoint: sandbox.endpoint,
    headers: { Authorization: `Bearer ${sandbox.token}` },
    attributes: { recipients: sandbox.recipient, options: '{"reference":{"json":"data.id"}}' },
    seen: () => seenWithAge(sandbox),
    close: sandbox.close,
  }
}

/** Starts every provider's sandbox, each on an origin of its own. */
export const startProviders = (modulusLength: number): Promise<readonly Provider[]> =>
  Promise.all([startDidwwProvider(modulusLength), startHttpProvider()])
