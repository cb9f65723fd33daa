/**
 * For dates and times where the browser has not the language: numbers alone, and in the order of both languages. A month's name would be
 * another language's. Apart from `gaps.ts`, whose code loads with the languages.
 */
export const NEUTRAL = 'en-GB'
