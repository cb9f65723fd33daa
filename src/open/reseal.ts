import { Encrypter, Stanza } from 'age-encryption'
import { additionError } from '../core/additions.ts'
import type { Job } from '../core/contracts.ts'
import { SealDropError } from '../core/errors.ts'
import { readRecipients } from '../core/recipient.ts'
import { noble } from '../seal/schemes/age/aead.ts'
import { recordTextStanza } from '../seal/schemes/age/record.ts'
import { type OpenedStream, streamOf } from './open-stream.ts'
import type { Opener } from './opener.ts'
import { unseal } from './unseal.ts'

/** What the sender claimed goes into the new header as it was, for the new file key. */
const withRecord = (text: Uint8Array<ArrayBuffer>) => ({
  async wrapFileKey(fileKey: Uint8Array): Promise<Stanza[]> {
    const copy = fileKey.slice()
    const { args, body } = await recordTextStanza(text, copy, noble)
    copy.fill(0)
    return [new Stanza([...args], body)]
  },
})

/**
 * Seals a sealed file anew, for other recipients, while it is read: in constant memory, under a new file key, with the record that it has, byte for byte.
 * The stream is a plain age file, whatever was around the one before. It errors as that of `openStream` does, and then what came of it is
 * no whole file: keep nothing of it before the stream closed. Rejects as `openStream` does, with
 * `no-recipient` or `bad-recipient`, and with `unsupported` for a record of a later version.
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
  const unsealed = await unseal(sealed, opener, job)
  try {
    if (unsealed.hasLaterRecord)
      throw new SealDropError('unsupported', 'Its record is of a later version, and would be lost.')
    if (unsealed.recordText) encrypter.addRecipient(withRecord(unsealed.recordText))
    const { record, stream, intact } = streamOf(unsealed)
    const anew = (await encrypter.encrypt(stream)) as OpenedStream['stream']
    return { ...(record && { record }), stream: anew, intact }
  } catch (thrown) {
    await unsealed.end(thrown)
    throw thrown
  }
}
