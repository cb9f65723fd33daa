import type { ViteUserConfig } from 'vitest/config'

const root = new URL('..', import.meta.url).pathname

const config: ViteUserConfig = {
  root,
  cacheDir: '.cache/vite',
  test: {
    root,
    name: 'engines',
    environment: 'node',
    include: ['test/engines/**/*.test.ts', 'test/operate/*.test.ts'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // As long as a busy machine may take.
    expect: { poll: { timeout: 20_000, interval: 50 } },
    reporters: ['default', ['json', { outputFile: '.cache/engines.json' }]],
  },
}
export default config
