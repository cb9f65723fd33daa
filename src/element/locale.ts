/** The nearest `lang`, also from outside the shadow roots around an element; else the browser's. Never an unreadable one. */
export const localeOf = (element: Element): string => {
  let at: Element | undefined = element
  while (at) {
    const lang: string = at.closest?.('[lang]')?.getAttribute('lang') ?? ''
    if (lang) return readable(lang)
    const root: Node | undefined = at.getRootNode?.()
    at = typeof ShadowRoot === 'function' && root instanceof ShadowRoot ? root.host : undefined
  }
  return globalThis.navigator?.language ?? 'en'
}

const readable = (lang: string): string => {
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? 'en'
  } catch {
    return 'en'
  }
}
