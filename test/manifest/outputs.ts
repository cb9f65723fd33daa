import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { customElementsManifest } from './custom-elements.ts'
import { vscodeCss, vscodeHtml, webTypes } from './editors.ts'
import { describeElement } from './element.ts'
import { frameworks } from './frameworks.ts'
import { propsDeclaration } from './props.ts'

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** So that an import which no compiler took out finds something. */
const NOTHING = 'export {}\n'

/** A classic script has no exports: it sets a global. */
const CLASSIC_SCRIPT = `declare global {
  var SealDrop: typeof import('./bundle.js')
}
export {}
`

const versionOf = (): string => {
  const path = join(import.meta.dirname, '../../package.json')
  return String(JSON.parse(readFileSync(path, 'utf8')).version)
}

/** All that is made from the class, by its path in \`dist\`. */
export const outputs = (): ReadonlyMap<string, string> => {
  const element = describeElement()
  return new Map([
    ['custom-elements.json', json(customElementsManifest(element))],
    ['vscode.html-custom-data.json', json(vscodeHtml(element))],
    ['vscode.css-custom-data.json', json(vscodeCss(element))],
    ['web-types.json', json(webTypes(element, versionOf()))],
    ['frameworks/props.d.ts', propsDeclaration(element)],
    ...Object.entries(frameworks).flatMap(([name, declaration]): [string, string][] => [
      [`frameworks/${name}.d.ts`, declaration],
      [`frameworks/${name}.js`, NOTHING],
    ]),
    ['types/sealdrop.iife.d.ts', CLASSIC_SCRIPT],
    ['types/worker.d.ts', NOTHING],
  ])
}
