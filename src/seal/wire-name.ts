import { randomHex } from '../core/bytes.ts'
import type { SealName } from '../core/contracts.ts'
import { MAX_NAME_BYTES, safeName, suffixOf } from '../core/name.ts'

const SEAL_SUFFIX = { age: '.age', 'age+pdf': '.pdf', didww: '.enc' } as const

/** 8 hex digits, at least one of them a letter, so that they cannot be mistaken for a date in the file's own name. */
const randomDigits = (): string => {
  for (;;) {
    const digits = randomHex(4)
    if (/[a-f]/.test(digits)) return digits
  }
}

/**
 * The name that the server is told. `opaque`: a random UUID and the seal's suffix. `original`: the file's own name with 8 random
 * hex digits before its suffix, so that no two parcels share one, and the seal's suffix after it.
 */
export const wireName = (
  kind: 'opaque' | 'original',
  name: string,
  type: string,
  seal: SealName,
): string => {
  const suffix = seal === 'none' ? suffixOf(type) : SEAL_SUFFIX[seal]
  if (kind !== 'original') return `${crypto.randomUUID()}${suffix}`
  const [, stem = '', ending = ''] = /^(.+?)(\.[^.]{1,31})?$/s.exec(name) ?? []
  const tail = `-${randomDigits()}${ending}${seal === 'none' ? '' : suffix}`
  // If the name is too long, its stem is cut and not the digits: without them two parcels could have the same name.
  return safeName(stem, MAX_NAME_BYTES - new TextEncoder().encode(tail).length) + tail
}
