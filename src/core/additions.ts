import { misconfigured, type SealDropError } from './errors.ts'

/**
 * Names that are read from any object, also from one that only inherits them: by the browser (listeners, promises, properties, JSON),
 * and by us, where they decide what is sent, where to, and for whom.
 */
const READ: ReadonlySet<string> = new Set([
  ...['capture', 'once', 'passive', 'signal'],
  ...['then', 'configurable', 'enumerable', 'get', 'set', 'value', 'writable', 'toJSON'],
  ...['authorize', 'body', 'headers', 'origins', 'recipients', 'seal', 'transport'],
])

/**
 * What is wrong where a script gave `Object.prototype` a property of such a name. With `once`, every listener hears one event and no
 * more, so a file would wait for ever. Old libraries add `each`, `extend` and the like, which nobody reads: those do no harm.
 */
export const additionError = (): SealDropError | undefined => {
  const name = Object.getOwnPropertyNames(Object.prototype).find(added => READ.has(added))
  return name === undefined
    ? undefined
    : misconfigured(
        `A script of this page adds "${name}" to Object.prototype. So every object seems to have it, also the options that the browser and SealDrop read. Take it away.`,
      )
}
