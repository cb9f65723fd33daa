import { expect, type Locator, type Page } from 'playwright/test'
import { test as base, choose, PDF, phases } from './element-site.ts'
import { type Host, type Instead, startHost } from './two-origins.ts'

type SealDrop = HTMLElementTagNameMap['seal-drop']

interface Scene {
  /** Absent where page and files share an origin. */
  readonly cdn?: Host
  readonly site: Host
  readonly widget: Locator
  /** What the console showed as an error, policy reports among it. */
  readonly errors: readonly string[]
  /** Workers that ran, by their URLs. */
  readonly workers: readonly string[]
  /** Files of the package that were asked for, by name. */
  files(): readonly string[]
}
interface Wish {
  /** Where the files lie: with the page, or on another origin that lets pages read them, or does not. */
  readonly from?: 'own' | 'cors' | 'plain'
  readonly script?: 'module' | 'classic'
  /** Of the policy: `$cdn` stands for the other origin. */
  readonly workers?: string
  /** What that origin says instead of a file, by path. */
  readonly instead?: Readonly<Record<string, Instead>>
  readonly attributes?: string
  readonly count?: number
}

const policyOf = (scripts: string, workers: string): string =>
  [
    "default-src 'none'",
    `script-src ${scripts}`,
    `worker-src ${workers}`,
    "style-src 'self'",
    "connect-src 'self' http://127.0.0.1:*",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html sealdrop',
  ].join('; ')

const TAGS = {
  module: (origin: string) => `<script type="module" src="${origin}/sealdrop.js"></script>`,
  classic: (origin: string) => `<script src="${origin}/sealdrop.iife.js"></script>`,
}

const test = base.extend<{ scene: (wish?: Wish) => Promise<Scene> }>({
  scene: async ({ page, didww, sandbox }, use) => {
    const hosts: Host[] = []
    await use(async (wish = {}) => {
      const { from = 'own', script = 'module', instead = {}, attributes = '', count = 1 } = wish
      const cdn = from === 'own' ? undefined : await startHost({ cors: from === 'cors', instead })
      const scripts = cdn?.origin ?? "'self'"
      const workers = (wish.workers ?? (cdn ? 'blob: $cdn' : "'self'")).replace('$cdn', scripts)
      const fields = `<seal-drop ${attributes} ${didww}></seal-drop>`.repeat(count)
      const site = await startHost({
        policy: policyOf(scripts, workers),
        pages: {
          '/': `<!doctype html><title>Form</title>${TAGS[script](cdn?.origin ?? '')}${fields}`,
        },
        ...(!cdn && { instead }),
      })
      hosts.push(site, ...(cdn ? [cdn] : []))
      const errors: string[] = []
      const started: string[] = []
      page.on('console', message => {
        if (message.type() === 'error') errors.push(message.text())
      })
      page.on('pageerror', error => errors.push(String(error)))
      page.on('worker', worker => started.push(worker.url()))
      await page.goto(`${site.origin}/`)
      await page.evaluate(apiKey => {
        for (const element of document.querySelectorAll('seal-drop'))
          element.authorize = () => ({ 'Api-Key': apiKey })
      }, sandbox.apiKey)
      return {
        ...(cdn && { cdn }),
        site,
        widget: page.locator('seal-drop').first(),
        errors,
        workers: started,
        files: () => (cdn ?? site).asked.map(path => path.slice(1)),
      }
    })
    for (const host of hosts) await host.close()
  },
})

const delivers = async (widget: Locator): Promise<void> => {
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
}

/** The browser's own words for a file that was not there or not allowed are not ours to prevent. */
const ours = (errors: readonly string[]): string[] =>
  errors.filter(text => text.includes('SealDropError'))

test.describe('under a strict policy with Trusted Types, a document is delivered', () => {
  for (const script of ['module', 'classic'] as const) {
    test(`by a ${script} script on the page’s own origin, with no fallback loaded`, async ({
      scene,
    }) => {
      const { widget, errors, files, workers, site } = await scene({ script })
      await delivers(widget)
      expect(errors).toEqual([])
      expect(workers).toEqual([`${site.origin}/worker.js`])
      expect(files().filter(name => name.includes('worker'))).toEqual(['worker.js'])
    })

    test(`by a ${script} script from another origin with CORS`, async ({ scene }) => {
      const { widget, errors, files, workers } = await scene({ script, from: 'cors' })
      await delivers(widget)
      expect(errors).toEqual([])
      expect(workers).toEqual([expect.stringMatching(/^blob:/)])
      expect(files().filter(name => name.includes('worker'))).toEqual(['worker.js'])
    })
  }

  test('by a classic script from another origin without CORS', async ({ scene }) => {
    const { widget, errors, files } = await scene({ script: 'classic', from: 'plain' })
    await delivers(widget)
    // Such an origin lets no page load what lies beside the script: the browser says so, and the upload survives no reload.
    expect(errors.filter(text => !/shelf\.js|net::ERR_FAILED/.test(text))).toEqual([])
    expect(files().filter(name => name.includes('worker'))).toEqual(['worker.js'])
  })
})

test.describe('a worker.js that', () => {
  const broken: Readonly<Record<string, Instead>> = {
    'answers 404': { status: 404 },
    'answers 500': { status: 500 },
    'answers a page, as an application does for any path': {
      type: 'text/html',
      body: '<h1>Hi</h1>',
    },
    'is another script': { body: 'postMessage("hello")\nthrow 1' },
  }
  for (const [how, answer] of Object.entries(broken))
    for (const [script, from] of [
      ['module', 'own'],
      ['module', 'cors'],
      ['classic', 'cors'],
    ] as const)
      test(`${how} (${script}, ${from}) leaves the text, which comes late`, async ({ scene }) => {
        const { widget, errors, files } = await scene({
          script,
          from,
          workers: "'self' blob: $cdn",
          instead: { '/worker.js': answer },
        })
        await delivers(widget)
        expect(files()).toContain('worker-text.js')
        expect(ours(errors)).toEqual([])
      })

  test('never answers is left after 20 seconds', async ({ scene, page }) => {
    await page.clock.install()
    const { widget, site, files } = await scene({
      workers: "'self' blob:",
      instead: { '/worker.js': { silent: true } },
    })
    await choose(widget, PDF)
    await expect.poll(() => site.asked).toContain('/worker.js')
    expect(files()).not.toContain('worker-text.js')
    await page.clock.fastForward(20_000)
    await expect.poll(() => phases(widget)).toEqual(['done'])
  })
})

const code = (widget: Locator): Promise<string | undefined> =>
  widget.evaluate((element: SealDrop) => {
    const [file] = element.files
    return file?.state.phase === 'failed' ? file.state.error.code : undefined
  })
const warmUps = (page: Page, count: number, workerUrl?: string): Promise<string[]> =>
  page.evaluate(
    async ([count, workerUrl]) => {
      const { SealDrop } = window as unknown as { SealDrop: typeof import('../../src/bundle.ts') }
      const transport = await SealDrop.transportByName('http', { endpoint: '/nowhere' })
      const seal = { scheme: 'none', because: 'a test' } as const
      const sessions = await Promise.all(
        Array.from({ length: count }, () =>
          SealDrop.createSession({ transport, seal, ...(workerUrl && { workerUrl }) }),
        ),
      )
      const ends = await Promise.allSettled(sessions.map(session => session.warmUp()))
      for (const session of sessions) session.close()
      return ends.map(end => (end.status === 'rejected' ? String(end.reason) : 'ready'))
    },
    [count, workerUrl] as const,
  )

test.describe('a policy that lets no worker start', () => {
  for (const [from, line] of [
    ['own', "worker-src 'self'"],
    ['cors', 'worker-src blob: http://127.0.0.1:'],
  ] as const)
    test(`(${from}) is told to the developer once, with the line to add`, async ({
      scene,
      page,
    }) => {
      const { widget, errors } = await scene({ script: 'classic', from, workers: "'none'" })
      const reasons = await warmUps(page, 20)
      expect(new Set(reasons).size).toBe(1)
      expect(reasons[0]).toContain(line)
      expect(reasons[0]).toContain('its text')
      // The person is told before choosing anything.
      await widget.hover()
      await expect(widget.locator('[part=prompt]')).toContainText('not set up correctly')
      await expect(widget.locator('#choose')).toHaveAttribute('aria-disabled', 'true')
      expect(ours(errors)).toHaveLength(1)
      expect(ours(errors)[0]).toContain(line)
    })
})

test('a worker-url from which none starts is told once, and the file beside the script is taken', async ({
  scene,
}) => {
  const { widget, errors, workers, site } = await scene({
    attributes: 'worker-url="/old/worker.js"',
  })
  await delivers(widget)
  expect(ours(errors)).toHaveLength(1)
  expect(ours(errors)[0]).toContain('/old/worker.js')
  expect(workers.at(-1)).toBe(`${site.origin}/worker.js`)
})

test.describe('a worker of another version is told, and no other way is tried, where it starts', () => {
  const old = {
    body: `navigator.locks.request('old', () => {
      postMessage({ kind: 'ready', lock: 'old', version: '0.0.9' })
      return new Promise(() => {})
    })`,
  }
  const beside = { '/worker.js': old }
  const wishes: Readonly<Record<string, Wish>> = {
    'beside the module': { instead: beside },
    'beside the classic script': { script: 'classic', instead: beside },
    'as a module of another origin': { from: 'cors', instead: beside },
    'as a script of another origin with CORS': { script: 'classic', from: 'cors', instead: beside },
    'as a script of another origin': { script: 'classic', from: 'plain', instead: beside },
    'by worker-url': {
      attributes: 'worker-url="/old/worker.js"',
      instead: { '/old/worker.js': old },
    },
  }
  for (const [way, wish] of Object.entries(wishes))
    test(way, async ({ scene }) => {
      const own = wish.from === undefined ? { workers: "'self' blob:" } : {}
      const { widget, errors, files, workers } = await scene({ ...own, ...wish })
      await widget.hover()
      await expect.poll(() => ours(errors)).toEqual([expect.stringMatching(/0\.0\.9.*0\.1\.0/)])
      await expect(widget.locator('[part=prompt]')).toContainText('not set up correctly')
      expect(workers).toHaveLength(1)
      expect(files()).not.toContain('worker-text.js')
    })
})

test('20 fields that are used at once run one worker', async ({ scene, page }) => {
  const { workers } = await scene({ count: 20 })
  const fields = await page.locator('seal-drop').all()
  const pdf = await import('node:fs/promises').then(fs => fs.readFile(PDF))
  await page.evaluate(async base64 => {
    const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))
    for (const [n, field] of document.querySelectorAll('seal-drop').entries())
      field.add([new File([bytes, ' '.repeat(n)], 'a.pdf')])
  }, pdf.toString('base64'))
  for (const field of fields) await expect.poll(() => phases(field)).toEqual(['done'])
  expect(workers).toHaveLength(1)
})

test('where the page has made the Trusted Types policy "sealdrop" itself, the message says what to allow', async ({
  scene,
  page,
}) => {
  await page.addInitScript(() => {
    const { trustedTypes } = window as unknown as {
      trustedTypes: { createPolicy(name: string, rules: object): void }
    }
    trustedTypes.createPolicy('sealdrop', {})
  })
  const { errors } = await scene({ script: 'classic' })
  const [reason] = await warmUps(page, 1)
  expect(reason).toContain("trusted-types sealdrop 'allow-duplicates'")
  expect(ours(errors)).toHaveLength(1)
})

test('what a transport beside the classic script throws is an error of that script, too', async ({
  scene,
  page,
}) => {
  await scene({ script: 'classic' })
  const kinds = await page.evaluate(async () => {
    const { SealDrop } = window as unknown as { SealDrop: typeof import('../../src/bundle.ts') }
    const options = { endpoint: '/files', metod: 'PUT' }
    const thrown = await SealDrop.transportByName('http', options).catch((error: unknown) => error)
    class Special extends SealDrop.SealDropError {}
    return {
      code: SealDrop.isSealDropError(thrown) && thrown.code,
      is: [thrown, new Special('network', ''), new TypeError()].map(
        error => error instanceof SealDrop.SealDropError,
      ),
      isSpecial: [thrown, new Special('network', '')].map(error => error instanceof Special),
    }
  })
  expect(kinds).toEqual({
    code: 'misconfigured',
    is: [true, true, false],
    isSpecial: [false, true],
  })
})

test('a visitor who is offline when the worker is needed tries again later, and the site is not blamed', async ({
  scene,
  page,
  context,
}) => {
  const { widget, errors } = await scene({ script: 'classic' })
  await context.setOffline(true)
  await choose(widget, PDF)
  await expect.poll(() => code(widget)).toBe('offline')
  expect(ours(errors)).toEqual([])
  await context.setOffline(false)
  await page.getByRole('button', { name: /^try .* again/i }).click()
  await expect.poll(() => phases(widget)).toEqual(['done'])
})
