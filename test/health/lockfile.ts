import { satisfies } from 'semver'

/** What package-lock.json says of one installed package; '' is the project itself. */
export interface Locked {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly link?: boolean
  readonly inBundle?: boolean
  readonly dev?: boolean
  readonly license?: string
  readonly hasInstallScript?: boolean
  readonly engines?: { readonly node?: string }
  readonly dependencies?: Readonly<Record<string, string>>
}

export interface Lockfile {
  readonly lockfileVersion: number
  readonly packages: Readonly<Record<string, Locked>>
}

/** The oldest Node that package.json promises. */
const oldestNode = '20.19.0'

/** Packages that run a program of their own when they are installed, with the reason. */
const mayRunScripts: ReadonlyMap<string, string> = new Map([
  ['esbuild', 'looks whether its program for this machine was installed; needed by tsx'],
])

/** The package's name, of a path such as `node_modules/a/node_modules/@b/c`. */
export const nameOf = (path: string): string => path.split('node_modules/').at(-1) ?? path

const problemsOf = (path: string, locked: Locked): string[] => {
  const { integrity, resolved, link, inBundle, hasInstallScript, engines } = locked
  const node = engines?.node
  return [
    // Without it npm installs whatever the registry hands out. A folder, a link or a git address never has one.
    integrity?.startsWith('sha512-') ? '' : 'has no sha512',
    // An address in it would bind everybody to one registry, and could point anywhere.
    resolved === undefined ? '' : `comes from ${resolved}`,
    link || inBundle ? 'is not from a registry' : '',
    hasInstallScript && !mayRunScripts.has(nameOf(path)) ? 'runs a script when installed' : '',
    node === undefined || satisfies(oldestNode, node) ? '' : `needs Node ${node}`,
  ].flatMap(problem => (problem ? [`${path} ${problem}`] : []))
}

/** What may be any later version of its kind, with the reason. */
const mayFloat: ReadonlyMap<string, string> = new Map([
  ['lit', 'a page that has lit already loads one copy, and lit sees no byte of a document'],
])

/** They are bundled. All uploads to tus servers go through the one, and the other signs what may be stored in a bucket. */
const pinnedTools = ['tus-js-client', 'aws4fetch']

/** What encrypts, hashes or carries documents must be the very version that was reviewed and tested. */
export const pinProblems = ({
  dependencies = {},
  devDependencies = {},
}: {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}): readonly string[] =>
  [
    ...Object.entries(dependencies).filter(([name]) => !mayFloat.has(name)),
    ...Object.entries(devDependencies).filter(([name]) => pinnedTools.includes(name)),
  ].flatMap(([name, range]) =>
    /^\d+\.\d+\.\d+$/.test(range) ? [] : [`${name} is ${range}, and not one version`],
  )

/** What is wrong with a lockfile, one sentence for each problem. */
export const lockfileProblems = ({ lockfileVersion, packages }: Lockfile): readonly string[] => [
  ...(lockfileVersion === 3 ? [] : [`lockfileVersion is ${lockfileVersion}, not 3`]),
  ...Object.entries(packages).flatMap(([path, locked]) =>
    path === '' ? [] : problemsOf(path, locked),
  ),
]
