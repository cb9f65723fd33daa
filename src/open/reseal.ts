import { Encrypter, Stanza } from 'age-encryption'
import { additionError } from '../core/additions.ts'
import type { Job } from '../core/contracts.ts'
import { readRecipients } from '../core/recipient.ts'
import type { SealRecord } from '../core/record.ts'
import { noble } from '../seal/schemes/age/aead.ts'
import { recordStanza } from '../seal/schemes/age/record.ts'
import { type OpenedStream, streamOf } from './open-stream.ts'
import type { Opener } from './opener.ts'
import { unseal } from './unseal.ts'

/** What the sender claimed goes into the new header as it was, for the new file key. */
const withRecord = (record: SealRecord) => ({
  async wrapFileKey(fileKey: Uint8Array): Promise<Stanza[]> {
    const copy = fileKey.slice()
    const { args, body } = await recordStanza(record, copy, noble)
    copy.fill(0)
    return [new Stanza([...args], body)]
  },
})

/**
 * Seals a sealed file anew, for other recipients, while it is read: in constant memory, under a new file key, with the record that it has.
 * The stream is a plain age file, whatever was around the one before. It errors as that of `openStream` does, and then what came of it is
 * no whole file: keep nothing of it before the stream closed. Rejects as `openStream` does, and with `no-recipient` or `bad-recipient`.
 */
export const reseal = async (
  sealed: Blob | ReadableStream<Uint8Array>,
  opener: Opener,
  recipients: readonly string[],
  job: Partial<Job> = {},
): Promise<OpenedStream> => {
  const error = additionError()
  if (error) throw error
  const encrypter = new Encrypter()
  for (const [text] of readRecipients(recipients)) encrypter.addRecipient(text)
  const { record, stream, intact } = streamOf(await unseal(sealed, opener, job))
  if (record) encrypter.addRecipient(withRecord(record))
  const anew = (await encrypter.encrypt(stream)) as OpenedStream['stream']
  return { ...(record && { record }), stream: anew, intact }
}
