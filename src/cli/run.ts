import { VERSION } from '../core/version.ts'
import { visible } from '../desk/text.ts'
import { EXIT, Stopped, TargetError, UsageError } from './exit.ts'
import { help } from './help.ts'
import { inspect } from './inspect.ts'
import { keygen } from './keygen.ts'
import { openCommand } from './open.ts'
import { recipient } from './recipient.ts'
import { recipients } from './recipients.ts'
import { resealCommand } from './reseal.ts'
import { type Terminal, withTerminal } from './terminal.ts'
import { ticket } from './ticket.ts'

type Command = (words: readonly string[], terminal: Terminal) => Promise<number>

const commands: ReadonlyMap<string, Command> = new Map([
  ['keygen', keygen],
  ['recipient', recipient],
  ['open', openCommand],
  ['inspect', inspect],
  ['recipients', recipients],
  ['reseal', resealCommand],
  ['ticket', ticket],
])

const asksForHelp = (words: readonly string[]): boolean => {
  const end = words.indexOf('--')
  return (end < 0 ? words : words.slice(0, end)).some(word => word === '--help' || word === '-h')
}

const dispatch = async (words: readonly string[], terminal: Terminal): Promise<number> => {
  const [name = '', ...rest] = words
  const command = commands.get(name)
  if (command && !asksForHelp(rest)) return command(rest, terminal)
  if (name === '--version' || name === '-V') terminal.out(VERSION)
  else if (command || asksForHelp(words) || name === 'help')
    terminal.out(help[command ? name : (rest[0] ?? '')] ?? help.general ?? '')
  else
    throw new UsageError(
      name === '' ? 'What should be done?' : `There is no command "${visible(name, 40)}".`,
    )
  return EXIT.fine
}

/** Runs the command that the words name; gives back the exit status. */
export const run = (words: readonly string[]): Promise<number> =>
  withTerminal(async terminal => {
    try {
      return await dispatch(words, terminal)
    } catch (thrown) {
      if (thrown instanceof Stopped) return thrown.exitCode
      if (!(thrown instanceof UsageError || thrown instanceof TargetError)) throw thrown
      terminal.err(`sealdrop: ${thrown.message}`)
      if (thrown instanceof TargetError) return EXIT.target
      terminal.err(`See: sealdrop ${commands.has(words[0] ?? '') ? `${words[0]} ` : ''}--help`)
      return EXIT.usage
    }
  })
