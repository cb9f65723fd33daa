/** What takes the place of each `{key}`. */
export type Values = Readonly<Record<string, string>>

/** Puts the values into the `{…}` of a text. */
export const fill = (template: string, values: Values): string =>
  template.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '')
