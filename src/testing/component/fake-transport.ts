import type { Transport } from '../../core/contracts.ts'
import type { Outcome } from './outcome.ts'

const pem = (text: string): string =>
  `-----BEGIN PUBLIC KEY-----\n${btoa(text)}\n-----END PUBLIC KEY-----`

/** For a provider that prescribes its keys. Nothing is encrypted for them. */
const FAKE_KEYS = [pem('a fake key'), pem('another fake key')] as const

/** The transport that the page named, which from here on asks nobody: what it takes is as before, what comes of it is made up. */
export const createFakeTransport = (
  { name, endpoint, traits, prescribe, commit }: Transport,
  outcomeOf: (id: string) => Outcome,
  nextReference: () => string,
): Transport => ({
  name,
  endpoint,
  traits: { ...traits, perRequest: 1 },
  ...(prescribe && { prescribe: async () => ({ scheme: 'didww', publicKeys: FAKE_KEYS }) }),
  async send({ id, size }, { progress, bodyTaken }) {
    const { delivered, failure } = outcomeOf(id)
    // As a browser does: it has taken all bytes, and they arrive after that.
    bodyTaken?.()
    progress(size, size)
    if (failure) throw failure
    return { reference: nextReference(), facts: {}, ...delivered }
  },
  ...(commit && { commit: async deliveries => deliveries }),
})
