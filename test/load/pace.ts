/** Tells many senders, each once a second, to send a second's bytes. */
export interface Pace {
  /** Returns how to leave. */
  join(send: (bytes: number) => void): () => void
  stop(): void
}

/** Their seconds begin at different instants, as visitors' do. */
const TURNS = 20

export const createPace = (bytesPerSecond: number): Pace => {
  const turns = Array.from({ length: TURNS }, () => new Set<(bytes: number) => void>())
  let joined = 0
  let now = 0
  const timer = setInterval(() => {
    now = (now + 1) % TURNS
    for (const send of turns[now] ?? []) send(bytesPerSecond)
  }, 1000 / TURNS)
  return {
    join(send) {
      const turn = turns[joined++ % TURNS]
      turn?.add(send)
      return () => turn?.delete(send)
    },
    stop: () => clearInterval(timer),
  }
}
