/** What cannot be seen, or turns the reading direction, and so can lie about what is. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

const spelled = (letter: string): string =>
  `⟨U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`

/** A stranger's text to look at: what cannot be seen is spelled out, and it ends after `most` characters. */
export const visible = (text: string, most = 120): string => {
  const letters = [...text.slice(0, 2 * most + 1)]
  const start = letters.slice(0, most).join('').replace(unseen, spelled)
  return letters.length > most ? `${start} …` : start
}

/** `passport` and `.pdf`; a name that is all extension has none. */
export const splitName = (name: string): readonly [stem: string, extension: string] => {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
}

const whole = new Intl.NumberFormat('en')
const short = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

export const exactBytes = (bytes: number): string =>
  bytes === 1 ? '1 byte' : `${whole.format(bytes)} bytes`

/** kB and MB count in thousands, as file managers do. */
export const shortBytes = (bytes: number): string => {
  if (bytes < 1000) return exactBytes(bytes)
  const [factor, unit] =
    bytes < 999_500 ? [1e3, 'kB'] : bytes < 999_950_000 ? [1e6, 'MB'] : [1e9, 'GB']
  return `${unit === 'kB' ? whole.format(Math.round(bytes / 1e3)) : short.format(bytes / factor)} ${unit}`
}

/** A time as a record tells it (ISO 8601, UTC), for people; anything else as it stands. */
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
