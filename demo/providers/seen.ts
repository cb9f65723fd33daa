import { createHash } from 'node:crypto'
import type { Opened } from '../../src/sandbox/didww/opening.ts'
import type { ReceivedDidww } from '../../src/sandbox/didww/sandbox.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import type { Fact, Seen } from './provider.ts'

const HEAD_BYTES = 64
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
const numbers = new Intl.NumberFormat('en')

const typeOf = (bytes: Buffer): string => {
  const head = bytes.toString('latin1', 0, 1024)
  if (head.includes('%PDF-')) return 'PDF'
  if (head.startsWith('\xff\xd8\xff')) return 'JPG'
  return head.startsWith('\x89PNG') ? 'PNG' : 'something else'
}

/** What any sandbox holds, and what its recipient's key makes of it. */
export const seenIn = (sandbox: Sandbox): Promise<readonly Seen[]> =>
  Promise.all(
    sandbox.received().map(async ({ id, wireName, size }): Promise<Seen> => {
      const body = sandbox.sealed(id)
      const head = body.toString('hex', 0, HEAD_BYTES)
      const upload = { id, wireName, size, head, sealedSha256: sha256(body) }
      const name = 'The recipient’s key'
      try {
        const plain = await sandbox.plaintext(id)
        const text = `opens it to ${numbers.format(plain.length)} bytes: ${typeOf(plain)}`
        return { ...upload, sha256: sha256(plain), facts: [{ name, text, isGood: true }] }
      } catch {
        return { ...upload, facts: [{ name, text: 'does not open it', isGood: false }] }
      }
    }),
  )

const openedWith = (name: string, opened: Opened): Fact =>
  'error' in opened
    ? { name, text: `does not open it: ${opened.error}`, isGood: false }
    : { name, text: `opens it to ${numbers.format(opened.size)} bytes`, isGood: true }

/** DIDWW's says more: it has two keys, and somebody who looks. */
export const seenByDidww = (received: ReceivedDidww): Seen => {
  const { openedWithA: a, openedWithB: b, verification, ...upload } = received
  return {
    id: upload.id,
    wireName: upload.wireName,
    size: upload.size,
    head: upload.head,
    sealedSha256: upload.sha256,
    ...('sha256' in a && 'sha256' in b && a.sha256 === b.sha256 && { sha256: a.sha256 }),
    facts: [
      { name: 'Sealed for', text: upload.fingerprint.split(':::').join(' ') },
      openedWith('Key A', a),
      openedWith('Key B', b),
      { name: 'Verification', text: verification.why, isGood: verification.ok },
    ],
  }
}
