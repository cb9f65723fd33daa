import type { PlaywrightTestConfig } from 'playwright/test'
import { launchOptions } from './browser-path.ts'

const config: PlaywrightTestConfig = {
  testDir: 'browser',
  testMatch: '**/*.spec.ts',
  outputDir: '../.cache/playwright',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  reporter: [['list'], ['json', { outputFile: '../.cache/playwright.json' }]],
  use: { launchOptions: await launchOptions(), trace: 'off' },
}
export default config
