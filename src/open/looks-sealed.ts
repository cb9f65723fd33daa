import { WRAP_MARK } from '../seal/wrap/mark.ts'

const HEAD_BYTES = 1024

/** Whether a file of a folder is meant: by its name, or by how it begins. Everything else there is left alone. Rejects with the read error. */
export const looksSealed = async (name: string, blob: Blob): Promise<boolean> => {
  if (/\.age$/i.test(name)) return true
  const head = new TextDecoder('latin1').decode(await blob.slice(0, HEAD_BYTES).arrayBuffer())
  return (
    head.startsWith('age-encryption.org/') ||
    /^(\xef\xbb\xbf)?\s*-----BEGIN AGE ENCRYPTED FILE-----/.test(head) ||
    (head.startsWith('%PDF-') && head.includes(`\n${WRAP_MARK} `))
  )
}
