import { existsSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'

type Targets = string | Readonly<Record<string, string>>

const typingsFor = (name: string): readonly [string, Targets] => [
  `./${name}`,
  { types: `./dist/frameworks/${name}.d.ts`, default: `./dist/frameworks/${name}.js` },
]

/** What can be imported. Changing it is a change for everybody who uses the package. */
export const exported: Readonly<Record<string, Targets>> = {
  '.': { types: './dist/types/index.d.ts', default: './dist/index.js' },
  './element': { types: './dist/types/element/index.d.ts', default: './dist/element.js' },
  './define': { types: './dist/types/define.d.ts', default: './dist/define.js' },
  './open': { types: './dist/types/open/index.d.ts', default: './dist/open.js' },
  './relay': { types: './dist/types/relay/index.d.ts', default: './dist/relay.js' },
  './relay/node': {
    types: './dist/types/relay/node/index.d.ts',
    default: './dist/relay-node.js',
  },
  './relay/redis': {
    types: './dist/types/relay/redis/index.d.ts',
    default: './dist/relay-redis.js',
  },
  './sandbox': { types: './dist/types/sandbox/index.d.ts', default: './dist/sandbox.js' },
  './testing': { types: './dist/types/testing/index.d.ts', default: './dist/testing.js' },
  './testing/component': {
    types: './dist/types/testing/component/index.d.ts',
    default: './dist/testing-component.js',
  },
  ...Object.fromEntries(['react', 'preact', 'solid', 'vue', 'svelte'].map(typingsFor)),
  './sealdrop.js': { types: './dist/types/bundle.d.ts', default: './dist/sealdrop.js' },
  './sealdrop.iife.js': {
    types: './dist/types/sealdrop.iife.d.ts',
    default: './dist/sealdrop.iife.js',
  },
  './worker.js': { types: './dist/types/worker.d.ts', default: './dist/worker.js' },
  './custom-elements.json': './dist/custom-elements.json',
  './sri.json': './dist/sri.json',
  './package.json': './package.json',
}

/** Where package.json's exports differ from those above, and which of their files are missing. */
export const exportProblems = (exports: Readonly<Record<string, Targets>>): readonly string[] => {
  const names = new Set([...Object.keys(exported), ...Object.keys(exports)])
  const changed = [...names].filter(name => !isDeepStrictEqual(exports[name], exported[name]))
  const files = Object.values(exports).flatMap(targets =>
    typeof targets === 'string' ? [targets] : Object.values(targets),
  )
  return [
    ...changed.map(name => `${name} is not exported as it was: see test/health/package-exports.ts`),
    ...files.filter(file => !existsSync(file)).map(file => `${file} is exported, but not there`),
  ]
}
