/** Which languages there are. Not loaded for English. */
export const loadLanguages = (): Promise<typeof import('./strings/languages.ts')> =>
  import('./strings/languages.ts')
