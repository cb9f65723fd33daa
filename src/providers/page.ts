import type { Transport } from '../core/contracts.ts'

/** Makes a transport. Takes options of its own, and checks what it is given. */
type TransportFactory = (options: never) => Transport

/**
 * Every provider, as the page knows it: one line each. `title` is what people call it; each transport's code is a file of its own, loaded
 * when a page names it. `relay.ts` has the server's side: in one object with this, the relay's code would be in every page.
 */
export const providers = {
  didww: {
    title: 'DIDWW',
    load: async (): Promise<TransportFactory> => (await import('./didww/transport.ts')).didww,
  },
  privasfer: {
    title: 'Privasfer',
    load: async (): Promise<TransportFactory> =>
      (await import('./privasfer/transport.ts')).privasfer,
  },
  dokstamp: {
    title: 'DokStamp',
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
