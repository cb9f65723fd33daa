import type { Content, Job, Remark } from '../core/contracts.ts'
import { walkContent } from '../intake/content/walk.ts'
import { formats } from '../intake/formats.ts'

/** What this page itself finds in a document. */
export interface Finding extends Content {
  /** Whether it is one of the formats that can be checked: PDF, JPG, PNG. */
  readonly isKnown: boolean
}

/**
 * Stricter than intake, because the recipient's system opens the saved file by its extension: a valid PDF that is called
 * `invoice.pdf.js` is a script to Windows. Only a name without an extension is no contradiction.
 */
const isNamedOtherwise = (name: string, type: string): boolean => {
  const extension = /\.([^.\s]+)\s*$/.exec(name)?.[1]?.toLowerCase()
  if (extension === undefined) return false
  const format = formats.find(known => known.type === type)
  if (format) return !format.extensions.includes(extension)
  return formats.some(({ extensions }) => extensions.includes(extension))
}

/**
 * Checks a document as `inspect` does, but on the page's own thread, because a page opened from disk has no worker. It refuses
 * nothing: what `inspect` would throw becomes a finding.
 */
export const examine = async (file: File, job: Job): Promise<Finding> => {
  const content = await walkContent(file, job)
  const mismatch: Remark[] = isNamedOtherwise(file.name, content.type) ? ['name-mismatch'] : []
  return {
    ...content,
    remarks: [...content.remarks, ...mismatch],
    isKnown: formats.some(({ type }) => type === content.type),
  }
}
