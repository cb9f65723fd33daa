import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { CSV_START, csvRow, emptyAfter, openedValues } from '../desk/csv.ts'
import { visible } from '../desk/text.ts'
import { systemWords, UsageError } from './exit.ts'
import type { Outcome } from './outcome.ts'

const valuesOf = (outcome: Outcome): readonly string[] => {
  const { file, status } = outcome
  if (status === 'failed') {
    const message = `${outcome.code}: ${outcome.message}`
    return emptyAfter(file, status, message)
  }
  if (status === 'skipped') return emptyAfter(file, status, outcome.message)
  return openedValues(outcome)
}

/** A list of what became of each file, for whoever has to show it. */
export interface Manifest {
  add(outcome: Outcome): Promise<void>
  close(): Promise<void>
}

const readyFor = async (file: FileHandle): Promise<string> => {
  const { size } = await file.stat()
  if (size === 0) return CSV_START
  const expected = Buffer.from(CSV_START)
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
