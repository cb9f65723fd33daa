/** Between the command and the processes that it starts. Each answers each word with one message. */

/** What a process that listens says when it does. */
export interface Listening {
  readonly port: number
}

export interface LoopDelay {
  /** Milliseconds by which a timer of 10 ms came late. */
  readonly p50: number
  readonly p99: number
  readonly max: number
  /** The most milliseconds of a core between two runs of the timer: what others on the machine do, does not count. */
  readonly held: number
}

/** What one process used since it was told to begin. */
export interface Used {
  readonly cpuSeconds: number
}

/** Of what the relay logged: as `502 bad-gateway`, and how often for each reason. */
export type Logged = Readonly<Record<string, Readonly<Record<string, number>>>>

export interface RelayFigures extends Used {
  readonly loop: LoopDelay
  /** Of bodies that went on to the upstream. */
  readonly bytes: number
  readonly logged: Logged
}

export interface UpstreamFigures extends Used {
  /** Whole, and as their senders say they are. */
  readonly uploads: number
  /** Of these. */
  readonly bytes: number
}

export interface ClientFigures extends Used {
  /** Those that were told so by the relay, in words it has only where the upstream has all. */
  readonly stored: number
  /** Of these. */
  readonly bytes: number
  readonly seconds: number
  /** Of each that was stored, in milliseconds: from its beginning to the answer; of a slow one from its last byte. */
  readonly latencies: readonly number[]
  /** What the others heard, as `502 bad-gateway` or `no answer: ECONNRESET`, and how many. */
  readonly failures: Readonly<Record<string, number>>
}
