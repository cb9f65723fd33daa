import { multipartName } from './multipart-name.ts'

/** One entry of a form: a text, or a file with the name that the server is told. */
export type FormPart =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly file: Blob; readonly fileName: string }

/** As `createApi` takes it. */
export interface Form {
  readonly headers: { readonly 'Content-Type': string }
  readonly body: Blob
}

const toCrlf = (text: string): string => text.replace(/\r\n|\r|\n/g, '\r\n')

/** What stands before a file's bytes, or the whole of a text. A file's name keeps its line ends, which a field's does not. */
const headOf = (part: FormPart): string => {
  const start = `Content-Disposition: form-data; name="${multipartName(toCrlf(part.name))}"`
  if ('text' in part) return `${start}\r\n\r\n${toCrlf(part.text)}`
  const type = part.file.type || 'application/octet-stream'
  return `${start}; filename="${multipartName(part.fileName)}"\r\nContent-Type: ${type}\r\n\r\n`
}

/**
 * A multipart/form-data request whose bytes are the same each time: as a browser writes `FormData` (HTML, "multipart/form-data encoding
 * algorithm"), but with a boundary made from `key`, the parcel's own. A browser takes another boundary for each request, and a server
 * that compares the bytes of two requests with one key calls them different. The files are parts of the Blob; nothing is copied.
 */
export const multipartBody = (key: string, parts: readonly FormPart[]): Form => {
  const boundary = `----sealdrop-${key}`
  const pieces = parts.flatMap(part => [
    `--${boundary}\r\n${headOf(part)}`,
    ...('file' in part ? [part.file] : []),
    '\r\n',
  ])
  return {
    headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
    body: new Blob([...pieces, `--${boundary}--\r\n`]),
  }
}
