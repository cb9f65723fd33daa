import { fromBase64, toBase64 } from '../core/base64.ts'
import type { ReadStanza } from '../open/index.ts'

const LINE = 64
/** A file key is 16 bytes, and messages are sentences. */
const MAX_STANZA_LETTERS = 1 << 20

/** A stanza as both sides of age's plugin protocol write it: unpadded base64 in lines of 64 columns, the last one shorter, or empty. */
export const stanzaText = (
  args: readonly string[],
  body: Uint8Array = new Uint8Array(0),
): string => {
  const text = toBase64(body).replace(/=+$/, '')
  const lines: string[] = text.match(/.{1,64}/g) ?? []
  if (text.length % LINE === 0) lines.push('')
  return `-> ${args.join(' ')}\n${lines.join('\n')}\n`
}

const broken = (): Error => new Error('it does not speak age’s plugin protocol')

/** What a plugin says, stanza by stanza. Throws for anything else, and for one that never ends. */
export async function* stanzasIn(text: AsyncIterable<string>): AsyncGenerator<ReadStanza> {
  let rest = ''
  let args: readonly string[] | undefined
  let body = ''
  for await (const piece of text) {
    rest += piece
    if (rest.length + body.length > MAX_STANZA_LETTERS) throw broken()
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (!args) {
        if (!line.startsWith('-> ')) throw broken()
        args = line.slice(3).split(' ')
        body = ''
        continue
      }
      if (!/^[A-Za-z0-9+/]{0,64}$/.test(line)) throw broken()
      body += line
      if (line.length === LINE) continue
      yield { args, body: fromBase64(body) }
      args = undefined
    }
  }
}
