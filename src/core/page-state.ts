/**
 * One value for all copies of this code on a page: the classic script loads each transport in a file of its own, whole, and a page
 * may load two packages that hold SealDrop. Its name says its shape, too: another shape needs another name.
 */
export const pageState = <Value>(name: string, make: () => Value): Value => {
  const states = globalThis as { [name: symbol]: unknown }
  const key = Symbol.for(`sealdrop:${name}`)
  states[key] ??= make()
  return states[key] as Value
}
