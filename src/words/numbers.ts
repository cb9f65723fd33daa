/** Numbers as the readers of one language write them. */
export interface Numbers {
  /** The language of the words, with the region that numbers are written for. */
  readonly lang: string
  number(value: number, options?: Intl.NumberFormatOptions): string
  /** Bytes, with two or three digits; `floor` for a limit, which must not promise more than fits. */
  size(bytes: number, round?: 'round' | 'floor'): string
}

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** `wordsLang`: numbers in another language than the words' would read as a mix of two. */
export const createNumbers = (locale: string, wordsLang: string): Numbers => {
  const lang = locale.startsWith(wordsLang.slice(0, 2)) ? locale : wordsLang
  // Made once: making one costs more than all the rest of a row.
  const formats = new Map<string, Intl.NumberFormat>()
  const number: Numbers['number'] = (value, options = {}) => {
    const key = Object.values(options).join()
    const format = formats.get(key) ?? new Intl.NumberFormat(lang, options)
    formats.set(key, format)
    return format.format(value)
  }
  return {
    lang,
    number,
    size(bytes, round = 'round') {
      let power = 0
      let value = bytes
      // 999.5 would be written as 1,000.
      while (value >= 999.5 && power < BYTE_UNITS.length - 1) {
        value /= 1000
        power++
      }
      const steps = power < 2 || value >= 100 ? 1 : 10
      return number(Math[round](value * steps) / steps, {
        style: 'unit',
        unit: BYTE_UNITS[power] ?? 'byte',
        unitDisplay: power === 0 ? 'long' : 'short',
      })
    },
  }
}
