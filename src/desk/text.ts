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

const whole = new Intl.NumberFormat('en')
const short = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

export const exactBytes = (bytes: number): string =>
  bytes === 1 ? '1 byte' : `${whole.format(bytes)} bytes`

/** kB and MB are powers of 1,000, as in file managers. */
export const shortBytes = (bytes: number): string => {
  if (bytes < 1000) return exactBytes(bytes)
  const [factor, unit] =
    bytes < 999_500 ? [1e3, 'kB'] : bytes < 999_950_000 ? [1e6, 'MB'] : [1e9, 'GB']
  return `${unit === 'kB' ? whole.format(Math.round(bytes / 1e3)) : short.format(bytes / factor)} ${unit}`
}

/** A time in a record (ISO 8601, UTC), written for people. Any other text is only made safe to show. */
export const timeWords = (text: string): string => {
  const isIso = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text)
  if (!isIso || Number.isNaN(Date.parse(text))) return visible(text)
  const words = new Date(text).toLocaleString('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  })
  return `${words} UTC`
}
