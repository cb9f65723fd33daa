import { Busboy } from '@fastify/busboy'

export interface Part {
  readonly name: string
  readonly bytes: Buffer
  /** Absent for a plain field. */
  readonly file?: { readonly name: string; readonly type: string }
}

/** The parts of a `multipart/form-data` body in their order, or undefined when it is none or is malformed. */
export const readMultipart = (
  body: Buffer,
  contentType: string | undefined,
): Promise<readonly Part[] | undefined> =>
  new Promise(resolve => {
    if (!contentType || !/^multipart\/form-data\s*;/i.test(contentType)) return resolve(undefined)
    const malformed = () => resolve(undefined)
    try {
      const parts: Part[] = []
      // The name is evidence here, so it is kept as it came, path and all.
      const busboy = new Busboy({ headers: { 'content-type': contentType }, preservePath: true })
      busboy.on('field', (name, value) => {
        parts.push({ name, bytes: Buffer.from(value) })
      })
      busboy.on('file', (name, stream, fileName, _encoding, type) => {
        const at = parts.length
        const chunks: Buffer[] = []
        const take = () => {
          const bytes = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)
          parts[at] = { name, bytes, file: { name: fileName ?? '', type } }
        }
        take()
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', take)
        stream.on('error', malformed)
      })
      busboy.on('finish', () => resolve(parts))
      busboy.on('error', malformed)
      busboy.end(body)
    } catch {
      malformed()
    }
  })
