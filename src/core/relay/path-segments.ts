/** Control characters, and what some servers read as the end of a segment or as its parent. */
const UNSAFE = /[\p{Cc}\p{Cf}/\\]|^\.{1,2}$/u

const decoded = (segment: string): string | undefined => {
  try {
    const text = decodeURIComponent(segment)
    return text === '' || UNSAFE.test(text) ? undefined : text
  } catch {
    return undefined
  }
}

/**
 * The decoded segments of a path below the base; undefined for a path elsewhere, or one that different servers could read
 * differently: empty segments, `.` and `..` (also encoded), encoded slashes, backslashes, control characters, bad escapes.
 */
export const segmentsBelow = (pathname: string, base: string): readonly string[] | undefined => {
  if (!pathname.startsWith(`${base}/`)) return undefined
  const segments: string[] = []
  // Some endpoints are usually written with a slash at the end.
  for (const part of pathname
    .slice(base.length + 1)
    .replace(/\/$/, '')
    .split('/')) {
    const text = decoded(part)
    if (text === undefined) return undefined
    segments.push(text)
  }
  return segments
}
