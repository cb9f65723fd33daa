/** Every provider, as the relay serves it: one line each. `page.ts` has the page's side. */
export { cryptshareRoutes as cryptshare } from './cryptshare/relay.ts'
export { didwwRoutes as didww } from './didww/relay.ts'
export { dokstampRoutes as dokstamp } from './dokstamp/relay.ts'
export { httpRoutes as http } from './http/relay.ts'
export { privasferRoutes as privasfer } from './privasfer/relay.ts'
export { s3Routes as s3 } from './s3/relay.ts'
export { tusRoutes as tus } from './tus/relay.ts'

/** Operations beyond what an upload needs, by the names of the transports' methods. */
export interface Allowed {
  readonly didww?: readonly ('list' | 'get' | 'remove')[]
  readonly privasfer?: readonly (
    | ('list' | 'get' | 'update' | 'remove' | 'createDownload' | 'inbox' | 'message')
    | ('mails' | 'sendMail' | 'createKey' | 'removeKey')
  )[]
  readonly dokstamp?: readonly ('list' | 'get' | 'update' | 'replace' | 'remove' | 'download')[]
  /**
   * `recipients`: the visitor names sender and recipients. `edit`: sets any property of its sessions. `requestCode`, `verify`: the relay's
   * sender is verified by e-mail.
   */
  readonly cryptshare?: readonly (
    | ('recipients' | 'edit')
    | ('requestCode' | 'verify' | 'newClientId')
  )[]
}
