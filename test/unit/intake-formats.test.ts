import { describe, expect, it } from 'vitest'
import { bytes, jpeg, png, sample, u16, u32, walk, zeros } from './intake-build.ts'

/** A ZIP as far as names go: local headers of unpacked entries, and a central directory. */
const zip = (...entries: (readonly [name: string, content: string])[]) => {
  const sizes = (name: string, content: string) =>
    bytes(u32(content.length, true), u32(content.length, true), u16(name.length, true), u16(0))
  const local = entries.map(([name, content]) =>
    bytes('PK\x03\x04', zeros(14), sizes(name, content), name, content),
  )
  const central = entries.map(([name, content]) =>
    bytes('PK\x01\x02', zeros(16), sizes(name, content), zeros(14), name),
  )
  return bytes(...local, ...central, 'PK\x05\x06', zeros(18))
}

/** An OLE file whose directory, in its fourth sector, names one stream. */
const ole = (stream: string) =>
  bytes(
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    zeros(22),
    u16(9, true),
    zeros(16),
    u32(3, true),
    zeros(512 * 4 - 52),
    [...'Root Entry'].join('\0'),
    zeros(3900),
    [...stream].join('\0'),
    zeros(400),
  )

const office = ['[Content_Types].xml', 'x'.repeat(100_000)] as const
const tar = bytes('scan.pdf', zeros(249), 'ustar\0', zeros(249))

describe('what people drop is called what they call it', () => {
  it.each([
    ['HEIC', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
    ['HEIC', '\0\0\0\x18ftypmif1\0\0\0\0mif1heic'],
    ['HEIF', '\0\0\0\x18ftypmif1\0\0\0\0mif1miaf'],
    ['AVIF', '\0\0\0\x18ftypavif\0\0\0\0mif1miaf'],
    ['MOV', '\0\0\0\x14ftypqt  \0\0\0\0qt  '],
    ['MP4', '\0\0\0\x18ftypisom\0\0\0\0isommp42'],
    ['GIF', 'GIF89a'],
    ['WEBP', 'RIFF\x24\0\0\0WEBPVP8 '],
    ['TIFF', 'II*\0\x08\0\0\0'],
    ['TIFF', 'MM\0*\0\0\0\x08'],
    ['BMP', 'BM\x46\0\0\0\0\0\0\0\x36\0\0\0'],
    ['EXE', 'MZ\x90\0\x03\0'],
    ['ELF', '\x7fELF\x02\x01'],
    ['7Z', '7z\xbc\xaf\x27\x1c\0\x04'],
    ['RAR', 'Rar!\x1a\x07\x01\0'],
    ['GZIP', '\x1f\x8b\x08\0'],
    ['TAR', tar],
    ['RTF', '{\\rtf1\\ansi'],
    ['AGE', 'age-encryption.org/v1\n-> X25519 '],
    ['AGE', '-----BEGIN AGE ENCRYPTED FILE-----\n'],
    ['PGP', '-----BEGIN PGP MESSAGE-----\n'],
    ['HTML', '<!DOCTYPE html>\n<title>x</title>'],
    ['HTML', '\xef\xbb\xbf\r\n <HTML lang="en">'],
    ['HTML', '<!-- saved --><?xml version="1.0"?><html>'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['SVG', '<?xml version="1.0"?>\n<!DOCTYPE svg>\n<svg/>'],
    ['XML', '<?xml version="1.0"?>\n<invoice/>'],
    ['FDF', '%FDF-1.2\n'],
    ['XFDF', '\xef\xbb\xbf<?xml version="1.0"?>\n<xfdf xmlns="http://ns.adobe.com/xfdf/">'],
    ['PS', '%!PS-Adobe-3.0\n%%Pages: 1'],
    ['PS', '\x04%!PS\n'],
    ['EPS', '%!PS-Adobe-3.0 EPSF-3.0\n'],
    ['EPS', '\xc5\xd0\xd3\xc6\x1e\0\0\0'],
    ['CGBI', bytes('\x89PNG\r\n\x1a\n\0\0\0\x04CgBI', zeros(8))],
    ['ZIP', zip(['scan.pdf', '%PDF-1.4 unpacked %%EOF'])],
    ['ZIP', 'PK\x05\x06'],
    ['ZIP', zip(['my/word/list.txt', ''])],
    ['DOCX', zip(office, ['word/document.xml', 'x'.repeat(100_000)])],
    ['XLSX', zip(office, ['xl/workbook.xml', ''])],
    ['PPTX', zip(office, ['ppt/presentation.xml', ''])],
    ['ODT', zip(['mimetype', 'application/vnd.oasis.opendocument.text'])],
    ['ODS', zip(['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'])],
    ['DOC', ole('WordDocument')],
    ['XLS', ole('Workbook')],
    ['OLE', ole('EncryptedPackage')],
    ['OLE', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    ['', 'Dear Sir or Madam,'],
    ['', 'MIME-Version: 1.0'],
    ['', zeros(5000)],
  ])('%s', async (name, content) => {
    const { format, damage, type } = await walk(bytes(content))
    expect(format).toBe(name)
    expect(damage).toBeUndefined()
    if (!name) expect(type).toBe('application/octet-stream')
  })
})

describe('what could be two things', () => {
  const end = '%%EOF'
  const begun = '\n%\xe2\xe3\xcf\xd3\r\n1 0 obj\n<<>>\nendobj\n'
  const wholePdf = sample('pdf/doc_1_3_pages.pdf')
  const signed = '\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02\xa0\x80'
  it.each([
    [
      'JPG',
      'a picture with a PDF’s header in a comment',
      jpeg(bytes(0xff, 0xfe, u16(11), '%PDF-1.4 ')),
    ],
    [
      'PNG',
      'a picture with a PDF’s header in a text',
      png(bytes(u32(9), 'tEXt%PDF-1.4 ', zeros(4))),
    ],
    ['EXE', 'a program that is a PDF too', bytes('MZ', zeros(60), '%PDF-1.4', end)],
    ['HTML', 'a page that shows how a PDF begins', bytes('<html><pre>%PDF-1.4', begun, end)],
    ['PDF', 'a whole PDF behind tags', sample('pdf/html-before-header.pdf')],
    ['PDF', 'a whole PDF behind XML', bytes('<?xml version="1.0"?>', wholePdf)],
    ['EXE', 'a program with a whole PDF in it', bytes('MZ', zeros(60), wholePdf)],
    ['ZIP', 'an archive that a whole PDF follows', bytes(zip(['a', 'b']), wholePdf)],
    ['P7M', 'a whole PDF in its signature, in DER', bytes('0\x82\x10\x00', signed, wholePdf)],
    ['P7M', 'a whole PDF in its signature, in BER', bytes('0\x80', signed, wholePdf)],
    ['PS', 'a print job that speaks of PDF', bytes('%!PS-Adobe-3.0\n%PDF-1.4', begun, end)],
    ['TAR', 'an archive that starts with a PDF', bytes(tar, '%PDF-1.4', end)],
    ['PDF', 'a PDF with a ZIP behind it', bytes('%PDF-1.4', zip(['a', 'b']), end)],
    [
      'PDF',
      'a PDF behind a warning of the server',
      bytes('<br />\n<b>Warning</b>', '%PDF-1.4', begun, end),
    ],
    [
      'PDF',
      'a PDF behind a mail’s header',
      bytes('Content-Type: application/pdf\r\n\r\n', '%PDF-1.4', begun, end),
    ],
    ['PDF', 'a PDF whose header is at byte 1,023', bytes('j'.repeat(1023), wholePdf)],
    ['', 'a PDF whose header is at byte 1,024', bytes('j'.repeat(1024), wholePdf)],
    ['PDF', 'a PDF behind a byte order mark', bytes('\xef\xbb\xbf%PDF-1.4', end)],
    ['', 'a text that speaks of PDFs', bytes('A PDF begins with %PDF-1.4 and ends with ', end)],
    [
      '',
      'a text that says more of them',
      bytes('First comes\n%PDF-1.4\nthen an object such as 1 0 obj, then ', end),
    ],
  ])('is %s: %s', async (name, _, content) => {
    expect((await walk(Uint8Array.from(content))).format).toBe(name)
  })

  it('is judged in good time, however it is spelled', async () => {
    expect((await walk(bytes('x', '%PDF-\n'.repeat(4000)))).damage).toBeUndefined()
    for (const text of ['<!---->', '<?x?>\n', '<!doctype html', '<', ' ', '%PDF', 'ftyp'])
      expect((await walk(bytes(text.repeat(4000)))).damage).toBeUndefined()
  }, 2000)

  it('does not matter to its name: a real photo is one whatever it is called', async () => {
    const photo = new File([sample('jpg/Canon_40D.jpg')], 'x.pdf', { type: 'application/pdf' })
    expect((await walk(photo)).type).toBe('image/jpeg')
  })
})
