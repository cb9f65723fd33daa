import type { CallContext } from '../../core/api.ts'
import { isSealDropError } from '../../core/errors.ts'
import type { Client } from './client.ts'
import type { ResumePoint } from './files.ts'
import { findSession } from './opening.ts'
import type { CheckedOptions } from './options.ts'
import { lookUntilThere } from './poll.ts'

/**
 * Whether the session of an earlier visit became a transfer that has this file: its page was gone before it heard so. Sent again in
 * another session, the recipients would be mailed twice.
 */
export const wasSubmitted = async (
  client: Client,
  { poll, apiVersion }: CheckedOptions,
  { transfer, file }: ResumePoint,
  context: CallContext,
): Promise<boolean> => {
  if (await findSession(client, transfer, context)) return false
  try {
    const look = await lookUntilThere(client, transfer, poll, apiVersion, context)
    if (look.there !== 'yes') return false
    const { files = [] } = look.transfer
    return files.length === 0 || files.some(({ id }) => id === file)
  } catch (thrown) {
    if (isSealDropError(thrown) && !thrown.retryable) return false
    throw thrown
  }
}
