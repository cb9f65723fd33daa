import { licenceOf } from './health/licences.ts'
import { type Locked, type Lockfile, nameOf } from './health/lockfile.ts'
import type { Bundled } from './notices.ts'

interface Manifest {
  readonly name: string
  readonly version: string
  readonly description: string
  readonly license: string
}

/** How a package is named in a bill of materials: https://github.com/package-url/purl-spec. */
const purlOf = (name: string, version: string): string =>
  `pkg:npm/${name.replace('@', '%40')}@${version}`

/** Where npm finds a package that another one needs: beside it, or further up. */
const pathOf = (name: string, from: string, packages: Lockfile['packages']): string | undefined => {
  for (let at = from; ; at = at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0))) {
    const path = `${at}${at && '/'}node_modules/${name}`
    if (packages[path]) return path
    if (at === '') return undefined
  }
}

/**
 * What the package brings along, as CycloneDX: what is installed with it, and what its builds hold of others' code. Made from the
 * lockfile alone, without a time or a random number, so that the same source gives the same bytes.
 */
export const sbomOf = (
  manifest: Manifest,
  { packages }: Lockfile,
  bundled: readonly Bundled[],
): string => {
  const filesOf = (path: string, { version }: Locked): readonly string[] =>
    bundled
      .filter(one => one.name === nameOf(path) && one.version === version)
      .flatMap(({ files }) => files)
  const listed = Object.entries(packages).filter(
    ([path, locked]) => path !== '' && (!locked.dev || filesOf(path, locked).length > 0),
  )
  const refs = new Map(
    listed.map(([path, { version = '' }]) => [path, purlOf(nameOf(path), version)]),
  )
  const component = ([path, locked]: (typeof listed)[number]) => {
    const { version = '', integrity = '' } = locked
    const licence = licenceOf(nameOf(path), locked)
    const files = [...new Set(filesOf(path, locked))].sort()
    return {
      type: 'library',
      'bom-ref': refs.get(path),
      name: nameOf(path),
      version,
      scope: 'required',
      hashes: [
        {
          alg: 'SHA-512',
          content: Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex'),
        },
      ],
      ...(licence && { licenses: [{ license: { id: licence } }] }),
      purl: refs.get(path),
      ...(files.length > 0 && {
        properties: [{ name: 'sealdrop:bundledInto', value: files.join(' ') }],
      }),
    }
  }
  const neededBy = (path: string, { dependencies = {} }: Locked): readonly string[] =>
    Object.keys(dependencies)
      .flatMap(name => refs.get(pathOf(name, path, packages) ?? '') ?? [])
      .sort()
  const own = purlOf(manifest.name, manifest.version)
  const atTop = listed.filter(([path, locked]) => {
    const isNeeded = nameOf(path) in (packages['']?.dependencies ?? {})
    return path === `node_modules/${nameOf(path)}` && (isNeeded || filesOf(path, locked).length > 0)
  })
  const bom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'library',
        'bom-ref': own,
        name: manifest.name,
        version: manifest.version,
        description: manifest.description,
        licenses: [{ license: { id: manifest.license } }],
        purl: own,
      },
    },
    components: listed.map(component),
    dependencies: [
      { ref: own, dependsOn: atTop.map(([path]) => refs.get(path)).sort() },
      ...listed.map(([path, locked]) => ({
        ref: refs.get(path),
        dependsOn: neededBy(path, locked),
      })),
    ],
  }
  return `${JSON.stringify(bom, null, 2)}\n`
}
