import { createInterface } from 'node:readline'
import { CARD } from './card.ts'

/**
 * `age-plugin-tagtest`: a plugin of age (C2SP age-plugin, `identity-v1`) that holds the private keys of `CARD`, as the plugin of a
 * hardware key does. It asks for a touch before it answers.
 */
interface Line {
  readonly args: readonly string[]
  readonly body: Buffer
}

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const nextLine = async (): Promise<string> => {
  const { value, done } = await lines.next()
  if (done) process.exit(1)
  return value
}

const hear = async (): Promise<Line> => {
  const args = (await nextLine()).slice(3).split(' ')
  let text = ''
  for (;;) {
    const line = await nextLine()
    text += line
    if (line.length < 64) return { args, body: Buffer.from(text, 'base64') }
  }
}

const say = (args: readonly string[], body: Uint8Array = new Uint8Array(0)): void => {
  const text = Buffer.from(body).toString('base64').replace(/=+$/, '')
  const rows: string[] = text.match(/.{1,64}/g) ?? []
  if (text.length % 64 === 0) rows.push('')
  process.stdout.write(`-> ${args.join(' ')}\n${rows.join('\n')}\n`)
}

if (process.argv[2] !== '--age-plugin=identity-v1') process.exit(2)
const stanzas: Line[] = []
for (let heard = await hear(); heard.args[0] !== 'done'; heard = await hear())
  if (heard.args[0] === 'recipient-stanza')
    stanzas.push({ args: heard.args.slice(2), body: heard.body })
try {
  const fileKey = CARD.fileKeyIn(stanzas)
  if (fileKey) {
    say(['msg'], Buffer.from('Touch the card'))
    await hear()
    say(['file-key', '0'], fileKey)
    await hear()
  }
} catch (thrown) {
  say(['error', 'stanza', '0', '0'], Buffer.from(String(thrown)))
  await hear()
}
say(['done'])
process.exit(0)
