import { execFileSync } from 'node:child_process'
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type InlineConfig } from 'vite'
import { otherBuilds, pageBuilds } from '../vite.config.ts'
import { buildDesk } from './build-desk.ts'
import { chunksOf } from './chunks.ts'
import { asPublished } from './declarations.ts'
import { integritiesIn } from './integrity.ts'
import { outputs } from './manifest/outputs.ts'
import { bundledIn, type Holding, noticesFor } from './notices.ts'
import { sbomOf } from './sbom.ts'

const emitTypes = async (): Promise<void> => {
  // Apart, so that what runs in a page is compiled without Node's types.
  for (const project of ['test/types.json', 'test/types-node.json'])
    execFileSync('tsc', ['-p', project], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    })
  for (const entry of await readdir('dist/types', { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    await writeFile(path, asPublished(await readFile(path, 'utf8')))
  }
}

const buildAll = async (configs: readonly InlineConfig[]): Promise<readonly Holding[]> => {
  const chunks: Holding[] = []
  for (const config of configs) chunks.push(...chunksOf(await build(config)))
  return chunks
}

const writeNotices = async (holdings: readonly Holding[]): Promise<void> =>
  writeFile('dist/licenses.txt', noticesFor(holdings, await readFile('LICENSE', 'utf8')))

/** What is in the package of others' work, for whoever has to know when one of them has a hole. */
const writeSbom = async (): Promise<void> => {
  const read = (path: string): Promise<string> => readFile(path, 'utf8')
  const notices = [await read('dist/licenses.txt'), await read('dist/desk.html')]
  const manifest = JSON.parse(await read('package.json'))
  const lockfile = JSON.parse(await read('package-lock.json'))
  await writeFile('dist/sbom.cdx.json', sbomOf(manifest, lockfile, notices.flatMap(bundledIn)))
}

const writeIntegrities = async (names: readonly string[]): Promise<void> =>
  writeFile('dist/sri.json', `${JSON.stringify(await integritiesIn('dist', names), null, 2)}\n`)

/** The descriptions for editors, and the typings for frameworks. */
const describe = async (): Promise<void> => {
  for (const [name, text] of outputs()) {
    const path = join('dist', name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  }
}

await rm('dist', { recursive: true, force: true })
await mkdir('dist/types', { recursive: true })
const forPages = await buildAll(pageBuilds)
const others = await buildAll(otherBuilds)
await chmod('dist/cli.js', 0o755)
await emitTypes()
await describe()
await buildDesk('dist')
await writeNotices([...forPages, ...others])
await writeSbom()
await writeIntegrities([...forPages.map(({ fileName }) => fileName), 'desk.html'])
for (const name of (await readdir('dist')).filter(name => /\.(js|html)$/.test(name)).sort()) {
  const bytes = await readFile(join('dist', name))
  console.log(
    `${name.padEnd(28)} ${String(bytes.length).padStart(7)} B, ${gzipSync(bytes).length} gz`,
  )
}
