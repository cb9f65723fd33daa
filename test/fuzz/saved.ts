/** A case as it is kept in a file: JSON, with bytes as base64. */
export const encode = (input: unknown): string =>
  JSON.stringify(
    input,
    (_, value: unknown) =>
      value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value,
    2,
  )

const isBytes = (value: unknown): value is { readonly base64: string } =>
  typeof value === 'object' && value !== null && Object.keys(value).join() === 'base64'

export const decode = (text: string): unknown =>
  JSON.parse(text, (_, value: unknown) =>
    isBytes(value) ? new Uint8Array(Buffer.from(value.base64, 'base64')) : value,
  )
