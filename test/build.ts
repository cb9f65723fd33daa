import { execFileSync } from 'node:child_process'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { builds } from '../vite.config.ts'
import { buildDesk } from './build-desk.ts'
import { asPublished } from './declarations.ts'

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

await rm('dist', { recursive: true, force: true })
await mkdir('dist/types', { recursive: true })
for (const config of builds) await build(config)
await emitTypes()
await buildDesk('dist')
for (const name of (await readdir('dist')).filter(name => /\.(js|html)$/.test(name)).sort()) {
  const bytes = await readFile(join('dist', name))
  console.log(
    `${name.padEnd(28)} ${String(bytes.length).padStart(7)} B, ${gzipSync(bytes).length} gz`,
  )
}
