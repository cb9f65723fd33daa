import { createHash } from 'node:crypto'
import { Encrypter } from 'age-encryption'
import { describe, expect, it, vi } from 'vitest'
import { backgroundJob } from '../../src/core/abort.ts'
import { SealDropError } from '../../src/core/errors.ts'
import { openDocument, troubleOf } from '../../src/desk/opening.ts'
import { en } from '../../src/desk/strings/en.ts'
import { identity, recipient } from './open-tools.ts'

const MIB = 1024 * 1024

describe('a document at the desk', () => {
  it('is hashed where it carries no record, a large one without being read whole', async () => {
    const plain = new Uint8Array(65 * MIB)
    const encrypter = new Encrypter()
    encrypter.addRecipient(recipient)
    const file = new Blob([new Uint8Array(await encrypter.encrypt(plain))])
    const read = vi.spyOn(Blob.prototype, 'arrayBuffer')
    try {
      const { sha256 } = await openDocument(file, [{ opener: identity }], backgroundJob)
      expect(sha256).toBe(createHash('sha256').update(plain).digest('hex'))
      const sizes = read.mock.contexts.map(blob => (blob as Blob).size)
      expect(Math.max(...sizes)).toBeLessThan(16 * MIB)
    } finally {
      read.mockRestore()
    }
  }, 60_000)

  it.each([
    [new SealDropError('unsupported', '', { details: { workFactor: 20 } }), 'age command'],
    [new SealDropError('unsupported', '', { details: { found: 'PDF' } }), 'A PDF'],
    [new SealDropError('unsupported', ''), 'Not a sealed file'],
    [new SealDropError('no-identity', ''), 'for someone else'],
    [new SealDropError('no-identity', '', { details: { needs: 'hardware' } }), 'npx sealdrop open'],
    [new SealDropError('unreadable', ''), 'could not be read'],
    [new DOMException('', 'NotFoundError'), 'could not be read'],
    [new SealDropError('seal-failed', ''), 'could not be opened'],
    [new RangeError(), 'could not be opened'],
  ])('that does not open says why: %o', (thrown, words) => {
    const trouble = troubleOf(thrown)
    expect(trouble && en.trouble[trouble]).toContain(words)
  })

  it('that was stopped says nothing', () => {
    expect(troubleOf(new DOMException('', 'AbortError'))).toBeUndefined()
  })
})
