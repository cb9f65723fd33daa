import { isSealDropError } from '../core/errors.ts'
import { visible } from '../desk/text.ts'
import type { Opener } from '../open/index.ts'
import { looksSealed } from '../open/looks-sealed.ts'
import { keyFinder } from '../open/opener.ts'
import { readWords } from './args.ts'
import { type Header, readEnvelope } from './envelope.ts'
import { EXIT, UsageError } from './exit.ts'
import { type Failed, failureOf, type Skipped } from './failure.ts'
import { openersIn } from './identities.ts'
import { PluginError } from './plugin.ts'
import { jsonLine } from './report.ts'
import { blobAt, listFiles, type SealedFile } from './sealed-files.ts'
import type { Terminal } from './terminal.ts'

/** One key file, and all that is in it. */
interface KeyHolder {
  readonly path: string
  readonly openers: Opener
}

type Answer =
  | {
      readonly status: 'sealed'
      readonly file: string
      readonly sealed: string
      /** The kinds of its recipients: a header does not say who they are. */
      readonly recipients: readonly string[]
      /** The key files that open it. */
      readonly opens: readonly string[]
    }
  | Skipped
  | Failed

const hasKey = async (opener: Opener, { bytes, stanzas }: Header): Promise<boolean> => {
  try {
    const fileKey = await keyFinder(opener).fileKeyOf(bytes, stanzas)
    fileKey.fill(0)
    return true
  } catch (thrown) {
    if (thrown instanceof PluginError) throw thrown
    if (isSealDropError(thrown) && thrown.code === 'no-identity') return false
    throw thrown
  }
}

/** By the header alone: nothing of the content is read. */
const answerOf = async (
  { path, isNamed }: SealedFile,
  holders: readonly KeyHolder[],
): Promise<Answer> => {
  const blob = await blobAt(path)
  if (!isNamed && !(await looksSealed(path, blob)))
    return { status: 'skipped', file: path, message: 'It is no sealed file.' }
  const { header, shape, recipients } = await readEnvelope(blob)
  const opens: string[] = []
  // One after the other: a card may ask a person.
  for (const { path: name, openers } of holders) if (await hasKey(openers, header)) opens.push(name)
  return { status: 'sealed', file: path, sealed: shape, recipients, opens }
}

const line = (answer: Answer): string => {
  const file = visible(answer.file, 400)
  if (answer.status === 'failed')
    return `failed   ${file}: ${answer.code}: ${visible(answer.message, 400)}`
  if (answer.status === 'skipped') return `skipped  ${file}: ${answer.message}`
  const names = answer.opens.map(name => visible(name, 400)).join(', ')
  return `${names === '' ? 'none    ' : 'opens   '} ${file}: ${names || 'none of these keys'}`
}

/** How many files each key file opens, and how many no other one of them does. */
const countsOf = (holders: readonly KeyHolder[], answers: readonly Answer[]) =>
  holders.map(({ path }) => {
    const own = answers.flatMap(answer =>
      answer.status === 'sealed' && answer.opens.includes(path) ? [answer.opens.length] : [],
    )
    return { identity: path, opens: own.length, alone: own.filter(count => count === 1).length }
  })

const holdersOf = async (
  paths: readonly string[],
  terminal: Terminal,
): Promise<readonly KeyHolder[]> => {
  const unique = [...new Set(paths)]
  if (unique.length === 0)
    throw new UsageError('Whose keys? -i names a key file, once for each that is asked about.')
  const holders: KeyHolder[] = []
  for (const path of unique) holders.push({ path, openers: await openersIn([path], terminal) })
  return holders
}

/** Which of some keys open which files. */
export const recipients = async (words: readonly string[], terminal: Terminal): Promise<number> => {
  const { values, positionals } = readWords(words, {
    identity: { type: 'string', short: 'i', multiple: true },
    json: { type: 'boolean' },
  })
  if (positionals.length === 0) throw new UsageError('Which files or folders?')
  if (positionals.includes('-')) throw new UsageError('Files come from the disk, not from -.')
  const holders = await holdersOf(values.identity ?? [], terminal)
  const answers: Answer[] = []
  for (const file of await listFiles(positionals)) {
    terminal.signal.throwIfAborted()
    const answer = await answerOf(file, holders).catch((thrown: unknown) => {
      terminal.signal.throwIfAborted()
      return failureOf(file.path, thrown)
    })
    answers.push(answer)
    if (values.json) terminal.out(jsonLine(answer))
    else if (answer.status === 'failed') terminal.err(line(answer))
    else terminal.out(line(answer))
  }
  const count = (is: (answer: Answer) => boolean): number => answers.filter(is).length
  const sealed = count(({ status }) => status === 'sealed')
  const none = count(answer => answer.status === 'sealed' && answer.opens.length === 0)
  const failed = count(({ status }) => status === 'failed')
  const skipped = count(({ status }) => status === 'skipped')
  const identities = countsOf(holders, answers)
  if (values.json)
    terminal.out(jsonLine({ status: 'ended', sealed, identities, none, failed, skipped }))
  else {
    for (const { identity, opens, alone } of identities)
      terminal.err(`${visible(identity, 400)} opens ${opens} of ${sealed}, and alone ${alone}.`)
    terminal.err(`${none} open with none of these keys, ${failed} failed, ${skipped} skipped.`)
  }
  // Of nothing, nobody knows whether a key can go.
  return none + failed > 0 || sealed === 0 ? EXIT.someFailed : EXIT.fine
}
