import { undoOnFailure } from '../engines/driver/undo.ts'
import { adapters } from './adapters.ts'
import { startNginx } from './nginx.ts'
import { startRefusingSite } from './refusing-site.ts'

/** How a request comes to a relay. */
export interface Way {
  readonly way: string
  readonly adapter: string
  /** Whether nginx, which is before it, collects a request; undefined: there is no nginx. */
  readonly isBuffering?: boolean
}

export const ways: readonly Way[] = [
  ...Object.keys(adapters).map(adapter => ({ way: `by ${adapter}`, adapter })),
  { way: 'through nginx that collects a request', adapter: 'http', isBuffering: true },
  { way: 'through nginx that passes it on as it comes', adapter: 'http', isBuffering: false },
]

export interface StartedWay {
  /** Origin. */
  readonly url: string
  close(): Promise<void>
}

/** A site whose relays refuse, and nginx in front of it where the way has it. `nginx`: as `oracle` names it. */
export const startWay = ({ adapter, isBuffering }: Way, nginx: string): Promise<StartedWay> =>
  undoOnFailure(async (later, close) => {
    const site = await startRefusingSite(adapter)
    later(site.close)
    if (isBuffering === undefined) return { url: `http://127.0.0.1:${site.port}`, close }
    const proxy = await startNginx({ program: nginx, port: site.port, isBuffering })
    later(proxy.close)
    return { url: proxy.url, close }
  })
