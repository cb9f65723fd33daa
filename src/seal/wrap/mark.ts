/** Where the payload begins. */
export const WRAP_HEAD_BYTES = 3584
/** The third line of every wrapper, up to its version. */
export const WRAP_MARK = '%sealdrop.dev/wrap-pdf'
const VERSION = 'v1'

/**
 * The first bytes of every wrapper, one character for each. Those above 127 are there so that programs on the way do not take the
 * file for text (ISO 32000-2, 7.5.2).
 */
export const WRAP_BEGINNING: string = `%PDF-2.0\n%\xe2\xe3\xcf\xd3\n${WRAP_MARK} ${VERSION}\n`
