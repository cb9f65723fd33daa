import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { visible } from '../desk/text.ts'
import { systemWords, UsageError } from './exit.ts'
import type { Outcome } from './outcome.ts'

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

/** RFC 4180. */
export const csvRow = (values: readonly string[]): string => `${values.map(cell).join(',')}\r\n`

const valuesOf = (outcome: Outcome): readonly string[] => {
  const { file, status } = outcome
  if (status === 'failed') {
    const message = `${outcome.code}: ${outcome.message}`
    return [file, status, ...COLUMNS.slice(3).map(() => ''), message]
  }
  if (status === 'skipped')
    return [file, status, ...COLUMNS.slice(3).map(() => ''), outcome.message]
  const { name, size, type, sha256, intact, record, found } = outcome
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
    [...found.remarks, ...(found.damage === undefined ? [] : [`damaged: ${found.damage}`])].join(
      ' ',
    ),
    '',
  ]
}

/** A list of what became of each file, for whoever has to show it. */
export interface Manifest {
  add(outcome: Outcome): Promise<void>
  close(): Promise<void>
}

const HEADER = MARK + csvRow(COLUMNS)

const readyFor = async (file: FileHandle): Promise<string> => {
  const { size } = await file.stat()
  if (size === 0) return HEADER
  const expected = Buffer.from(HEADER)
  const { buffer } = await file.read(Buffer.alloc(expected.length), 0, expected.length, 0)
  if (!buffer.equals(expected)) throw new UsageError('it is there already, and is no such list')
  const last = await file.read(Buffer.alloc(1), 0, 1, size - 1)
  // A run that was killed may have left half a line.
  return last.buffer[0] === 10 ? '' : '\r\n'
}

/** Adds to the list at this path, or begins it, for its owner alone. Throws `UsageError` where something else is there. */
export const openManifest = async (path: string): Promise<Manifest> => {
  try {
    const flags = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT
    const file = await open(path, flags, 0o600)
    try {
      await file.appendFile(await readyFor(file))
    } catch (thrown) {
      await file.close()
      throw thrown
    }
    return {
      add: outcome => file.appendFile(csvRow(valuesOf(outcome))),
      close: () => file.close(),
    }
  } catch (thrown) {
    const words = thrown instanceof UsageError ? thrown.message : systemWords(thrown)
    throw new UsageError(`${visible(path)}: ${words}.`)
  }
}
