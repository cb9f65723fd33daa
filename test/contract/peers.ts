import type { Transport } from '../../src/core/contracts.ts'
import type { ProviderName } from '../../src/providers/names.ts'
import { transports } from '../../src/providers/transports.ts'
import { insideOf, startProvider } from '../contract-tools.ts'
import type { Exemption, Peer } from './transport.ts'

/** What the tests tell one provider, and what it cannot promise. Most need nothing. */
export interface PeerOptions {
  /** Told to the sandbox. */
  readonly sandbox?: object
  /** Told to the transport, beside where it sends to. */
  readonly options?: Readonly<Record<string, unknown>>
  readonly wrap?: 'pdf'
  readonly exempt?: readonly Exemption[]
}

const answersWithoutBody = (because: string): readonly Exemption[] =>
  ['empty', 'cut'].map(as => ({
    clause: `a good status with a ${as} body is "protocol", not a delivery`,
    because,
  }))
const redirected = (header: string): Exemption => ({
  clause: 'a redirect takes no secret to another origin',
  because: `the browser follows it and takes ${header} along, as it does not Authorization`,
})

/** Of DIDWW, without a relay. */
export const storedTwice: Exemption = {
  clause: 'an answer lost on a used connection, which browsers send again unseen, leaves one copy',
  because: 'it knows no key, and nobody can look; the other one expires',
}

/** Every provider: the contract and the fault matrix run against each. */
export const peers: Readonly<Record<ProviderName, PeerOptions>> = {
  cryptshare: {
    options: { pollTransfer: { everyMs: 10 } },
    exempt: [
      ...answersWithoutBody('the answer to the bytes has no body: its status says that they came'),
      redirected('X-CS-ClientId'),
    ],
  },
  didww: { sandbox: { modulusLength: 2048 }, exempt: [redirected('Api-Key'), storedTwice] },
  dokstamp: {},
  // Its server allows the header from any origin.
  http: { options: { idempotencyKey: true } },
  // Else a 429 that does not say when is waited out for a minute.
  privasfer: { options: { coolDownMs: 20 } },
  s3: {
    exempt: answersWithoutBody(
      'the answer to the bytes has no body: its status says that they came',
    ),
  },
  tus: {
    exempt: answersWithoutBody('what counts in tus is in headers, which came whole'),
  },
}

export const providerNames = Object.keys(peers) as readonly ProviderName[]

/** One provider's sandbox, and its transport as a page uses it without a relay. What `more` says goes before what `peers` says. */
export const startPeer = async (name: ProviderName, more: PeerOptions = {}): Promise<Peer> => {
  const known: PeerOptions = { ...peers[name], ...more }
  const [sandbox, create] = await Promise.all([
    startProvider(name, known.sandbox),
    transports[name]() as Promise<(options: object) => Transport>,
  ])
  const { endpoint, options, direct, secrets } = sandbox
  // What is not there reads as a method of the server outside the browser.
  const recipient = 'recipient' in sandbox ? sandbox.recipient : undefined
  const wrap = known.wrap ?? ('wrap' in sandbox ? sandbox.wrap : undefined)
  return {
    transport: () => create({ endpoint, ...options, ...direct.options, ...known.options }),
    ...(recipient && { seal: { scheme: 'age', recipients: [recipient], ...(wrap && { wrap }) } }),
    authorize: () => direct.headers,
    secret: secrets[0],
    ...insideOf(sandbox),
  }
}
