import type { ViteUserConfig } from 'vitest/config'
import contract from '../vitest.contract.config.ts'
import unit from './vitest.config.ts'

/** For a room whose promises are tested in a browser: its unit tests, and the session's contract tests. */
const config: ViteUserConfig = {
  root: new URL('../..', import.meta.url).pathname,
  test: {
    projects: [
      unit,
      {
        ...contract,
        test: {
          ...contract.test,
          include: ['test/contract/session*.test.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
}
export default config
