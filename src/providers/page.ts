import type { Traits, Transport } from '../core/contracts.ts'

/** Makes a transport. Takes options of its own, and checks what it is given. */
type TransportFactory = (options: never) => Transport

/** What limits a provider's files, whatever its options: said before the transport's code is there. */
export type Takes = Pick<Traits, 'maxBytes' | 'types' | 'seals'>

const general: Takes = { seals: ['age', 'age+pdf', 'none'] }

/**
 * Every provider, as the page knows it: one line each. `title` is what people call it; `takes` repeats of the transport's
 * traits what a visitor is told before choosing; each transport's code is a file of its own, loaded when it is needed.
 * `relay.ts` has the server's side: in one object with this, the relay's code would be in every page.
 */
export const providers = {
  didww: {
    title: 'DIDWW',
    takes: { maxBytes: 20 * 1024 ** 2, seals: ['didww'] } as Takes,
    load: async (): Promise<TransportFactory> => (await import('./didww/transport.ts')).didww,
  },
  privasfer: {
    title: 'Privasfer',
    takes: general as Takes,
    load: async (): Promise<TransportFactory> =>
      (await import('./privasfer/transport.ts')).privasfer,
  },
  dokstamp: {
    title: 'DokStamp',
    takes: { types: ['application/pdf'], seals: ['age+pdf', 'none'] } as Takes,
    load: async (): Promise<TransportFactory> => (await import('./dokstamp/transport.ts')).dokstamp,
  },
  cryptshare: {
    title: 'Cryptshare',
    takes: general as Takes,
    load: async (): Promise<TransportFactory> =>
      (await import('./cryptshare/transport.ts')).cryptshare,
  },
  tus: {
    title: 'tus',
    takes: general as Takes,
    load: async (): Promise<TransportFactory> => (await import('./tus/transport.ts')).tus,
  },
  http: {
    title: 'Plain HTTP',
    takes: general as Takes,
    load: async (): Promise<TransportFactory> => (await import('./http/transport.ts')).http,
  },
}
