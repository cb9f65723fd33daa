import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { asInstalled } from '../demo/site/expand.ts'
import { PROJECT, SITE } from '../demo/site/sources.ts'

/** A code block of the built documentation. */
export interface Block {
  /** The first page that shows it, such as `guides/relay`. */
  readonly page: string
  readonly language: string
  /** What it is called there, such as `relay.ts`. */
  readonly name: string | undefined
  readonly code: string
  /** Why nothing runs or checks it, where the page says so: `<!-- not run: … -->` in the line above. */
  readonly because: string | undefined
}

const BLOCK =
  /(?:^ *<!-- not run: (?<because>.+) -->\n)?^(?<indent> *)```(?<info>.*)\n(?<code>[\s\S]*?)^\k<indent>```$/gm

export const blocksIn = (page: string, text: string): readonly Block[] =>
  [...text.matchAll(BLOCK)].map(({ groups = {} }) => {
    const { because, indent = '', info = '', code = '' } = groups
    const [language = '', name] = info.trim().split(/\s+/)
    return {
      page,
      language,
      name,
      code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
      because,
    }
  })

/** Those of all pages. What two pages show is there twice: beside what else its page has. */
export const blocks = (): readonly Block[] =>
  readdirSync(SITE, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .map(name => name.replaceAll('\\', '/'))
    .sort()
    .flatMap(name => blocksIn(name.slice(0, -'.md'.length), readFileSync(join(SITE, name), 'utf8')))

/** Those in one language, each once. */
export const blocksOf = (language: string): readonly Block[] => {
  const once = new Map<string, Block>()
  for (const block of blocks())
    if (block.language === language && block.because === undefined && !once.has(block.code))
      once.set(block.code, block)
  return [...once.values()]
}

/** The files that run in the tests as the pages show them: the applications that `npm run test:all` builds and drives, servers, and back ends. */
const applications: ReadonlySet<string> = new Set(
  [
    ...['test/frameworks', 'test/unit/server-example', 'test/unit/back-end-example'],
    'demo/recipes',
  ].flatMap(part => {
    const folder = join(PROJECT, part)
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    return names
      .filter(name =>
        /\.(astro|html|capnp|cfg|conf|go|java|js|mjs|php|py|service|svelte|ts|tsx|vue)$|file$/.test(
          name,
        ),
      )
      .filter(name => !name.includes('node_modules'))
      .map(name => asInstalled(readFileSync(join(folder, name), 'utf8')).trim())
  }),
)

/** Whether a block is a whole file of one of them, as it is built there. */
export const isApplication = ({ code }: Block): boolean => applications.has(code.trim())
