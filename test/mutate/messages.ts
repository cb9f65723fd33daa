import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin'

/** What is read of a syntax tree: Babel's own types come with no package that we depend on. */
interface Syntax {
  readonly type: string
  readonly value?: unknown
  readonly name?: unknown
  readonly id?: Syntax
  readonly callee?: Syntax
  readonly quasis?: readonly { readonly value: { readonly raw: string } }[]
}
interface Place {
  readonly node: Syntax
  readonly listKey?: string | undefined
  readonly parentPath?: Place | null
}

/** Who makes an error of a sentence: the classes, and the small functions that call them. */
const makers =
  /^(\w*Error|\w*Failure|DOMException|misconfigured|bad|damaged|invalid|refuse|refused|refusal|again|fail|wrong|malformed|unreadable|gone|reportError)$/

/** Between a sentence and the call it is an argument of: a choice of words, or words put together. */
const joints = new Set(['ConditionalExpression', 'BinaryExpression', 'TemplateLiteral'])

const textOf = ({ type, value, quasis }: Syntax): string => {
  if (type === 'StringLiteral') return String(value)
  return type === 'TemplateLiteral' ? (quasis ?? []).map(part => part.value.raw).join('…') : ''
}

/** Also where it is kept as `message` first. */
const isArgumentOfMaker = (place: Place): boolean => {
  const parent = place.parentPath
  if (!parent) return false
  if (parent.node.type === 'VariableDeclarator') return parent.node.id?.name === 'message'
  if (joints.has(parent.node.type)) return isArgumentOfMaker(parent)
  const name = parent.node.callee?.name
  return place.listKey === 'arguments' && typeof name === 'string' && makers.test(name)
}

/**
 * Why not to mutate what is here. An error's message is for developers and may be worded anew at any time: its code is
 * the contract. A code has no space, so what a sentence is shows by itself.
 */
export const messageReason = (place: Place): string | undefined =>
  textOf(place.node).includes(' ') && isArgumentOfMaker(place)
    ? 'The words of an error are for developers; its code is the contract.'
    : undefined

export const strykerPlugins: readonly unknown[] = [
  declareValuePlugin(PluginKind.Ignore, 'messages', {
    shouldIgnore: path => messageReason(path as Place),
  }),
]
