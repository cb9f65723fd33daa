import { withTimeout } from '../core/timer.ts'

export interface HealthOptions {
  /** Asked at each look whether requests may come: not where it says `false`, throws or rejects. Such as `() => relay.ready()`. */
  readonly ready?: () => unknown
  /** Where it is asked whether the process lives (`/livez`). */
  readonly livePath?: string
  /** Where it is asked whether requests may come (`/readyz`). */
  readonly readyPath?: string
}

/** What those ask who start, balance and stop servers. */
export interface Health {
  /**
   * The answer to a request for one of the two paths; undefined for any other. `livePath` is 200 as long as the process answers; `readyPath`
   * is 200 while requests may come, and 503 from the moment that closing began. Both say nothing else, so anybody may ask.
   */
  answer(request: Pick<Request, 'method' | 'url'>): Promise<Response> | undefined
  /** From now on not ready, for good. */
  close(): void
}

/** What does not answer is not ready, and is asked anew at the next look. */
const LOOK_MS = 5000

const HEADERS = { 'Cache-Control': 'no-store' }

const METHODS: readonly string[] = ['GET', 'HEAD']

const pathOf = (url: string): string =>
  URL.canParse(url) ? new URL(url).pathname : (url.split('?', 1)[0] ?? '')

/** Liveness and readiness of a server, for any runtime. In Node `withHealth` puts it before a server's own listener. */
export const createHealth = ({
  ready = () => true,
  livePath = '/livez',
  readyPath = '/readyz',
}: HealthOptions = {}): Health => {
  let isClosing = false
  let looking: Promise<boolean> | undefined

  const look = async (): Promise<boolean> => {
    try {
      const asked = (async () => ready())()
      return (await withTimeout(asked, LOOK_MS, () => false)) !== false
    } catch {
      return false
    }
  }
  const isReady = async (): Promise<boolean> => {
    if (isClosing) return false
    // Those who ask while it is being found out get the same answer.
    looking ??= look().finally(() => {
      looking = undefined
    })
    return (await looking) && !isClosing
  }
  const say = async (method: string, isAsked: () => boolean | Promise<boolean>) => {
    if (!METHODS.includes(method))
      return new Response(null, { status: 405, headers: { ...HEADERS, Allow: METHODS.join() } })
    const ok = await isAsked()
    return Response.json({ ok }, { status: ok ? 200 : 503, headers: HEADERS })
  }
  return {
    answer({ method, url }) {
      const path = pathOf(url)
      if (path === livePath) return say(method, () => true)
      return path === readyPath ? say(method, isReady) : undefined
    },
    close() {
      isClosing = true
    },
  }
}
