import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium, type Page } from 'playwright'
import { build, preview } from 'vite'
import { browserPath } from '../browser-path.ts'
import { type Kind, writeSample } from './samples.ts'

const root = join(import.meta.dirname, '..', '..')
const cache = join(root, '.cache', 'bench')

/** The largest, in round numbers, that fits 20 MiB when sealed. */
export const fileBytes: number = 20 * 1024 * 1024 - 1100
export const filesAtOnce = 5

export interface Sandbox {
  readonly url: string
  readonly endpoint: string
  readonly apiKey: string
}

/** All that has to stand before anything is measured. */
export interface Stage {
  readonly page: Page
  readonly sandbox: Sandbox
  /** `filesAtOnce` documents; the first has `fileBytes` bytes. */
  readonly documents: readonly string[]
  readonly browserVersion: string
  close(): Promise<void>
}

/** In a process of its own: it must not share an event loop with whoever measures. */
const startSandbox = async (): Promise<{ sandbox: Sandbox; stop(): void }> => {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'sandbox.ts')],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  return { sandbox: JSON.parse(line), stop: () => child.kill() }
}

/** A page that uses the built package as a site does. */
const servePage = async (): Promise<{ url: string; stop(): Promise<void> }> => {
  const shared = {
    configFile: false,
    root: join(import.meta.dirname, 'page'),
    logLevel: 'warn',
  } as const
  const outDir = join(cache, 'page')
  await build({
    ...shared,
    build: { outDir, emptyOutDir: true, target: 'es2022' },
    plugins: [
      {
        name: 'bench:packaged',
        enforce: 'pre',
        resolveId: source =>
          source.endsWith('/src/index.ts') ? join(root, 'dist', 'index.js') : undefined,
      },
    ],
  })
  const server = await preview({
    ...shared,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  })
  return { url: server.resolvedUrls?.local[0] ?? '', stop: () => server.close() }
}

const writeDocuments = (kind: Kind): string[] => {
  mkdirSync(cache, { recursive: true })
  return Array.from({ length: filesAtOnce }, (_, index) => {
    const path = join(cache, `document-${index}.${kind}`)
    // Of different sizes, as different documents are.
    writeSample(path, kind, fileBytes - index * 16)
    return path
  })
}

export const setStage = async (kind: Kind): Promise<Stage> => {
  const documents = writeDocuments(kind)
  const served = await servePage()
  const { sandbox, stop } = await startSandbox()
  const { executablePath, args } = await browserPath()
  const browser = await chromium.launch({
    executablePath,
    args: [...args, '--js-flags=--expose-gc'],
  })
  const page = await browser.newPage()
  await page.goto(served.url)
  await page.setInputFiles('input', documents)
  await page.evaluate(server => window.bench.ready(server), sandbox)
  return {
    page,
    sandbox,
    documents,
    browserVersion: browser.version(),
    async close() {
      await browser.close()
      await served.stop()
      stop()
    },
  }
}
