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
  {
    name: 'kept after it is done',
    transports: ['http', 'tus'],
    changes: [
      {
        file: UPLOAD,
        from: 'if (isFinal(stageOf(this.#state))) this.#spot?.leave()',
        to: 'if (isFinal(stageOf(this.#state))) this.#spot?.release()',
      },
    ],
  },
  {
    name: 'an offer is taken though another tab has it',
    transports: ['tus', 'privasfer'],
    changes: [
      {
        file: 'src/session/shelf/shelf.ts',
        from: 'const release = await locks.acquire(id)',
        to: 'const release = await (async () => () => {})()',
      },
    ],
  },
  {
    name: 'offers go on by themselves',
    transports: ['http', 'tus'],
    changes: [
      {
        file: 'src/session/session.ts',
        from: "for (const file of uploadsOf(undefined)) if (stageOf(file.state) !== 'offer') file.resume()",
        to: 'for (const file of uploadsOf(undefined)) file.resume()',
      },
    ],
  },
  {
    name: 'what may have arrived is kept as if it had not',
    transports: ['didww', 'privasfer'],
    changes: [
      {
        file: 'src/session/kept.ts',
        from: 'uncertain: uncertain || delivery !== undefined || isUnanswered(state),',
        to: 'uncertain: false,',
      },
    ],
  },
  {
    name: 'what has expired is offered',
    transports: ['http', 'tus'],
    changes: [
      {
        file: 'src/session/shelf/entry.ts',
        from: '!isCount(expiresAt) || expiresAt <= now)',
        to: '!isCount(expiresAt))',
      },
    ],
  },
  {
    name: 'original names are kept',
    transports: ['http', 'tus'],
    changes: [
      {
        file: 'src/session/session.ts',
        from: "const isKept = choice === 'on' && fileName === 'opaque'",
        to: "const isKept = choice === 'on'",
      },
    ],
  },
  {
    name: 'the marker alone is believed',
    transports: ['http', 'tus'],
    changes: [
      {
        file: 'src/session/shelf/session-shelf.ts',
        from: 'marker.read() !== undefined || (await isMade())',
        to: 'marker.read() !== undefined',
      },
    ],
  },
  {
    name: 'shown as sent before a reload could go on with it',
    transports: ['http', 'tus'],
    changes: [
      {
        file: UPLOAD,
        from: 'return isHeldBack ?',
        to: 'return false ?',
      },
    ],
  },
  {
    name: 'the point to go on from is not kept',
    transports: ['tus'],
    changes: [
      {
        file: 'src/session/shelf/spot.ts',
        from: '    a.resume === b.resume &&\n',
        to: '',
      },
    ],
  },
]
