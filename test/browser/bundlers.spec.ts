import { join } from 'node:path'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import * as esbuild from 'esbuild'
import { test } from 'playwright/test'
import { rollup } from 'rollup'
import webpack from 'webpack'
import { installPacked } from '../consumer.ts'
import { SCRIPT, type Services, startServices } from './two-services.ts'

let services: Services
test.beforeAll(async () => {
  services = await startServices()
})
test.beforeEach(() => services.reset())
test.afterAll(() => services.close())

const pageWith = (script: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Apply</title><link rel="icon" href="data:,"></head>
<body>${services.body}${script}</body></html>`

interface Build {
  readonly bundler: string
  readonly isClassic?: true
  /** Makes `dist/main.js` of `main.js`. */
  readonly run: (folder: string) => Promise<unknown>
}

const byEsbuild =
  (options: esbuild.BuildOptions) =>
  (folder: string): Promise<unknown> =>
    esbuild.build({
      absWorkingDir: folder,
      entryPoints: ['main.js'],
      outdir: 'dist',
      bundle: true,
      logLevel: 'error',
      ...options,
    })

const byRollup = async (folder: string): Promise<void> => {
  const bundle = await rollup({
    input: join(folder, 'main.js'),
    plugins: [nodeResolve({ browser: true })],
    onwarn: ({ message }) => {
      throw new Error(message)
    },
  })
  await bundle.write({ dir: join(folder, 'dist'), format: 'es' })
  await bundle.close()
}

const byWebpack = (folder: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const compiler = webpack({
      mode: 'production',
      context: folder,
      entry: './main.js',
      output: { path: join(folder, 'dist') },
      performance: false,
    })
    compiler.run((error, stats) => {
      const broken = error ?? (stats?.hasErrors() || stats?.hasWarnings() ? stats : undefined)
      compiler.close(() => (broken ? reject(new Error(String(broken))) : resolve()))
    })
  })

const builds: readonly Build[] = [
  { bundler: 'esbuild, in chunks', run: byEsbuild({ format: 'esm', splitting: true }) },
  { bundler: 'esbuild, as one module', run: byEsbuild({ format: 'esm' }) },
  { bundler: 'esbuild, as a classic script', isClassic: true, run: byEsbuild({ format: 'iife' }) },
  {
    bundler: 'esbuild, minified',
    run: byEsbuild({ format: 'esm', splitting: true, minify: true }),
  },
  { bundler: 'Rollup', run: byRollup },
  { bundler: 'webpack', isClassic: true, run: byWebpack },
]

for (const [index, { bundler, isClassic, run }] of builds.entries())
  test(`built by ${bundler}, with nothing copied or set, it delivers`, async ({ page }) => {
    const script = `<script ${isClassic ? '' : 'type="module" '}src="/main.js"></script>`
    const { folder } = await installPacked(`bundler-${index}`, {
      'main.js': `import 'sealdrop/define'\n${SCRIPT}`,
      'dist/index.html': pageWith(script),
    })
    await run(folder)
    const site = await services.site({ folder: join(folder, 'dist') })
    await services.deliverToBoth(page, site.url)
    await site.close()
  })
