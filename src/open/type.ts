import { backgroundJob } from '../core/abort.ts'
import { kindOf } from '../intake/content/kind.ts'
import { HEAD_BYTES } from '../intake/content/signatures.ts'
import { Slices } from '../intake/content/slices.ts'

const KNOWN = ['application/pdf', 'image/jpeg', 'image/png']

/** The media type by content: PDF, JPEG or PNG, otherwise `application/octet-stream`. What the sender claims plays no part. */
export const typeOf = async (blob: Blob): Promise<string> => {
  const slices = new Slices(blob, backgroundJob)
  try {
    const { type } = (await kindOf(slices, HEAD_BYTES)) ?? { type: '' }
    return KNOWN.includes(type) ? type : 'application/octet-stream'
  } finally {
    slices.end()
  }
}
