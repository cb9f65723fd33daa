/** The part of Eleventy that the site uses. It brings no types of its own. */
declare module '@11ty/eleventy' {
  interface TemplateData {
    readonly page: { readonly filePathStem: string }
  }

  interface UserConfig {
    setIncludesDirectory(path: string): void
    addGlobalData(name: string, value: unknown): void
    addPassthroughCopy(paths: Readonly<Record<string, string>>): void
    addPreprocessor(
      name: string,
      extensions: string,
      prepare: (data: TemplateData, text: string) => string,
    ): void
    addFilter(name: string, filter: (value: string) => unknown): void
    addTemplate(path: string, text: string): void
    amendLibrary(name: 'md', amend: (markdown: import('./markdown.ts').MarkdownIt) => void): void
  }

  class Eleventy {
    constructor(
      input: string,
      output: string,
      options: { readonly quietMode: boolean; config(config: UserConfig): void },
    )
    write(): Promise<unknown>
  }

  export { Eleventy as default }
}
