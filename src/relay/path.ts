import { isProviderId } from '../core/provider-id.ts'

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

/** What each `:name` of a route's path may be. */
const IS_VALUE: Readonly<Record<string, (segment: string) => boolean>> = {
  id: isProviderId,
  file: isProviderId,
  /** Signed by the relay. */
  session: segment => /^[\w-]{45,150}$/.test(segment),
  upload: segment => /^[\w-]{45,3000}$/.test(segment),
  /** Any text: the relay sends its own user instead. */
  user: segment => /^.{1,320}$/su.test(segment),
  product: segment => /^[\w.-]{1,100}$/.test(segment),
}

/**
 * The values of a pattern such as `files/:id` in these segments, undefined where they do not fit it. A name stands for ids
 * of a conservative pattern; the empty pattern fits no segment at all.
 */
export const matchPath = (
  pattern: string,
  segments: readonly string[],
): Readonly<Record<string, string>> | undefined => {
  const parts = pattern === '' ? [] : pattern.split('/')
  if (parts.length !== segments.length) return undefined
  const values: Record<string, string> = {}
  for (const [index, part] of parts.entries()) {
    const segment = segments[index] ?? ''
    if (!part.startsWith(':')) {
      if (part !== segment) return undefined
      continue
    }
    const name = part.slice(1)
    if (!IS_VALUE[name]?.(segment)) return undefined
    values[name] = segment
  }
  return values
}
