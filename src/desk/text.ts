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

/** A name is shown whole: its end says what a system does with it. No file system takes a longer one. */
export const WHOLE_NAME = 255
