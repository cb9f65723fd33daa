/** The TypeScript in the README, block by block. */
export const codeIn = (readme: string): readonly string[] =>
  [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = '']) => code)

/** A file of ours as somebody writes it who has installed the package. */
export const asInstalled = (code: string): string =>
  code
    .replaceAll(/'(?:\.\.\/)+src\/index\.ts'/g, "'sealdrop'")
    .replaceAll(/'(?:\.\.\/)+src\/(\w+)\/index\.ts'/g, "'sealdrop/$1'")
