// The build puts the packaged library in its place.
import { createSession, type SessionOptions } from '../../../src/index.ts'
import type { Contestant } from './contestants.ts'

/** A session as a site uses it; tells how long its first file spent in each phase. */
export const sessionContestant = (options: SessionOptions): Contestant => {
  const session = createSession(options)
  return async files => {
    const phases: Record<string, number> = {}
    let last = performance.now()
    let phase = 'waiting'
    const stop = session.subscribe(({ id, state }) => {
      if (id !== session.files[0]?.id || state.phase === phase) return
      const now = performance.now()
      phases[phase] = (phases[phase] ?? 0) + now - last
      last = now
      phase = state.phase
    })
    session.add(files)
    const receipts = await session.finish()
    const refused = session.files.find(({ state }) => state.phase === 'refused')
    if (refused) throw new Error(`Refused: ${JSON.stringify(refused)}`)
    if (receipts.length !== files.length) throw new Error(`${receipts.length} receipts.`)
    stop()
    session.clear()
    return phases
  }
}
