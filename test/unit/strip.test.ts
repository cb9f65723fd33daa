import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cut } from '../../src/core/contracts.ts'
import { cutOut, sizeWithout } from '../../src/core/cuts.ts'
import {
  bytes,
  chunk,
  eoi,
  frame,
  gpsTiff,
  idat,
  iend,
  ihdr,
  jpeg,
  png,
  pngSignature,
  sample,
  scan,
  segment,
  soi,
  u16,
  u32,
  walk,
  zeros,
} from './intake-build.ts'
import {
  cutsOf,
  examined,
  exif,
  mpf,
  orientationTiff,
  stripped,
  turnedTiff,
} from './strip-build.ts'

const located = exif(gpsTiff(false, [1, 2]))
const xmp = segment(0xe1, bytes('http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude="52,30.0N"/>'))
const iptc = segment(0xed, bytes('Photoshop 3.0\0a place'))
const comment = segment(0xfe, bytes('at home'))
const jfif = segment(0xe0, bytes('JFIF\0', zeros(9)))
const adobe = segment(0xee, bytes('Adobe', zeros(7)))
const profile = segment(0xe2, bytes('ICC_PROFILE\0\x01\x01', zeros(200)))
const table = segment(0xc4, zeros(17))
const asText = (content: Uint8Array) => Buffer.from(content).toString('latin1')

describe('what is sealed of a JPEG', () => {
  it.each([
    ['EXIF', [located]],
    ['XMP', [xmp]],
    ['IPTC', [iptc]],
    ['comments', [comment, comment]],
    ['a thumbnail beside JFIF', [segment(0xe0, bytes('JFXX\0a thumbnail'))]],
    ['a gain map, a signature, a maker’s own', [0xeb, 0xef, 0xe3].map(at => segment(at, zeros(9)))],
    ['what no standard knows', [segment(0xf3, zeros(9)), segment(0x02, zeros(9))]],
    ['where further pictures are', [mpf(100, 1000)]],
    ['junk between its segments', [bytes('home'), located, bytes('home', 0xff)]],
  ])('has no %s', async (_what, segments) => {
    expect(await stripped(jpeg(jfif, ...segments))).toEqual(jpeg(jfif))
    // In whatever order, and among what stays.
    const all = bytes(soi, jfif, ...segments, profile, ...segments, frame, table, scan, eoi)
    expect(await stripped(all)).toEqual(bytes(soi, jfif, profile, frame, table, scan, eoi))
  })

  it('has nothing that follows its end: other pictures, a video, a maker’s trailer', async () => {
    const other = jpeg(located)
    for (const behind of [other, bytes(zeros(9), other), bytes('ftypmp42 +52.5+013.4/'), zeros(1)])
      expect(await stripped(bytes(jpeg(), behind))).toEqual(jpeg())
  })

  it('is the picture to the byte where there is nothing else', async () => {
    for (const whole of [
      jpeg(),
      jpeg(jfif, adobe, profile),
      bytes(soi, frame, scan, table, scan, eoi),
    ])
      expect(await cutsOf(whole)).toEqual([])
  })

  it('has the colour profile, however many parts it has', async () => {
    const parts = [profile, profile, profile]
    expect(await stripped(jpeg(located, ...parts, xmp))).toEqual(jpeg(...parts))
  })

  it.each([2, 3, 4, 5, 6, 7, 8])('says that it must be turned by %i, and no more', async turn => {
    for (const little of [true, false])
      expect(await stripped(jpeg(jfif, exif(turnedTiff(turn, little)), xmp))).toEqual(
        jpeg(jfif, exif(orientationTiff(turn))),
      )
  })

  it('is turned as the first EXIF says that says how, as decoders read it', async () => {
    const [upright, left, right] = [1, 8, 6].map(turn => exif(turnedTiff(turn)))
    const none = located
    const turned = asText(exif(orientationTiff(6)))
    for (const [segments, isTurned] of [
      [[upright, right], false],
      [[none, right], true],
      [[right, left], true],
      [[right, upright], true],
    ] as const) {
      const left = asText(await stripped(jpeg(...segments.map(one => one ?? bytes()))))
      expect(left.replaceAll(turned, '')).toBe(asText(jpeg()))
      expect(left.includes(turned)).toBe(isTurned)
    }
  })

  it('is whole where its EXIF is nothing but how it must be turned, and ends there', async () => {
    const short = orientationTiff(6).subarray(0, -4)
    expect(await stripped(jpeg(exif(short)))).toEqual(jpeg(exif(short)))
    expect(await stripped(png(chunk('eXIf', short)))).toEqual(png(chunk('eXIf', short)))
  })

  it('has neither the thumbnail in JFIF’s header, nor what stands behind it', async () => {
    const header = bytes('JFIF\0', 1, 2, 1, u16(300), u16(0x8d9f))
    const bare = jpeg(segment(0xe0, bytes(header, 0, 0)))
    for (const longer of [bytes(2, 1, 'thumbs'), bytes(0, 0, 'GPSLatitude="52"'), bytes(1, 0)])
      expect(await stripped(jpeg(segment(0xe0, bytes(header, longer))))).toEqual(bare)
    expect(await cutsOf(bare)).toEqual([])
  })

  it('is nothing where more than colours stand in Adobe’s header', async () => {
    const longer = jpeg(segment(0xee, bytes('Adobe', zeros(7), 'a serial number')))
    expect((await examined(longer)).damage).toBe('not all of it is known')
  })

  it.each([0, 1, 9, 65_535])('has no EXIF where its orientation is %i', async turn => {
    expect(await stripped(jpeg(exif(turnedTiff(turn))))).toEqual(jpeg())
  })

  it('has no comment that stands between two scans', async () => {
    expect(await stripped(bytes(soi, frame, scan, comment, table, scan, comment, eoi))).toEqual(
      bytes(soi, frame, scan, table, scan, eoi),
    )
  })

  it.each([
    ['a comment that no marker follows', bytes(comment, 'x')],
    ['EXIF that claims to be longer', segment(0xe1, bytes('Exif\0\0'), 90)],
    ['EXIF that claims no length', bytes(0xff, 0xe1, 0, 1)],
    ['EXIF behind which a restart stands', bytes(located, 0xff, 0xd0)],
    ['EXIF behind which scan data stands', bytes(located, 0xff, 0)],
    ['a table behind which scan data stands', bytes(table, 0xff, 0)],
    ['what no standard knows', bytes(segment(0x20, zeros(9)), 0xff, 0)],
    ['a table that no marker follows', bytes(table, 0)],
    ['a table that claims to be longer', segment(0xc4, zeros(17), 90)],
    ['a scan of a wrong length', segment(0xda, zeros(9))],
    ['another picture', bytes(soi, located, frame, scan)],
    ['the beginning of another picture', bytes(0xff, soi, 'data')],
  ])('is nothing where %s stands in a scan: it is refused', async (_what, spoilt) => {
    const content = bytes(soi, frame, scan, spoilt, 'data', eoi)
    expect((await walk(content)).damage).toBeUndefined()
    const { cuts, damage } = await examined(content)
    expect(cuts).toBeUndefined()
    expect(damage).toBe('not all of it is known')
  })

  it.each([
    ['stray bytes stand behind a table', bytes(table, table, 0)],
    [
      'bytes and fill bytes stand behind a table',
      bytes(table, 0xff, segment(0xc4, zeros(9), 90), 'x'),
    ],
  ])('is nothing where %s between two scans: it is refused', async (_what, tables) => {
    const content = bytes(soi, frame, scan, tables, scan, eoi)
    expect((await walk(content)).damage).toBeUndefined()
    expect((await examined(content)).damage).toBe('not all of it is known')
  })

  it('is nothing where the end that was found lies in a Samsung phone’s trailer', async () => {
    /** What the trailer holds, its last part named first where `isSwapped`. */
    const trailer = (isSwapped: boolean) => {
      const parts = [bytes('MotionPhoto +52.5+013.4/', eoi, 'a video'), bytes('a name')]
      const [first = bytes(), second = bytes()] = parts
      const entries = [first.length + second.length, second.length].map((before, n) =>
        bytes('\0\0\x01\x0a', u32(before, true), u32(parts[n]?.length ?? 0, true)),
      )
      const directory = bytes('SEFH', zeros(8), ...(isSwapped ? entries.reverse() : entries))
      return bytes(first, second, directory, u32(directory.length, true), 'SEFT')
    }
    const unnamed = bytes(soi, frame, scan, 'a place', eoi, 'a video', 'SEFH', zeros(12), 'SEFT')
    expect((await examined(unnamed)).damage).toBe('not all of it is known')
    for (const isSwapped of [true, false]) {
      const cut = bytes(soi, frame, scan, trailer(isSwapped))
      expect((await walk(cut)).damage).toBeUndefined()
      expect((await examined(cut)).damage).toBe('not all of it is known')
      // Behind a whole picture the trailer goes.
      expect(await stripped(bytes(jpeg(), trailer(isSwapped)))).toEqual(jpeg())
    }
  })

  it('is nothing where the picture has no end of its own', async () => {
    const content = sample('jpg/samsung-panorama-no-eoi.jpg')
    expect((await walk(content)).damage).toBeUndefined()
    expect((await examined(content)).damage).toBe('not all of it is known')
  })

  it('is nothing where more than 1,000 things stand between its segments', async () => {
    const many = (count: number) =>
      jpeg(...Array.from({ length: count }, () => [comment, table]).flat())
    expect(await stripped(many(1000))).toEqual(jpeg(...Array.from({ length: 1000 }, () => table)))
    expect((await examined(many(1001))).damage).toBe('not all of it is known')
  })
})

describe('what is sealed of a PNG', () => {
  it.each(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME', 'caBX', 'iDOT', 'prVt'])(
    'has no %s',
    async type => {
      const gone = chunk(type, bytes('XML:com.adobe.xmp GPSLatitude="52"'))
      expect(await stripped(png(gone, gone))).toEqual(png())
      const late = bytes(pngSignature, ihdr, idat, gone, idat, gone, iend, 'behind')
      expect(await stripped(late)).toEqual(bytes(pngSignature, ihdr, idat, idat, iend))
    },
  )

  it('has what a decoder looks at', async () => {
    const kept = ['gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'tRNS', 'bKGD', 'pHYs', 'acTL', 'fcTL']
    const whole = png(...kept.map(type => chunk(type, zeros(9))))
    expect(await cutsOf(whole)).toEqual([])
  })

  it('says that it must be turned, and no more', async () => {
    const turned = png(chunk('eXIf', orientationTiff(6)))
    expect(await stripped(png(chunk('eXIf', turnedTiff(6, true))))).toEqual(turned)
    expect(await stripped(png(chunk('eXIf', turnedTiff(1))))).toEqual(png())
    // As in JPEG no decoder reads it.
    expect(await stripped(png(chunk('eXIf', bytes('Exif\0\0', turnedTiff(6)))))).toEqual(png())
    const upright = chunk('eXIf', turnedTiff(1))
    expect(await stripped(png(upright, chunk('eXIf', turnedTiff(6))))).toEqual(png())
  })
})

describe('a real photo', () => {
  it.each([
    'jpg/DSCN0010.jpg',
    'jpg/HMD_Nokia_8.3_5G.jpg',
    'jpg/iphone_hdr_YES.jpg',
    'jpg/xmp-location-only.jpg',
    'jpg/Canon_40D.jpg',
    'jpg/landscape_6.jpg',
    'jpg/image01137.jpg',
    'png/basn3p08.png',
  ])('%s has the same verdict when it is stripped, and no place', async path => {
    const left = await stripped(sample(path))
    const before = await walk(sample(path))
    const gone = ['location-data', 'trailing-data']
    const remarks = before.remarks.filter(remark => !gone.includes(remark))
    expect(await walk(left)).toEqual({ ...before, remarks })
    const text = asText(left).replace(asText(exif(orientationTiff(6))), '')
    for (const sign of ['Exif\0\0', 'http://ns.adobe.com', 'Photoshop 3.0', 'GPSLatitude'])
      expect(text.includes(sign), sign).toBe(false)
    // Stripped once more, nothing is left to cut.
    expect(Buffer.compare(await stripped(left), left)).toBe(0)
  })

  it('keeps its colour profile', async () => {
    const before = sample('jpg/landscape_6.jpg')
    const profileIn = (content: Uint8Array) => {
      const at = asText(content).indexOf('ICC_PROFILE\0')
      return content.slice(at - 2, at - 2 + (content[at - 2] ?? 0) * 256 + (content[at - 1] ?? 0))
    }
    expect(profileIn(before).length).toBeGreaterThan(500)
    expect(profileIn(await stripped(before))).toEqual(profileIn(before))
  })
})

describe('an MPO', () => {
  const second = jpeg(comment)
  /** Two pictures, with so many bytes between them. */
  const mpo = (gap: number, little = false) => {
    const head = jpeg(mpf(0, 0))
    // The block that offsets count from starts behind SOI, marker, length and `MPF\0`.
    const offset = head.length + gap - (2 + 4 + 4)
    return bytes(jpeg(mpf(second.length, offset, little)), zeros(gap), second)
  }

  it.each([0, 5000])('with %i bytes between its pictures is whole', async gap => {
    for (const little of [true, false])
      expect((await walk(mpo(gap, little))).damage).toBeUndefined()
  })

  it.each([0, 5000])(
    'with %i bytes between is cut wherever its second picture ends too early',
    async gap => {
      const whole = mpo(gap)
      for (let left = whole.length - second.length + 3; left < whole.length; left++) {
        const { damage } = await walk(whole.slice(0, left))
        expect(damage, `${left} of ${whole.length}`).toBeDefined()
      }
    },
  )

  it('is whole where its only picture was saved by a program that copied what the first one said', async () => {
    expect((await walk(jpeg(mpf(second.length, 4000)))).damage).toBeUndefined()
    // What lies there is no picture.
    expect((await walk(bytes(jpeg(mpf(99_999, 200)), zeros(1500)))).damage).toBeUndefined()
  })

  it('is whole where it says a wrong size, and its second picture has an end', async () => {
    const head = jpeg(mpf(0, 0))
    const content = bytes(jpeg(mpf(99_999, head.length - 10)), second)
    expect((await walk(content)).damage).toBeUndefined()
  })

  it.each([
    ['a block that is cut', segment(0xe2, bytes('MPF\0II', u16(42, true)))],
    ['entries outside', segment(0xe2, bytes('MPF\0', gpsTiff(true, [0xb002])))],
  ])('with %s is judged by its bytes', async (_what, block) => {
    expect((await walk(jpeg(block))).damage).toBeUndefined()
  })
})

describe('bytes that are cut', () => {
  const content = fc.uint8Array({ maxLength: 300 })
  /** Cuts that do not overlap, within so many bytes. */
  const cutsIn = (size: number) =>
    fc
      .uniqueArray(fc.nat(size), { maxLength: 8 })
      .map(places => places.sort((a, b) => a - b))
      .chain(places =>
        fc.tuple(
          ...places
            .slice(1)
            .flatMap((end, n) => (n % 2 ? [] : [{ start: places[n] ?? 0, end }]))
            .map(({ start, end }) =>
              fc
                .uint8Array({ maxLength: end - start })
                .map((put): Cut => ({ start, end, put: Uint8Array.from(put) })),
            ),
        ),
      )
  const withCuts = content.chain(all => fc.tuple(fc.constant(all), cutsIn(all.length)))

  it('are the same in pieces of any length as at once', () => {
    fc.assert(
      fc.property(withCuts, fc.integer({ min: 1, max: 50 }), ([all, cuts], step) => {
        const expected: number[] = []
        let from = 0
        for (const { start, end, put } of cuts) {
          expected.push(...all.slice(from, start), ...put)
          from = end
        }
        expected.push(...all.slice(from))
        const whole = cutOut(cuts, 0, Uint8Array.from(all))
        expect([...whole]).toEqual(expected)
        expect(whole.length).toBe(sizeWithout(all.length, cuts))
        const pieces: number[] = []
        for (let at = 0; at < all.length; at += step)
          pieces.push(...cutOut(cuts, at, Uint8Array.from(all.slice(at, at + step))))
        expect(pieces).toEqual(expected)
      }),
      { seed: 7, numRuns: 300 },
    )
  })
})
