import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { undoOnFailure } from '../engines/driver/undo.ts'
import { bundleProcess } from './bundle.ts'
import type { ClientFigures, RelayFigures, UpstreamFigures } from './messages.ts'
import { bucketSigner, type Load, providerOf, type Setup } from './plan.ts'
import { startClient, startServer } from './process.ts'

/** In MiB. */
export interface Memory {
  /** After the first uploads, before the load. */
  readonly idle: number
  readonly peak: number
}

export interface Measured {
  readonly client: ClientFigures
  readonly relay: RelayFigures & Memory
  readonly upstream: UpstreamFigures & Memory
}

/** What runs before a load, at the least. */
export const FEW: Load = { kind: 'at once', uploads: 5, bytes: 1_000_000 }

/**
 * Puts a load on a relay (its file: see `bundleRelay`) in front of its upstream: relay, upstream and clients each in a fresh process. What comes
 * first is not counted: code that has hardly run takes many times as long.
 */
export const measure = (
  setup: Setup,
  relayPath: string,
  load: Load,
  first: Load = FEW,
): Promise<Measured> =>
  undoOnFailure(async (later, close) => {
    const upstream = await startUpstream(setup, later)
    const endpoint = `http://127.0.0.1:${upstream.port}/files`
    const more = JSON.stringify(setup === 's3' ? bucketSigner : {})
    const relay = await startServer<RelayFigures>(relayPath, providerOf[setup], endpoint, more)
    later(relay.stop)
    const origin = `http://127.0.0.1:${relay.port}`
    const client = await startClient<Load, ClientFigures>(
      await bundleProcess('client'),
      setup,
      origin,
    )
    later(client.stop)

    await client.run(first)
    const idle = { relay: (await relay.memory()).now, upstream: (await upstream.memory()).now }
    await relay.begin()
    await upstream.begin()
    const driven = await client.run(load)
    const [relayed, received] = [await relay.tell(), await upstream.tell()]
    const peaks = { relay: (await relay.memory()).peak, upstream: (await upstream.memory()).peak }
    await close()
    return {
      client: driven,
      relay: { ...relayed, idle: idle.relay, peak: peaks.relay },
      upstream: { ...received, idle: idle.upstream, peak: peaks.upstream },
    }
  })

const upstreams = { relay: 'sink', tus: 'tus', s3: 'bucket' } as const

const startUpstream = async (setup: Setup, later: (undo: () => Promise<unknown>) => void) => {
  const words: string[] = []
  if (setup === 'tus') {
    const folder = await mkdtemp(join(tmpdir(), 'sealdrop-load-'))
    later(() => rm(folder, { recursive: true, force: true }))
    words.push(folder)
  }
  const path = await bundleProcess(upstreams[setup])
  const upstream = await startServer<UpstreamFigures>(path, ...words)
  later(upstream.stop)
  return upstream
}
