import { isProviderId } from '../core/provider-id.ts'

/** What each `:name` of a route's path may be. */
const IS_VALUE: Readonly<Record<string, (segment: string) => boolean>> = {
  id: isProviderId,
  file: isProviderId,
  /** Signed, or encrypted, by the relay. */
  session: segment => /^[\w-]{45,150}$/.test(segment),
  upload: segment => /^[\w-]{40,4000}$/.test(segment),
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
