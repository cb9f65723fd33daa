/** One way of showing all states: what the gallery's address says. */
export interface Look {
  readonly name: string
  readonly query: string
}

export const looks: readonly Look[] = [
  { name: 'default', query: '' },
  { name: 'minimal', query: 'theme=minimal' },
  { name: 'compact', query: 'theme=compact' },
  // English on a page that runs from the right, and a language that does.
  { name: 'rtl', query: 'dir=rtl' },
  { name: 'arabic', query: 'dir=rtl&lang=ar' },
  { name: 'large-letters', query: 'letters=large' },
]

/** Of the element, in pixels: a phone in a split screen, a phone, a form on a wide screen, and all of that screen. */
export const widths = [260, 390, 720, 1920] as const

export const schemes = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
} as const
