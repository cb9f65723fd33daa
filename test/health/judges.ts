import { publint } from 'publint'
import { formatMessage } from 'publint/utils'

/** What publint finds. */
export const publintProblems = async (tarball: ArrayBuffer): Promise<readonly string[]> => {
  const { messages, pkg } = await publint({ pack: { tarball }, strict: true })
  return messages.map(message => formatMessage(message, pkg, { color: false }) ?? message.code)
}
