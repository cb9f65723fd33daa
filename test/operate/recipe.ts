import { readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { HttpSandbox } from '../../src/sandbox/http/sandbox.ts'
import { createFolder } from '../engines/driver/downloads.ts'
import { undoOnFailure } from '../engines/driver/undo.ts'
import { dist } from '../engines/trip.ts'
import { makeCertificate } from './certificate.ts'
import { startNginxWith } from './nginx.ts'
import { freePort, startListening } from './program.ts'

export const recipes: string = join(import.meta.dirname, '..', '..', 'demo', 'recipes')

/** A recipe as its reader has it, with ports, paths and names of this machine in the place of its own. Throws where one is not in it. */
export const recipeWith = async (
  name: string,
  changes: Readonly<Record<string, string>>,
): Promise<string> => {
  let text = await readFile(join(recipes, name), 'utf8')
  for (const [from, to] of Object.entries(changes)) {
    if (!text.includes(from)) throw new Error(`${name} has no "${from}" any more.`)
    text = text.replaceAll(from, to)
  }
  return text
}

/** As `oracle` names them. */
export interface Programs {
  readonly openssl: string
  readonly nginx: string
  readonly caddy: string
  readonly haproxy: string
}

interface Place {
  /** What it listens on. */
  readonly own: number
  /** Where the site is. */
  readonly site: number
  readonly folder: string
  readonly key: string
  readonly cert: string
  readonly programs: Programs
  readonly later: (undo: () => Promise<unknown>) => void
}

type Front = (place: Place) => Promise<void>

const nginxWith =
  (changes: Readonly<Record<string, string>>): Front =>
  async ({ own, site, key, cert, programs, later }) => {
    const text = await recipeWith('nginx.conf', {
      'listen 443': `listen 127.0.0.1:${own}`,
      '127.0.0.1:3000': `127.0.0.1:${site}`,
      'www.example.org;': 'localhost;',
      '/etc/ssl/www.example.org/cert.pem': cert,
      '/etc/ssl/www.example.org/key.pem': key,
      ...changes,
    })
    await startNginxWith(programs.nginx, text, own, later)
  }

const caddy: Front = async ({ own, site, folder, key, cert, programs, later }) => {
  const text = await recipeWith('Caddyfile', {
    'www.example.org {': `https://localhost:${own} {\n\ttls ${cert} ${key}`,
    '127.0.0.1:3000': `127.0.0.1:${site}`,
  })
  const path = join(folder, 'Caddyfile')
  // It would open a port for its administration, and one for who comes by http.
  await writeFile(path, `{\n\tadmin off\n\tauto_https disable_redirects\n}\n${text}`)
  const words = ['run', '--adapter', 'caddyfile', '--config', path]
  await startListening(programs.caddy, words, own, later, { HOME: folder, XDG_DATA_HOME: folder })
}

const haproxy: Front = async ({ own, site, folder, key, cert, programs, later }) => {
  const pem = join(folder, 'both.pem')
  await writeFile(pem, (await readFile(cert, 'utf8')) + (await readFile(key, 'utf8')))
  const text = await recipeWith('haproxy.cfg', {
    'bind :443': `bind 127.0.0.1:${own}`,
    '/etc/haproxy/www.example.org.pem': pem,
    '127.0.0.1:3000': `127.0.0.1:${site}`,
  })
  const path = join(folder, 'haproxy.cfg')
  await writeFile(path, text)
  await startListening(programs.haproxy, ['-db', '-f', path], own, later)
}

const PREFIX = '/apply'

export type FrontName =
  | 'nginx that passes uploads on'
  | 'nginx that collects them first'
  | 'nginx under a prefix'
  | 'nginx that takes 1 MiB'
  | 'Caddy'
  | 'HAProxy'
  | 'nothing'

/** What may stand before a site, and what of the recipe is changed for it. */
const starters: Readonly<Record<FrontName, Front | undefined>> = {
  'nginx that passes uploads on': nginxWith({}),
  'nginx that collects them first': nginxWith({
    'proxy_request_buffering off': 'proxy_request_buffering on',
  }),
  'nginx under a prefix': nginxWith({ '/relay/ {': `${PREFIX}/relay/ {` }),
  'nginx that takes 1 MiB': nginxWith({
    'client_max_body_size 21m': 'client_max_body_size 1m',
    '22020096': '1048576',
  }),
  Caddy: caddy,
  HAProxy: haproxy,
  nothing: undefined,
}

export const fronts: readonly FrontName[] = Object.keys(starters) as FrontName[]

export interface Served {
  /** Origin. */
  readonly url: string
  /** The relay's path. */
  readonly base: string
  close(): Promise<void>
}

const pageWith = (recipient: string, base: string): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Apply</title><link rel="icon" href="data:,">
<script type="module" src="/dist/sealdrop.js"></script>
<seal-drop transport="http" endpoint="${base}/http" recipients="${recipient}"></seal-drop></html>`

/** The site of `server.js`, with a page that has the element, behind one of them. */
export const serve = (name: FrontName, sandbox: HttpSandbox, programs: Programs): Promise<Served> =>
  undoOnFailure(async (later, close) => {
    const folder = await createFolder('site', later)
    const certificate = await makeCertificate(programs.openssl, folder)
    const front = starters[name]
    const [site, outside] = [await freePort(), await freePort()]
    const own = front ? outside : site
    const url = `${front ? 'https' : 'http'}://localhost:${own}`
    const base = name === 'nginx under a prefix' ? `${PREFIX}/relay` : '/relay'
    await writeFile(join(folder, 'index.html'), pageWith(sandbox.recipient, base))
    await symlink(dist, join(folder, 'dist'))
    await startListening(process.execPath, [join(recipes, 'server.js')], site, later, {
      PORT: `${site}`,
      FOLDER: folder,
      BASE: base,
      SITE_ORIGIN: url,
      UPLOAD_ENDPOINT: sandbox.endpoint,
      UPLOAD_TOKEN: sandbox.token,
      TICKET_KEY: 'a key of the tests, thirty-two bytes or more',
    })
    await front?.({ own, site, folder, ...certificate, programs, later })
    return { url, base, close }
  })
