import { expect, test } from 'vitest'
import { asPublished } from '../declarations.ts'

test.each([
  ["import type { A } from './a.ts';", "import type { A } from './a.js';"],
  ['export * from "../core/a.ts";', 'export * from "../core/a.js";'],
  ["import './a.ts';", "import './a.js';"],
  ["declare const a: import('./a.ts').A;", "declare const a: import('./a.js').A;"],
  ["import { LitElement } from 'lit';", "import { LitElement } from 'lit';"],
  ["declare const a: './a.ts';", "declare const a: './a.ts';"],
])('%s becomes %s', (from, to) => {
  expect(asPublished(from)).toBe(to)
})
