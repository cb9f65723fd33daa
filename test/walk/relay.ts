import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type Profiler, Session } from 'node:inspector'
import type { AddressInfo } from 'node:net'
import { createRelay, type Upstreams } from '../../src/relay/index.ts'
import { type Walked, walkedIn } from './count.ts'

const SITE = 'http://127.0.0.1'

/** What one upload through the relay takes, to an upstream that answers with an id. */
const uploads: Readonly<
  Record<string, (upstream: string) => { readonly providers: Upstreams; readonly path: string }>
> = {
  http: endpoint => ({ providers: { http: { endpoint } }, path: '/relay/http' }),
  privasfer: upstream => ({
    providers: { privasfer: { endpoint: `${upstream}/api`, token: 'a token for one walk only' } },
    path: '/relay/privasfer/files',
  }),
}
export const relayWalks: readonly string[] = Object.keys(uploads)

/** Counts in this process: what runs of the relay here is only what answers the one request. */
export const walkRelay = async (provider: string): Promise<Walked> => {
  const upstream = createServer((asked, response) => {
    asked.resume().once('end', () => {
      response.writeHead(201, { 'Content-Type': 'application/json' }).end('{"id":"f-1"}')
    })
  })
  await once(upstream.listen(0, '127.0.0.1'), 'listening')
  const { port } = upstream.address() as AddressInfo
  const upload = uploads[provider]?.(`http://127.0.0.1:${port}`)
  if (!upload) throw new Error(`No upload through the relay is known for ${provider}.`)
  const profiler = new Session()
  profiler.connect()
  const take = (): Promise<Profiler.ScriptCoverage[]> =>
    new Promise((resolve, reject) => {
      profiler.post('Profiler.takePreciseCoverage', (error, { result }) =>
        error ? reject(error) : resolve(result),
      )
    })
  try {
    profiler.post('Profiler.enable')
    profiler.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
    const relay = createRelay({
      providers: upload.providers,
      authorize: () => ({ client: 'walker' }),
      ticketKey: randomBytes(32),
    })
    const body = new FormData()
    body.set('file', new Blob(['sealed']), 'a.age')
    const request = new Request(`${SITE}${upload.path}`, {
      method: 'POST',
      headers: { Origin: SITE, Accept: 'application/json' },
      body,
    })
    await take()
    const response = await relay(request)
    await response.text()
    const taken = await take()
    if (response.status !== 201) throw new Error(`The relay answered ${response.status}.`)
    return walkedIn(taken)
  } finally {
    profiler.disconnect()
    upstream.close()
    upstream.closeAllConnections()
  }
}
