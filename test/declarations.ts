const relativeImport = /(\bfrom\s*|\bimport\s*\(?\s*)(['"])(\.{1,2}\/[^'"\n]*)\.ts\2/g

/**
 * A declaration file as the package ships it. tsc leaves the source's `./x.ts` in it, and there is no such file in the
 * package; `./x.js` finds `x.d.ts` under every moduleResolution.
 */
export const asPublished = (declarations: string): string =>
  declarations.replaceAll(relativeImport, '$1$2$3.js$2')
