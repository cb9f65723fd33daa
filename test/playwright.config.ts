import type { PlaywrightTestConfig } from 'playwright/test'
import { launchOptions } from './browser-path.ts'

const config: PlaywrightTestConfig = {
  projects: [
    { name: 'browser', testDir: 'browser' },
    // One after the other: each of their tools wants the whole machine.
    { name: 'frameworks', testDir: 'frameworks', fullyParallel: false, workers: 1 },
  ],
  testMatch: '*.spec.ts',
  outputDir: '../.cache/playwright',
  fullyParallel: true,
  // More than cores: at any time one of them waits for a server or a clock.
  workers: 3,
  retries: 0,
  timeout: 60_000,
  // As long as a busy machine may take.
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: '../.cache/playwright.json' }]],
  use: { launchOptions: await launchOptions(), trace: 'off' },
}
export default config
