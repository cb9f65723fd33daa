import { SealDropElement } from './element/seal-drop.ts'

// With this import alone, TypeScript knows the element's properties and events.
export type * from './element/index.ts'

// Twice is harmless: another copy of the library on the page may have been first.
if (typeof customElements === 'object' && !customElements.get('seal-drop'))
  customElements.define('seal-drop', SealDropElement)
