import type { providers } from './page.ts'

/** A type and nothing else, so that the relay can name providers without the page's code. */
export type ProviderName = keyof typeof providers
