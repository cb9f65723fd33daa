import type { Traits, Transport } from '../core/contracts.ts'

/** Makes a transport. Takes options of its own, and checks what it is given. */
type TransportFactory = (options: never) => Transport

/** What limits a provider's files, whatever its options: said before the transport's code is there. */
export type Takes = Pick<Traits, 'maxBytes' | 'types'>

/**
 * Every provider, as the page knows it: one line each. `title` is what people call it; `takes` repeats of the transport's
 * traits what a visitor is told before choosing; each transport's code is a file of its own, loaded when it is needed.
 * `relay.ts` has the server's side: in one object with this, the relay's code would be in every page.
 */
export const providers = {
  didww: {
    title: 'DIDWW',
    takes: { maxBytes: 20 * 1024 ** 2 } as Takes,
    load: async (): Promise<TransportFactory> => (await import('./didww/transport.ts')).didww,
  },
  privasfer: {
    title: 'Privasfer',
    load: async (): Promise<TransportFactory> =>
      (await import('./privasfer/transport.ts')).privasfer,
  },
  dokstamp: {
    title: 'DokStamp',
    takes: { types: ['application/pdf'] } as Takes,
    load: async (): Promise<TransportFactory> => (await import('./dokstamp/transport.ts')).dokstamp,
  },
  cryptshare: {
    title: 'Cryptshare',
    load: async (): Promise<TransportFactory> =>
      (await import('./cryptshare/transport.ts')).cryptshare,
  },
  tus: {
    title: 'tus',
    load: async (): Promise<TransportFactory> => (await import('./tus/transport.ts')).tus,
  },
  http: {
    title: 'Plain HTTP',
    load: async (): Promise<TransportFactory> => (await import('./http/transport.ts')).http,
  },
}
