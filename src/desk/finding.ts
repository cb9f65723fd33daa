import type { Content, Job, Remark } from '../core/contracts.ts'
import { walkContent } from '../intake/content/walk.ts'
import { formats } from '../intake/formats.ts'

/** What this desk itself finds in a document. */
export interface Finding extends Content {
  /** One of the three kinds that can be looked through: PDF, JPG, PNG. */
  readonly isKnown: boolean
}

/**
 * Stricter than intake, where the extension changes nothing: what is saved here is opened by it. A whole PDF that is called
 * `invoice.pdf.js` is a script to Windows. Only a name without an extension claims nothing.
 */
const isNamedOtherwise = (name: string, type: string): boolean => {
  const extension = /\.([^.\s]+)\s*$/.exec(name)?.[1]?.toLowerCase()
  if (extension === undefined) return false
  const format = formats.find(known => known.type === type)
  if (format) return !format.extensions.includes(extension)
  return formats.some(({ extensions }) => extensions.includes(extension))
}

/**
 * The walk and the rules of `inspect`, on the page's own thread: a page opened from the disk has no worker. Nothing is
 * refused; what `inspect` would throw is said.
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
