import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { type DidwwSandbox, startDidww } from '../../src/sandbox/didww/sandbox.ts'
import { type HttpSandbox, startHttp } from '../../src/sandbox/http/sandbox.ts'
import { startTus, type TusSandbox } from '../../src/sandbox/tus/sandbox.ts'
import { type Host, startHost } from '../browser/two-origins.ts'
import { startWebsite, type Upstream, upstreamOf, type Website } from '../browser/website.ts'
import type { Engine } from './driver/engine.ts'
import { watchPage } from './in-page.ts'
import { type Visitor, visitorOn } from './visitor.ts'

const root = join(import.meta.dirname, '..', '..')
const pictures = join(root, '.cache', 'engines')
export const dist: string = join(root, 'dist')

/** The providers that journeys send to. */
export interface Peers {
  readonly http: HttpSandbox
  readonly tus: TusSandbox
  readonly didww: DidwwSandbox
}
export type PeerName = keyof Peers

export const startPeers = async (): Promise<Peers> => {
  const [http, tus, didww] = await Promise.all([
    startHttp(),
    startTus(),
    startDidww({ modulusLength: 2048 }),
  ])
  return { http, tus, didww }
}

export interface SiteOptions {
  /** What loads the element (`MODULE`). */
  readonly head?: string
  /** Further files, by their paths. */
  readonly files?: Readonly<Record<string, string>>
  /** Another origin that its policy lets scripts and the worker come from. */
  readonly cdn?: string
}

/** One journey, with all that it opens: closed when it ends. */
export interface Trip extends Peers {
  /** What `<seal-drop>` is told to send there, through the site's own server. */
  attributes(peer: PeerName): string
  /** A site under a strict policy, with this page at `/`. */
  site(peer: PeerName, body: string, options?: SiteOptions): Promise<Website>
  /** The built files on another origin, which lets pages read them or not. */
  cdn(options: { readonly cors: boolean }): Promise<Host>
  /** A person with a tab. Others share the browser. */
  visitor(): Promise<Visitor>
  /** For files that are chosen. */
  readonly folder: string
  /** What pages and browser complained of so far: nothing, or the journey fails. */
  complaints(): readonly string[]
  /** Complaints like this one are the journey's own doing. */
  excuse(complaint: RegExp): void
}
export type Journeys = Readonly<Record<string, (trip: Trip) => Promise<void>>>

/** The two script tags, with the files on the page's own origin or another. */
export const moduleFrom = (origin: string): string =>
  `<script type="module" src="${origin}/sealdrop.js"></script>`
export const classicFrom = (origin: string): string =>
  `<script src="${origin}/sealdrop.iife.js"></script>`
const MODULE = moduleFrom('')

const page = (head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Application</title>
<meta name="viewport" content="width=device-width"><script src="/watch.js"></script>${head}</head>
<body>${body}</body></html>`

const attributesOf = ({ http, tus }: Peers): Readonly<Record<PeerName, string>> => ({
  http: `transport="http" endpoint="/relay/files" options='{"reference":{"json":"data.id"}}' recipients="${http.recipient}"`,
  tus: `transport="tus" endpoint="/relay/files/" options='{"chunkSize":4000}' recipients="${tus.recipient}"`,
  didww: 'transport="didww" endpoint="/relay/v3"',
})

const upstreamsOf = ({ http, tus, didww }: Peers): Readonly<Record<PeerName, Upstream>> => ({
  http: { url: http.url, header: 'authorization', secret: `Bearer ${http.token}` },
  tus: { url: tus.url, header: 'authorization', secret: `Bearer ${tus.token}` },
  didww: upstreamOf(didww),
})

/**
 * Walks one journey in a browser. Whatever a page complained of on the way fails it. When it fails, what each tab showed last is
 * a picture below `.cache/engines`.
 */
export const walk = async (
  engine: Engine,
  peers: Peers,
  name: string,
  journey: Journeys[string],
): Promise<void> => {
  const sites: Website[] = []
  const hosts: Host[] = []
  const visitors: Visitor[] = []
  const excuses: RegExp[] = []
  const folder = await mkdtemp(join(tmpdir(), 'sealdrop-'))
  const complaints = (): readonly string[] => [
    ...sites.flatMap(site => site.complaints),
    ...visitors.flatMap(({ tab }) => tab.complaints),
  ]
  for (const peer of Object.values(peers)) peer.reset()
  // As a relay says it: the site's own server answers under another path.
  peers.tus.flip({ place: 'relative' })
  try {
    await journey({
      ...peers,
      folder,
      complaints,
      excuse: complaint => excuses.push(complaint),
      attributes: peer => attributesOf(peers)[peer],
      async cdn({ cors }) {
        const host = await startHost({ cors })
        hosts.push(host)
        return host
      },
      async site(peer, body, { head = MODULE, files = {}, cdn } = {}) {
        const pages = { '/': page(head, body), '/watch.js': `(${watchPage})()`, ...files }
        const site = await startWebsite(upstreamsOf(peers)[peer], dist, pages, { cdn })
        sites.push(site)
        return site
      },
      async visitor() {
        const visitor = visitorOn(await engine.open())
        visitors.push(visitor)
        return visitor
      },
    })
    const isExcused = (complaint: string): boolean => excuses.some(one => one.test(complaint))
    expect(complaints().filter(complaint => !isExcused(complaint))).toEqual([])
  } catch (error) {
    await mkdir(pictures, { recursive: true })
    const stem = `${engine.name} ${name}`.replace(/[^\w]+/g, '-')
    for (const [index, { tab }] of visitors.entries())
      await tab.screenshot().then(
        png => writeFile(join(pictures, `${stem}-${index}.png`), png),
        // The first error says more than one of a tab that is gone.
        () => {},
      )
    throw error
  } finally {
    for (const { tab } of visitors) await tab.close()
    for (const server of [...sites, ...hosts]) await server.close()
    await rm(folder, { recursive: true })
  }
}
