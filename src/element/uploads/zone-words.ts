import type { Admissible } from '../admissible.ts'
import { hintText } from '../words.ts'
import type { FileWords } from './file-words.ts'

/** What the zone says once files can be there. */
export interface ZoneWords {
  /** All that may be added are there. */
  readonly isFull: boolean
  /** Above the button; undefined where the page's own words may stand there. */
  readonly prompt: string | undefined
  /** On the button, where another file takes the place of the one before; else undefined. */
  readonly buttonText: string | undefined
  /** What may be added, and how many more. */
  readonly hint: string
}

interface Listed {
  readonly admissible: Admissible
  readonly maxFiles: number | undefined
  /** How many places are taken. */
  readonly active: number
  readonly isListed: boolean
  /** How many files are held over the element; 0 where that is not known. */
  readonly dragged: number | undefined
}

export const zoneWords = (words: FileWords, listed: Listed): ZoneWords => {
  const { admissible, maxFiles, active } = listed
  const { left: forms, chooseAnother } = words.fileStrings.zone
  const isReplacing = maxFiles === 1 && active > 0
  const left = maxFiles === undefined || maxFiles === 1 ? undefined : maxFiles - active
  const isFull = left !== undefined && left <= 0
  const isCounted = active > 0 && left !== undefined
  const types = hintText(words, admissible, isCounted ? undefined : maxFiles)
  return {
    isFull,
    prompt: promptOf(words, listed, isFull, isReplacing),
    buttonText: isReplacing ? chooseAnother : undefined,
    hint: isCounted && !isFull ? `${types} · ${words.plural(forms, left)}` : types,
  }
}

const promptOf = (
  { plural, fileStrings: { zone } }: FileWords,
  { maxFiles, active, isListed, dragged }: Listed,
  isFull: boolean,
  isReplacing: boolean,
): string | undefined => {
  if (isFull) return plural(zone.full, maxFiles ?? 0)
  if (dragged !== undefined) {
    if (isReplacing) return zone.letGoReplacing
    // More than there are places for would be refused.
    const added = Math.min(dragged, (maxFiles ?? Number.POSITIVE_INFINITY) - active)
    return added > 0 ? plural(zone.letGo, added) : zone.letGoUncounted
  }
  if (!isListed) return undefined
  return isReplacing ? zone.another : zone.more
}
