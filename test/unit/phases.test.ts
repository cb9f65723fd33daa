import { describe, expect, it } from 'vitest'
import type { Delivery, FileState, Receipt } from '../../src/core/contracts.ts'
import { SealDropError } from '../../src/core/errors.ts'
import {
  actionOf,
  holdsContent,
  isActive,
  isCancellable,
  isFinal,
  isMoving,
  isPausable,
  isResumable,
  isUnfinished,
  isWithdrawable,
  move,
  type Stage,
  stageOf,
} from '../../src/session/phases.ts'

const error = new SealDropError('network', 'x')
const delivery: Delivery = { reference: 'r', facts: {} }
const receipt = {} as Receipt
const bar = { done: 0, total: 1 }
const STATES: Readonly<Record<Stage, FileState>> = {
  waiting: { phase: 'waiting' },
  checking: { phase: 'checking' },
  ready: { phase: 'ready' },
  refused: { phase: 'refused', error },
  sealing: { phase: 'sealing', ...bar },
  sending: { phase: 'sending', ...bar },
  confirming: { phase: 'confirming' },
  paused: { phase: 'paused', from: 'sealing', ...bar },
  offer: { phase: 'paused', from: 'sending', ...bar, offered: true },
  retrying: { phase: 'retrying', at: 0, ...bar, error },
  delivered: { phase: 'delivered', delivery },
  committing: { phase: 'committing' },
  done: { phase: 'done', receipt },
  failed: { phase: 'failed', error },
  cancelled: { phase: 'cancelled' },
}
const STAGES = Object.keys(STATES) as Stage[]

/** Written out here a second time, by hand, from the design: one line for each stage. */
const LEGAL = `
  waiting > checking cancelled
  checking > refused ready failed cancelled
  ready > sealing sending cancelled
  sealing > sealing sending retrying paused failed cancelled
  sending > sending confirming sealing retrying paused failed cancelled
  confirming > delivered done sealing sending retrying failed cancelled
  paused > sealing sending cancelled
  offer > sending cancelled
  retrying > sealing sending committing paused failed cancelled
  delivered > committing cancelled
  committing > done retrying failed
  failed > ready waiting delivered
  refused >
  done >
  cancelled > cancelled
`

const legal = new Map(
  LEGAL.trim()
    .split('\n')
    .map(line => {
      const [from = '', to = ''] = line.split('>')
      return [from.trim(), to.trim().split(' ')]
    }),
)

describe('a file’s life', () => {
  for (const from of STAGES)
    for (const to of STAGES) {
      const isLegal = legal.get(from)?.includes(to) === true
      it(`${isLegal ? 'may' : 'may not'} go from ${from} to ${to}`, () => {
        const moving = (): FileState => move(STATES[from], STATES[to])
        if (isLegal) expect(moving()).toBe(STATES[to])
        else expect(moving).toThrow(`Unexpected move from ${from} to ${to}`)
      })
    }

  it('is an offer, and no pause, where an earlier visit left the file', () => {
    expect(STAGES.filter(stage => stageOf(STATES[stage]) !== stage)).toEqual([])
  })

  it('is still exactly where settled() says so', () => {
    expect(STAGES.filter(stage => !isMoving(stage))).toEqual([
      'ready',
      'refused',
      'paused',
      'offer',
      'delivered',
      'done',
      'failed',
      'cancelled',
    ])
  })

  it('can be cancelled anywhere but in a commit and at its end', () => {
    expect(STAGES.filter(stage => !isCancellable(stage))).toEqual([
      'refused',
      'committing',
      'done',
      'failed',
      'cancelled',
    ])
  })

  it('can be put back after a removal where it has arrived, and nothing is under way', () => {
    expect(STAGES.filter(isWithdrawable)).toEqual(['delivered', 'done'])
  })

  it('ends where nothing can happen to it any more', () => {
    expect(STAGES.filter(isFinal)).toEqual(['refused', 'done', 'cancelled'])
  })

  it('can be paused while bytes move, and while it waits to try again', () => {
    expect(STAGES.filter(isPausable)).toEqual(['sealing', 'sending', 'retrying'])
  })

  it('counts for nothing once it was refused or cancelled, or before somebody takes it', () => {
    expect(STAGES.filter(stage => !isActive(stage))).toEqual(['refused', 'offer', 'cancelled'])
  })

  it('keeps the same content out as long as it was not given up', () => {
    expect(STAGES.filter(stage => !holdsContent(stage))).toEqual([
      'refused',
      'offer',
      'failed',
      'cancelled',
    ])
  })

  it('is unfinished until it arrived or was given up', () => {
    expect(STAGES.filter(stage => !isUnfinished(stage))).toEqual([
      'refused',
      'offer',
      'done',
      'failed',
      'cancelled',
    ])
  })

  it('goes on with resume() where it waits for somebody', () => {
    expect(STAGES.filter(isResumable)).toEqual(['ready', 'paused'])
  })

  it('offers a person the one thing that makes sense', () => {
    const offers = STAGES.flatMap(stage => (actionOf(stage) ? `${stage}: ${actionOf(stage)}` : []))
    expect(offers).toEqual([
      'sealing: pause',
      'sending: pause',
      'paused: resume',
      'offer: resume',
      'retrying: retry',
      'failed: retry',
    ])
  })
})
