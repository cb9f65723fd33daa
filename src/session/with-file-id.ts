import { SealDropError } from '../core/errors.ts'

/** The same error with the id of the file that it happened to. */
export const withFileId = (error: SealDropError, fileId: string): SealDropError =>
  error.fileId === fileId
    ? error
    : new SealDropError(error.code, error.message, { ...error.facts, fileId })
