import type { LogEntry, StartEntry } from '../options.ts'
import { createHistogram } from './histogram.ts'
import { createSeries, type LabelValues } from './series.ts'
import { CONTENT_TYPE, type Metric, sample, textOf } from './text.ts'

/** Numbers of a relay, of this process alone, since it began. */
export interface Metrics {
  /** The relay's option `onStart`, or a part of it. */
  readonly onStart: (entry: StartEntry) => void
  /** The relay's option `log`, or a part of it. */
  readonly log: (entry: LogEntry) => void
  /**
   * Answers a scrape by GET or HEAD, with 200; anything else is 405. It asks nobody who they are: mount it where only your own Prometheus
   * gets to, such as at another port, and never under the relay's `base`, where the relay itself answers.
   */
  readonly handler: (request: Request) => Response
  /** What it answers, for a server without `Request`. */
  readonly text: () => string
  /** The `Content-Type` of that. */
  readonly contentType: string
}

const PREFIX = 'sealdrop_relay'
/** Where a request named no provider, or was refused before its operation was known; and where nothing went wrong. */
const NONE = 'none'

const counter = (
  name: string,
  help: string,
  labels: readonly string[],
): { add(values: LabelValues, by: number): void; metric(): Metric } => {
  const series = createSeries(() => ({ total: 0 }))
  return {
    add(values, by) {
      series.at(values).total += by
    },
    metric: () => ({
      name,
      help,
      type: 'counter',
      samples: series.all().map(([values, { total }]) => sample(name, labels, values, total)),
    }),
  }
}

/**
 * Counts what a relay does, for Prometheus (text format 0.0.4): give its `onStart` and `log` to the relay, or call them from your own. Its labels
 * are words of the relay's lists alone, whatever a visitor sends: provider, operation, class of the status, and reason.
 */
export const createMetrics = (): Metrics => {
  const inFlight = createSeries(() => ({ count: 0 }))
  const asked = ['provider', 'operation']
  const requests = counter(`${PREFIX}_requests_total`, 'Requests that are over.', [
    ...asked,
    'status',
    'reason',
  ])
  const received = counter(
    `${PREFIX}_received_bytes_total`,
    'Bytes of bodies that came from visitors.',
    asked,
  )
  const forwarded = counter(
    `${PREFIX}_forwarded_bytes_total`,
    'Bytes of bodies that went on to the provider.',
    asked,
  )
  const sent = counter(`${PREFIX}_sent_bytes_total`, 'Bytes of the bodies of answers.', asked)
  const own = createHistogram(
    `${PREFIX}_own_seconds`,
    'How long requests took, without waiting for visitor and provider.',
    asked,
  )
  const upstream = createHistogram(
    `${PREFIX}_upstream_seconds`,
    'How long requests waited for the provider, where it was asked.',
    asked,
  )

  const text = (): string => {
    const name = `${PREFIX}_requests_in_flight`
    const gauge: Metric = {
      name,
      help: 'Requests that are under way.',
      type: 'gauge',
      samples: inFlight
        .all()
        .map(([values, { count }]) => sample(name, ['provider'], values, count)),
    }
    const rest = [requests, received, forwarded, sent, own, upstream]
    return textOf([gauge, ...rest.map(one => one.metric())])
  }

  return {
    contentType: CONTENT_TYPE,
    text,
    onStart({ provider = NONE }) {
      inFlight.at([provider]).count++
    },
    log(entry) {
      const { provider = NONE, operation = NONE, status, reason, code } = entry
      const flying = inFlight.at([provider])
      // Where only `log` is given.
      flying.count = Math.max(0, flying.count - 1)
      const labels = [provider, operation]
      requests.add([...labels, `${Math.floor(status / 100)}xx`, reason ?? code ?? NONE], 1)
      received.add(labels, entry.bytesIn)
      forwarded.add(labels, entry.bytes)
      sent.add(labels, entry.bytesOut)
      const ownMs = Math.max(0, entry.ms - entry.visitorMs - entry.upstreamMs)
      own.observe(labels, ownMs / 1000)
      if (entry.upstreamMs > 0 || entry.upstreamStatus !== undefined)
        upstream.observe(labels, entry.upstreamMs / 1000)
    },
    handler({ method }) {
      const headers = { 'Content-Type': CONTENT_TYPE, 'Cache-Control': 'no-store' }
      if (method === 'HEAD') return new Response(null, { headers })
      if (method === 'GET') return new Response(text(), { headers })
      return new Response('Here is only GET, HEAD.', {
        status: 405,
        headers: { Allow: 'GET, HEAD' },
      })
    },
  }
}
