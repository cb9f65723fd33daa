import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type InlineConfig, type Plugin, build as runBuild } from 'vite'
import type { ViteUserConfig } from 'vitest/config'
import { pointerFor } from './test/notices.ts'

/** The source's build-time constants: where the worker lies, seen from `src/thread/ways.ts`. */
const define = (worker: string, isClassic = false): Record<string, string> => ({
  __WORKER__: JSON.stringify(worker),
  __CLASSIC__: String(isClassic),
  __SCRIPT__: isClassic ? 'sealdropScript' : 'null',
})

/** As a dev server must fill them in. */
export const devDefine: Record<string, string> = define('../worker.ts')

/** What the source imports. Found late, one of these would make a dev server reload the page in the middle of something. */
export const devDependencies: string[] = [
  '@noble/ciphers/chacha.js',
  '@noble/hashes/hkdf.js',
  '@noble/hashes/legacy.js',
  '@noble/hashes/sha2.js',
  '@noble/hashes/sha3.js',
  '@noble/post-quantum/ml-kem.js',
  'age-encryption',
  'client-zip',
  'idb-keyval',
  'lean-qr',
  'lit',
  'lit/directives/guard.js',
  'lit/directives/keyed.js',
  'lit/directives/repeat.js',
  'tus-js-client',
]

/** package.json names the built files only, so `import './define.ts'` would be dropped as having no effect. */
const keepDefine: Plugin = {
  name: 'sealdrop:keep-define',
  transform: {
    filter: { id: /\/src\/define\.ts$/ },
    handler: code => ({ code, map: null, moduleSideEffects: true }),
  },
}

let builtWorker: Promise<string> | undefined

const buildWorkerText = async (): Promise<string> => {
  const built = await runBuild({ ...worker, build: { ...worker.build, write: false } })
  const [first] = [built].flat()
  const text = first && 'output' in first && first.output[0].code
  if (!text) throw new Error('The worker was not built.')
  return text
}

/** Puts the built worker, as text, into the one module that carries it. Builds it when that is asked for. */
export const workerText: Plugin = {
  name: 'sealdrop:worker-text',
  transform: {
    filter: { id: /\/src\/thread\/worker-text\.ts$/ },
    async handler(code) {
      builtWorker ??= buildWorkerText()
      const text = JSON.stringify(await builtWorker)
      return { code: code.replace(/= __WORKER_TEXT__/, () => `= ${text}`), map: null }
    },
  },
}

/**
 * A classic script has no `import.meta`, and can learn its own URL only while it first runs. One that was written into the page
 * has none: what it loads lies beside the page, or where the page's `<base>` says, but never on another origin.
 */
const ownUrl: Plugin = {
  name: 'sealdrop:own-url',
  transform: {
    filter: { code: 'import.meta.url' },
    handler: code => ({ code: code.replaceAll('import.meta.url', 'sealdropUrl'), map: null }),
  },
}
const ownUrlIntro =
  'const sealdropScript = document.currentScript, sealdropUrl = sealdropScript && sealdropScript.src || (new URL(document.baseURI).origin === self.origin ? document.baseURI : document.URL);'

/** Files of their own, by who loads them late. */
const beside: Readonly<Record<string, string>> = {
  '/seal/kem/encapsulate.ts': './post-quantum.js',
  '/providers/tus/upload.ts': './tus-client.js',
  '/providers/s3/content-md5.ts': './md5.js',
  '/seal/seal.ts': './age-pdf.js',
  '/thread/ways.ts': './worker-text.js',
  '/session/shelf/session-shelf.ts': './shelf.js',
  '/src/bundle.ts': './shelf.js',
  '/element/load-languages.ts': './languages.js',
  '/providers/transports-beside.ts': './transport-*.js',
  '/pictures/load-viewer.ts': './viewer.js',
}

/** How they are imported. */
const liesBeside =
  /^\.\/(noble|client|md5|viewer|wrap\/pdf|worker-text|strings\/languages|\w+\/transport|(session\/shelf\/)?late)\.ts$/

/** One file has no room for what not everybody needs: that loads from beside it. */
const loadBeside: Plugin = {
  name: 'sealdrop:load-beside',
  enforce: 'pre',
  resolveId: {
    filter: { id: liesBeside },
    handler(id, importer = '') {
      const found = Object.entries(beside).find(([from]) => importer.endsWith(from))
      const [, provider = ''] = /(\w+)\/transport\.ts$/.exec(id) ?? []
      return found && { id: found[1].replace('*', provider), external: true }
    },
  },
}

/** By its whole URL: Chromium resolves no relative import in a classic script of another origin, as the standard says. */
const lateImports = (replacement: string): Plugin => ({
  name: 'sealdrop:late-imports',
  renderChunk: code => ({
    code: code.replaceAll(/\bimport\((["'`]\.\/[\w-]+\.js["'`])\)/g, replacement),
    map: null,
  }),
})
const byWholeUrl = lateImports('import(new URL($1, sealdropUrl).href)')
/** What runs as a module has no URL here, and needs none. */
const byAnyUrl = lateImports('import(sealdropUrl ? new URL($1, sealdropUrl).href : $1)')

/** In one file nothing loads later. As if it did, each module would be wrapped by itself: 2.6 KB more. */
const importAtOnce: Plugin = {
  name: 'sealdrop:import-at-once',
  transform: {
    filter: { id: /\/src\/.*\.ts$/, code: /\bimport\(/ },
    handler(code) {
      const imports: string[] = []
      const rest = code.replaceAll(/\bimport\(["'](.+?)["']\)/g, (late, path: string) => {
        if (liesBeside.test(path)) return late
        imports.push(`import * as atOnce${imports.length} from '${path}'\n`)
        return `Promise.resolve(atOnce${imports.length - 1})`
      })
      return { code: imports.join('') + rest, map: null }
    },
  },
}

const tight = (css: string): string =>
  css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{},;>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .replace(/\b0(?=\.\d)/g, '')
    .trim()

/** Style sheets in templates, which minifiers leave alone. */
const SHEETS = /(?<=\bcss`)([^`]*)`/g

/** Indentation of templates would go to every visitor: minifiers leave the text of templates alone. */
const INDENTATION = /\n +/g

/** For bundlers: as tight, but every line of code stays on its line, as the source maps say. */
const tightSheets: Plugin = {
  name: 'sealdrop:tight-sheets',
  enforce: 'pre',
  transform: {
    filter: { id: /\/src\/element\/.*\.ts$/ },
    handler: code => ({
      code: code
        .replace(SHEETS, (_, css) => `${tight(css)}\`${css.replace(/[^\n]/g, '')}`)
        .replace(INDENTATION, '\n'),
      map: null,
    }),
  },
}

/** For pages without a bundler: the sheets' lines go, too. */
const unindented: Plugin = {
  name: 'sealdrop:unindented',
  enforce: 'pre',
  transform: {
    filter: { id: /\/src\/element\/.*\.ts$/ },
    handler: code => ({
      code: code.replace(SHEETS, (_, css) => `${tight(css)}\``).replace(INDENTATION, '\n'),
      map: null,
    }),
  },
}

/** Each transport's code is a chunk of its own, named after its provider: all their files are called `transport.ts`. */
const chunkName = ({ name, moduleIds }: { name: string; moduleIds: readonly string[] }): string =>
  /\/providers\/([^/]+)\/transport\.ts$/m.exec(moduleIds.join('\n'))?.[1] ?? name

/**
 * All that a page loads at once is in one file beside the entry: several are compressed worse, each by itself. What has
 * side effects stays in the entry, which package.json names for them.
 */
const loadedAtOnce = (
  id: string,
  modules: { getModuleInfo(id: string): { readonly importers: string[] } | null },
): string | null => {
  if (/\/src\/(bundle|define)\.ts$/.test(id)) return null
  const reached = new Set([id])
  for (const module of reached) {
    if (module.endsWith('/src/bundle.ts')) return 'element'
    for (const importer of modules.getModuleInfo(module)?.importers ?? []) reached.add(importer)
  }
  return null
}

type Build = NonNullable<InlineConfig['build']>
type Output = Exclude<
  NonNullable<NonNullable<Build['rolldownOptions']>['output']>,
  readonly unknown[]
>

const build = (
  entry: Record<string, string>,
  output: Output,
  more: Pick<InlineConfig, 'plugins' | 'define'> & { readonly build?: Build } = {},
): InlineConfig => ({
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  // It lies beside every chunk: all of `dist` is flat.
  define: more.define ?? define('./worker.js'),
  plugins: [keepDefine, workerText, ...(more.plugins ?? [])],
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: false,
    reportCompressedSize: false,
    // Terser folds first, then Rolldown names: together 1.5% smaller than Rolldown alone.
    minify: output.minify ? 'terser' : false,
    terserOptions: { ecma: 2020, module: true, mangle: false, compress: { passes: 2, inline: 1 } },
    lib: { entry, formats: ['es'], name: 'SealDrop', fileName: (_format, name) => `${name}.js` },
    ...more.build,
    rolldownOptions: {
      ...more.build?.rolldownOptions,
      checks: { pluginTimings: false },
      output: { postBanner: pointerFor, ...output },
    },
  },
})

/** The worker, whole in one file, so that any server can serve it and any bundler can copy it. */
const worker = build(
  { worker: 'src/worker.ts' },
  { minify: true, codeSplitting: false },
  {
    build: {
      lib: {
        entry: { worker: 'src/worker.ts' },
        // Runs as a module and as a classic script, and leaves no names behind in either.
        formats: ['iife'],
        name: 'SealDropWorker',
        fileName: (_format, name) => `${name}.js`,
      },
    },
  },
)

/**
 * For bundlers: readable, dependencies left to the application. All but idb-keyval, which is tiny, and tus-js-client: it is a module
 * that imports CommonJS, which no browser can, and Rollup only with a plugin.
 */
const npm = build(
  {
    index: 'src/index.ts',
    element: 'src/element/index.ts',
    define: 'src/define.ts',
    open: 'src/open/index.ts',
    relay: 'src/relay/index.ts',
    'relay-node': 'src/relay/node/index.ts',
    'relay-redis': 'src/relay/redis/index.ts',
    testing: 'src/testing/index.ts',
    'testing-component': 'src/testing/component/index.ts',
  },
  { chunkFileNames: chunk => `chunk-${chunkName(chunk)}.js`, minify: false },
  {
    plugins: [tightSheets],
    build: {
      sourcemap: true,
      rolldownOptions: { external: [/^lit($|\/)/, /^@noble\//, 'age-encryption'] },
    },
  },
)

/** Whole in one file: what it shares with the post-quantum code would be a third one, which both load. */
const md5 = build({ md5: 'src/providers/s3/md5.ts' }, { minify: true, codeSplitting: false })

const md5Beside: Plugin = {
  name: 'sealdrop:md5-beside',
  enforce: 'pre',
  resolveId: {
    filter: { id: /^\.\/md5\.ts$/ },
    handler: () => ({ id: './md5.js', external: true }),
  },
}

/** For `<script type="module">`: everything inside, each transport in a file of its own that loads when used. */
const scriptTag = build(
  {
    sealdrop: 'src/bundle.ts',
    'post-quantum': 'src/seal/kem/noble.ts',
    'tus-client': 'src/providers/tus/client.ts',
    'age-pdf': 'src/seal/wrap/pdf.ts',
    'worker-text': 'src/thread/worker-text.ts',
    languages: 'src/element/strings/languages.ts',
    viewer: 'src/pictures/viewer.ts',
  },
  {
    chunkFileNames: chunk =>
      chunk.isDynamicEntry ? `${chunkName(chunk)}-[hash].js` : `${chunk.name}-[hash].js`,
    codeSplitting: { groups: [{ name: loadedAtOnce, debugName: 'element' }] },
    minify: true,
  },
  {
    plugins: [unindented, md5Beside],
    // A constant of the element's that a file beside the classic script uses must not make it load a second element.
    build: { rolldownOptions: { optimization: { inlineConst: { mode: 'all' } } } },
  },
)

/** Whole in one file: what it shares with the element lies in one chunk with that, and would bring a second element. */
const shelf = build({ shelf: 'src/session/shelf/late.ts' }, { minify: true, codeSplitting: false })

/** Its code runs as a module and as a classic script, and writes down which transport it holds. */
const holding = (entry: string, provider: string): Plugin => ({
  name: 'sealdrop:holding',
  enforce: 'pre',
  resolveId: {
    filter: { id: new RegExp(`/${entry}$`) },
    handler: () => join(import.meta.dirname, 'src/providers', `${entry}.ts`),
  },
  load: {
    filter: { id: new RegExp(`/${entry}\\.ts$`) },
    handler: () =>
      `import { held } from './held.ts'
import { ${provider} } from './${provider}/transport.ts'
held().${provider} = ${provider}`,
  },
})

const LATE_URL = 'const sealdropUrl = document.currentScript && document.currentScript.src;'

/** Each transport for the classic script, whole in one file for the same reason. */
const transports = readdirSync(join(import.meta.dirname, 'src/providers'), { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name: provider }) => {
    const entry = `transport-${provider}`
    return build(
      { [entry]: entry },
      { intro: LATE_URL, minify: true, codeSplitting: false },
      {
        plugins: [loadBeside, byAnyUrl, holding(entry, provider)],
        build: {
          lib: {
            entry: { [entry]: entry },
            formats: ['iife'],
            name: 'SealDropTransport',
            fileName: (_format, name) => `${name}.js`,
          },
        },
      },
    )
  })

/** In its place each transport lies in a file beside the script. */
const transportsBeside: Plugin = {
  name: 'sealdrop:transports-beside',
  enforce: 'pre',
  resolveId: {
    filter: { id: /^\.\/transports\.ts$/ },
    handler(_id, importer) {
      return this.resolve('./transports-beside.ts', importer)
    },
  },
}

/** For a classic `<script>`: one file. */
const classicScript = build(
  { 'sealdrop.iife': 'src/bundle.ts' },
  { intro: ownUrlIntro, minify: true, codeSplitting: false },
  {
    define: define('./worker.js', true),
    plugins: [unindented, ownUrl, transportsBeside, loadBeside, byWholeUrl, importAtOnce],
    build: {
      lib: {
        entry: { 'sealdrop.iife': 'src/bundle.ts' },
        formats: ['iife'],
        name: 'SealDrop',
        fileName: (_format, name) => `${name}.js`,
      },
    },
  },
)

/** The providers' local servers, for tests in Node: whole in one file but for age, so that nothing else gains a dependency. */
const sandbox = build(
  { sandbox: 'src/sandbox/index.ts' },
  { codeSplitting: false, minify: false },
  {
    build: {
      target: 'node20',
      rolldownOptions: { platform: 'node', external: [/^node:/, 'age-encryption'] },
    },
  },
)

/** The command, whole in one file but for what the package depends on. */
const cli = build(
  { cli: 'src/cli/main.ts' },
  { codeSplitting: false, minify: false },
  {
    build: {
      target: 'node20',
      rolldownOptions: {
        platform: 'node',
        external: [/^node:/, /^@noble\//, 'age-encryption'],
      },
    },
  },
)

/** The recipient's desk, whole in one script: `test/build-desk.ts` puts it into a page. */
export const desk: InlineConfig = build(
  { desk: 'src/desk/main.ts' },
  { minify: true, codeSplitting: false },
  { build: { write: false } },
)

/** What a browser loads without a bundler: each file of these can be named in a page, with its hash. */
export const pageBuilds: readonly InlineConfig[] = [
  worker,
  scriptTag,
  md5,
  shelf,
  ...transports,
  classicScript,
]

/** What `npm run build` makes beside those, the types and the desk. */
export const otherBuilds: readonly InlineConfig[] = [npm, sandbox, cli]

const forDevelopment: ViteUserConfig = {
  define: devDefine,
  optimizeDeps: { include: devDependencies },
  // A plain `npx vitest` looks here, and would run the browser's tests in Node.
  test: { projects: ['test/vitest.unit.config.ts', 'test/vitest.contract.config.ts'] },
}
export default forDevelopment
