import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { parseLimits } from '../../src/intake/limits.ts'
import { judgeContent } from '../../src/intake/rules.ts'
import { oracle } from '../oracle.ts'
import { bytes, sample, walk } from './intake-build.ts'

const qpdf = oracle('qpdf')
const openssl = oracle('openssl')

const folder = mkdtempSync(join(tmpdir(), 'sealdrop-'))
afterAll(() => rmSync(folder, { recursive: true }))
const path = join(folder, 'one.pdf')
const original = join(import.meta.dirname, '..', 'samples', 'pdf', 'doc_1_3_pages.pdf')

const remarksOf = async (content: Uint8Array<ArrayBuffer>): Promise<readonly string[]> => {
  const { damage, remarks } = await walk(content)
  expect(damage).toBeUndefined()
  return remarks
}

/** What qpdf says of a protected file: 0 stands for "asks for a password", 3 for "the empty one opens it". */
const byQpdf = (content: Uint8Array): string => {
  writeFileSync(path, content)
  const { status } = spawnSync(qpdf, ['--requires-password', path])
  return { 0: 'password-needed', 3: 'encrypted' }[status ?? -1] ?? `status ${status}`
}

const encryptions = {
  'R2, RC4': ['40'],
  'R3, RC4': ['128', '--use-aes=n'],
  'R4, RC4': ['128', '--force-V4'],
  'R4, AES': ['128', '--use-aes=y'],
  R5: ['256', '--force-R5', '--allow-insecure'],
  R6: ['256', '--allow-insecure'],
}
const passwords = {
  'the user has a password': ['geheim', 'secret'],
  'nobody but the owner has a password': ['', 'secret'],
  'the user has a password and the owner has none': ['geheim', ''],
}
const shapes = {
  'an xref table': ['--object-streams=disable'],
  'an xref stream': ['--object-streams=generate'],
  'a linearized file': ['--linearize'],
  'clear metadata': ['--cleartext-metadata'],
}

describe('a PDF asks for a password if qpdf says so', () => {
  let asking = 0
  let open = 0
  for (const [revision, options] of Object.entries(encryptions))
    for (const [who, [user = '', owner = '']] of Object.entries(passwords))
      for (const [what, shape] of Object.entries(shapes)) {
        const isClear = what === 'clear metadata'
        if (isClear && /^R[23]/.test(revision)) continue // there is no such thing before revision 4
        it(`${revision}: ${who}, ${what}`, async () => {
          const inner = isClear ? [...options, ...shape] : options
          const outer = isClear ? [] : shape
          const words = ['--encrypt', user, owner, ...inner, '--', ...outer, original, path]
          execFileSync(qpdf, ['--allow-weak-crypto', ...words])
          const content = Uint8Array.from(readFileSync(path))
          const verdict = byQpdf(content)
          expect(await remarksOf(content)).toEqual([verdict])
          if (verdict === 'password-needed') asking++
          else open++
        })
      }

  it('some of them do and others do not', () => {
    expect(asking).toBeGreaterThan(20)
    expect(open).toBeGreaterThan(20)
  })
})

const PADDING = Buffer.from(
  '28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a',
  'hex',
)
const ID = '00112233445566778899aabbccddeeff'

const md5 = (input: Buffer, times: number): Buffer => {
  let digest = input
  for (let left = times; left > 0; left--) digest = createHash('md5').update(digest).digest()
  return digest
}
const rc4 = (key: Buffer, input: Buffer): Buffer =>
  execFileSync(
    openssl,
    [
      'enc',
      key.length === 5 ? '-rc4-40' : '-rc4',
      ...['-K', key.toString('hex'), '-nosalt', '-provider', 'legacy', '-provider', 'default'],
    ],
    { input, stdio: ['pipe', 'pipe', 'ignore'] },
  )

/** The `/O` and `/U` of a document whose owner has the empty password and whose user has another. No program at hand makes one. */
const emptyOwner = (revision: 2 | 3): string => {
  const isLater = revision === 3
  const length = isLater ? 16 : 5
  const rounds = Array.from({ length: isLater ? 20 : 1 }, (_, round) => round)
  const all = (key: Buffer, text: Buffer): Buffer =>
    rounds.reduce((input, round) => rc4(Buffer.from(key.map(byte => byte ^ round)), input), text)
  const user = Buffer.concat([Buffer.from('geheim'), PADDING]).subarray(0, 32)
  const O = all(md5(PADDING, isLater ? 51 : 1).subarray(0, length), user)
  const id = Buffer.from(ID, 'hex')
  const whole = Buffer.concat([user, O, Buffer.from('fcffffff', 'hex'), id])
  const key = md5(whole, isLater ? 51 : 1).subarray(0, length)
  const U = all(key, isLater ? md5(Buffer.concat([PADDING, id]), 1) : PADDING)
  const hex = (value: Buffer): string => value.toString('hex').padEnd(64, '0')
  return `/V ${revision - 1}/R ${revision}/Length ${length * 8}/P -4/O<${hex(O)}>/U<${hex(U)}>`
}

/** A PDF with this encryption dictionary, and what else belongs into its trailer. */
const pdf = (encryption: string, trailer = `/ID[<${ID}><${ID}>]`): Uint8Array<ArrayBuffer> => {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[]/Count 0>>',
    `<<${encryption}>>`,
  ]
  let text = '%PDF-1.7\n'
  const entries = objects.map((object, at) => {
    const entry = `${String(text.length).padStart(10, '0')} 00000 n \n`
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return entry
  })
  const table = `xref\n0 4\n0000000000 65535 f \n${entries.join('')}`
  const end = `trailer\n<</Size 4/Root 1 0 R/Encrypt 3 0 R${trailer}>>\nstartxref\n${text.length}\n%%EOF\n`
  return bytes(text + table + end)
}

describe('a PDF needs no password', () => {
  it.each([2, 3] as const)(
    'where the owner’s is the empty one, in revision %i',
    async revision => {
      const encryption = `/Filter/Standard${emptyOwner(revision)}`
      const content = pdf(encryption)
      expect(byQpdf(content)).toBe('encrypted')
      expect(await remarksOf(content)).toEqual(['encrypted'])
      // The same with a bit of it changed asks for one: so it is the password that opens it.
      const other = pdf(encryption.replace('/P -4', '/P -8'))
      expect(byQpdf(other)).toBe('password-needed')
      expect(await remarksOf(other)).toEqual(['password-needed'])
    },
    20_000,
  )

  const filters = (more: string): string =>
    `/CF<</StdCF<</CFM/AESV2/AuthEvent/EFOpen>>>>/EFF/StdCF${more}`
  const locked = `/V 4/R 4/Length 128/P -4/O<${'12'.repeat(32)}>/U<${'34'.repeat(32)}>`
  it.each([
    ['/StmF/Identity/StrF/Identity', 'encrypted'],
    ['', 'encrypted'],
    ['/StmF/StdCF/StrF/Identity', 'password-needed'],
    ['/StmF/Identity/StrF/StdCF', 'password-needed'],
  ])('where nothing but its attachments has one: %s', async (more, remark) => {
    expect(await remarksOf(pdf(`/Filter/Standard${locked}${filters(more)}`))).toEqual([remark])
  })
})

describe('a PDF that is encrypted for certificates', () => {
  const handler = '/Filter/Adobe.PubSec/SubFilter/adbe.pkcs7.s5/V 4/Length 128'
  const crypt = '/CF<</DefaultCryptFilter<</CFM/AESV2/Recipients[<30>]>>>>'
  it('needs one', async () => {
    const all = `${handler}${crypt}/StmF/DefaultCryptFilter/StrF/DefaultCryptFilter`
    expect(await remarksOf(pdf(all))).toEqual(['certificate-needed'])
    const old = '/Filter/Adobe.PubSec/SubFilter/adbe.pkcs7.s3/V 1/Recipients[<30>]'
    expect(await remarksOf(pdf(old))).toEqual(['certificate-needed'])
  })
  it('needs none where nothing but its attachments is', async () => {
    const attachments = `${handler}${crypt}/StmF/Identity/StrF/Identity`
    expect(await remarksOf(pdf(attachments))).toEqual(['encrypted'])
  })
})

describe('a protected PDF of which nobody can tell is let through as that', () => {
  const U = `/U<${'34'.repeat(48)}>`
  const O = `/O<${'12'.repeat(48)}>`
  it.each([
    ['without /O', pdf(`/Filter/Standard/V 2/R 3/Length 128/P -4${U}`)],
    ['without /U', pdf(`/Filter/Standard/V 2/R 3/Length 128/P -4${O}`)],
    ['with a short /U', pdf(`/Filter/Standard/V 5/R 6/P -4${O}/U<00>`)],
    ['with an unknown revision', pdf(`/Filter/Standard/V 5/R 7/P -4${O}${U}`)],
    ['with another handler', pdf(`/Filter/FileOpen/V 1${O}${U}`)],
    ['with an ID elsewhere', pdf(`/Filter/Standard/V 2/R 3/P -4${O}${U}`, '/ID 9 0 R')],
    ['with an /Encrypt that leads nowhere', pdf('/Filter/Standard', '/Encrypt 9 0 R')],
  ])('%s', async (_, content) => expect(await remarksOf(content)).toEqual(['encrypted']))
})

describe('without WebCrypto', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
  })
  it('a PDF that needs it is let through as protected', async () => {
    vi.stubGlobal('crypto', {})
    expect(await remarksOf(sample('pdf/issue6010_1.pdf'))).toEqual(['encrypted'])
  })
})

describe('a hostile encryption dictionary costs little', () => {
  it.each([
    ['a huge length', `/V 2/R 3/Length 99999999999/P -4/O(${'a'.repeat(2_000_000)})/U(b)`],
    ['a huge hex string', `/V 5/R 6/P -4/O<${'61'.repeat(400_000)}>/U<${'62'.repeat(99)}>`],
    ['strings in strings', `/V 2/R 3/P -4/O${'('.repeat(500_000)}/U(b)`],
    ['a number past counting', `/V 1e999/R 1e999/P 1e999/O(a)/U(b)`],
    ['half a million objects of its number', `/V 1 ${'3 0 obj\n'.repeat(500_000)}`],
  ])(
    '%s',
    async (_, text) => expect((await walk(pdf(`/Filter/Standard${text}`))).damage).toBe(undefined),
    3000,
  )
})

describe('where protected PDFs are refused', () => {
  const judged = async (content: Uint8Array<ArrayBuffer>, refuseProtected: boolean) =>
    judgeContent('a.pdf', await walk(content), parseLimits({ refuseProtected }))
  const certificate = pdf('/Filter/Adobe.PubSec/SubFilter/adbe.pkcs7.s3/V 1/Recipients[<30>]')

  it.each([
    ['password', sample('pdf/print_protection.pdf')],
    ['certificate', certificate],
  ])('one that needs a %s is', async (protection, content) => {
    await expect(judged(content, true)).rejects.toMatchObject({
      code: 'wrong-type',
      details: { found: 'PDF', protection },
    })
    expect((await judged(content, false)).remarks).toHaveLength(1)
  })
  it('one that opens without either is not', async () => {
    expect((await judged(sample('pdf/empty_protected.pdf'), true)).remarks).toEqual(['encrypted'])
  })
})
