import type { Files } from './layers.ts'
import { rowsIn, sectionOf } from './readme.ts'
import { readSource, specifiersOf } from './source-text.ts'

const PEERS = 'test/contract/peers.ts'
const CONTRACT_RUN = 'test/contract/transport/every-provider.test.ts'
const FAULT_MATRIX = 'test/contract/matrix.test.ts'
const REGISTRIES = [
  'src/providers/transports.ts',
  'src/providers/transports-beside.ts',
  'src/providers/relay.ts',
  'src/sandbox/sandboxes.ts',
] as const

/** Names of providers that anything speaks of: a folder, or a line in a registry. */
const namesIn = (project: Files): readonly string[] => {
  const folders = [...project.keys()].flatMap(
    path => /^src\/(?:providers|sandbox)\/([^/]+)\//.exec(path)?.[1] ?? [],
  )
  const lines = REGISTRIES.flatMap(path =>
    specifiersOf(readSource(project.get(path) ?? '')).flatMap(
      specifier => /^\.\/([^/]+)\/(?:transport|relay|sandbox)\.ts$/.exec(specifier)?.[1] ?? [],
    ),
  )
  return [...new Set([...folders, ...lines])].sort()
}

/**
 * What each provider lacks, in words; empty when nothing is missing. `project` has the text of every file in `src` and `test`, and of the
 * README, by path.
 */
export const providerGaps = (project: Files): string[] => {
  const textOf = (path: string): string => project.get(path) ?? ''
  const imports = (path: string, specifier: string): boolean =>
    specifiersOf(readSource(textOf(path))).includes(specifier)
  const runsForAll = (path: string): boolean => /\bproviderNames\b/.test(textOf(path))
  const readme = textOf('README.md')
  const rows = readme === '' ? [] : rowsIn(sectionOf(readme, 'Transports'))

  return namesIn(project).flatMap(name => {
    const isPeer = new RegExp(`^ {2}${name}:`, 'm').test(textOf(PEERS))
    const isExported = new RegExp(
      `^export \\{[^}]*\\b${name}\\b[^}]*\\} from '\\./providers/${name}/transport\\.ts'`,
      'm',
    ).test(textOf('src/index.ts'))
    const has: readonly (readonly [boolean, string])[] = [
      ...[
        `src/providers/${name}/transport.ts`,
        `src/providers/${name}/relay.ts`,
        `src/sandbox/${name}/sandbox.ts`,
      ].map(path => [project.has(path), `${name} has no ${path}`] as const),
      [
        imports('src/providers/transports.ts', `./${name}/transport.ts`),
        `${name} has no line in src/providers/transports.ts: no page can load it by its name`,
      ],
      [
        imports('src/providers/transports-beside.ts', `./${name}/transport.ts`),
        `${name} has no line in src/providers/transports-beside.ts: no classic script can load it`,
      ],
      [
        imports('src/providers/relay.ts', `./${name}/relay.ts`),
        `${name} has no line in src/providers/relay.ts: the relay does not serve it`,
      ],
      [
        imports('src/sandbox/sandboxes.ts', `./${name}/sandbox.ts`),
        `${name} has no line in src/sandbox/sandboxes.ts: startSandbox does not start it`,
      ],
      [isExported, `${name} is not exported by src/index.ts`],
      [
        isPeer && runsForAll(CONTRACT_RUN),
        `${name} has no contract run: ${CONTRACT_RUN} runs it for each peer in ${PEERS}`,
      ],
      [
        isPeer && runsForAll(FAULT_MATRIX),
        `${name} is not in the fault matrix: ${FAULT_MATRIX} runs for each peer in ${PEERS}`,
      ],
      [
        rows.some(([first]) => first === `\`${name}\``),
        `${name} has no row in the README's table of transports`,
      ],
    ]
    return has.flatMap(([isThere, gap]) => (isThere ? [] : [gap]))
  })
}
