import { toBase64 } from '../../../core/base64.ts'

/** A line of the header and the body under it (C2SP age, "Recipient stanza"). */
export interface Stanza {
  readonly args: readonly string[]
  readonly body: Uint8Array
}

const COLUMNS = 64

/** Standard base64 without padding, as age writes it. */
export const base64 = (bytes: Uint8Array): string => toBase64(bytes).replace(/=+$/, '')

/** The stanza's text: the body in lines of 64 columns, the last one shorter, if need be empty. */
export const formatStanza = ({ args, body }: Stanza): string => {
  const text = base64(body)
  const lines: string[] = []
  for (let at = 0; at <= text.length; at += COLUMNS) lines.push(text.slice(at, at + COLUMNS))
  return `-> ${args.join(' ')}\n${lines.join('\n')}\n`
}
