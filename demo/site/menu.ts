export interface Section {
  readonly title: string
  /** By their paths without a suffix, in the order in which they are read. */
  readonly pages: readonly string[]
}

/** Every page of the site: the order of the menu, of llms.txt, and of "next". */
export const menu: readonly Section[] = [
  { title: 'Start', pages: ['index', 'start', 'guides/live'] },
  {
    title: 'In your page',
    pages: [
      'guides/website',
      'guides/bundler',
      'guides/plain',
      'guides/form',
      'guides/loading',
      'guides/session',
    ],
  },
  {
    title: 'Frameworks',
    pages: [
      'guides/frameworks',
      'guides/react',
      'guides/next',
      'guides/preact',
      'guides/vue',
      'guides/svelte',
      'guides/solid',
      'guides/angular',
      'guides/astro',
    ],
  },
  {
    title: 'Services',
    pages: [
      'providers/index',
      'providers/didww',
      'providers/privasfer',
      'providers/dokstamp',
      'providers/cryptshare',
      'providers/tus',
      'providers/s3',
      'providers/http',
    ],
  },
  {
    title: 'Your server',
    pages: [
      'guides/relay',
      'guides/servers',
      'guides/proxies',
      'guides/operating',
      'guides/machines',
      'guides/capacity',
      'guides/twice',
      'guides/policies',
    ],
  },
  { title: 'Looks and words', pages: ['guides/theming', 'guides/languages'] },
  {
    title: 'Recipients',
    pages: [
      'guides/opening',
      'guides/desk',
      'guides/command',
      'guides/keys',
      'guides/back-end',
      'guides/documents',
      'guides/python',
      'guides/go',
      'guides/php',
      'guides/java',
    ],
  },
  {
    title: 'Going further',
    pages: ['guides/component-tests', 'guides/sandbox', 'guides/provider'],
  },
  {
    title: 'Reference',
    pages: [
      'reference/element',
      'reference/files',
      'reference/errors',
      'reference/sealdrop',
      'reference/sealdrop-element',
      'reference/sealdrop-open',
      'reference/sealdrop-relay',
      'reference/sealdrop-relay-node',
      'reference/sealdrop-relay-redis',
      'reference/sealdrop-sandbox',
      'reference/sealdrop-testing',
      'reference/sealdrop-testing-component',
    ],
  },
  {
    title: 'About',
    pages: [
      'about/comparison',
      'about/security',
      'about/accessibility',
      'about/audit',
      'about/format',
      'about/package',
      'about/architecture',
      'about/contributing',
      'about/changelog',
    ],
  },
]

export const paths: readonly string[] = menu.flatMap(({ pages }) => pages)
