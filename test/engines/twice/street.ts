import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { join } from 'node:path'
import { createRequest, sendResponse } from '@remix-run/node-fetch-server'
import type { ProviderName } from '../../../src/providers/names.ts'
import { createRelay, type Upstreams } from '../../../src/relay/index.ts'
import type { Sandbox } from '../../../src/sandbox/sandbox.ts'
import * as sandboxes from '../../../src/sandbox/sandboxes.ts'
import { dist } from '../trip.ts'
import { PlainServer } from './plain-server.ts'

/** Where the answer is lost: between page and provider, between page and relay, or between relay and provider. */
export type Way = 'direct' | 'in front of the relay' | 'behind the relay'

/** A site on one origin, the provider on another, and the relay in the site's own server. All connections stay alive. */
export interface Street {
  readonly site: string
  readonly sandbox: AnySandbox
  /** On the site's own origin. */
  readonly plain: PlainServer
  /** Loses the next answer on a connection that was used before, when all is done. */
  loseAnswer(way: Way, kind: string, path: RegExp): void
  /** How many requests to such a path came to the server that loses the answer. */
  arrived(way: Way, kind: string, path: RegExp): number
  close(): Promise<void>
}

type AnySandbox = Sandbox & {
  /** tus alone. */
  unfinished?(): readonly { readonly size: number }[]
}

const starters: {
  readonly [Name in ProviderName]: (
    options?: object,
  ) => Promise<AnySandbox & { readonly upstream: NonNullable<Upstreams[Name]> }>
} = sandboxes

const USED = { connection: 'used' } as const

const PAGE =
  '<!doctype html><html lang="en"><title>Apply</title><link rel="icon" href="data:,"><script src="/sealdrop.iife.js"></script></html>'

export const startStreet = async (provider: ProviderName): Promise<Street> => {
  const sandbox = await starters[provider]({ modulusLength: 2048 })
  // The upstream of `http` knows keys.
  const upstream = { ...sandbox.upstream, ...(provider === 'http' && { idempotent: true }) }
  const relay = createRelay({
    providers: { [provider]: upstream },
    authorize: () => ({ client: 'ada' }),
    ticketKey: 'a key of the tests, thirty-two bytes or more',
  })
  const plain = new PlainServer()
  const used = new WeakSet<Socket>()
  const asked: string[] = []
  let lost: RegExp | undefined

  const losesAnswerOf = (request: IncomingMessage, wasUsed: boolean): boolean => {
    const { method = '', url = '' } = request
    const loses = wasUsed && method === 'POST' && lost?.test(url) === true
    if (loses) lost = undefined
    return loses
  }
  const server = createServer(async (request, response) => {
    const { socket, method = '', url = '' } = request
    const wasUsed = used.has(socket)
    used.add(socket)
    asked.push(`${method} ${url}`)
    if (url.startsWith('/relay/')) {
      const answer = await relay(createRequest(request, response))
      if (!losesAnswerOf(request, wasUsed)) return sendResponse(response, answer)
      await answer.arrayBuffer()
      return void socket.destroy()
    }
    if (url === '/uploads') return plain.answer(request, response, wasUsed)
    const isPage = url === '/'
    const body = isPage ? PAGE : await readFile(join(dist, url)).catch(() => undefined)
    const type = isPage ? 'text/html; charset=utf-8' : 'text/javascript'
    response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': type }).end(body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    // Another site than the provider's, which is at 127.0.0.1.
    site: `http://localhost:${port}`,
    sandbox,
    plain,
    loseAnswer(way, kind, path) {
      if (way === 'in front of the relay') lost = path
      else sandbox.flip({ dropAnswer: { on: kind, times: 1, ...(way === 'direct' && USED) } })
    },
    arrived: (way, kind, path) =>
      way === 'in front of the relay'
        ? asked.filter(line => line.startsWith('POST ') && path.test(line.slice(5))).length
        : sandbox.requests().filter(seen => seen.kind === kind).length,
    async close() {
      server.close()
      server.closeAllConnections()
      await sandbox.close()
    },
  }
}
