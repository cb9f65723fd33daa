import type { Change } from './bundle.ts'

/** A bug that somebody might write, and that the simulation must notice. */
export interface Plant {
  readonly name: string
  readonly changes: readonly Change[]
  /** Where it can show. */
  readonly transports: readonly string[]
}

const UPLOAD = 'src/session/file-upload.ts'

export const plants: readonly Plant[] = [
  {
    name: 'resend without a look',
    transports: ['privasfer'],
    changes: [
      {
        file: 'src/providers/privasfer/sending.ts',
        from: 'if (job.uncertain || readTrace(job.resume)) {',
        to: 'if (false) {',
      },
    ],
  },
  {
    name: 'resume point kept after a re-seal',
    transports: ['didww'],
    changes: [{ file: UPLOAD, from: "if (next === 'reseal') this.#attempt = undefined", to: '' }],
  },
  {
    name: 'uncertain flag lost',
    transports: ['http', 'privasfer', 'didww'],
    changes: [
      {
        file: UPLOAD,
        from: "if (attempt && error.outcome === 'unknown') attempt.uncertain = true",
        to: '',
      },
    ],
  },
  {
    name: 'retry timer after close',
    transports: ['http', 'tus', 'dokstamp'],
    changes: [
      {
        file: 'src/core/timer.ts',
        from: 'return orAborted(elapsed, signal).finally(clear)',
        to: 'return orAborted(elapsed, signal)',
      },
    ],
  },
  {
    name: 'commit twice',
    transports: ['cryptshare'],
    changes: [
      {
        file: 'src/session/commit.ts',
        from: 'const committed = delivered.filter(({ commit }) => commit.isDone)',
        to: 'const committed: readonly FileUpload[] = []',
      },
      {
        file: 'src/session/commit.ts',
        from: 'let batch = delivered.filter(({ commit }) => !commit.isDone)',
        to: 'let batch = delivered',
      },
    ],
  },
  {
    name: 'cancel ignored in confirming',
    transports: ['http', 'privasfer', 'tus'],
    changes: [
      {
        file: UPLOAD,
        from: 'if (!isCancellable(stageOf(this.#state))) return',
        to: "if (!isCancellable(stageOf(this.#state)) || this.#state.phase === 'confirming') return",
      },
    ],
  },
  {
    name: 'second 401 loops',
    transports: ['http', 'privasfer', 'tus'],
    changes: [
      {
        file: 'src/session/retry.ts',
        from: "if (next === 'reauthorize') tries.canReauthorize = false",
        to: '',
      },
    ],
  },
  {
    name: 'stale delivery after a retry',
    transports: ['cryptshare'],
    changes: [
      {
        file: 'src/session/file-commit.ts',
        from: "if (error.outcome === 'unsent') {",
        to: 'if (false) {',
      },
    ],
  },
  {
    name: 'orphan not discarded',
    transports: ['privasfer', 'tus'],
    changes: [
      {
        file: 'src/session/take-back.ts',
        from: 'delivery ?? (attempt?.resume === undefined ? undefined : { resume: attempt.resume })',
        to: 'delivery',
      },
    ],
  },
  {
    name: 'a progress callback moves a paused file',
    transports: ['dokstamp', 'tus'],
    changes: [
      {
        file: UPLOAD,
        from: "if (this.#state.phase !== 'sending' || signal.aborted) return\n      if (done",
        to: "if (this.#state.phase !== 'sending' && this.#state.phase !== 'paused') return\n      if (done",
      },
    ],
  },
]
