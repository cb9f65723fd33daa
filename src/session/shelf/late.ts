// What loads when it is needed: on most visits nothing is left from an earlier one, and a page shows its first file sooner.

export { bindTo } from './binding.ts'
export { browserPlace } from './browser.ts'
export { clearShelf } from './clear.ts'
export { createShelf } from './shelf.ts'
