/** What the command ends with: documented in `--help`, so part of the API. Ended by a signal, it is 128 and the signal's number. */
export const EXIT = { fine: 0, someFailed: 1, usage: 2, target: 3 } as const

/** The words of a call are wrong, or what it needs is not there: nothing was begun. Its message names no secret. */
export class UsageError extends Error {}

/** The folder cannot be written: nothing after it could be, either. */
export class TargetError extends Error {}

/** A signal, or a reader of the output who went away: the reason of the abort. */
export class Stopped extends Error {
  readonly exitCode: number

  constructor(exitCode: number) {
    super('stopped')
    this.exitCode = exitCode
  }
}

/** The code of a system error, such as `ENOSPC`. */
export const systemCode = (thrown: unknown): string =>
  thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''

const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'it may not be read or written by you',
  EDQUOT: 'your quota is used up',
  EEXIST: 'it is there already, and nothing is overwritten',
  EFBIG: 'the file system takes no file as large',
  EISDIR: 'it is a folder',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'it is not there',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'it is no folder',
  EPERM: 'it may not be read or written by you',
  EROFS: 'it is read-only',
}

/** For people. The message of a system error repeats the path as it is. */
export const systemWords = (thrown: unknown): string => {
  const code = systemCode(thrown)
  return WORDS[code] ?? (code || 'it failed')
}
