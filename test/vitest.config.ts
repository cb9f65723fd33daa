import type { ViteUserConfig } from 'vitest/config'

const config: ViteUserConfig = {
  root: new URL('..', import.meta.url).pathname,
  test: {
    // Most of the time is waiting: for a server, for a browser.
    maxWorkers: 2,
    reporters: ['default', ['json', { outputFile: '.cache/vitest.json' }]],
    projects: ['test/vitest.unit.config.ts', 'test/vitest.contract.config.ts'],
  },
}
export default config
