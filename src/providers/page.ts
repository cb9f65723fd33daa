import type { Traits } from '../core/contracts.ts'

/** What limits a provider's files, whatever its options: said before the transport's code is there. */
export type Takes = Pick<Traits, 'maxBytes' | 'types' | 'seals'>

/** `title` is what people call it; a protocol has none. `takes` repeats of the transport's traits what a visitor is told before choosing. */
interface OnPage {
  readonly title?: string
  readonly takes: Takes
}

const general: OnPage = { takes: { seals: ['age', 'age+pdf', 'none'] } }

/**
 * Every provider, as the page knows it: one line each. `load.ts` has its code. `relay.ts` has the server's side: in one object
 * with this, the relay's code would be in every page.
 */
export const providers = {
  didww: { title: 'DIDWW', takes: { maxBytes: 20 * 1024 ** 2, seals: ['didww'] } } as OnPage,
  privasfer: { title: 'Privasfer', ...general } as OnPage,
  dokstamp: {
    title: 'DokStamp',
    takes: { types: ['application/pdf'], seals: ['age+pdf', 'none'] },
  } as OnPage,
  cryptshare: { title: 'Cryptshare', ...general } as OnPage,
  tus: general as OnPage,
  http: general as OnPage,
  s3: general as OnPage,
}
