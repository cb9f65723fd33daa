import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DidwwSandbox, startDidww } from '../../src/sandbox/didww/sandbox.ts'
import { packInto } from '../consumer.ts'
import { install, npm, Offline, serveAt } from './application.ts'
import { startUpstream, type Upstream } from './relay-upstream.ts'

export interface SetUp {
  /** Where the files of `relay/shared` are in it. */
  readonly shared: string
  /** Nobody is told that a visitor has left once all of the body was read: the request at the service goes on until it is answered. */
  readonly isDeafAfterBody?: boolean
}

const besideTheServer = { shared: '.' }
const deaf = { ...besideTheServer, isDeafAfterBody: true }

/** Each folder of `relay`, but for the one that they share. */
export const setUps: Readonly<Record<string, SetUp>> = {
  http: besideTheServer,
  connect: besideTheServer,
  express: besideTheServer,
  fastify: besideTheServer,
  koa: besideTheServer,
  hono: besideTheServer,
  bun: besideTheServer,
  deno: deaf,
  workerd: deaf,
  next: { shared: 'lib' },
  sveltekit: { shared: join('src', 'lib', 'server'), isDeafAfterBody: true },
  nuxt: { shared: join('server', 'utils'), isDeafAfterBody: true },
}

/** What all set-ups have. */
export interface World {
  readonly sandbox: DidwwSandbox
  readonly upstream: Upstream
  readonly folder: string
  readonly tarball: string
  /** The origin of pages that may use the relay, too. */
  readonly otherPage: string
  close(): Promise<void>
}

export const startWorld = async (): Promise<World> => {
  const sandbox = await startDidww({ modulusLength: 2048 })
  const upstream = await startUpstream(new URL(sandbox.endpoint))
  const folder = await mkdtemp(join(tmpdir(), 'sealdrop-relay-'))
  return {
    sandbox,
    upstream,
    folder,
    tarball: packInto(folder).path,
    otherPage: 'https://pages.example',
    async close() {
      await upstream.close()
      await sandbox.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A set-up that is running. */
export interface Prepared {
  readonly url: URL
  close(): Promise<void>
}

/** Its origin is among its settings, so it must be known before it starts. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

const seconds = (fromMs: number, toMs: number): string => ((toMs - fromMs) / 1000).toFixed(1)

/** Installs a set-up, builds it without any secret, and starts it. Undefined where it cannot be installed here, which is said. */
export const prepare = async (
  name: string,
  { shared }: SetUp,
  { folder, tarball, sandbox, upstream, otherPage }: World,
): Promise<Prepared | undefined> => {
  const startedMs = performance.now()
  const application = await install(join('relay', name), folder, tarball, {
    from: 'relay/shared',
    to: shared,
  }).catch(cause => {
    if (!(cause instanceof Offline)) throw cause
    console.error(`SKIPPED: ${name} cannot be installed here.\n${cause.message}`)
    return undefined
  })
  if (!application) return undefined
  const installedMs = performance.now()
  await npm(application.folder, 'run', 'build')
  const builtMs = performance.now()
  const port = await freePort()
  const url = new URL(`http://localhost:${port}/`)
  const { close } = await serveAt(url, application, {
    PORT: String(port),
    SITE_ORIGIN: url.origin,
    PAGE_ORIGINS: otherPage,
    DIDWW_ENDPOINT: upstream.endpoint,
    DIDWW_API_KEY: sandbox.apiKey,
    TICKET_KEY: 'a key of the tests, thirty-two bytes or more',
  })
  console.log(
    `${name}: installed in ${seconds(startedMs, installedMs)} s, built in ${seconds(installedMs, builtMs)} s, started in ${seconds(builtMs, performance.now())} s`,
  )
  return {
    url,
    async close() {
      await close()
      await rm(application.folder, { recursive: true, force: true })
    },
  }
}
