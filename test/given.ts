/** What the examples of the README and of the documentation take as given. */
export const GIVEN = `
declare global {
  const files: File[]
  const sealed: Blob
  const identity: string
  const token: () => Promise<string>
}
`
