import { cryptshare } from '../../src/providers/cryptshare/transport.ts'
import { didww } from '../../src/providers/didww/transport.ts'
import { dokstamp } from '../../src/providers/dokstamp/transport.ts'
import { http } from '../../src/providers/http/transport.ts'
import { privasfer } from '../../src/providers/privasfer/transport.ts'
import { tus } from '../../src/providers/tus/transport.ts'
import { insideOf, startSandbox } from '../contract-tools.ts'
import type { Peer } from './transport.ts'

/** Every provider, as a whole session meets it. */
export const peers: Readonly<Record<string, () => Promise<Peer>>> = {
  async cryptshare() {
    const sandbox = await startSandbox('cryptshare')
    const { endpoint, user, clientId, recipients } = sandbox
    return {
      transport: () =>
        cryptshare({ endpoint, user, clientId, recipients, pollTransfer: { everyMs: 10 } }),
      seal: { scheme: 'age', recipients: [sandbox.recipient] },
      authorize: () => ({}),
      secret: clientId,
      ...insideOf(sandbox),
    }
  },
  async didww() {
    const sandbox = await startSandbox('didww', { modulusLength: 2048 })
    return {
      transport: () => didww({ endpoint: sandbox.endpoint }),
      authorize: () => ({ 'Api-Key': sandbox.apiKey }),
      secret: sandbox.apiKey,
      ...insideOf(sandbox),
    }
  },
  async dokstamp() {
    const sandbox = await startSandbox('dokstamp')
    return {
      transport: () => dokstamp({ endpoint: sandbox.endpoint, tenant: sandbox.tenant }),
      seal: { scheme: 'age', recipients: [sandbox.recipient], wrap: 'pdf' },
      authorize: () => ({ Authorization: `Bearer ${sandbox.token}` }),
      secret: sandbox.token,
      ...insideOf(sandbox),
    }
  },
  async http() {
    const sandbox = await startSandbox('http')
    return {
      transport: () => http({ endpoint: sandbox.endpoint, reference: { json: 'data.id' } }),
      seal: { scheme: 'age', recipients: [sandbox.recipient] },
      authorize: () => ({ Authorization: `Bearer ${sandbox.token}` }),
      secret: sandbox.token,
      ...insideOf(sandbox),
    }
  },
  async privasfer() {
    const sandbox = await startSandbox('privasfer')
    return {
      // Else a 429 that does not say when is waited out for a minute.
      transport: () => privasfer({ endpoint: sandbox.endpoint, coolDownMs: 20 }),
      seal: { scheme: 'age', recipients: [sandbox.recipient] },
      authorize: () => ({ Authorization: `Bearer ${sandbox.token}` }),
      secret: sandbox.token,
      ...insideOf(sandbox),
    }
  },
  async tus() {
    const sandbox = await startSandbox('tus')
    return {
      transport: () => tus({ endpoint: sandbox.endpoint }),
      seal: { scheme: 'age', recipients: [sandbox.recipient] },
      authorize: () => ({ Authorization: `Bearer ${sandbox.token}` }),
      secret: sandbox.token,
      ...insideOf(sandbox),
    }
  },
}
