import { playwright } from '@vitest/browser-playwright'
import type { ViteUserConfig } from 'vitest/config'
import { devDefine, devDependencies, workerText } from '../vite.config.ts'
import { launchOptions } from './browser-path.ts'
import { closeSandboxes, commands } from './contract-commands.ts'

const root = new URL('..', import.meta.url).pathname

const config: ViteUserConfig = {
  root,
  cacheDir: '.cache/vite',
  // In the page, too, `turnsOf` must know.
  define: {
    ...devDefine,
    'process.env.SEALDROP_TURNS': JSON.stringify(process.env.SEALDROP_TURNS ?? ''),
  },
  optimizeDeps: { include: [...devDependencies, 'fast-check'] },
  plugins: [workerText, { name: 'sealdrop:close-sandboxes', closeBundle: closeSandboxes }],
  test: {
    // As a project of another config, it would otherwise lie where this file does.
    root,
    name: 'contract',
    include: ['test/contract/**/*.test.ts'],
    // Two pages, each in a context of its own: beside the unit tests, which end sooner. With three, tests run into their time-outs.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // As long as a busy machine may take.
    expect: { poll: { timeout: 20_000, interval: 50 } },
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: await launchOptions() }),
      instances: [{ browser: 'chromium' }],
      commands,
    },
  },
}
export default config
