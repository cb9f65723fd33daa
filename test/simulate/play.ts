import { MAX_REQUESTS, takeSlot } from '../../src/core/line-slots.ts'
import { clock, quiet } from './clock.ts'
import { judgeFiles, judgeLeftovers } from './judge.ts'
import { page } from './page.ts'
import { sceneOf } from './scenes.ts'
import { judgeOffers, judgeShelf, judgeShown } from './shelf.ts'
import { Stage } from './stage.ts'
import type { Step, Story } from './story.ts'

/** A promise to the user that a story broke. */
class BrokenPromise extends Error {
  override readonly name = 'BrokenPromise'
}

/** No story needs more: one that does goes round in circles. */
const MOST_HAPPENINGS = 4_000
/** Retries by hand that a person may need on a fair network. */
const ROUNDS = 3

let uncaught: unknown[] = []
const keepUncaught = (thrown: unknown): void => void uncaught.push(thrown)

/** Plays one story to its end, and returns what happened, in words; throws a BrokenPromise, with the same words. */
export const play = async (story: Story): Promise<readonly string[]> => {
  process.on('unhandledRejection', keepUncaught)
  uncaught = []
  const stage = new Stage(story, await sceneOf(story.transport))
  try {
    await playOn(stage, story)
    return stage.log
  } catch (thrown) {
    if (!(thrown instanceof BrokenPromise)) throw thrown
    throw new BrokenPromise([thrown.message, ...stage.log].join('\n  '))
  } finally {
    // The next story begins on a line that is free.
    if (!stage.isClosed) stage.close()
    await quiet()
    process.off('unhandledRejection', keepUncaught)
  }
}

const playOn = async (stage: Stage, { files, steps }: Story): Promise<void> => {
  stage.tryTo('add', () => {
    for (const tab of stage.tabs) for (let at = 0; at < files; at++) stage.add(tab, at)
  })
  await untilQuiet(stage, steps)
  if (!stage.isClosed) await endWell(stage)
  if (!stage.isClosed) stage.tryTo('close', () => stage.close())
  await quiet()
  // What ended deletes what was kept of it, also after the session is closed.
  while (stage.disk.open > 0 && clock.next() !== undefined) await quiet()
  stage.broken.push(...judgeLeftovers(stage))
  for (const tab of stage.tabs)
    if (tab.view.isAlive && !(await tab.run(() => isLineFree(stage.scene.origin))))
      stage.broken.push('Left on the line: a slot.')
  check(stage)
}

/** Whether as many requests as may be under way to one origin can begin at once. */
const isLineFree = async (origin: string): Promise<boolean> => {
  const over = new AbortController()
  const taken: (() => void)[] = []
  for (let slot = 0; slot < MAX_REQUESTS; slot++)
    void takeSlot(origin, over.signal).then(
      free => taken.push(free),
      () => {},
    )
  await quiet()
  over.abort()
  for (const free of taken) free()
  return taken.length === MAX_REQUESTS
}

/** Lets everything happen that is to come, with the steps between, until nothing is to come any more. */
const untilQuiet = async (stage: Stage, steps: readonly Step[] = []): Promise<void> => {
  let wait = steps[0]?.after ?? 0
  const left = [...steps]
  const perform = (step: Step): void => {
    left.shift()
    wait = left[0]?.after ?? 0
    if (step.inListener) stage.performAtNextEvent(step)
    else stage.perform(step)
  }
  for (let count = 0; ; count++) {
    await quiet()
    while (stage.diesOverReceipt()) await quiet()
    stage.broken.push(...judgeShelf(stage), ...judgeShown(stage))
    check(stage)
    // What a closed session left would only come to its end now.
    if (stage.isClosed) return
    if (count > MOST_HAPPENINGS) throw new BrokenPromise('It never comes to rest.')
    const [step] = left
    if (!step && stage.isWaitingForNetwork) return
    if (step && wait <= 0) {
      perform(step)
      continue
    }
    const happened = clock.next()
    if (happened === undefined && !step) return
    wait = happened === undefined ? 0 : wait - 1
    if (happened !== undefined) stage.note(`${(clock.elapsed() / 1000).toFixed(3)} s ${happened}`)
    if (!step || wait > 0 || step.microtasks === 0) continue
    // In the middle of what the happening set off.
    for (let tick = 0; tick < step.microtasks; tick++) await undefined
    perform(step)
  }
}

/** No fault from now on, and a person helps where one is needed: every file must end. */
const endWell = async (stage: Stage): Promise<void> => {
  stage.becomeFair()
  await untilQuiet(stage)
  // A person comes back to what a killed page left.
  if (stage.isShelving || stage.openTabs.length === 0) stage.open()
  await untilQuiet(stage)
  stage.broken.push(...judgeOffers(stage))
  stage.letAllGoOn()
  await untilQuiet(stage)
  await finish(stage)
  judge(stage, 'without help')
  for (let round = 0; round < ROUNDS; round++) {
    const failed = stage.openTabs.flatMap(tab =>
      tab.session.files.flatMap(({ id, state }) => (state.phase === 'failed' ? [{ tab, id }] : [])),
    )
    if (failed.length === 0) break
    stage.tryTo('retry all that failed', () => {
      for (const { tab, id } of failed) stage.retry(tab, id)
    })
    await untilQuiet(stage)
    await finish(stage)
  }
  judge(stage, 'with help')
  stage.broken.push(...judgeOffers(stage))
  check(stage)
}

const finish = async (stage: Stage): Promise<void> => {
  const unsettled = new Set(stage.openTabs)
  stage.note('> finish')
  for (const tab of unsettled) void stage.finish(tab).then(() => unsettled.delete(tab))
  await untilQuiet(stage)
  if (unsettled.size > 0) throw new BrokenPromise('finish() never settles.')
}

const judge = (stage: Stage, when: 'without help' | 'with help'): void => {
  stage.broken.push(...judgeFiles(when, stage))
  check(stage)
}

/** After every happening. */
const check = ({ broken: [first] }: Stage): void => {
  if (first) throw new BrokenPromise(first)
  if (uncaught.length > 0) throw new BrokenPromise(`Nobody caught ${describe(uncaught[0])}`)
  const [reported] = page.reported
  if (reported !== undefined) throw new BrokenPromise(`A listener met ${describe(reported)}`)
}

const describe = (thrown: unknown): string =>
  thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
