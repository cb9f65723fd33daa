import type { ViteUserConfig } from 'vitest/config'
import { devDefine } from '../vite.config.ts'

const root = new URL('..', import.meta.url).pathname

const config: ViteUserConfig = {
  root,
  cacheDir: '.cache/vite',
  define: devDefine,
  test: {
    // As a project of another config, it would otherwise lie where this file does.
    root,
    name: 'unit',
    environment: 'node',
    include: ['test/unit/**/*.test.ts', 'test/*.test.ts'],
    // As long as a busy machine may take: the contract tests run beside them.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000, interval: 50 } },
  },
}
export default config
