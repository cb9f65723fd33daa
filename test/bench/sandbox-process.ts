import { createHash } from 'node:crypto'
import { startDidww } from '../../src/sandbox/didww/sandbox.ts'
import { startHttp } from '../../src/sandbox/http/sandbox.ts'
import type { Provider, Question, Server } from './sandbox.ts'

interface Started {
  readonly server: Server
  readonly sandbox: {
    received(): readonly { readonly id: string }[]
    plaintext(id: string): Buffer | Promise<Buffer>
    reset(): void
  }
}

const starters: Readonly<Record<Provider, () => Promise<Started>>> = {
  async didww() {
    const sandbox = await startDidww()
    const { endpoint, apiKey } = sandbox
    return { sandbox, server: { endpoint, headers: { 'Api-Key': apiKey }, recipients: [] } }
  },
  async http() {
    const sandbox = await startHttp()
    const { endpoint, token, recipient } = sandbox
    const headers = { Authorization: `Bearer ${token}` }
    return { sandbox, server: { endpoint, headers, recipients: [recipient] } }
  },
}

// A process of its own, so that it does not share an event loop with the one that drives the browser.
const { server, sandbox } = await starters[process.argv[2] as Provider]()

const hashOf = async (id: string): Promise<string> =>
  createHash('sha256')
    .update(await sandbox.plaintext(id))
    .digest('hex')

const answers: Readonly<Record<Question, () => unknown>> = {
  opened: () =>
    Promise.all(sandbox.received().map(({ id }) => hashOf(id).catch(() => 'does not open'))),
  forget: () => sandbox.reset(),
}
process.on('message', async (question: Question) =>
  process.send?.((await answers[question]()) ?? null),
)
// Whoever started it is gone.
process.on('disconnect', () => process.exit())
process.send?.(server)
