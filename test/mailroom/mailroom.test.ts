import { afterAll, beforeAll, describe, it } from 'vitest'
import { commands } from 'vitest/browser'
import { type Peer, transportContract } from '../../src/testing/index.ts'
import { mailroom } from './mailroom.ts'

declare module 'vitest/browser' {
  interface BrowserCommands {
    startMailroom(): Promise<{ url: string; token: string; recipient: string }>
    askMailroom(url: string, method: string, ...args: unknown[]): Promise<string>
  }
}

const withBytes = (_: string, value: { base64?: string } | null) =>
  value?.base64 === undefined
    ? value
    : Uint8Array.from(atob(value.base64), character => character.charCodeAt(0))

const start = async (): Promise<Peer> => {
  const { url, token, recipient } = await commands.startMailroom()
  const ask = async (method: string, ...args: unknown[]) =>
    JSON.parse(await commands.askMailroom(url, method, ...args), withBytes)
  return {
    transport: () => mailroom({ endpoint: url }),
    seal: { scheme: 'age', recipients: [recipient] },
    authorize: () => ({ Authorization: `Bearer ${token}` }),
    secret: token,
    opened: reference => ask('plaintext', reference),
    count: async () => (await ask('received')).length,
    traffic: () => ask('requests'),
    flip: switches => ask('flip', switches),
    reset: () => ask('reset'),
    close: () => ask('close'),
  }
}

transportContract({ name: 'mailroom', start }, { describe, it, beforeAll, afterAll })
