/** What `getAllResponseHeaders` of an XMLHttpRequest gives, by lower-case name. */
export const parseHeaders = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .trim()
      .split(/\r?\n/)
      .map(line => {
        const colon = line.indexOf(':')
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
      }),
  )
