import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { generateSite } from './generate.ts'
import { PROJECT, SITE } from './sources.ts'

process.chdir(PROJECT)
// The desk comes last in a build.
if (!existsSync(join(PROJECT, 'dist', 'desk.html')))
  execFileSync('npm', ['run', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' })
await generateSite()
console.log(`The documentation: ${relative(PROJECT, join(SITE, 'index.html'))}`)

if (process.argv.includes('--serve')) {
  const { servePlayground } = await import('../serve.ts')
  const playground = await servePlayground()
  console.log(`Served, with local stand-ins of the services: ${playground.url}docs/`)
  const stop = async (): Promise<void> => {
    await playground.close()
    process.exit()
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}
