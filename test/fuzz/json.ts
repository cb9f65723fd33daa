import type { Json } from '../../src/core/contracts.ts'
import type { Chance } from './chance.ts'
import { changeText, hostileText } from './mutate.ts'

type Fields = { readonly [key: string]: Json }

const isFields = (value: Json): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

/** So deep that whoever descends by calling itself falls over. */
const nested = (depth: number): Json => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as Json

/** Any value, of any kind. */
export const hostileJson = (chance: Chance): Json => {
  switch (chance.int(12)) {
    case 0:
      return null
    case 1:
      return chance.isOneIn(2)
    case 2:
      return chance.pick([0, -1, 1.5, 1e21, -1e308, 2 ** 53, 2 ** 31, -0, 200, 404])
    case 3:
      return []
    case 4:
      return {}
    case 5:
      return ''
    case 6:
      return [hostileText(chance), null, {}]
    case 7:
      return { id: hostileText(chance), data: { id: 1 }, message: ['x'], error: {} }
    case 8:
      return nested(1 + chance.int(2000))
    case 9:
      return Array.from({ length: chance.int(3000) }, () => ({ id: 'x' }))
    default:
      return hostileText(chance)
  }
}

const HOSTILE_KEYS = ['__proto__', 'constructor', 'toString', 'then', 'toJSON', '', '0', 'length']

/** An own entry of any name, `__proto__` too. */
const withEntry = (fields: Fields, key: string, value: Json): Fields =>
  Object.fromEntries([...Object.entries(fields), [key, value]])

/** One change to the structure, somewhere in it. */
export const changeJson = (value: Json, chance: Chance): Json => {
  const isHere = chance.isOneIn(4)
  if (!isHere && isList(value) && value.length > 0) {
    const place = chance.int(value.length)
    return value.map((entry, at) => (at === place ? changeJson(entry, chance) : entry))
  }
  if (!isHere && isFields(value) && Object.keys(value).length > 0) {
    const name = chance.pick(Object.keys(value))
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [
        key,
        key === name ? changeJson(entry, chance) : entry,
      ]),
    )
  }
  switch (chance.int(8)) {
    case 0:
      return hostileJson(chance)
    case 1:
      return [value]
    case 2:
      return { data: value }
    case 3:
      if (isList(value)) return [...value, ...value]
      return typeof value === 'string' ? changeText(value, chance) : JSON.stringify(value)
    case 4:
      if (isList(value)) return value.slice(1)
      if (isFields(value)) return Object.fromEntries(Object.entries(value).slice(1))
      return typeof value === 'number' ? -value : null
    case 5:
      if (isFields(value)) return withEntry(value, chance.pick(HOSTILE_KEYS), hostileJson(chance))
      return typeof value === 'string' ? Number(value) || 0 : hostileJson(chance)
    case 6:
      if (isFields(value))
        return withEntry(
          value,
          chance.pick(['error', 'status', 'message', 'success']),
          hostileJson(chance),
        )
      return typeof value === 'number' ? `${value}` : hostileJson(chance)
    default:
      return typeof value === 'string' ? changeText(value, chance) : hostileJson(chance)
  }
}
