import { playwright } from '@vitest/browser-playwright'
import type { ViteUserConfig } from 'vitest/config'
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts'

/** JSON has no bytes: they go to the page as base64. */
const withoutBytes = (_: string, value: { type?: string; data?: number[] } | null) =>
  value?.type === 'Buffer' ? { base64: Buffer.from(value.data ?? []).toString('base64') } : value

const servers = new Map<string, Sandbox>()

const config: ViteUserConfig = {
  test: {
    browser: {
      enabled: true,
      headless: true,
      provider: playwright(),
      instances: [{ browser: 'chromium' }],
      commands: {
        // The mailroom's server takes what the sandbox of plain HTTP takes.
        async startMailroom() {
          const server = await startSandbox('http')
          servers.set(server.url, server)
          return { url: server.url, token: server.token, recipient: server.recipient }
        },
        async askMailroom(_, url: string, method: keyof Sandbox, ...args: unknown[]) {
          const call = servers.get(url)?.[method] as (...args: unknown[]) => unknown
          return JSON.stringify((await call(...args)) ?? null, withoutBytes)
        },
      },
    },
  },
}

export default config
