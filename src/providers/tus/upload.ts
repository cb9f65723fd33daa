import type { Api } from '../../core/api.ts'
import type { Delivery, Parcel, SendJob } from '../../core/contracts.ts'
import { isSealDropError, SealDropError } from '../../core/errors.ts'
import type { Answer } from '../../core/request.ts'
import { ticketFact } from '../../core/ticket.ts'
import { expiryIn, isGone, isOtherLength, locationIn, offsetIn, refusal } from './answer.ts'
import type { Begun } from './begun.ts'
import { checksumOf, type Offered } from './checksum.ts'
import type { Upload } from './client.ts'
import type { Point } from './point.ts'
import { type Exchange, stackOn } from './stack.ts'

export interface Sending {
  readonly parcel: Parcel
  readonly job: SendJob
  readonly api: Api
  readonly endpoint: string
  /** Bytes. */
  readonly chunkSize: number
  readonly metadata: Record<string, string>
  readonly checksum: Promise<Offered>
  readonly point: Point
  readonly begun: Begun
}

const load = async (): Promise<typeof Upload> => {
  try {
    return (await import('./client.ts')).Upload
  } catch (cause) {
    const facts = { cause, retryable: true, outcome: 'unsent' } as const
    throw new SealDropError('network', 'The code of tus-js-client could not be loaded.', facts)
  }
}

const isGood = ({ status }: Answer): boolean => status >= 200 && status <= 299

/** What lies beneath tus-js-client's error, whose own message holds the upload's URL. */
const causeOf = (thrown: unknown, signal: AbortSignal): unknown => {
  if (signal.aborted) return signal.reason
  const cause = (thrown as { readonly causingError?: unknown } | undefined)?.causingError
  if (isSealDropError(cause)) return cause
  return new SealDropError('protocol', 'tus-js-client did not understand the server.', {
    outcome: 'unknown',
  })
}

/** The server no longer has what it had: the upload begins again. */
class Lost extends SealDropError {}

/**
 * Sends one parcel. tus-js-client walks through the protocol; every answer is judged here before it sees one, and where the
 * upload got to is remembered before its first byte leaves.
 */
export const sendUpload = async (sending: Sending): Promise<Delivery> => {
  const { parcel, job, api, endpoint, begun } = sending
  const { size } = parcel
  let { point } = sending
  let last: Answer | undefined
  /** The server was heard to have it. */
  let wasThere = false

  const keep = async (next: Point): Promise<void> => {
    if (point.url !== undefined && point.url !== next.url) begun.end(point.url)
    point = next
    await job.keep({ ...point })
  }
  const forget = (): Promise<void> =>
    keep({ print: point.print, restarts: point.restarts + (wasThere ? 1 : 0) })
  const note = (answer: Answer, offset: number): void => {
    const { url } = point
    const expiresAt = expiryIn(answer)
    if (url !== undefined) begun.note({ url, size, offset, ...(expiresAt && { expiresAt }) })
    last = answer
  }

  const created = async (answer: Answer): Promise<void> => {
    if (!isGood(answer)) throw refusal(answer)
    await keep({ ...point, url: locationIn(answer, endpoint) })
    note(answer, 0)
  }
  const found = async (answer: Answer): Promise<void> => {
    if (isGone(answer) || (isGood(answer) && isOtherLength(answer, size))) {
      wasThere = true
      await forget()
      throw new Lost('expired', 'The server no longer has the upload.')
    }
    if (answer.status === 403) await forget() // it may be gone as well (tus 1.0.0); only a person begins again
    if (!isGood(answer)) throw refusal(answer)
    note(answer, offsetIn(answer, 0, size))
    wasThere = true
  }
  const stored = async (answer: Answer, from: number, chunk: number): Promise<void> => {
    const error = isGood(answer) ? undefined : refusal(answer, isGone(answer) && wasThere)
    if (isGone(answer)) await forget()
    if (error) throw error
    note(answer, offsetIn(answer, from + 1, from + chunk))
    wasThere = true
  }

  const exchange: Exchange = async ({ method, headers, body, progress }) => {
    // As the browser reads the URL, and so as its origin was judged; tus-js-client has a parser of its own.
    const url = point.url ?? endpoint
    const more = Object.fromEntries(headers)
    const checksum = body ? await sending.checksum : 'none'
    if (body && checksum !== 'none') {
      // The session has a use for the hash of the whole.
      const chunk = body.size === size ? parcel.body : body
      more['upload-checksum'] = await checksumOf(chunk, checksum, job)
    }
    const caller = { headers: job.headers, signal: job.signal, progress }
    const answer = await api(method, url, caller, { headers: more, ...(body && { body }) })
    if (method === 'POST') await created(answer)
    else if (method === 'HEAD') await found(answer)
    else await stored(answer, Number(headers.get('Upload-Offset')), body?.size ?? 0)
    const known: Readonly<Record<string, string | undefined>> = {
      location: point.url,
      'upload-length': String(size),
    }
    return {
      status: answer.status,
      header: name => known[name.toLowerCase()] ?? answer.header(name),
    }
  }

  let most = 0
  const walk = (Client: typeof Upload): Promise<void> =>
    new Promise((resolve, reject) => {
      const { url } = point
      const upload = new Client(parcel.body, {
        // Without an endpoint it cannot create another upload in place of one that is there.
        ...(url === undefined ? { endpoint } : { uploadUrl: url }),
        chunkSize: sending.chunkSize,
        metadata: sending.metadata,
        retryDelays: null,
        storeFingerprintForResuming: false,
        fingerprint: async () => point.print,
        httpStack: stackOn(exchange),
        onProgress(sent) {
          most = Math.max(most, sent)
          job.progress(most, size)
        },
        onSuccess: () => resolve(),
        onError: thrown => reject(causeOf(thrown, job.signal)),
      })
      upload.start()
    })

  const Client = await load()
  try {
    await walk(Client).catch((thrown: unknown) => {
      if (!(thrown instanceof Lost)) throw thrown
      wasThere = false
      return walk(Client)
    })
  } catch (thrown) {
    // Nothing was asked at a URL on another origin, and nothing shall be.
    const isElsewhere =
      isSealDropError(thrown) && thrown.code === 'protocol' && !thrown.outcome && !thrown.provider
    if (isElsewhere && point.url !== undefined) await forget()
    throw thrown
  } finally {
    if (point.url !== undefined) begun.rest(point.url)
  }
  const { url, restarts } = point
  if (url === undefined || !last) throw causeOf(undefined, job.signal)
  begun.end(url)
  const expiresAt = expiryIn(last)
  const checksum = await sending.checksum
  return {
    reference: url,
    ...(expiresAt && { expiresAt }),
    facts: {
      ...(checksum !== 'none' && { checksum }),
      ...(restarts > 0 && { restarts: String(restarts) }),
      ...ticketFact(last),
    },
  }
}
