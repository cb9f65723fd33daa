import { type Locked, type Lockfile, nameOf } from './lockfile.ts'

/** They allow any use, also inside a product that is sold, and ask at most that their notice goes along. */
const allowed: ReadonlySet<string> = new Set([
  'MIT',
  'ISC',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'Apache-2.0',
])

/** Licences that a package states elsewhere than in its package.json, and where. */
const stated: ReadonlyMap<string, { readonly licence: string; readonly where: string }> = new Map([
  ['combine-errors@3.0.3', { licence: 'MIT', where: 'Readme.md' }],
])

export const licenceOf = (name: string, { license, version }: Locked): string | undefined =>
  license ?? stated.get(`${name}@${version}`)?.licence

/**
 * Which packages have a licence that is not allowed, one sentence for each. Judged are those that whoever installs SealDrop
 * installs too, and those of `bundled`: the names of packages that are copied into the builds.
 */
export const licenceProblems = (
  { packages }: Lockfile,
  bundled: ReadonlySet<string>,
): readonly string[] =>
  Object.entries(packages).flatMap(([path, locked]) => {
    const name = nameOf(path)
    if (path === '' || (locked.dev && !bundled.has(name))) return []
    const licence = licenceOf(name, locked)
    if (licence !== undefined && allowed.has(licence)) return []
    return [`${path} ${licence === undefined ? 'states no licence' : `is under ${licence}`}`]
  })
