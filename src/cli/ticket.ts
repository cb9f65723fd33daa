import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { isSealDropError } from '../core/errors.ts'
import { anyClient, verifyTicket } from '../relay/ticket.ts'
import { readWords } from './args.ts'
import { EXIT, systemWords, UsageError } from './exit.ts'
import type { Terminal } from './terminal.ts'

/** One key in each line. What was given is not repeated: it may be the key itself. */
const keysAt = async (path: string): Promise<readonly string[]> => {
  const lines = await readFile(path, 'utf8').catch(cause => {
    throw new UsageError(`The file of --key-file: ${systemWords(cause)}.`)
  })
  return lines.split(/\r?\n/).filter(line => line !== '')
}

export const ticket = async (words: readonly string[], terminal: Terminal): Promise<number> => {
  const { values, positionals } = readWords(words, {
    'key-file': { type: 'string' },
    client: { type: 'string' },
    provider: { type: 'string' },
  })
  const path = values['key-file']
  if (path === undefined)
    throw new UsageError('--key-file names the file with the relay’s ticketKey.')
  if (positionals.length > 1) throw new UsageError('One ticket at a time.')
  const [given = '-'] = positionals
  const shown = given === '-' ? (await text(process.stdin)).trim() : given
  try {
    const stated = await verifyTicket(shown, await keysAt(path), {
      client: values.client ?? anyClient,
      provider: values.provider,
    })
    if (stated)
      terminal.out(JSON.stringify({ ...stated, expires: new Date(stated.expires).toISOString() }))
    else terminal.err('The ticket is forged, expired, or of another client or provider.')
    return stated ? EXIT.fine : EXIT.someFailed
  } catch (thrown) {
    throw isSealDropError(thrown) ? new UsageError(thrown.message) : thrown
  }
}
