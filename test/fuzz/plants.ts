import type { Change } from '../simulate/bundle.ts'

/** A bug that somebody might write, and that the fuzz must notice. */
export interface Plant {
  readonly name: string
  /** Where it shows. */
  readonly target: string
  readonly changes: readonly Change[]
}

const plant = (name: string, target: string, file: string, from: string, to: string): Plant => ({
  name,
  target,
  changes: [{ file, from, to }],
})

export const plants: readonly Plant[] = [
  plant(
    'sums of a PNG are not compared',
    'intake',
    'src/intake/content/png.ts',
    '.getUint32(0) !== crc)',
    '.getUint32(0) !== crc && type === "IEND")',
  ),
  plant(
    'a JPEG without an end is whole',
    'intake',
    'src/intake/content/jpeg.ts',
    "if (code === undefined) return { ...found, damage: 'no EOI' }",
    'if (code === undefined) return { ...found, end: at }',
  ),
  plant(
    'the search for the last startxref stands still',
    'intake',
    'src/intake/content/pdf.ts',
    'end = start\n',
    'end = Math.max(start, 1)\n',
  ),
  plant('any exponent of an RSA key will do', 'pem', 'src/core/rsa.ts', ' || !isOddAboveOne', ''),
  plant(
    'a recipient at or above the prime is taken',
    'recipients',
    'src/core/recipient.ts',
    'isBelowPrime(key) && ',
    '',
  ),
  plant(
    'a point off its curve is taken',
    'recipients',
    'src/core/p256.ts',
    ' || (y * y) % P !== square',
    '',
  ),
  plant(
    'the place of a tus upload may hold a password',
    'tus-headers',
    'src/providers/tus/answer.ts',
    ' || url.username || url.password || url.hash',
    '',
  ),
  plant(
    'a name that is cut may end with a dot',
    'names',
    'src/core/name.ts',
    'return withoutTail(cut(whole, maxBytes)) || FALLBACK',
    'return cut(whole, maxBytes)',
  ),
  plant(
    'any number is a time in a record',
    'record',
    'src/core/record.ts',
    'Number.isSafeInteger(value) && !Number.isNaN(new Date(Number(value)).getTime())',
    "typeof value === 'number'",
  ),
  plant(
    'what fails while a file is opened comes out as it is',
    'open',
    'src/open/payload.ts',
    'throw damaged(cause)',
    'throw cause',
  ),
  plant(
    'null counts as an object in an answer',
    'answers',
    'src/core/answer.ts',
    "typeof value === 'object' && value !== null ?",
    "typeof value === 'object' ?",
  ),
  plant(
    'a tenant may be anything',
    'options',
    'src/providers/dokstamp/transport.ts',
    "!(typeof tenant === 'string' && /^[\\w.:-]{1,253}$/.test(tenant))",
    '!/^[\\w.:-]{1,253}$/.test((tenant as string).trim())',
  ),
]
