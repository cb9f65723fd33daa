/** Characters that are invisible or change the reading direction, and can make a text look like another one. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

const spelled = (letter: string): string =>
  `⟨U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`

/** A text from outside, safe to show: invisible characters are spelled out, and it is cut after `most` characters. */
export const visible = (text: string, most = 120): string => {
  const letters = [...text.slice(0, 2 * most + 1)]
  const start = letters.slice(0, most).join('').replace(unseen, spelled)
  return letters.length > most ? `${start} …` : start
}

/** Splits a name into `passport` and `.pdf`. A name such as `.pdf` has no extension. */
export const splitName = (name: string): readonly [stem: string, extension: string] => {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
}
