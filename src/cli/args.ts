import { parseArgs } from 'node:util'
import { UsageError } from './exit.ts'

type Options = Readonly<Record<string, Option>>

interface Option {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  readonly multiple?: boolean
}

type Value<Known extends Option> = Known extends { readonly type: 'boolean' }
  ? boolean
  : Known extends { readonly multiple: true }
    ? readonly string[]
    : string

/** What the words say. */
interface Words<Known extends Options> {
  readonly values: { readonly [Name in keyof Known]?: Value<Known[Name]> }
  readonly positionals: readonly string[]
}

/** Others on the machine can read the words of a call, and a shell writes them into its history. */
const refuseSecrets = (words: readonly string[]): void => {
  if (words.some(word => /AGE-(SECRET-KEY|PLUGIN)-/i.test(word)))
    throw new UsageError(
      'An identity is never given as a word of the call, where others can read it: give a file that holds it (-i FILE), or standard input (-i -).',
    )
}

/** Reads the words behind the name of a command. Throws `UsageError` for any that it does not know. */
export const readWords = <const Known extends Options>(
  words: readonly string[],
  options: Known,
): Words<Known> => {
  refuseSecrets(words)
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true }) as Words<Known>
  } catch (cause) {
    const [message = ''] = cause instanceof Error ? cause.message.split('\n') : []
    throw new UsageError(message)
  }
}
