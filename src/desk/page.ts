import type { DeskWords } from './words.ts'

/** `?lang=` in the page's address counts before the browser's languages. */
export const localesFor = (search: string, languages: readonly string[]): readonly string[] => {
  const asked = new URLSearchParams(search).get('lang')
  return asked ? [asked, ...languages] : languages
}

/** Puts the words into what stands in the page itself, and tells the browser how to read all of it. */
export const speak = (page: Document, { strings, lang }: DeskWords): void => {
  const { name, lead } = strings.page
  page.documentElement.lang = lang
  page.documentElement.dir = strings.dir
  page.title = `${name} · SealDrop`
  const texts = {
    name,
    lead,
    'open-title': strings.open.heading,
    'pair-title': strings.pair.heading,
  }
  for (const [id, text] of Object.entries(texts)) {
    const element = page.getElementById(id)
    if (element) element.textContent = text
  }
}
