import type { SessionFile } from '../../core/contracts.ts'
import { type Stage, stageOf } from '../../session/phases.ts'
import type { FileStrings } from '../strings/strings.ts'
import { withName } from '../words.ts'
import { type FileWords, isRestored, mayHaveArrived } from './file-words.ts'

/** What can be said of a file. */
export type NewsKind = keyof FileStrings['said']

/** What happened to a file since it was last spoken of. */
export interface News {
  /** As it is now. */
  readonly file: SessionFile
  /** What happened last; undefined where it is over again, and nobody needs to know. */
  readonly kind: NewsKind | undefined
  /** It was accepted or refused. */
  readonly isVerdict: boolean
}

/** What it means that a file came from that stage to the one it is in; undefined where it is a step like any other. */
export const newsKind = (file: SessionFile, from: Stage | undefined): NewsKind | undefined => {
  const { state } = file
  if (stageOf(state) === 'offer') return 'offered'
  switch (state.phase) {
    case 'cancelled':
      return state.mayHaveArrived ? 'cancelledLate' : 'cancelled'
    case 'done':
      return isRestored(file) ? 'restored' : 'done'
    case 'failed':
      return mayHaveArrived(state.error) ? 'unconfirmed' : 'failed'
    case 'refused':
    case 'paused':
      return state.phase
    case 'retrying':
      // Where there is no network, that is said once, for all files.
      return state.at === 'online' ? undefined : 'retrying'
    default:
  }
  if (from === 'failed') return 'again'
  if (from === 'paused' || from === 'offer') return 'resumed'
  return from === 'checking' ? 'added' : undefined
}

/** So many reasons are read out; more of them are for the list. */
const MOST_REASONS = 2

const whyOf = (file: SessionFile, { error, fileStrings: { hitch } }: FileWords): string => {
  const { state } = file
  if (!('error' in state)) return ''
  if (state.phase === 'retrying') return hitch[state.error.code] ?? hitch.network
  return error(state.error, file)
}

/** Each reason after the name of its file, or once where it is the same for all. */
const reasonsOf = (files: readonly SessionFile[], words: FileWords): string => {
  const named = files.map(file => ({
    name: words.nameOf(file),
    why: whyOf(file, words),
  }))
  const whys = new Set(named.map(({ why }) => why))
  if (named.length > 1 && whys.size === 1) return [...whys].join('')
  const { seeList, between } = words.fileStrings.gathered
  if (named.length > MOST_REASONS) return seeList
  return named.map(({ name, why }) => withName(words, name, why)).join(between)
}

const sentence = (kind: NewsKind, files: readonly SessionFile[], words: FileWords): string => {
  const [first] = files
  if (!first) return ''
  const values = { name: words.nameOf(first), why: whyOf(first, words) }
  const said = words.plural(words.fileStrings.said[kind], files.length, values)
  const isExplained = kind === 'refused' || kind === 'failed' || kind === 'unconfirmed'
  return files.length > 1 && isExplained
    ? said + words.fileStrings.gathered.between + reasonsOf(files, words)
    : said
}

/** "20 files added, 2 not." */
const verdicts = (all: readonly News[], words: FileWords): readonly string[] => {
  const { gathered, remark } = words.fileStrings
  const judged = all.filter(({ isVerdict }) => isVerdict)
  const refused = judged.filter(({ kind }) => kind === 'refused').map(({ file }) => file)
  const accepted = judged.filter(({ kind }) => kind !== 'refused')
  const added = accepted.map(({ file }) => file)
  const [first] = accepted
  const isNamedAnyway = added.length === 1 && first?.kind !== 'added' && first?.kind !== undefined
  const said =
    added.length > 0 && refused.length > 0
      ? [
          words.plural(gathered.addedNot, added.length, {
            not: words.number(refused.length),
          }),
          reasonsOf(refused, words),
        ]
      : [isNamedAnyway ? '' : sentence('added', added, words), sentence('refused', refused, words)]
  const remarked = added.filter(({ remarks }) => remarks.length > 0)
  const [one] = remarked
  if (!one) return said
  const text = one.remarks.map(found => remark[found]).join(gathered.between)
  const named = added.length === 1 ? text : withName(words, words.nameOf(one), text)
  return [...said, remarked.length > 1 ? words.plural(gathered.remarked, remarked.length) : named]
}

/** All of it in one line. `summary`: where the whole batch stands; else ''. */
export const lineOf = (all: readonly News[], summary: string, words: FileWords): string => {
  const filesOf = (kind: NewsKind): readonly SessionFile[] =>
    all.filter(news => news.kind === kind).map(({ file }) => file)
  // In the order of the words.
  const kinds = Object.keys(words.fileStrings.said) as NewsKind[]
  const others = kinds.map(kind => {
    if (kind === 'added' || kind === 'refused') return ''
    const files = filesOf(kind)
    // The summary counts them, too.
    return kind === 'done' && files.length > 1 && summary ? '' : sentence(kind, files, words)
  })
  return [...verdicts(all, words), ...others, summary]
    .filter(Boolean)
    .join(words.fileStrings.gathered.between)
}
