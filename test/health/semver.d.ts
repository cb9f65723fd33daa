/** semver brings no types. This is the one function that is used here. */
declare module 'semver' {
  export const satisfies: (version: string, range: string) => boolean
}
