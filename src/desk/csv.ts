import type { SealRecord } from '../core/record.ts'
import type { Finding } from './finding.ts'
import { visible } from './text.ts'

const COLUMNS = [
  'file',
  'status',
  'saved as',
  'size',
  'type',
  'sha256',
  'intact',
  'sealed at',
  'name sealed',
  'checks',
  'remarks',
  'found',
  'message',
] as const

/** So that spreadsheets read it as UTF-8. */
const MARK = '\ufeff'
const MOST_LETTERS = 300

/**
 * A spreadsheet runs a cell that begins with one of these as a formula (OWASP, "CSV Injection"), also behind white space, in their wide
 * forms, and where it splits the line at semicolons or tabs. An apostrophe before it makes it text.
 */
const FORMULA = /(^|[;,|"\t\r\n])(\s*)(?=[=+\-@＝＋－＠])/g

const cell = (value: string): string =>
  `"${visible(value, MOST_LETTERS).replace(FORMULA, "$1$2'").replaceAll('"', '""')}"`

/** A line of it (RFC 4180). */
export const csvRow = (values: readonly string[]): string => `${values.map(cell).join(',')}\r\n`

/** How a list begins: the mark, and the names of its columns. */
export const CSV_START: string = MARK + csvRow(COLUMNS)

/** The values of a file that was not opened, and why. */
export const emptyAfter = (file: string, status: string, message: string): readonly string[] => [
  file,
  status,
  ...COLUMNS.slice(3).map(() => ''),
  message,
]

const foundIn = ({ remarks, damage }: Finding): string =>
  [...remarks, ...(damage === undefined ? [] : [`damaged: ${damage}`])].join(' ')

/** What is said of a file that was opened. */
export interface Listed {
  readonly file: string
  readonly status: string
  /** As it is saved. */
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly type: string
  readonly sha256: string
  readonly intact: boolean
  readonly record?: SealRecord | undefined
  readonly found: Finding
}

/** The values of a file that was opened. */
export const openedValues = (listed: Listed): readonly string[] => {
  const { file, status, name, size, type, sha256, intact, record, found } = listed
  return [
    file,
    status,
    name,
    `${size}`,
    type,
    sha256,
    intact ? 'yes' : 'no',
    record?.sealedAt ?? '',
    record?.name ?? '',
    record?.checks.join(' ') ?? '',
    record?.remarks.join(' ') ?? '',
    foundIn(found),
    '',
  ]
}
