import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { backgroundJob } from '../../src/core/abort.ts'
import type { SealRecord } from '../../src/core/record.ts'
import { type Comparison, compare } from '../../src/desk/claims.ts'
import { examine } from '../../src/desk/finding.ts'
import { cautionFor, createDeskWords } from '../../src/desk/words.ts'
import { walkContent } from '../../src/intake/content/walk.ts'
import { parseLimits } from '../../src/intake/limits.ts'
import { judgeContent } from '../../src/intake/rules.ts'

const samples = join(import.meta.dirname, '..', 'samples')
const sample = async (path: string, name = path): Promise<File> =>
  new File([await readFile(join(samples, path))], name)

const record = (changes: Partial<SealRecord> = {}): SealRecord => ({
  v: 1,
  name: 'a.pdf',
  type: 'application/pdf',
  size: 3,
  sha256: '0123456789abcdef'.repeat(4),
  checks: ['size', 'type', 'structure'],
  remarks: [],
  sealedAt: '2026-01-01T00:00:00.000Z',
  by: 'sealdrop/0.1.0',
  ...changes,
})
const PDF = { format: 'PDF', type: 'application/pdf', remarks: [], isKnown: true } as const
const differing = (lines: readonly Comparison[]): string[] =>
  lines.filter(({ differs }) => differs).map(({ what }) => what)

describe('what the desk finds', () => {
  it.each([
    'pdf/doc_1_3_pages.pdf',
    'pdf/empty_protected.pdf',
    'jpg/DSCN0010.jpg',
    'png/basn6a08.png',
  ])('in %s is what inspect says of it', async path => {
    const file = await sample(path, 'misnamed.docx')
    const { type, remarks } = judgeContent(
      file.name,
      await walkContent(file, backgroundJob),
      parseLimits(),
    )
    const found = await examine(file, backgroundJob)
    expect([found.type, found.remarks, found.damage]).toEqual([type, remarks, undefined])
  })

  it.each([
    ['png/badcrc.png', 'a.png', 'PNG', true, []],
    ['heic/IMG_5195.HEIC', 'a.heic', 'HEIC', false, []],
    ['heic/IMG_5195.HEIC', 'a.JPEG', 'HEIC', false, ['name-mismatch']],
  ] as const)(
    'in %s, called %s, inspect would refuse',
    async (path, name, format, isKnown, remarks) => {
      const found = await examine(await sample(path, name), backgroundJob)
      expect(found).toMatchObject({ format, isKnown, remarks })
      expect(found.damage !== undefined).toBe(isKnown)
    },
  )
})

describe('the name of a document', () => {
  const body = '/*\n%PDF-1.4\nxref\n0 0\ntrailer\n<<>>\nstartxref\n12\n%%EOF\n*/WScript.Echo(1)'

  it.each([
    ['Invoice.pdf.js', ['name-mismatch']],
    ['Invoice.hta', ['name-mismatch']],
    ['Invoice.PDF.Lnk', ['name-mismatch']],
    ['Invoice.pdf .vbs', ['name-mismatch']],
    ['Invoice.jpg', ['name-mismatch']],
    ['Invoice.pdf', []],
    ['Invoice.js.PDF', []],
    ['Invoice', []],
    ['Dr. Smith, invoice', []],
  ])('of a whole PDF: %s is said: %j', async (name, remarks) => {
    const found = await examine(new File([body], name), backgroundJob)
    expect(found).toMatchObject({
      format: 'PDF',
      isKnown: true,
      remarks: ['leading-data', 'trailing-data', ...remarks],
    })
    expect(found.damage).toBeUndefined()
  })

  it.each(['a.jpg', 'a.jpeg', 'a.JPE', 'a.jfif'])('of a JPEG may be %s', async name => {
    expect(
      (await examine(await sample('jpg/landscape_6.jpg', name), backgroundJob)).remarks,
    ).toEqual([])
  })
})

const words = createDeskWords()

describe('claims beside findings', () => {
  it('agree where they are the same, what only the sender’s browser can know aside', () => {
    expect(differing(compare(words, record(), 'a.pdf', PDF))).toEqual([])
    const near = record({ remarks: ['near-limit', 'not-shown', 'encrypted'] })
    expect(differing(compare(words, near, 'a.pdf', { ...PDF, remarks: ['encrypted'] }))).toEqual([])
  })

  it.each([
    ['Name', { name: '../a.pdf' }, {}],
    ['Kind', { type: 'image/png' }, {}],
    ['Checked', {}, { damage: 'cut' }],
    ['Remarks', { remarks: ['encrypted'] }, {}],
    ['Remarks', {}, { remarks: ['location-data'] }],
  ] as const)('differ in: %s', (what, claimed, found) => {
    const lines = compare(words, record(claimed), 'a.pdf', { ...PDF, ...found })
    expect(differing(lines)).toEqual([what])
  })

  it('do not differ over damage nobody claims to have looked for', () => {
    const lines = compare(words, record({ checks: ['size'] }), 'a.pdf', { ...PDF, damage: 'cut' })
    expect(differing(lines)).toEqual([])
    expect(lines.find(({ what }) => what === 'Checked')?.finding).toBe('Damaged: cut')
  })

  it('say what cannot be known', () => {
    const lines = compare(words, record(), 'a.pdf', PDF)
    expect(lines.filter(({ finding }) => finding === 'Cannot be known here')).toHaveLength(2)
  })
})

describe('words', () => {
  it.each(['constructor', '__proto__', '<b>', 'hasOwnProperty'])('quote the unknown %s', code => {
    expect(words.remark(code)).toBe(`“${code}”.`)
    expect(words.check(code)).toBe(`“${code}”.`)
  })

  it.each(['PDF', 'JPG', 'PNG'])('do not warn of a %s', format => {
    expect(cautionFor(words, format)).toBeUndefined()
  })

  it.each([
    ['EXE', /program/],
    ['HTML', /scripts/],
    ['SVG', /scripts/],
    ['DOCX', /no PDF, JPG or PNG, but DOCX\./],
    ['', /no PDF, JPG or PNG\./],
  ])('warn of %s', (format, warning) => {
    expect(cautionFor(words, format)).toMatch(warning)
  })
})
