import { Decrypter, Encrypter } from 'age-encryption'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { open } from '../../src/open/index.ts'
import { identity, recipient, sealed } from './open-tools.ts'

afterEach(() => void vi.restoreAllMocks())

const original = new Uint8Array(200_000).fill(7)
const withoutRecord = async (): Promise<Uint8Array<ArrayBuffer>> => {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  return (await encrypter.encrypt(original)) as Uint8Array<ArrayBuffer>
}

describe.each([
  ['with a record', () => sealed(original)],
  ['without a record', withoutRecord],
])('opening a file %s', (_, make) => {
  it('gives nothing to who stops it before it begins', async () => {
    const signal = AbortSignal.abort(new Error('stopped'))
    const progress = vi.fn()
    const unwrap = vi.spyOn(Decrypter.prototype, 'decryptHeader')
    await expect(open(new Blob([await make()]), identity, { signal, progress })).rejects.toThrow(
      'stopped',
    )
    expect(unwrap).not.toHaveBeenCalled()
    expect(progress).not.toHaveBeenCalled()
  })

  it('gives nothing to who stops it at its last byte, and hashes nothing for them', async () => {
    const controller = new AbortController()
    const progress = (done: number, total: number): void => {
      if (done === total) controller.abort(new Error('stopped'))
    }
    const file = new Blob([await make()])
    const hash = vi.spyOn(crypto.subtle, 'digest')
    await expect(open(file, identity, { signal: controller.signal, progress })).rejects.toThrow(
      'stopped',
    )
    expect(hash).not.toHaveBeenCalled()
  })
})

it('who stops the opening while the record is checked gets nothing either', async () => {
  const controller = new AbortController()
  const file = new Blob([await sealed(original)])
  const digest = crypto.subtle.digest.bind(crypto.subtle)
  const hash = vi.spyOn(crypto.subtle, 'digest').mockImplementation((...asked) => {
    controller.abort(new Error('stopped'))
    return digest(...asked)
  })
  await expect(open(file, identity, { signal: controller.signal })).rejects.toThrow('stopped')
  expect(hash).toHaveBeenCalledOnce()
})
