import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { bundle, type Change } from '../simulate/bundle.ts'
import type { Fault } from '../simulate/faults.ts'
import { plants } from '../simulate/plants.ts'
import type { Action, Step, Story } from '../simulate/story.ts'
import { turnsOf } from '../turns.ts'

type Simulation = typeof import('../simulate/main.ts')

const folder = join(import.meta.dirname, '../../.cache/simulate')
const built = async (name: string, changes?: readonly Change[]): Promise<Simulation> => {
  await mkdir(folder, { recursive: true })
  const path = join(folder, `test-${name}.mjs`)
  await bundle(path, changes)
  return import(path)
}

/** Another seed would find other things, and not in the change that is tested. */
const SEED = 11
const STORIES = turnsOf(200)
const TIMEOUT_MS = 120_000

// Once for all: each makes keys, and seals its documents.
let simulation: Simulation
beforeAll(async () => {
  simulation = await built('simulation')
}, TIMEOUT_MS)

describe('uploads on a network where everything goes wrong', () => {
  test(
    `keep every promise in ${STORIES} stories`,
    async () => {
      const { played, broken } = await simulation.simulate({ seed: SEED, runs: STORIES })
      expect(broken && `${broken.words}\n${broken.why}`).toBeUndefined()
      expect(played).toBe(STORIES)
    },
    TIMEOUT_MS,
  )
})

const calm: Story = {
  transport: 'http',
  variant: 0,
  engine: 'Chromium',
  upload: 'auto',
  parallel: 3,
  files: 1,
  isBehindServiceWorker: false,
  arrivesWhenGivenUp: false,
  steps: [],
  faults: [],
  delays: [],
}

const step = (action: Action, after: number): Step => ({
  action,
  file: 0,
  after,
  inListener: false,
  microtasks: 0,
})

const THREE_WELL: readonly Fault[] = ['as it should', 'as it should', 'as it should']

describe('stories that once ended badly', () => {
  test('Firefox tells nothing of a body that arrived before its connection was cut: it is not called unsent', () =>
    simulation.play({
      ...calm,
      engine: 'Firefox',
      faults: ['cut after the body, which is stored'],
    }))

  test('a file whose second try is refused may have arrived with the first', () =>
    simulation.play({
      ...calm,
      transport: 'privasfer',
      steps: [step('token is revoked', 9)],
      faults: ['never answered, stored'],
    }))

  test('keys that cannot be asked for twice do not end a file that an earlier visit left', () =>
    simulation.play({
      ...calm,
      transport: 'didww',
      engine: 'Firefox',
      files: 3,
      shelf: 'on',
      steps: [
        step('storage as it was', 17),
        { ...step('reload', 4), inListener: true },
        { ...step('cancel', 4), inListener: true },
        { ...step('resume', 6), file: 1 },
      ],
      faults: [
        ...THREE_WELL,
        'never answered, lost',
        'stalled inside the body',
        '502 after storing',
      ],
    }))

  test('what was cancelled in a request that others shared may have arrived where its answer is lost', () =>
    simulation.play({
      ...calm,
      transport: 'dokstamp',
      variant: 5,
      files: 2,
      steps: [step('start', 9), step('cancel', 0)],
      faults: ['502 after storing'],
    }))

  test.each(['privasfer', 'cryptshare'])(
    'a file that arrived is not called unsent because its receipt failed, and a retry sends nothing: %s',
    async transport => {
      const told = await simulation.play({
        ...calm,
        transport,
        hashesSlowly: true,
        steps: [step('worker dies over a receipt', 3), step('finish', 5)],
      })
      expect(told.join('\n')).toMatch(/→ failed \(seal-failed\)/)
    },
  )

  test('an upload that the browser sent twice may be there, though the server refused the second one and then the token', () =>
    simulation.play({
      ...calm,
      transport: 'tus',
      variant: 1,
      steps: [step('token is revoked', 18)],
      faults: ['as it should', 'as it should', 'sent again by the browser'],
    }))

  test('Firefox pauses a file that has just begun when it can tell that not all of it left: it arrives once', () =>
    simulation.play({
      ...calm,
      engine: 'Firefox',
      arrivesWhenGivenUp: true,
      steps: [step('pause', 10), step('resume', 4)],
    }))
})

describe('a page that dies while it sends', () => {
  test.each(['reload', 'tab is killed', 'browser is killed'] as const)(
    '%s: what it sent is offered by the next one, and arrives once',
    async action => {
      const told = await simulation.play({
        ...calm,
        transport: 'tus',
        shelf: 'on',
        isWrittenWhenKilled: true,
        steps: [step(action, 12)],
      })
      expect(told.join('\n')).toMatch(/new → offered\n.*paused → sending\n.*→ done/s)
    },
  )
})

test('wherever a page is killed around the submit of a Cryptshare transfer, the recipients are mailed once', async () => {
  const transfer: Story = {
    ...calm,
    transport: 'cryptshare',
    shelf: 'on',
    isWrittenWhenKilled: true,
    arrivesWhenGivenUp: true,
  }
  let inSubmit = 0
  for (let at = 40; at < 54; at++) {
    const told = await simulation.play({
      ...transfer,
      steps: [step('finish', 0), step('reload', at)],
    })
    if (/→ committing\n[^>]*> reload/.test(told.join('\n'))) inSubmit++
  }
  expect(inSubmit).toBeGreaterThan(3)
})

describe('the simulation', () => {
  // Each is a simulation of its own; `npm run simulate -- --planted` tries all.
  const short = ['an offer is taken though another tab has it', 'second 401 loops']
  test.each(plants.filter(({ name }) => short.slice(0, turnsOf(2)).includes(name)))(
    'notices: $name',
    async ({ name, changes, transports }) => {
      const { simulate } = await built(name.replaceAll(' ', '-'), changes)
      const { broken } = await simulate({ seed: SEED, runs: 2_000, transports, shrinks: false })
      expect(broken).toBeDefined()
    },
    TIMEOUT_MS,
  )
})
