import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { isSealDropError } from '../core/errors.ts'
import { isReadError } from '../core/read.ts'
import { examine, type Finding } from '../desk/finding.ts'
import { visible } from '../desk/text.ts'
import { type OneOpener, open } from '../open/index.ts'
import { looksSealed } from '../open/looks-sealed.ts'
import { readWords } from './args.ts'
import { type Envelope, readEnvelope } from './envelope.ts'
import { EXIT, systemCode, systemWords, UsageError } from './exit.ts'
import { openersIn } from './identities.ts'
import { blobAt } from './sealed-files.ts'
import type { Terminal } from './terminal.ts'

type Facts = Readonly<Record<string, unknown>>

const SLICE_BYTES = 4 * 1024 * 1024

const sha256Of = async (blob: Blob, signal: AbortSignal): Promise<string> => {
  const hash = createHash('sha256')
  for (let at = 0; at < blob.size; at += SLICE_BYTES) {
    signal.throwIfAborted()
    hash.update(new Uint8Array(await blob.slice(at, at + SLICE_BYTES).arrayBuffer()))
  }
  return hash.digest('hex')
}

const foundIn = ({ format, type, damage, remarks }: Finding): Facts => ({
  format: format || 'unknown',
  type,
  whole: damage === undefined ? undefined : `no: ${damage}`,
  'found here': remarks,
})

const documentFacts = async (file: File, terminal: Terminal): Promise<Facts> => ({
  size: file.size,
  sha256: await sha256Of(file, terminal.signal),
  ...foundIn(await examine(file, { signal: terminal.signal, progress: () => {} })),
})

const envelopeFacts = ({ shape, recipients, hasRecord }: Envelope): Facts => ({
  sealed: shape,
  recipients: recipients.map(kind => (kind === 'scrypt' ? 'passphrase' : kind)),
  record: hasRecord ? 'yes' : 'no',
})

const openedFacts = async (
  sealed: Blob,
  openers: readonly OneOpener[],
  terminal: Terminal,
): Promise<Facts> => {
  const { file, record, intact } = await open(sealed, openers, { signal: terminal.signal })
  return {
    intact: intact ? 'yes' : 'no record',
    name: file.name,
    ...(record && {
      'name sealed': record.name,
      'sealed at': record.sealedAt,
      'sealed by': record.by,
      'checks claimed': record.checks,
      'remarks claimed': record.remarks,
    }),
    ...(await documentFacts(file, terminal)),
  }
}

const factsOf = async (
  path: string,
  openers: readonly OneOpener[],
  terminal: Terminal,
): Promise<Facts> => {
  const blob = await blobAt(path)
  if (!(await looksSealed(path, blob)))
    return { sealed: 'no', ...(await documentFacts(new File([blob], basename(path)), terminal)) }
  const envelope = envelopeFacts(await readEnvelope(blob))
  return openers.length === 0
    ? envelope
    : { ...envelope, ...(await openedFacts(blob, openers, terminal)) }
}

const textOf = (value: unknown): string =>
  visible(Array.isArray(value) ? value.join(', ') || 'none' : String(value), 400)

export const inspect = async (words: readonly string[], terminal: Terminal): Promise<number> => {
  const { values, positionals } = readWords(words, {
    identity: { type: 'string', short: 'i', multiple: true },
    json: { type: 'boolean' },
  })
  if (positionals.length === 0) throw new UsageError('Which files?')
  const openers = await openersIn(values.identity ?? [], terminal)
  let exit: number = EXIT.fine
  for (const path of positionals) {
    const facts = await factsOf(path, openers, terminal).catch((thrown: unknown) => {
      terminal.signal.throwIfAborted()
      const isSystem = systemCode(thrown) !== '' && !isSealDropError(thrown)
      if (!isSealDropError(thrown) && !isSystem && !isReadError(thrown)) throw thrown
      exit = EXIT.someFailed
      return isSealDropError(thrown)
        ? { error: `${thrown.code}: ${thrown.message}` }
        : { error: `unreadable: ${systemWords(thrown)}.` }
    })
    if (values.json) {
      terminal.out(JSON.stringify({ file: path, ...facts }))
      continue
    }
    terminal.out(visible(path, 400))
    for (const [name, value] of Object.entries(facts))
      if (value !== undefined) terminal.out(`  ${name.padEnd(16)} ${textOf(value)}`)
  }
  return exit
}
