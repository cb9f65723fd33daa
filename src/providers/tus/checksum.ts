import { toBase64 } from '../../core/base64.ts'
import type { CallJob } from '../../core/contracts.ts'
import { misconfigured } from '../../core/errors.ts'
import type { Answer } from '../../core/request.ts'

/** Checksum algorithms for chunks, by their names in tus. */
export type ChecksumAlgorithm = 'sha256' | 'sha1'

export type Offered = ChecksumAlgorithm | 'none'

/** `probe`: whatever the server offers. `none`: never. */
export type TusChecksum = 'probe' | Offered

/** Throws `misconfigured` for any other value. */
export const checkChoice = (choice: unknown): void => {
  if (!['probe', 'none', 'sha256', 'sha1'].includes(choice as string))
    throw misconfigured('checksum must be probe, none, sha256 or sha1.')
}

const listed = (answer: Answer, header: string): readonly string[] =>
  (answer.header(header) ?? '').split(',').map(word => word.trim())

/** The better one of the algorithms that an answer to OPTIONS offers. */
export const offeredIn = (answer: Answer): Offered => {
  if (answer.status !== 200 && answer.status !== 204) return 'none'
  if (!listed(answer, 'Tus-Extension').includes('checksum')) return 'none'
  const algorithms = listed(answer, 'Tus-Checksum-Algorithm')
  return (['sha256', 'sha1'] as const).find(name => algorithms.includes(name)) ?? 'none'
}

/** The value of `Upload-Checksum`. Hashed in the worker. */
export const checksumOf = async (
  chunk: Blob,
  algorithm: ChecksumAlgorithm,
  job: CallJob,
): Promise<string> => {
  const digest = await job.digest(chunk, algorithm === 'sha256' ? 'SHA-256' : 'SHA-1')
  return `${algorithm} ${toBase64(digest)}`
}
