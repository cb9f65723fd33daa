import { randomHex } from '../core/bytes.ts'
import type { SealName } from '../core/contracts.ts'
import { maxNameBytes, safeName, suffixOf } from '../core/name.ts'

const SEAL_SUFFIX = { age: '.age', 'age+pdf': '.pdf', didww: '.enc' } as const

/** 8 hex digits, a letter among them: none can be a date, which is what tells them from a name's own. */
const randomDigits = (): string => {
  for (;;) {
    const digits = randomHex(4)
    if (/[a-f]/.test(digits)) return digits
  }
}

/**
 * The name told to the server. `opaque`: a random UUID and the seal's suffix. `original`: the file's own name with 8 random
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
  // The stem gives way: without the digits two parcels could share a name.
  return safeName(stem, maxNameBytes - new TextEncoder().encode(tail).length) + tail
}
