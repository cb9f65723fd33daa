import { describe, expect, it } from 'vitest'
import { bytes, walk, zeros } from './intake-build.ts'

const head = '%PDF-1.7\n'
const entry = '0000000000 65535 f \n'
const table = (dictionary = '<</Size 1>>') => `xref\n0 1\n${entry}trailer\n${dictionary}\n`
const stream = (dictionary: string) => `7 0 obj\n<</Type /XRef /W [1 2 1] ${dictionary}>>stream\n`
const end = (offset: number | string, marker = '%%EOF\n') => `startxref\n${offset}\n${marker}`

/** A PDF whose last `startxref` points to `section`, which follows `body`. */
const pdf = (section: string, body = '') => `${head}${body}${section}${end((head + body).length)}`

const remarksOf = async (text: string | Uint8Array<ArrayBuffer>) => {
  const content = await walk(typeof text === 'string' ? bytes(text) : text)
  expect(content.type).toBe('application/pdf')
  return content.damage === undefined ? content.remarks : 'damaged'
}

describe('a PDF is whole', () => {
  it.each([
    ['with a table', pdf(table())],
    ['with an empty table', pdf('xref\n0 0\ntrailer\n<<>>\n')],
    ['with a table behind white space', pdf(`\r\n ${table()}`)],
    ['with a stream', pdf(stream('/Size 1'))],
    [
      'with CRLF line ends',
      pdf(table())
        .replaceAll('\n', '\r\n')
        .replace(/\d+(?=\s+%%EOF)/, '10'),
    ],
    ['without an end-of-file marker', `${head}${table()}${end(head.length, '')}`],
    ['with a table that has no trailer', pdf(`xref\n0 1\n${entry}`)],
    ['with white space before its header', `\r\n${head}${table()}${end(2 + head.length)}`],
    ['with a comment before its table', pdf(`% by hand\r\n %\n${table()}`)],
    ['with a comment before its stream', pdf(`% by hand\n${stream('/Size 1')}`)],
    [
      'after an update',
      `${pdf(table())}8 0 obj\n${stream('/Prev 9')}${end(pdf(table()).length + 8)}`,
    ],
    ['with 2,048 bytes behind its end', `${pdf(table())}${'\0'.repeat(2048)}`],
  ])('%s', async (_, text) => expect(await remarksOf(text)).toEqual([]))

  it.each([
    ['counted from the file', `junk${head}${table()}${end(4 + head.length)}`],
    ['counted from the header', `junk${head}${table()}${end(head.length)}`],
  ])('with junk before its header, which gets a remark, and offsets %s', async (_, text) =>
    expect(await remarksOf(text)).toEqual(['leading-data']),
  )

  it('with the first byte of an update behind its end, which gets a remark', async () => {
    const signed = `${pdf(table())}\r\n\0 8 0 obj\n<</Type/Sig/Contents<${'0'.repeat(500)}>>>\nendobj\n`
    for (let cut = pdf(table()).length; cut < signed.length; cut++) {
      const left = signed.slice(pdf(table()).length, cut)
      const remarks = /[^\s\0]/.test(left) ? ['trailing-data'] : []
      expect(await remarksOf(signed.slice(0, cut))).toEqual(remarks)
    }
  })

  it('with more bytes behind its end, even 3 MB, which get a remark', async () => {
    expect(await remarksOf(`${pdf(table())}${'\0'.repeat(2049)}`)).toEqual(['trailing-data'])
    const long = bytes(pdf(table()), zeros(3_000_000))
    expect(await remarksOf(long)).toEqual(['trailing-data'])
  })

  it('wherever a slice cuts the last startxref in two', async () => {
    for (let shift = 0; shift <= 12; shift++) {
      const tail = end(head.length)
      const behind = (1 << 16) - tail.length + shift
      expect(await remarksOf(`${head}${table()}${tail}${'\0'.repeat(behind)}`)).toEqual([
        'trailing-data',
      ])
    }
  })
})

describe('a PDF has no end marker that counts, and is let through,', () => {
  it.each([
    ['when startxref points nowhere', `${head}${table()}${end(99999)}`],
    ['when startxref points to something else', `${head}${table()}${end(2)}`],
    [
      'when startxref points to another object',
      `${head}1 0 obj\n<</Type/Page>>\n${end(head.length)}`,
    ],
    ['when startxref has a number past counting', `${head}${table()}${end('9'.repeat(40))}`],
    ['when startxref has no number', `${head}${table()}startxref\n`],
    [
      'when startxref has no number in a linearized file',
      `${head}1 0 obj\n<</Linearized 1>>\nstartxref\n`,
    ],
    ['when startxref points into a comment', `${head}%${table()}${end(head.length)}`],
    ['when only the marker is left', `${head}${table()}%%EOF`],
    ['when the marker is 2,048 bytes before its end', `${head}%%EOF${'\0'.repeat(2043)}`],
  ])('%s', async (_, text) => expect(await remarksOf(text)).toEqual(['no-end-marker']))
})

describe('a PDF is damaged', () => {
  it.each([
    ['when cut before any end', `${head}1 0 obj\n<</Type/Page>>`],
    ['when its header is all there is', '%PDF-'],
    ['when the marker is 2,049 bytes before its end', `${head}%%EOF${'\0'.repeat(2044)}`],
    [
      'when nothing but a linearized file’s first section is left',
      `${head}1 0 obj\n<</Linearized 1/L 9999>>\nendobj\n${table()}${end(0)}4 0 obj`,
    ],
  ])('%s', async (_, text) => expect(await remarksOf(text)).toBe('damaged'))
})

describe('a PDF is encrypted', () => {
  it.each([
    ['by its trailer', pdf(table('<</Size 1/Encrypt 5 0 R>>'))],
    ['by a trailer with the dictionary in it', pdf(table('<</Encrypt<</V 5>>/Size 1>>'))],
    ['by its cross-reference stream', pdf(stream('/Encrypt 5 0 R'))],
    [
      'by a stream whose dictionary is long',
      pdf(stream(`/Index [${'1 1 '.repeat(40_000)}] /Encrypt 5 0 R`)),
    ],
    [
      'behind strings with parentheses and escapes',
      pdf(table('<</ID[(\\)>>)(a(b)c\\\\)<3e3e>]/Encrypt 5 0 R>>')),
    ],
    ['behind a comment', pdf(table('<</Size 1 % >> (\n/Encrypt 5 0 R>>'))],
    ['under a name that is spelled in hex', pdf(table('<</#45ncrypt 5 0 R>>'))],
    ['by a section before the update', pdf(table('<</Prev 9>>'), table('<</Encrypt 5 0 R>>'))],
    ['by the stream of a hybrid file', pdf(table('<</XRefStm 9>>'), stream('/Encrypt 5 0 R'))],
    ['in a linearized file, by its first section', `${pdf(table('<</Encrypt 5 0 R/Prev 200>>'))}`],
    [
      'though a table of 5,000 entries lies before the trailer',
      pdf(`xref\n0 5000\n${entry.repeat(5000)}trailer<</Encrypt 5 0 R>>`),
    ],
  ])('%s', async (_, text) => expect(await remarksOf(text)).toEqual(['encrypted']))

  it.each([
    ['by a trailer', `${head}${table('<</Encrypt 5 0 R>>')}%%EOF`],
    ['by a stream', `${head}${stream('/Encrypt 5 0 R')}endstream endobj %%EOF`],
    ['by a stream behind a trailer', `${head}trailer<<>>\n${stream('/Encrypt 5 0 R')}endobj %%EOF`],
    [
      'by the trailer at its start',
      `${head}${table('<</Encrypt 5 0 R>>')}1 0 obj\n<<>>\nendobj\n%%EOF`,
    ],
  ])('also when its cross-references cannot be followed: %s', async (_, text) =>
    expect(await remarksOf(text)).toEqual(['no-end-marker', 'encrypted']),
  )

  it('also with junk before its header', async () => {
    const text = `junk${head}${table('<</Encrypt 5 0 R>>')}${end(head.length)}`
    expect(await remarksOf(text)).toEqual(['leading-data', 'encrypted'])
  })

  it('also when two slices share the key', async () => {
    for (let shift = -10; shift <= 2; shift++) {
      const before = `${head}${'\0'.repeat((1 << 20) - head.length - 'trailer<<'.length + shift)}`
      const text = `${before}trailer<</Encrypt 5 0 R>>%%EOF`
      expect(await remarksOf(text)).toEqual(['no-end-marker', 'encrypted'])
    }
  })
})

describe('a PDF is not encrypted', () => {
  const words =
    '4 0 obj\n<</Length 60>>stream\ntrailer <</Encrypt 5 0 R>> /Encrypt 5 0 R\nendstream\nendobj\n'
  it.each([
    ['when a page speaks of it', pdf(table(), words)],
    [
      'when a page speaks of it, and the table is long',
      pdf(`xref\n0 5000\n${entry.repeat(5000)}trailer<<>>`, words),
    ],
    ['when it stands in a string in a string', pdf(table('<</Info(a(b)/Encrypt 5 0 R)>>'))],
    ['when it stands in a string', pdf(table('<</Info(/Encrypt 5 0 R)>>'))],
    ['when it is an entry of something in the trailer', pdf(table('<</Info<</Encrypt 5 0 R>>>>'))],
    ['when it is a value', pdf(table('<</Info/Encrypt/Size 1>>'))],
    ['when the entry is null, behind a comment', pdf(table('<</Encrypt % 5 0 R\nnull>>'))],
    ['when the entry is null', pdf(table('<</Encrypt null>>'))],
    ['when the name only starts so', pdf(table('<</EncryptMetadata true>>'))],
  ])('%s', async (_, text) => expect(await remarksOf(text)).toEqual([]))

  it.each([
    ['a page speaks of it', '4 0 obj\n<</Length 60>>stream\n/Encrypt 5 0 R\nendstream\nendobj\n'],
    ['another object has such an entry', '4 0 obj\n<</Encrypt 5 0 R>>\nendobj\n'],
  ])('when %s and the cross-references cannot be followed', async (_, body) =>
    expect(await remarksOf(`${head}${body}%%EOF`)).toEqual(['no-end-marker']),
  )
})

describe('a hostile PDF gets a verdict in good time', () => {
  it.each([
    ['a section that names itself as the one before', pdf(table('<</Prev 9>>'))],
    ['a section before that lies nowhere', pdf(table('<</Prev -5/XRefStm 1e999>>'))],
    ['a dictionary without an end', pdf(`xref\n0 1\ntrailer<<${'/A('.repeat(100_000)}`)],
    ['arrays in arrays', pdf(table(`<</A${'['.repeat(200_000)}`))],
    ['two million open strings', pdf(table(`<<${'('.repeat(2_000_000)}`))],
    ['half a million keys', `${head}${'/Encrypt '.repeat(500_000)}%%EOF`],
    ['half a million sections', `${head}${'xref 0 1 trailer<</Prev 9>>'.repeat(50_000)}${end(9)}`],
    ['a million comments', pdf(`${'%\n'.repeat(1_000_000)}${table()}`)],
    ['two hundred thousand ends', `${head}${'startxref 9 %%EOF '.repeat(200_000)}`],
  ])('%s', async (_, text) => expect(await remarksOf(text)).not.toContain('encrypted'), 3000)
})
