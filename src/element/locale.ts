/**
 * The element's own language; else that of the nearest `lang`, also from outside the shadow roots around it; else the
 * browser's. Never an unreadable one.
 */
export const localeOf = (element: HTMLElement): string => {
  // The property: its attribute is written only after the drawing that asks.
  if (element.lang) return readable(element.lang)
  let at = element.parentElement ?? hostOf(element)
  while (at) {
    const lang: string = at.closest?.('[lang]')?.getAttribute('lang') ?? ''
    if (lang) return readable(lang)
    at = hostOf(at)
  }
  return globalThis.navigator?.language ?? 'en'
}

const hostOf = (element: Element): Element | undefined => {
  const root = element.getRootNode?.()
  return typeof ShadowRoot === 'function' && root instanceof ShadowRoot ? root.host : undefined
}

const readable = (lang: string): string => {
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? 'en'
  } catch {
    return 'en'
  }
}
