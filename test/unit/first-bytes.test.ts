import { describe, expect, it } from 'vitest'
import { backgroundJob } from '../../src/core/abort.ts'
import { generateIdentity, recipientOf } from '../../src/open/index.ts'
import { beginsSealed } from '../../src/seal/first-bytes.ts'
import { didwwScheme } from '../../src/seal/schemes/didww.ts'
import { wrapPdf } from '../../src/seal/wrap/pdf.ts'
import { ageScheme } from '../age/scheme.ts'
import { rsaKey } from './rsa-key.ts'

const PDF = '%PDF-1.7 words'
const plain = { blob: new Blob([PDF]), name: 'a.pdf', type: 'application/pdf', remarks: [] }

const sealedBy = {
  age: async (postQuantum: boolean) => {
    const recipients = [await recipientOf(await generateIdentity({ postQuantum }))]
    const spec = { scheme: 'age', recipients } as const
    return (await ageScheme.seal(plain, spec, backgroundJob)).body
  },
  didww: async () => {
    const publicKeys = [rsaKey(), rsaKey()] as const
    return (await didwwScheme.seal(plain, { scheme: 'didww', publicKeys }, backgroundJob)).body
  },
}

const picture = (...bytes: readonly number[]): Blob => new Blob([Uint8Array.from(bytes)])
const documents: readonly (readonly [string, Blob])[] = [
  ['a PDF', plain.blob],
  ['a PDF behind other words', new Blob(['x'.repeat(1019), PDF])],
  ['a JPG', picture(0xff, 0xd8, 0xff, 0xe0, 0, 16)],
  ['a PNG', picture(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)],
]

describe('a body begins as its scheme makes it', () => {
  it.each([false, true])('with age, post-quantum: %s', async postQuantum => {
    const body = await sealedBy.age(postQuantum)
    expect(await beginsSealed(body, { scheme: 'age' })).toBe(true)
    expect(await beginsSealed(body, { scheme: 'age', wrap: 'pdf' })).toBe(false)
  })

  it('with age in a PDF', async () => {
    const body = wrapPdf(await sealedBy.age(false))
    expect(await beginsSealed(body, { scheme: 'age', wrap: 'pdf' })).toBe(true)
    expect(await beginsSealed(body, { scheme: 'age' })).toBe(false)
  })

  it('with the keys of DIDWW', async () => {
    expect(await beginsSealed(await sealedBy.didww(), { scheme: 'didww' })).toBe(true)
  })
})

describe.each(documents)('%s is no sealed body', (_name, document) => {
  it.each([{ scheme: 'age' }, { scheme: 'age', wrap: 'pdf' }, { scheme: 'didww' }] as const)(
    'of %o',
    async seal => {
      expect(await beginsSealed(document, seal)).toBe(false)
    },
  )
})

it('a document in our wrapper is no sealed body', async () => {
  expect(await beginsSealed(wrapPdf(plain.blob), { scheme: 'age', wrap: 'pdf' })).toBe(false)
})

it.each(['', 'age-encryption.org/v1', 'age-encryption.org/v2\n-> X25519 a\n'])(
  '%j is no body of age',
  async text => {
    expect(await beginsSealed(new Blob([text]), { scheme: 'age' })).toBe(false)
  },
)

it('of a file that is not sealed nothing is asked', async () => {
  expect(await beginsSealed(plain.blob, { scheme: 'none' })).toBe(true)
})
