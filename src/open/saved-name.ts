import { safeName } from '../core/name.ts'

/** Leaves room for a number within the 255 bytes that file systems allow. */
const MAX_BYTES = 240

/**
 * A name that every system can save unchanged: as `safeName` makes it, without the characters that Windows refuses or reads as
 * another stream of a file (`a.pdf:b.exe`), and without a dot in front, which would hide the file.
 */
export const savedName = (name: string, maxBytes: number = MAX_BYTES): string =>
  // Again behind it: what hid the dot, such as a path, is gone then.
  safeName(name.replace(/[<>:"|?*]/g, '_').replace(/^\.+/, '_'), maxBytes).replace(/^\.+/, '_')

/** Splits a name into `passport` and `.pdf`. A name such as `.pdf` has no extension. */
export const splitName = (name: string): readonly [stem: string, extension: string] => {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
}

/** The `n`th name for a file of this one: `a.pdf`, `a (2).pdf`. */
export const numberedName = (name: string, n: number): string => {
  if (n === 1) return name
  const [stem, extension] = splitName(name)
  return `${stem} (${n})${extension}`
}
