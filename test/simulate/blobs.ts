const bytesOfPart = (part: unknown): Uint8Array => {
  if (part instanceof SimulatedBlob) return part.bytes
  if (typeof part === 'string') return new TextEncoder().encode(part)
  if (ArrayBuffer.isView(part))
    return new Uint8Array(part.buffer, part.byteOffset, part.byteLength).slice()
  return new Uint8Array(part as ArrayBuffer).slice()
}

/** A Blob that knows its bytes at once: reading one never leaves the story's own order of events. */
export class SimulatedBlob {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string

  constructor(parts: readonly unknown[] = [], { type = '' }: BlobPropertyBag = {}) {
    this.bytes = new Uint8Array(Buffer.concat(parts.map(bytesOfPart)))
    this.type = type
  }
  get size(): number {
    return this.bytes.length
  }
  async arrayBuffer(): Promise<ArrayBuffer> {
    return this.bytes.slice().buffer
  }
  async text(): Promise<string> {
    return Buffer.from(this.bytes).toString()
  }
  slice(start = 0, end: number = this.size, type = ''): SimulatedBlob {
    return new SimulatedBlob([this.bytes.slice(start, end)], { type })
  }
}

export class SimulatedFile extends SimulatedBlob {
  readonly name: string
  readonly lastModified: number

  constructor(parts: readonly unknown[], name: string, options: FilePropertyBag = {}) {
    super(parts, options)
    this.name = name
    this.lastModified = options.lastModified ?? 0
  }
}

/** As the standard's "multipart/form-data encoding algorithm" escapes a name. */
const escaped = (name: string): string =>
  name.replaceAll('\n', '%0A').replaceAll('\r', '%0D').replaceAll('"', '%22')

/** A FormData that is written out as a browser does. */
export class SimulatedFormData {
  readonly #entries: { name: string; value: string | SimulatedBlob; fileName: string }[] = []

  append(name: string, value: unknown, fileName?: string): void {
    const own = value instanceof SimulatedFile ? value.name : 'blob'
    const kept = value instanceof SimulatedBlob ? value : String(value)
    this.#entries.push({ name, value: kept, fileName: fileName ?? own })
  }
  set(name: string, value: unknown, fileName?: string): void {
    const at = this.#entries.findIndex(entry => entry.name === name)
    if (at >= 0) this.#entries.splice(at, 1)
    this.append(name, value, fileName)
  }
  *entries(): Generator<[string, string | SimulatedBlob]> {
    for (const { name, value } of this.#entries) yield [name, value]
  }
  *values(): Generator<string | SimulatedBlob> {
    for (const { value } of this.#entries) yield value
  }
  forEach(told: (value: string | SimulatedBlob, name: string) => void): void {
    for (const { name, value } of this.#entries) told(value, name)
  }
  [Symbol.iterator](): Generator<[string, string | SimulatedBlob]> {
    return this.entries()
  }
  /** Its bytes, with a boundary of their own each time. */
  written(boundary: string): Uint8Array {
    const parts = this.#entries.flatMap(({ name, value, fileName }) => {
      const head = `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(name)}"`
      if (typeof value === 'string')
        return [Buffer.from(`${head}\r\n\r\n${value.replaceAll(/\r?\n/g, '\r\n')}\r\n`)]
      const type = value.type || 'application/octet-stream'
      const fileHead = `${head}; filename="${escaped(fileName)}"\r\nContent-Type: ${type}\r\n\r\n`
      return [Buffer.from(fileHead), value.bytes, Buffer.from('\r\n')]
    })
    return Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)])
  }
}
