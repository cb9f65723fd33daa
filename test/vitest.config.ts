import { playwright } from '@vitest/browser-playwright'
import type { ViteUserConfig } from 'vitest/config'
import { devDefine, devDependencies } from '../vite.config.ts'
import { browserPath } from './browser-path.ts'
import { closeSandboxes, commands } from './contract-commands.ts'

const launchOptions = await browserPath()

const config: ViteUserConfig = {
  root: new URL('..', import.meta.url).pathname,
  cacheDir: '.cache/vite',
  define: devDefine,
  test: {
    // Most of the time is waiting: for a server, for a browser.
    maxWorkers: 2,
    reporters: ['default', ['json', { outputFile: '.cache/vitest.json' }]],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/unit/**/*.test.ts', 'test/*.test.ts'],
        },
      },
      {
        extends: true,
        optimizeDeps: { include: [...devDependencies, 'fast-check'] },
        plugins: [{ name: 'sealdrop:close-sandboxes', closeBundle: closeSandboxes }],
        test: {
          name: 'contract',
          include: ['test/contract/**/*.test.ts'],
          testTimeout: 30_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions }),
            instances: [{ browser: 'chromium' }],
            commands,
          },
        },
      },
    ],
  },
}
export default config
