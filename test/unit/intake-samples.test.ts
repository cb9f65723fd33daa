import { describe, expect, it } from 'vitest'
import { sample, walk } from './intake-build.ts'

const accepted: readonly (readonly [path: string, type: string, remarks: readonly string[]])[] = [
  ['pdf/160F-2019.pdf', 'application/pdf', []],
  ['pdf/doc_1_3_pages.pdf', 'application/pdf', []],
  ['pdf/xfa_filled_imm1344e.pdf', 'application/pdf', []],
  ['pdf/issue6069.pdf', 'application/pdf', ['leading-data', 'no-end-marker']],
  ['pdf/html-before-header.pdf', 'application/pdf', ['leading-data']],
  ['pdf/comment-before-xref-stream.pdf', 'application/pdf', []],
  ['pdf/scan-bad.pdf', 'application/pdf', ['trailing-data']],
  ['pdf/bug1782186.pdf', 'application/pdf', ['password-needed']],
  ['pdf/issue6010_1.pdf', 'application/pdf', ['password-needed']],
  ['pdf/print_protection.pdf', 'application/pdf', ['password-needed']],
  ['pdf/empty_protected.pdf', 'application/pdf', ['encrypted']],
  ['pdf/pr6531_2.pdf', 'application/pdf', ['encrypted']],
  ['pdf/poppler-742-0-fuzzed.pdf', 'application/pdf', ['no-end-marker']],
  ['jpg/Canon_40D.jpg', 'image/jpeg', []],
  ['jpg/corrupted.jpg', 'image/jpeg', []],
  ['jpg/image01137.jpg', 'image/jpeg', []],
  ['jpg/landscape_6.jpg', 'image/jpeg', []],
  ['jpg/DSCN0010.jpg', 'image/jpeg', ['location-data']],
  ['jpg/HMD_Nokia_8.3_5G.jpg', 'image/jpeg', ['location-data']],
  ['jpg/iphone_hdr_YES.jpg', 'image/jpeg', ['location-data']],
  ['jpg/samsung-panorama-no-eoi.jpg', 'image/jpeg', []],
  ['jpg/xmp-location-only.jpg', 'image/jpeg', ['location-data']],
  ['jpg/no-frame.jpg', 'image/jpeg', ['not-shown']],
  ['png/empty-idat.png', 'image/png', ['not-shown']],
  ['png/pngsuite-xd0n2c08.png', 'image/png', ['not-shown']],
  ['png/basn0g01.png', 'image/png', []],
  ['png/basn2c16.png', 'image/png', []],
  ['png/basn3p08.png', 'image/png', []],
  ['png/basn6a08.png', 'image/png', []],
]

describe('real documents', () => {
  it.each(accepted)('%s is a whole %s, with remarks %j', async (path, type, remarks) => {
    const content = await walk(sample(path))
    expect(content.damage).toBeUndefined()
    expect(content.type).toBe(type)
    expect(content.remarks).toEqual(remarks)
  })

  it('a PNG whose critical chunk has a wrong CRC is damaged', async () => {
    const content = await walk(sample('png/badcrc.png'))
    expect(content.format).toBe('PNG')
    expect(content.damage).toContain('CRC')
  })

  it('a "PDF" without a header is not recognised', async () => {
    expect(await walk(sample('pdf/bug1606566.pdf'))).toEqual({
      format: '',
      type: 'application/octet-stream',
      remarks: [],
    })
  })

  it('an iPhone photo is named HEIC', async () => {
    expect(await walk(sample('heic/IMG_5195.HEIC'))).toEqual({
      format: 'HEIC',
      type: 'image/heic',
      remarks: [],
    })
  })
})
