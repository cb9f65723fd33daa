import { AwsClient } from 'aws4fetch'
import type { Ticket } from 'sealdrop/relay'
import type { storage } from './storage.ts'

type Storage = typeof storage

/** To the last byte. */
const LONGEST_MS = 5 * 60_000

/** The request for a sealed file: to the server that it was sent to, and no other. */
const requests = {
  /** Here the server's name for a file is the end of its address. Yours may do otherwise. */
  http: async ({ http: { endpoint, headers } }: Storage, id: string) =>
    new Request(`${endpoint}/${encodeURIComponent(id)}`, { headers }),
  /** tus itself has no download; @tus/server and tusd have it at the address of the upload. */
  tus: async ({ tus: { endpoint, headers } }: Storage, path: string) => {
    const url = new URL(endpoint)
    url.pathname = path
    return new Request(url, { headers })
  },
  s3: async ({ s3: { endpoint, bucket, ...access } }: Storage, key: string) =>
    new AwsClient({ ...access, service: 's3' }).sign(`${endpoint}/${bucket}/${key}`, {
      aws: { signQuery: true },
    }),
}

/** The sealed file that a ticket names, while it comes in. */
export const fetchSealed = async (
  { provider, reference }: Pick<Ticket, 'provider' | 'reference'>,
  from: Storage,
): Promise<ReadableStream<Uint8Array>> => {
  const request = await requests[provider as keyof Storage](from, reference)
  const signal = AbortSignal.timeout(LONGEST_MS)
  const { ok, status, body } = await fetch(request, { redirect: 'error', signal })
  if (!ok || !body) throw new Error(`The sealed file cannot be had: ${provider} says ${status}.`)
  return body
}
