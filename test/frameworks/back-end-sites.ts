import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateIdentity, recipientOf } from '../../src/open/index.ts'
import { type HttpSandbox, startHttp } from '../../src/sandbox/http/sandbox.ts'
import { type S3Sandbox, startS3 } from '../../src/sandbox/s3/sandbox.ts'
import { packInto } from '../consumer.ts'
import { startTusnode, type TusNode } from '../contract/tus-node.ts'
import { install, npm, Offline, serveAt } from './application.ts'
import type { storage } from './back-end/shared/storage.ts'
import { freePort } from './relay-sites.ts'

/** What all back ends have: the places where sealed files lie, and the key that opens them. */
export interface BackEndWorld {
  readonly http: HttpSandbox
  readonly tus: TusNode
  readonly s3: S3Sandbox
  readonly identity: string
  readonly folder: string
  readonly tarball: string
  /** As the back ends are told. */
  readonly storage: typeof storage
  close(): Promise<void>
}

export const startBackEndWorld = async (): Promise<BackEndWorld> => {
  const folder = await mkdtemp(join(tmpdir(), 'sealdrop-back-end-'))
  const [http, tus, s3] = await Promise.all([
    startHttp(),
    startTusnode({ direct: true }),
    startS3(),
  ])
  return {
    http,
    tus,
    s3,
    identity: await generateIdentity(),
    folder,
    tarball: packInto(folder).path,
    storage: {
      http: http.upstream,
      tus: { endpoint: tus.endpoint, headers: { Authorization: `Bearer ${tus.token}` } },
      s3: { ...s3.upstream, prefix: 'uploads/' },
    },
    async close() {
      await Promise.all([http.close(), tus.close(), s3.close()])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A back end that is running. */
export interface BackEndSite {
  readonly url: URL
  /** Where it puts what it opened. */
  readonly documents: string
  close(): Promise<void>
}

/** The page names an example's recipient and bucket, as one that is published names its own. */
const writePage = async (application: string, { identity, s3 }: BackEndWorld): Promise<void> => {
  const page = join(application, 'public/index.html')
  const text = await readFile(page, 'utf8')
  const ours = text
    .replaceAll(/age1[a-z0-9]{58}/g, await recipientOf(identity))
    .replaceAll('https://s3.eu-central-1.amazonaws.com', s3.url)
  await writeFile(page, ours)
}

/** Installs a back end as a newcomer does, and starts it. Undefined where it cannot be installed here, which is said. */
export const startBackEnd = async (
  name: string,
  world: BackEndWorld,
): Promise<BackEndSite | undefined> => {
  const { folder, tarball, identity, storage } = world
  const shared = { from: 'back-end/shared', to: '.' }
  const application = await install(join('back-end', name), folder, tarball, shared).catch(
    cause => {
      if (!(cause instanceof Offline)) throw cause
      console.error(`SKIPPED: ${name} cannot be installed here.\n${cause.message}`)
      return undefined
    },
  )
  if (!application) return undefined
  await npm(application.folder, 'run', 'build')
  await writePage(application.folder, world)
  const keyFile = join(application.folder, 'key.txt')
  await writeFile(keyFile, `# the key of this site\n${identity}\n`, { mode: 0o600 })
  const documents = join(application.folder, 'documents')
  const port = await freePort()
  const url = new URL(`http://localhost:${port}/`)
  const { close } = await serveAt(url, application, {
    PORT: String(port),
    SITE_ORIGIN: url.origin,
    TICKET_KEY: 'a key of the tests, thirty-two bytes or more',
    IDENTITY_FILE: keyFile,
    DOCUMENTS: documents,
    HTTP_ENDPOINT: storage.http.endpoint,
    HTTP_TOKEN: world.http.token,
    TUS_ENDPOINT: storage.tus.endpoint,
    TUS_TOKEN: world.tus.token,
    S3_ENDPOINT: storage.s3.endpoint,
    S3_BUCKET: storage.s3.bucket,
    S3_REGION: storage.s3.region,
    S3_KEY_ID: storage.s3.accessKeyId,
    S3_SECRET: storage.s3.secretAccessKey,
  })
  return {
    url,
    documents,
    async close() {
      await close()
      await rm(application.folder, { recursive: true, force: true })
    },
  }
}
